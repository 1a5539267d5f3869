"""Why somebody is in no group: the fact that stands in the way, and what would help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from telemaco.matching.binding import FULL, kept_apart, unmatched_mentee, unmatched_mentor
from telemaco.matching.groups.forming import Grouping
from telemaco.matching.groups.peers import Circle, Peers
from telemaco.matching.limits import limit_of
from telemaco.matching.participants import Participant
from telemaco.matching.result import Unmatched
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.table import Table
from telemaco.matching.together import no_way_to_join
from telemaco.messages import Fact, Message, msg, msg_n

MEETING = "meeting"
"""What binds somebody who shares no hour or no language with all of a group."""

GROUP = "group"
"""What binds somebody for whom the size of the groups leaves no place."""

PROGRAM = "program"
"""What binds somebody who finds a place only if the program took more groups."""


def left_out_of_groups(table: Table, grouping: Grouping) -> Iterator[Unmatched]:
    """Everybody without a group."""
    for row in np.flatnonzero(grouping.choice.chosen == UNMATCHED).tolist():
        fits = bool(table.allowed[row].any())
        yield _mentee(table, grouping, row) if fits else unmatched_mentee(table, row)
    helping = {at for mentors in grouping.leaders.values() for at in mentors}
    for column in range(len(table.mentors)):
        if column not in helping:
            fits = bool(table.allowed[:, column].any())
            yield _mentor(table, grouping, column) if fits else unmatched_mentor(table, column)


def left_out_of_circles(table: Table, peers: Peers, found: Sequence[Circle]) -> Iterator[Unmatched]:
    """Everybody without a circle."""
    placed = {one for circle in found for one in circle}
    for row, person in enumerate(table.mentees):
        if row in placed:
            continue
        apart = np.flatnonzero(~peers.fits[row])
        apart = apart[apart != row]
        if len(apart) and not peers.fits[row].any():
            yield kept_apart(table, row, apart)
        elif peers.circles is not None and len(found) >= peers.circles:
            yield _by_the_program(person, table)
        else:
            yield _peer(table, peers, found, row)


def _mentee(table: Table, grouping: Grouping, row: int) -> Unmatched:
    person, company = table.mentees[row], grouping.field.company
    able = [column for column in grouping.groups if table.allowed[row, column]]
    ranked = sorted(able, key=lambda column: (-table.scores[row, column], column))
    for column in ranked:
        room = min(company.room[at] for at in grouping.leaders[column])
        if len(grouping.groups[column]) < room:
            return _of(person, MEETING, _no_way(table, grouping, row, column))
    if _is_limited(grouping) and len(able) < table.allowed[row].sum():
        return _by_the_program(person, table)
    if ranked:
        text = msg_n("{count} group fits and is full", "{count} groups fit and are full", len(able))
        return _of(person, FULL, text, msg("a larger group, or one more"))
    text = msg("fewer than {least} mentees would come together", least=company.least)
    return _of(person, GROUP, text, msg("a smaller capacity.group_minimum"))


def _no_way(table: Table, grouping: Grouping, row: int, column: int) -> Message:
    """What a mentee and a group with room for them do not share, or who is not to meet them."""
    mentors, rows = grouping.leaders[column], grouping.groups[column]
    leaders = [table.mentors[at] for at in mentors]
    members = [*leaders, *(table.mentees[at] for at in rows)]
    reason = no_way_to_join(members, table.mentees[row], table.terms)
    return reason or msg(
        "somebody in the group of {lead} and {person} are not to meet: a limit says so",
        lead=leaders[0].person.name,
        person=table.mentees[row].person.name,
    )


def _mentor(table: Table, grouping: Grouping, column: int) -> Unmatched:
    """Somebody whom mentees would fit."""
    person, company = table.mentors[column], grouping.field.company
    if _is_limited(grouping):
        return _by_the_program(person, table)
    if not len(grouping.field.anchors[column]):
        text = msg(
            "of the mentees who fit fewer than {least} could meet with them at one hour",
            least=company.least,
        )
        return _of(person, GROUP, text)
    text = msg(
        "the groups of the others, of up to {most}, take all who fit",
        most=table.terms.program.capacity.group_maximum,
    )
    return _of(person, GROUP, text, msg("a smaller capacity.group_maximum, or capacity.co_mentors"))


def _peer(table: Table, peers: Peers, found: Sequence[Circle], row: int) -> Unmatched:
    person = table.mentees[row]
    open_to = [circle for circle in found if len(circle) < peers.most]
    ranked = sorted(open_to, key=lambda circle: (-peers.with_others(row, circle), circle))
    circles = ([table.mentees[one] for one in circle] for circle in ranked)
    reason = next((_obstacle(table, person, members) for members in circles), None)
    if reason:
        return reason
    if found and not open_to:
        return _of(
            person, FULL, msg("the circles are full"), msg("a larger capacity.group_maximum")
        )
    return replace(_too_few(table, peers, row), would_help=msg("a smaller capacity.group_minimum"))


def _too_few(table: Table, peers: Peers, row: int) -> Unmatched:
    """Why no circle comes together around somebody whom others fit."""
    person, least = table.mentees[row], peers.least
    fitting = np.flatnonzero(peers.fits[row])
    if len(table.mentees) >= least > len(fitting) + 1:
        apart = np.setdiff1d(np.flatnonzero(~peers.fits[row]), [row])
        left = kept_apart(table, row, apart)
        text = msg_n(
            "a circle needs {least}, and {count} other fits: {reasons}",
            "a circle needs {least}, and {count} others fit: {reasons}",
            len(fitting),
            least=least,
            reasons=left.binding,
        )
        return replace(left, binding=text)
    people = [person, *(table.mentees[at] for at in fitting.tolist())]
    facts: dict[str, Fact] = {"least": least, "person": person.person.name, "others": len(fitting)}
    for bits, text in (
        (peers.shares.hours(people), _NO_HOUR),
        (peers.shares.tongues(people), _NO_LANGUAGE),
    ):
        most = int(bits[:, bits[0] == 1].sum(axis=0).max(initial=0))
        if most < least <= len(people):
            told = replace(text, facts=facts | {"count": most})
            return _of(person, MEETING, told)
    return _of(person, GROUP, msg("fewer than {least} people would come together", least=least))


_NO_HOUR = msg(
    "no hour that {least} share: of {person} and the {others} who fit at most {count} are free at "
    "once"
)
_NO_LANGUAGE = msg(
    "no language that {least} speak: of {person} and the {others} who fit at most {count} speak one"
)


def _obstacle(
    table: Table, person: Participant, members: Sequence[Participant]
) -> Unmatched | None:
    against = _against(table, person, members)
    if against:
        return _of(person, "circle", against)
    apart = no_way_to_join(members, person, table.terms)
    return _of(person, MEETING, apart) if apart else None


def _against(table: Table, person: Participant, members: Sequence[Participant]) -> Message | None:
    """The first limit between somebody and a member of a circle."""
    for member in members:
        for one, other in ((person, member), (member, person)):
            if limit := limit_of(one, other, table.terms):
                return limit.reason(one, other, table.terms)
    return None


def _is_limited(grouping: Grouping) -> bool:
    most = grouping.field.company.most
    return most is not None and len(grouping.groups) >= most


def _by_the_program(person: Participant, table: Table) -> Unmatched:
    most = table.terms.program.capacity.pairs or 0
    text = msg_n("the program takes {count} group", "the program takes {count} groups", most)
    return _of(person, PROGRAM, text, msg("a larger capacity.pairs"))


def _of(person: Participant, limit: str, text: Message, help_: Message | None = None) -> Unmatched:
    return Unmatched(person.id, person.enrolment.role, limit, text, would_help=help_)
