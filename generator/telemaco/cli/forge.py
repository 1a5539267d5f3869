"""The forge that a community lives on: the one place where an adapter is plugged in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telemaco.forms.meeting import NOTE
from telemaco.model.community import Community
from telemaco.ports import Sources, Translator
from telemaco.ports.forge import ForgeReader, ForgeWriter
from telemaco.ports.inspection import ForgeInspector
from telemaco.render.check_ins.places import Place
from telemaco.render.issue_forms.places import form_file, form_path
from telemaco.usecases.intake import Readers, Writers
from telemaco.usecases.review import Desk

if TYPE_CHECKING:
    from telemaco.adapters.github.repository import GitHubRepository

LEDGER = "TELEMACO_LEDGER"
"""With `yes` in this environment variable runs claim check-ins before they open them."""

_SERVER = "https://github.com"


@dataclass(frozen=True, slots=True)
class Forge:
    """Both sides of a repository on a forge, and where links to it lead."""

    reader: ForgeReader
    writer: ForgeWriter
    place: Place | None


def forge_of(community: Community, sources: Sources, environment: Mapping[str, str]) -> Forge:
    """The community's repository, ready to be read and written. Raises TelemacoError."""
    found = _repository(community, environment)
    return Forge(found.reader, found.writer, place_of(community, sources, environment))


def review_sides_of(
    community: Community, sources: Sources, environment: Mapping[str, str], translator: Translator
) -> tuple[Desk, ForgeWriter]:
    """What a review looks at, and what it changes. Raises TelemacoError."""
    found = _repository(community, environment)
    place = place_of(community, sources, environment)
    desk = Desk(found.changes, found.contents_reader, found.reader, place, translator)
    return desk, found.writer


def intake_sides_of(
    community: Community, environment: Mapping[str, str]
) -> tuple[Readers, Writers]:
    """What the intake looks at, and what it changes. Raises TelemacoError."""
    found = _repository(community, environment)
    return (
        Readers(found.reader, found.answer_reader, found.contents_reader),
        Writers(found.writer, found.answer_writer, found.contents_writer),
    )


def inspector_of(community: Community, environment: Mapping[str, str]) -> ForgeInspector:
    """What looks at the settings of the community's repository. Raises TelemacoError."""
    return _repository(community, environment).inspector


def place_of(
    community: Community, sources: Sources, environment: Mapping[str, str]
) -> Place | None:
    """Where links lead to: the repository in community.yaml, else the one of the workflow."""
    forge = community.settings.forge
    repository = forge.repository if forge else environment.get("GITHUB_REPOSITORY")
    if not repository:
        return None
    return Place(
        repository,
        server=environment.get("GITHUB_SERVER_URL") or _SERVER,
        forms=frozenset(_note_forms(community, sources)),
    )


def _note_forms(community: Community, sources: Sources) -> Iterator[str]:
    """The files of the form for a session note that are there."""
    languages = community.settings.languages
    for language in languages:
        if sources.read(form_path(NOTE, language, languages)) is not None:
            yield form_file(NOTE, language, languages)


def _repository(community: Community, environment: Mapping[str, str]) -> "GitHubRepository":
    from telemaco.adapters.github.repository import (  # noqa: PLC0415 (takes a while to import)
        github_repository,
    )

    forge = community.settings.forge
    return github_repository(
        environment,
        forge.repository if forge else None,
        with_ledger=environment.get(LEDGER) == "yes",
    )
