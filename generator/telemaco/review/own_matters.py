"""What people decide about their own entry, and what a coordinator decides."""

from collections import Counter
from enum import StrEnum

from telemaco.records.person import Enrolment, EnrolmentStatus, Person


class Touched(StrEnum):
    """What a change touches.

    OWN: what its author decides alone. PLACE: in the author's own entry what a coordinator
    decides. OTHERS: what belongs to somebody else, or to all.
    """

    OWN = "own"
    PLACE = "place"
    OTHERS = "others"


_OF_THEIR_OWN = frozenset({EnrolmentStatus.PAUSED, EnrolmentStatus.WITHDRAWN})
"""What somebody may set the status of their enrolment to."""


def is_own_matter(before: Person, after: Person) -> bool:
    """Whether a change of an entry is for the person alone to decide.

    Not theirs are the account that the entry belongs to, trainings, and a place in a program: they
    may apply, pause and withdraw, and no more.
    """
    had = Counter(map(_place, before.enrolments))
    return (
        (before.github or "").casefold() == (after.github or "").casefold()
        and before.trained == after.trained
        and all(_is_theirs(enrolment, had) for enrolment in after.enrolments)
    )


def _is_theirs(enrolment: Enrolment, had: Counter[tuple[object, ...]]) -> bool:
    if had[_place(enrolment)]:
        return True
    if enrolment.status is EnrolmentStatus.APPLIED:
        return not enrolment.comes_first
    known = (_place(enrolment.model_copy(update={"status": status})) for status in EnrolmentStatus)
    return enrolment.status in _OF_THEIR_OWN and any(had[place] for place in known)


def _place(enrolment: Enrolment) -> tuple[object, ...]:
    return (enrolment.program, enrolment.role, enrolment.status, enrolment.comes_first)
