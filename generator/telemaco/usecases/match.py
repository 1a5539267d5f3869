"""Propose pairs for a program, and write them down when asked to."""

from datetime import date

from telemaco.findings import TelemacoError
from telemaco.matching.propose import propose
from telemaco.matching.result import Match
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.ports import Translator, Writer
from telemaco.records.base import ProgramId
from telemaco.usecases.match_files import files_of


def match(community: Community, program: str, today: date, seed: str | None) -> Match:
    """The pairs that are best for the program; raises TelemacoError when there is none.

    `seed` is the word that decides between equals, the program's id when left out.
    """
    program_id = ProgramId(program)
    if program_id not in community.programs:
        meant = closest(program, community.programs)
        raise TelemacoError(
            msg("There is no program {name}.", name=program),
            msg("Did you mean {meant}?", meant=meant)
            if meant
            else msg("Name one of the files in program/programs/, without .yaml."),
        )
    return propose(community, program_id, today, seed or program)


def write_match(
    found: Match, community: Community, writer: Writer, translator: Translator
) -> tuple[str, ...]:
    """Write the proposed pairs, then the receipt; the answer is the paths that were written.

    `translator` puts the receipt's sentences into the community's language. When nothing is
    proposed nothing is written. Raises TelemacoError.
    """
    files = files_of(found, community, translator)
    for file in files:
        writer.write(file.path, file.content)
    return tuple(file.path for file in files)
