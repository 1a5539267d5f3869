"""What the pages of a proposed matching print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telemaco.matching.phrases import CRITERIA_NAMES
from telemaco.matching.result import Link, Match, Proposal
from telemaco.messages import Message
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from telemaco.render.matches.names import Names
from telemaco.render.matches.pairs import most_points, weight_word

_POINTS = 1000

Pages = Mapping[PersonId, str]
"""The page of the pair of everybody who is in one, by file name."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A line of the table of a pair: `points` of at most `most`, and what gave them."""

    name: Message
    weight: Message
    points: int
    most: int
    part: int
    evidence: Message


@dataclass(frozen=True, slots=True)
class Choice:
    """A next choice: who, with what score, and the page of the pair they are in, if any."""

    name: str
    score: int
    page: str


@dataclass(frozen=True, slots=True)
class NextChoices:
    """The next choices of one of a pair."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people who are paired: what can be shown to both, then what is for the coordinators."""

    mentor: str
    mentee: str
    mentor_id: PersonId
    mentee_id: PersonId
    score: int
    criteria: tuple[Criterion, ...]
    cautions: tuple[Message, ...]
    next: tuple[NextChoices, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of all pairs: one mentee and their mentor, or a circle."""

    page: str
    mentor: str
    mentee: str
    score: int
    points: tuple[int, ...]
    cautions: int


def file_of(proposal: Proposal) -> str:
    """The name of a proposal's page; no id holds two hyphens, so none can be another's."""
    (first, role), (second, _) = proposal.members[:2]
    if role is PairRole.PEER:
        return f"{first}--circle.html"
    if len(proposal.members) > 2 or role is PairRole.FACILITATOR:  # noqa: PLR2004 (a pair is two)
        return f"{first}--group.html"
    return f"{first}--{second}.html"


def pages_of(found: Match) -> Pages:
    """Where everybody's pair is shown; of several the first."""
    pages: dict[PersonId, str] = {}
    for proposal in found.proposals:
        for person, _ in proposal.members:
            pages.setdefault(person, file_of(proposal))
    return pages


def couple(found: Match, link: Link, names: Names, pages: Pages) -> Couple:
    """One link of a proposal, as its page shows it."""
    return Couple(
        names.person(link.mentor),
        names.person(link.mentee),
        link.mentor,
        link.mentee,
        link.score // _POINTS,
        tuple(_criteria(found, link)),
        tuple(caution.text for caution in link.cautions),
        tuple(
            NextChoices(names.person(person), choices)
            for person in (link.mentee, link.mentor)
            if (choices := tuple(_choices(link, person, names, pages)))
        ),
    )


def rows(proposal: Proposal, names: Names) -> Sequence[Row]:
    """The lines of a proposal in the table of all pairs."""
    page = file_of(proposal)
    if proposal.members[0][1] is PairRole.PEER:
        people = ", ".join(names.person(person) for person, _ in proposal.members)
        points = tuple(share.points // _POINTS for share in proposal.shares)
        cautions = sum(len(link.cautions) for link in proposal.links)
        return [Row(page, people, "", proposal.score // _POINTS, points, cautions)]
    return [
        Row(
            page,
            names.person(link.mentor),
            names.person(link.mentee),
            link.score // _POINTS,
            tuple(share.points // _POINTS for share in link.shares),
            len(link.cautions),
        )
        for link in proposal.links
    ]


def _criteria(found: Match, link: Link) -> list[Criterion]:
    return [
        Criterion(
            CRITERIA_NAMES[share.criterion],
            weight_word(share.criterion, found.settings),
            share.points // _POINTS,
            most_points(link, share.weight),
            share.value // 10,
            evidence,
        )
        for share, evidence in zip(link.shares, link.evidence, strict=True)
    ]


def _choices(link: Link, person: PersonId, names: Names, pages: Pages) -> list[Choice]:
    return [
        Choice(names.person(one.person), one.score // _POINTS, pages.get(one.person, ""))
        for one in link.runners_up
        if one.of == person
    ]
