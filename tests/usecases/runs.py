"""Files of the program `spring` before and after runs of its matching."""

from collections.abc import Mapping
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.matching.result import Match
from telemaco.usecases.match import Wanted, carry_out, run_of
from telemaco.usecases.match_files import files_of, write_files
from tests.fakes import COSIMO, SETTINGS, FakeWriter, community
from tests.matching.texts import program

FIRST, SECOND, THIRD = date(2027, 2, 3), date(2027, 2, 10), date(2027, 2, 17)
RECEIPT = "pairs/spring/matches/2027-02-03.yaml"
"""The receipt of a run on the first day."""

_SKILLS = "- {id: organ, label: Organ}\n- {id: singing, label: Singing}\n"


def spring(*, extra: str = "", **people: str) -> dict[str, str]:
    """The community, with these people."""
    texts = {f"program/people/{name}.yaml": text for name, text in people.items()}
    return {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/spring.yaml": program(extra),
        "program/skills.yaml": _SKILLS,
        **texts,
    }


def ran(files: Mapping[str, str], today: date = FIRST, wanted: Wanted | None = None) -> Match:
    """What a run finds."""
    known = community(files)
    return carry_out(known, run_of(known, "spring", today, wanted or Wanted()))


def applied(
    files: Mapping[str, str], today: date = FIRST, wanted: Wanted | None = None
) -> dict[str, str]:
    """The files after a run was written."""
    disk = FakeWriter()
    changes = files_of(ran(files, today, wanted), community(files), Catalog("en"))
    if changes:
        write_files(changes, disk, disk, lambda: None)
    kept = {path: text for path, text in files.items() if path not in disk.removed}
    return kept | {path: content.decode() for path, content in disk.written.items()}


def pair_names(files: Mapping[str, str]) -> set[str]:
    """The folders of all pairs."""
    return {path.split("/")[2] for path in files if path.endswith("pair.yaml")}


def couples(found: Match) -> set[frozenset[str]]:
    """Who is proposed with whom."""
    return {frozenset(one for one, _ in proposal.members) for proposal in found.proposals}


def edited(files: Mapping[str, str], path: str, old: str, new: str) -> dict[str, str]:
    """The files with words of one changed."""
    assert old in files[path]
    return {**files, path: files[path].replace(old, new)}
