"""The forge that a community lives on: the one place where an adapter is plugged in."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.adapters.github.repository import github_repository
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.ports.forge import ForgeReader, ForgeWriter
from telemaco.render.check_ins.places import NOTE_FORM, Place

LEDGER_VARIABLE = "TELEMACO_LEDGER"
_SERVER = "https://github.com"


@dataclass(frozen=True, slots=True)
class Forge:
    """Both sides of a repository on a forge, and where links to it lead."""

    reader: ForgeReader
    writer: ForgeWriter
    place: Place | None


def forge_of(community: Community, sources: Sources, environment: Mapping[str, str]) -> Forge:
    """The community's repository, ready to be read and written. Raises TelemacoError.

    TELEMACO_LEDGER, with anything in it, keeps runs at the same time from opening an issue
    twice; it needs the permission to write contents.
    """
    settings = community.settings.forge
    found = github_repository(
        environment,
        settings.repository if settings else None,
        with_ledger=bool(environment.get(LEDGER_VARIABLE)),
    )
    return Forge(found.reader, found.writer, place_of(community, sources, environment))


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
        has_note_form=sources.read(f".github/ISSUE_TEMPLATE/{NOTE_FORM}") is not None,
    )
