"""What a matching run proposes, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from telemaco.matching.cautions import Caution
from telemaco.matching.changes import Change
from telemaco.matching.inputs import Inputs
from telemaco.matching.orders import NO_ORDERS, Orders
from telemaco.matching.recruit import Opening
from telemaco.matching.redo import Redo
from telemaco.matching.roster import Aside
from telemaco.matching.scores import Share
from telemaco.matching.together import Together
from telemaco.messages import Message
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairRole
from telemaco.records.program import ProgramKind, Role


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
    """A pair or a group: its members, mentor first, and a link for every two that matter.

    In a group with co-mentors these are the mentor and each mentee. `together` is what all
    members of a group or a circle share.
    """

    members: tuple[tuple[PersonId, PairRole], ...]
    links: tuple[Link, ...]
    together: Together | None = None

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
class Swaps:
    """What members of groups who changed places brought: how many they are, and what changed.

    `shared` is what members of a group share in skills and goals, of 1000, and `scores` the mean
    score with the mentor, of 100000: before and after.
    """

    moved: int
    shared: tuple[int, int]
    scores: tuple[int, int]


@dataclass(frozen=True, slots=True)
class GroupSearch:
    """What is known of better groups: whether there are none, and whom any groups could serve."""

    is_proven: bool
    at_most: int


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody left without a partner: what stands in the way, and what would help.

    `limit` names the limit that forbids most of the others; `full` when those who would fit
    have no place left. `closest` tells of the best of those whom it forbids. `change` is the
    smallest single change that would serve one more person, which `would_help` then says; None
    when none would, or when it was not looked for: among groups and circles. `has_mentees` says
    of a mentor that they accompany somebody already, and have room left.
    """

    person: PersonId
    role: Role
    limit: str
    binding: Message
    closest: Message | None = None
    would_help: Message | None = None
    change: Change | None = None
    has_mentees: bool = False


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
    places that would bring most. `inputs` are the fingerprints of the files that went in. `redo`
    is the run that this one makes anew. `search` and `swaps` are of groups. `waiting` are those who
    were left out because they only wait for a place.
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
    inputs: Inputs = field(default_factory=dict)
    redo: Redo | None = None
    search: GroupSearch | None = None
    swaps: Swaps | None = None
    competitions: tuple[Competition, ...] = ()
    blocked: tuple[Blocking, ...] = ()
    waiting: tuple[PersonId, ...] = ()
    kind: ProgramKind = ProgramKind.ONE_TO_ONE


def _mean(column: tuple[Share, ...]) -> Share:
    first = column[0]
    return Share(
        first.criterion,
        first.weight,
        sum(share.value for share in column) // len(column),
        sum(share.points for share in column) // len(column),
    )
