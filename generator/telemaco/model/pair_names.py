"""What the folder of a new pair may be called."""

from collections.abc import Collection
from itertools import count

from telemaco.model.community import Community
from telemaco.records.base import ID_LENGTH, PairName, ProgramId
from telemaco.records.layout import RESERVED_PAIR_NAMES, Kind


def taken_names(community: Community, program_id: ProgramId) -> set[str]:
    """The names that a program's pairs have, or cannot have."""
    folders = (*community.pairs, *community.sessions)
    unread = community.unread.get(Kind.PAIR, frozenset())
    return {
        *RESERVED_PAIR_NAMES,
        *(folder.pair for folder in folders if folder.program == program_id),
        *(name for names in unread if names[:1] == (program_id,) for name in names[1:]),
    }


def free_name(stem: str, taken: Collection[str]) -> PairName:
    """The stem, or the stem with a number, shortened to what a name may have."""
    for number in count(1):
        ending = "" if number == 1 else f"-{number}"
        name = stem[: ID_LENGTH - len(ending)].rstrip("-") + ending
        if name not in taken:
            return PairName(name)
    raise AssertionError  # pragma: no cover (count never ends)
