"""Groups and circles as proposals, with what all their members share."""

from collections.abc import Iterator, Sequence
from datetime import date

from telemaco.matching.explain import link
from telemaco.matching.groups.forming import Grouping
from telemaco.matching.groups.peers import Circle
from telemaco.matching.participants import Participant
from telemaco.matching.result import Proposal
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
            tuple(link(table, row, column, today, chosen) for row in rows),
            together([*leaders, *mentees], table.terms),
        )


def circle_proposals(table: Table, found: Sequence[Circle], today: date) -> Iterator[Proposal]:
    """A proposal for every circle, with a link for every two of its members."""
    for circle in found:
        people = [table.mentees[one] for one in circle]
        yield Proposal(
            tuple((one.id, PairRole.PEER) for one in people),
            tuple(link(table, one, two, today) for one in circle for two in circle if one < two),
            together(people, table.terms),
        )


def helping_role(mentor: Participant) -> PairRole:
    """What somebody is who leads a pair or a group."""
    is_facilitator = mentor.enrolment.role is Role.FACILITATOR
    return PairRole.FACILITATOR if is_facilitator else PairRole.MENTOR
