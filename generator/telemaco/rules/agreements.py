"""The texts of the agreement agree on their version."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.guides import BUILT_IN_AGREEMENTS
from telemaco.records.layout import agenda_path
from telemaco.rules.naming import at


def versions(community: Community) -> Iterator[Finding]:
    """A text of the agreement has the same version in every language that it is written in."""
    for name in BUILT_IN_AGREEMENTS:
        texts = community.agendas.get(name, {})
        first, *others = texts or (None,)
        for language in others:
            if first is not None and texts[language].agenda.version != texts[first].agenda.version:
                yield Finding(
                    "agreement-versions-differ",
                    at(agenda_path(name, language), "version"),
                    msg(
                        "the agreement has another version in {other} than in {first}",
                        other=language,
                        first=first,
                    ),
                    msg("Translate what is new, and write the same version in both files."),
                    Severity.WARNING,
                )
