"""What stands between somebody and a partner."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from telemaco.matching.limits import LIMITS, NONE
from telemaco.matching.phrases import listed
from telemaco.matching.result import Unmatched
from telemaco.matching.solving.problem import Integers
from telemaco.matching.table import Table
from telemaco.messages import Message, msg, msg_n

FULL = "full"
"""What binds somebody whom others would fit, had they a place left."""

_Numbers = npt.NDArray[np.int32]
_Limits = npt.NDArray[np.int8]


def unmatched_mentee(table: Table, row: int) -> Unmatched:
    """What stands between a mentee and a mentor."""
    mentee, limits = table.mentees[row], table.limits[row]
    role = mentee.enrolment.role
    fitting = int((limits == NONE).sum())
    if fitting:
        return Unmatched(
            mentee.id,
            role,
            FULL,
            msg_n(
                "{count} mentor fits and has no place left",
                "{count} mentors fit and have no place left",
                fitting,
            ),
        )
    if not table.mentors:
        return Unmatched(mentee.id, role, FULL, msg("there is no mentor with a place"))
    limit = _most_binding(limits)
    closest = table.mentors[_closest(table.scores[row], limits, limit)]
    reason = LIMITS[limit].reason(mentee, closest, table.terms)
    told = _told_of(closest.person.name, reason)
    return Unmatched(mentee.id, role, LIMITS[limit].name, _counted(limits), told)


def unmatched_mentor(table: Table, column: int) -> Unmatched:
    """What stands between a mentor and a mentee, or one more."""
    mentor = table.mentors[column]
    return replace(_unmatched_mentor(table, column), has_mentees=mentor.load > 0)


def _unmatched_mentor(table: Table, column: int) -> Unmatched:
    mentor, limits = table.mentors[column], table.limits[:, column]
    role = mentor.enrolment.role
    fitting = int((limits == NONE).sum())
    if fitting:
        text = msg_n(
            "{count} mentee fits and is with somebody else",
            "{count} mentees fit and are with somebody else",
            fitting,
        )
        return Unmatched(mentor.id, role, FULL, text)
    if not table.mentees:
        return Unmatched(mentor.id, role, FULL, msg("no mentee waits for a mentor"))
    limit = _most_binding(limits)
    closest = table.mentees[_closest(table.scores[:, column], limits, limit)]
    reason = LIMITS[limit].reason(closest, mentor, table.terms)
    told = _told_of(closest.person.name, reason)
    return Unmatched(mentor.id, role, LIMITS[limit].name, _counted(limits), told)


def kept_apart(table: Table, row: int, others: Integers) -> Unmatched:
    """What stands between a peer and these others, each of whom a limit forbids on either side."""
    mine, theirs = table.limits[row, others], table.limits[others, row]
    limits = np.where(mine != NONE, mine, theirs)
    limit, peer = _most_binding(limits), table.mentees[row]
    at = _closest(table.scores[row, others], limits, limit)
    closest = table.mentees[int(others[at])]
    two = (peer, closest) if mine[at] != NONE else (closest, peer)
    told = _told_of(closest.person.name, LIMITS[limit].reason(*two, table.terms))
    return Unmatched(peer.id, peer.enrolment.role, LIMITS[limit].name, _counted(limits), told)


def _told_of(name: str, reason: Message) -> Message:
    return msg("The closest, {name}: {reason}", name=name, reason=reason)


def _most_binding(limits: _Limits) -> int:
    """The limit that forbids the most; of equals the first."""
    counted = Counter(limits.tolist())
    return int(min(counted, key=lambda limit: (-counted[limit], limit)))


def _closest(
    scores: _Numbers,
    limits: _Limits,
    limit: int,
) -> int:
    """The one with the best score among those whom this limit forbids."""
    among = np.flatnonzero(limits == limit)
    return int(among[scores[among].argmax()])


def _counted(limits: _Limits) -> Message:
    """How many others each limit forbids, the one that forbids most first."""
    counted = Counter(limits.tolist())
    ranked = sorted(counted, key=lambda limit: (-counted[limit], limit))
    return listed([_COUNTED[LIMITS[limit].name](counted[limit]) for limit in ranked])


_COUNTED: Mapping[str, Callable[[int], Message]] = {
    "same-person": lambda _: msg("themselves"),
    "excluded": lambda n: msg_n("{count} ruled out", "{count} ruled out", n),
    "forbidden": lambda n: msg_n("{count} forbidden", "{count} forbidden", n),
    "parted": lambda n: msg_n("{count} tried before", "{count} tried before", n),
    "repeated": lambda n: msg_n("{count} former partner", "{count} former partners", n),
    "timezones": lambda n: msg_n(
        "{count} in time zones too far apart", "{count} in time zones too far apart", n
    ),
    "rules": lambda n: msg_n(
        "{count} against the program's rules", "{count} against the program's rules", n
    ),
    "meeting": lambda n: msg_n(
        "{count} without a common time to meet", "{count} without a common time to meet", n
    ),
    "skills": lambda n: msg_n("{count} without the skills", "{count} without the skills", n),
    "goals": lambda n: msg_n("{count} with other goals", "{count} with other goals", n),
    "languages": lambda n: msg_n(
        "{count} without a common language", "{count} without a common language", n
    ),
    "availability": lambda n: msg_n(
        "{count} without a common hour", "{count} without a common hour", n
    ),
    "approach": lambda n: msg_n(
        "{count} with another approach", "{count} with another approach", n
    ),
    "experience": lambda n: msg_n(
        "{count} without more experience", "{count} without more experience", n
    ),
    "preference": lambda n: msg_n("{count} not asked for", "{count} not asked for", n),
    "minimum-score": lambda n: msg_n(
        "{count} below the minimum score", "{count} below the minimum score", n
    ),
}
