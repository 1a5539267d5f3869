"""The table of a matching: a line for every mentee, with each criterion's points."""

from collections.abc import Callable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from telemaco.matching.phrases import CRITERIA_NAMES
from telemaco.matching.result import Link, Proposal
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from telemaco.render.matches.criteria import SHORT
from telemaco.render.matches.lines import visible_in_a_line

_POINTS = 1000

_NAME = 20
"""Letters of a name that are worth more than criteria written in full."""

_LEAST = 4
"""Letters that a column takes at least."""

_GAP = 1
"""Blanks between two columns."""

Name = Callable[[PersonId], str]


def pairs_table(
    proposals: Sequence[Proposal], name: Name, translator: Translator, width: int
) -> Table:
    """Who with whom, the score, and the points of each criterion, in so many letters.

    The criteria are written in full where that leaves room for the names, and left out where it
    leaves none. Names that are too long, and circles, take several lines; an id is never cut.
    """
    shares = proposals[0].links[0].shares
    total = sum(share.weight for share in shares) or 1
    rows = [row for proposal in proposals for row in _rows(proposal, name)]
    headings = [msg("Circle")] if _is_circle(proposals[0]) else [msg("Mentor"), msg("Mentee")]
    people = [*map(translator.text, headings)]
    columns = [*zip(people, *rows, strict=False)]
    longest = [max(map(cell_len, cells)) for cells in columns]
    least = [max(cell_len(word) for cell in cells for word in cell.split()) for cells in columns]
    score = translator.text(msg("Score"))
    room = width - len(score) - 5 * _GAP
    long, short = (
        [translator.text(of[share.criterion]) for share in shares] for of in (CRITERIA_NAMES, SHORT)
    )
    needed = max(sum(least), sum(min(_NAME, letters) for letters in longest))
    words = long if room - _taken(long) >= needed else short
    if room - _taken(words) < sum(least):
        words = []
    table = Table(box=SIMPLE_HEAD, padding=0, show_edge=False, pad_edge=False)
    widths = _shared(room - _taken(words), longest, least)
    for heading, letters in zip(people, widths, strict=True):
        table.add_column(heading, width=letters + _GAP)
    table.add_column(score, justify="right", no_wrap=True)
    for share, word in zip(shares, words, strict=False):
        title = f"{word}\n/{100 * share.weight // total}"
        table.add_column(title, justify="right", no_wrap=True, width=max(_LEAST, len(word)))
    for row in rows:
        table.add_row(*map(Text, row[: len(people) + 1 + len(words)]))
    return table


def _taken(words: Sequence[str]) -> int:
    """The width of columns with these headings."""
    return sum(max(_LEAST, len(word)) + _GAP for word in words)


def _shared(room: int, longest: Sequence[int], least: Sequence[int]) -> list[int]:
    """The room divided between two names: each gets what it needs, or half and what is left.

    Nobody gets less than the longest word takes. A circle has all of it.
    """
    if len(longest) == 1:
        return [min(room, longest[0])]
    (one, other), (short, shorter) = longest, least
    first = min(one, max(room // 2, room - other, short))
    first = max(short, min(first, room - shorter))
    return [first, max(shorter, min(other, room - first))]


def _rows(proposal: Proposal, name: Name) -> Iterator[list[str]]:
    by_mentee = {link.mentee: link for link in proposal.links}
    if _is_circle(proposal):
        yield _row([", ".join(name(person) for person, _ in proposal.members)], proposal)
        return
    helping = (person for person, role in proposal.members if role is not PairRole.MENTEE)
    leader = ", ".join(map(name, helping))
    for mentee, link in by_mentee.items():
        yield _row([leader, name(mentee)], link)
        leader = ""


def _is_circle(proposal: Proposal) -> bool:
    return proposal.members[0][1] is PairRole.PEER


def _row(people: Sequence[str], scored: Proposal | Link) -> list[str]:
    points = [str(share.points // _POINTS) for share in scored.shares]
    cells = (*people, str(scored.score // _POINTS), *points)
    return [visible_in_a_line(cell) for cell in cells]
