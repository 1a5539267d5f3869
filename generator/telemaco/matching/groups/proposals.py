"""Groups and circles as proposals, with what all their members share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from telemaco.matching.cautions import CautionKind
from telemaco.matching.explain import link
from telemaco.matching.groups.forming import Grouping
from telemaco.matching.groups.peers import Circle
from telemaco.matching.participants import Participant
from telemaco.matching.result import Link, Proposal
from telemaco.matching.table import Table
from telemaco.matching.together import together
from telemaco.records.pair import PairRole
from telemaco.records.program import Role


def group_proposals(table: Table, grouping: Grouping, today: date) -> Iterator[Proposal]:
    """A proposal for every group: who leads, the co-mentors, the mentees."""
    chosen = grouping.choice.chosen
    for column, rows in grouping.groups.items():
        leaders = [table.mentors[at] for at in grouping.leaders[column]]
        mentees = [table.mentees[row] for row in rows]
        yield Proposal(
            (
                (leaders[0].id, helping_role(leaders[0])),
                *((one.id, PairRole.CO_MENTOR) for one in leaders[1:]),
                *((one.id, PairRole.MENTEE) for one in mentees),
            ),
            tuple(
                _without_leaders(link(table, row, column, today, chosen), leaders) for row in rows
            ),
            together([*leaders, *mentees], table.terms),
        )


def circle_proposals(table: Table, found: Sequence[Circle], today: date) -> Iterator[Proposal]:
    """A proposal for every circle, with a link for every two of its members."""
    for circle in found:
        people = [table.mentees[one] for one in circle]
        yield Proposal(
            tuple((one.id, PairRole.PEER) for one in people),
            tuple(
                _among_learners(link(table, one, two, today))
                for one, two in combinations(circle, 2)
            ),
            together(people, table.terms),
        )


def _without_leaders(found: Link, leaders: Sequence[Participant]) -> Link:
    """The link of a mentee with who leads their group, in which the co-mentors are no others."""
    own = {one.id for one in leaders}
    others = tuple(one for one in found.runners_up if one.person not in own)
    return replace(found, runners_up=others)


def _among_learners(found: Link) -> Link:
    """The link of two peers: they learn together, so neither need offer what the other seeks."""
    minded = tuple(one for one in found.cautions if one.kind is not CautionKind.SKILLS)
    return replace(found, cautions=minded)


def helping_role(mentor: Participant) -> PairRole:
    """What somebody is who leads a pair or a group."""
    is_facilitator = mentor.enrolment.role is Role.FACILITATOR
    return PairRole.FACILITATOR if is_facilitator else PairRole.MENTOR
