"""Why this pair, and why nobody: the words for what was chosen."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import numpy.typing as npt

from telemaco.matching.cautions import cautions
from telemaco.matching.evidence import evidence
from telemaco.matching.limits import LIMITS
from telemaco.matching.phrases import listed
from telemaco.matching.result import Link, RunnerUp, Unmatched
from telemaco.matching.scores import score, shares
from telemaco.matching.table import Table
from telemaco.messages import Message, msg, msg_n

FULL = "full"
"""What binds somebody whom others would fit, had they a place left."""

_RUNNERS_UP = 3

_Numbers = npt.NDArray[np.int32]
_Limits = npt.NDArray[np.int8]
_Positions = npt.NDArray[np.int64]


def link(table: Table, row: int, column: int, today: date) -> Link:
    """A pair with everything that is said of it."""
    mentee, mentor, terms = table.mentees[row], table.mentors[column], table.terms
    parts = shares(mentee, mentor, terms)
    return Link(
        mentee.id,
        mentor.id,
        score(parts),
        parts,
        tuple(evidence(part.criterion, mentee, mentor, terms) for part in parts),
        tuple(cautions(mentee, mentor, terms, today)),
        _runners_up(table, row, column),
    )


def unmatched_mentee(table: Table, row: int) -> Unmatched:
    """What stands between a mentee and a mentor."""
    mentee = table.mentees[row]
    role = mentee.enrolment.role
    fitting = np.flatnonzero(table.allowed[row])
    if len(fitting):
        names = [table.mentors[at].person.name for at in _best(table.scores[row], fitting)]
        return Unmatched(
            mentee.id,
            role,
            FULL,
            msg_n(
                "{count} mentor fits and has no place left",
                "{count} mentors fit and have no place left",
                len(fitting),
            ),
            msg("one more place with {names}", names=", ".join(names)),
        )
    if not table.mentors:
        return Unmatched(mentee.id, role, FULL, msg("there is no mentor with a place"), None)
    limit = _most_binding(table.limits[row])
    closest = _closest(table.scores[row], table.limits[row], limit)
    reason = LIMITS[limit].reason(mentee, table.mentors[closest], table.terms)
    return Unmatched(
        mentee.id,
        role,
        LIMITS[limit].name,
        _counted(table.limits[row]),
        msg(
            "The closest, {name}: {reason}", name=table.mentors[closest].person.name, reason=reason
        ),
    )


def unmatched_mentor(table: Table, column: int) -> Unmatched:
    """What stands between a mentor and a mentee."""
    mentor = table.mentors[column]
    role = mentor.enrolment.role
    fitting = np.flatnonzero(table.allowed[:, column])
    if len(fitting):
        text = msg_n(
            "{count} mentee fits and is with somebody else",
            "{count} mentees fit and are with somebody else",
            len(fitting),
        )
        return Unmatched(mentor.id, role, FULL, text, None)
    if not table.mentees:
        return Unmatched(mentor.id, role, FULL, msg("there is no mentee who waits"), None)
    limit = _most_binding(table.limits[:, column])
    closest = _closest(table.scores[:, column], table.limits[:, column], limit)
    mentee = table.mentees[closest]
    reason = LIMITS[limit].reason(mentee, mentor, table.terms)
    return Unmatched(
        mentor.id,
        role,
        LIMITS[limit].name,
        _counted(table.limits[:, column]),
        msg("The closest, {name}: {reason}", name=mentee.person.name, reason=reason),
    )


def _runners_up(table: Table, row: int, column: int) -> tuple[RunnerUp, ...]:
    fitting = np.flatnonzero(table.allowed[row])
    others = fitting[fitting != column]
    return tuple(
        RunnerUp(table.mentors[at].id, int(table.scores[row, at]))
        for at in _best(table.scores[row], others)
    )


def _best(
    scores: _Numbers,
    among: _Positions,
) -> list[int]:
    """The positions with the highest scores, best first."""
    order = np.argsort(-scores[among], kind="stable")[:_RUNNERS_UP]
    return [int(at) for at in among[order]]


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
    "timezones": lambda n: msg_n("{count} too far by the clock", "{count} too far by the clock", n),
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
