"""What a matching run proposes, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from telemaco.matching.cautions import Caution
from telemaco.matching.changes import Change
from telemaco.matching.orders import NO_ORDERS, Orders
from telemaco.matching.recruit import Opening
from telemaco.matching.roster import Aside
from telemaco.matching.scores import Share
from telemaco.messages import Message
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairRole
from telemaco.records.program import Role


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Whose next choice somebody else is, and the score (of 100000)."""

    of: PersonId
    person: PersonId
    score: int


@dataclass(frozen=True, slots=True)
class Link:
    """A mentee and a mentor, or two peers: their score of 100000 and what it is made of.

    `evidence` says for every share, in its order, what in the files gave it. `runners_up` are the
    next choices of both, the mentee's first: three each at most, none of them with them already.
    """

    mentee: PersonId
    mentor: PersonId
    score: int
    shares: tuple[Share, ...]
    evidence: tuple[Message, ...]
    cautions: tuple[Caution, ...]
    runners_up: tuple[RunnerUp, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair or a group: its members, mentor first, and a link for every two that matter."""

    members: tuple[tuple[PersonId, PairRole], ...]
    links: tuple[Link, ...]

    @property
    def score(self) -> int:
        """The mean score of the links, of 100000."""
        return sum(link.score for link in self.links) // len(self.links)

    @property
    def shares(self) -> tuple[Share, ...]:
        """The mean of every criterion over the links."""
        columns = zip(*(link.shares for link in self.links), strict=True)
        return tuple(_mean(column) for column in columns)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody left without a partner: what stands in the way, and what would help.

    `limit` names the limit that forbids most of the others; `full` when those who would fit
    have no place left. `closest` tells of the best of those whom it forbids. `change` is the
    smallest single change that would serve one more person; None when none would, or when it was
    not looked for: among groups and circles.
    """

    person: PersonId
    role: Role
    limit: str
    binding: Message
    closest: Message | None = None
    change: Change | None = None

    @property
    def would_help(self) -> Message | None:
        """The change in words."""
        return self.change.text if self.change else None


@dataclass(frozen=True, slots=True)
class Competition:
    """Mentees who compete for the places of these mentors, of which there are too few.

    One more place with any of the mentors, or one mentee fewer, would serve one more.
    """

    mentees: tuple[PersonId, ...]
    mentors: tuple[PersonId, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Blocking:
    """A mentee and a mentor who would both rather have each other than what they have.

    `score` is theirs together; `mentee_has` and `mentor_has` what each has now, of the mentor's
    the pair they like least; None for nobody, or for a free place.
    """

    mentee: PersonId
    mentor: PersonId
    score: int
    mentee_has: int | None
    mentor_has: int | None


@dataclass(frozen=True, slots=True)
class Match:
    """Everything that a run found; nothing of it is written yet.

    `blocking` counts the mentees and mentors who are not paired and would both rather have each
    other than whom they got; `blocked` are those of them who would gain most. `openings` are the
    places that would bring most.
    """

    program: ProgramId
    today: date
    seed: str
    digest: str
    settings: Mapping[str, str]
    mentors: int
    mentees: int
    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    asides: tuple[Aside, ...]
    notices: tuple[Message, ...]
    blocking: int
    orders: Orders = NO_ORDERS
    openings: tuple[Opening, ...] = ()
    competitions: tuple[Competition, ...] = ()
    blocked: tuple[Blocking, ...] = ()


def _mean(column: tuple[Share, ...]) -> Share:
    first = column[0]
    return Share(
        first.criterion,
        first.weight,
        sum(share.value for share in column) // len(column),
        sum(share.points for share in column) // len(column),
    )
