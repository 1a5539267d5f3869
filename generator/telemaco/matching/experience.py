"""The criterion of experience: a step that helps.

From 3 to 15 years more than the mentee are 1000; fewer in proportion, none or a negative step 0;
above 15 years each year takes 33 away, down to 500, because a very long step makes the mentee's
own situation hard to remember. In reverse mentoring the step is the mentee's. UNSAID when one
of the two does not say. The bounds are a convention of ours: no study was found that sets them.
"""

from collections.abc import Sequence

import numpy as np

from telemaco.matching.participants import UNSAID, Participant, Terms
from telemaco.matching.rows import Rows, alike
from telemaco.records.program import ProgramKind

_FULL = 1000
_SHORT = 3
_LONG = 15
_LOSS = 33
_LEAST = 500


def value(mentee: Participant, mentor: Participant, terms: Terms) -> int:
    """The value of one pair."""
    step = years_between(mentee, mentor, terms)
    if step is None:
        return UNSAID
    if step < _SHORT:
        return max(0, step) * _FULL // _SHORT
    return max(_LEAST, _FULL - _LOSS * max(0, step - _LONG))


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Rows:
    """The values of all pairs; mentees with as many years are looked at once."""
    kinds, kind_of = alike([one.person.experience_years for one in mentees])
    mine, i_say = _years([mentees[at] for at in kinds])
    theirs, they_say = _years(mentors)
    step = (theirs[None, :] - mine[:, None]) * _direction(terms)
    short = np.maximum(step, 0) * _FULL // _SHORT
    long = np.maximum(_LEAST, _FULL - _LOSS * np.maximum(0, step - _LONG))
    said = i_say[:, None] & they_say
    values = np.where(said, np.where(step < _SHORT, short, long), UNSAID).astype(np.int16)
    return lambda some: values[kind_of[some]]


def years_between(mentee: Participant, mentor: Participant, terms: Terms) -> int | None:
    """Years that the mentor is ahead, or behind in reverse mentoring; None when not known."""
    mine, theirs = mentee.person.experience_years, mentor.person.experience_years
    return None if mine is None or theirs is None else (theirs - mine) * _direction(terms)


def _direction(terms: Terms) -> int:
    return -1 if terms.program.kind is ProgramKind.REVERSE else 1


def _years(
    people: Sequence[Participant],
) -> tuple[np.ndarray[tuple[int], np.dtype[np.int32]], np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    years = [one.person.experience_years for one in people]
    said = np.array([year is not None for year in years], np.bool_)
    return np.array([year or 0 for year in years], np.int32), said
