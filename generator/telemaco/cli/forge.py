"""The forge that a community lives on: the one place where an adapter is plugged in."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.ports.forge import ForgeReader, ForgeWriter
from telemaco.render.check_ins.places import NOTE_FORM, Place

_SERVER = "https://github.com"


@dataclass(frozen=True, slots=True)
class Forge:
    """Both sides of a repository on a forge, and where links to it lead."""

    reader: ForgeReader
    writer: ForgeWriter
    place: Place | None


def forge_of(
    community: Community,  # noqa: ARG001 (an adapter asks it for the repository's name)
    sources: Sources,  # noqa: ARG001 (for place_of)
    environment: Mapping[str, str],  # noqa: ARG001 (an adapter asks it for the token)
) -> Forge:
    """The community's repository, ready to be read and written. Raises TelemacoError.

    An adapter is plugged in here: Forge(its reader, its writer, place_of(...)).
    """
    raise TelemacoError(
        msg("This version of Telemaco has no connection to a forge."),
        msg("Without --forge and --apply, telemaco remind prints what is due by the files."),
    )


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
