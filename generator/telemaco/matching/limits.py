"""What forbids a pair: every limit with the facts that make it hold.

The first limit in the list that holds is the one that is told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from telemaco.matching import program_rules, reasons
from telemaco.matching.meeting import asks_hours, share_an_hour, sharing
from telemaco.matching.participants import Couple, Earlier, Mask, Participant, Terms
from telemaco.matching.rows import alike
from telemaco.matching.scores import (
    CRITERIA,
    HIGHEST,
    Scores,
    is_required,
    score,
    scores,
    shares,
)
from telemaco.messages import Message, msg
from telemaco.model.overlap import clock_gap
from telemaco.records.base import PersonId
from telemaco.records.program import Weight

Positions = npt.NDArray[np.int8]
"""A position in LIMITS for every mentee (row) and mentor (column)."""

NONE = -1
"""No limit holds."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: its name, whether it holds, and what is told when it does."""

    name: str
    holds: Callable[[Participant, Participant, Terms], bool]
    reason: Callable[[Participant, Participant, Terms], Message]


def limit_of(mentee: Participant, mentor: Participant, terms: Terms) -> Limit | None:
    """The limit that forbids a pair, if one does."""
    return next((limit for limit in LIMITS if limit.holds(mentee, mentor, terms)), None)


def limits(
    mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms, found: Scores
) -> Positions:
    """For all pairs the position in LIMITS of the one that forbids it, else NONE."""
    positions = np.full(found.total.shape, NONE, np.int8)
    for position, forbids in enumerate(_masks(mentees, mentors, terms, found)):
        if forbids is not None:
            is_first = forbids & (positions == NONE)
            positions += is_first.view(np.int8) * np.int8(position - NONE)
    return positions


def all_limits(
    mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms
) -> npt.NDArray[np.int32]:
    """For all pairs every limit that forbids it: the sum of its `BIT`s, 0 for none."""
    found = scores(mentees, mentors, terms)(slice(None))
    bits = np.zeros(found.total.shape, np.int32)
    for position, forbids in enumerate(_masks(mentees, mentors, terms, found)):
        if forbids is not None:
            bits |= forbids.astype(np.int32) << position
    return bits


def _masks(
    mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms, found: Scores
) -> Iterator[Mask | None]:
    """Where each limit of LIMITS holds, in its order, one mask at a time; None for nowhere."""
    at = _positions(mentees), _positions(mentors)
    yield _couples(at, ((one.id, one.id) for one in mentees))
    yield _couples(at, _excluding(mentees, mentors))
    yield _couples(at, _both_ways(terms.forbidden))
    yield _couples(at, _both_ways(terms.parted))
    yield _couples(at, _both_ways(_repeated(terms)))
    yield _far_apart(mentees, mentors, terms)
    has_rules = bool(terms.program.matching.rules)
    yield program_rules.broken(mentees, mentors, terms) if has_rules else None
    yield _apart(mentees, mentors, terms)
    for name in CRITERIA:
        yield _unmet(found, name, terms)
    yield found.total < _minimum(terms) if _minimum(terms) else None


def _is_same(mentee: Participant, mentor: Participant, _terms: Terms) -> bool:
    return mentee.id == mentor.id


def _is_excluded(mentee: Participant, mentor: Participant, _terms: Terms) -> bool:
    return mentor.id in mentee.person.excludes or mentee.id in mentor.person.excludes


def _is_forbidden(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    return frozenset((mentee.id, mentor.id)) in terms.forbidden


def _is_parted(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    return frozenset((mentee.id, mentor.id)) in terms.parted


def _is_repeated(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    return frozenset((mentee.id, mentor.id)) in _repeated(terms)


def _is_far(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    most = terms.program.matching.maximum_timezone_gap
    return most is not None and clock_gap(mentee.ahead, mentor.ahead) > most * 60


def _is_apart(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    return bool(terms.clocks) and not share_an_hour(mentee, mentor, terms)


def _is_low(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    return score(shares(mentee, mentor, terms)) < _minimum(terms)


def _minimum(terms: Terms) -> int:
    return terms.program.matching.minimum_score * HIGHEST // 100


def _repeated(terms: Terms) -> Mapping[Couple, Earlier]:
    return {} if terms.program.matching.repeat_pairs else terms.former


def _unmet_limit(name: str) -> Limit:
    """A criterion that is required and not met at all."""

    def holds(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
        return _is_required(name, terms) and CRITERIA[name].value(mentee, mentor, terms) == 0

    return Limit(name, holds, reasons.UNMET[name])


LIMITS: tuple[Limit, ...] = (
    Limit("same-person", _is_same, lambda *_: msg("nobody is their own mentor")),
    Limit("excluded", _is_excluded, reasons.excluded),
    Limit("forbidden", _is_forbidden, reasons.forbidden),
    Limit("parted", _is_parted, reasons.parted),
    Limit("repeated", _is_repeated, reasons.repeated),
    Limit("timezones", _is_far, reasons.far_apart),
    Limit("rules", program_rules.breaks_a_rule, program_rules.reason),
    Limit("meeting", _is_apart, reasons.no_common_meeting),
    *(_unmet_limit(name) for name in CRITERIA),
    Limit("minimum-score", _is_low, lambda *people: reasons.low(score(shares(*people)), *people)),
)
"""Every limit, the most telling first."""

BIT: Mapping[str, int] = {limit.name: 1 << position for position, limit in enumerate(LIMITS)}
"""A number for every limit, so that several can be told in one."""


def _couples(
    at: tuple[Mapping[PersonId, int], Mapping[PersonId, int]],
    couples: Iterable[tuple[PersonId, PersonId]],
) -> Mask | None:
    rows, columns = at
    found = [
        (rows[mentee], columns[mentor])
        for mentee, mentor in couples
        if mentee in rows and mentor in columns
    ]
    if not found:
        return None
    mask = np.zeros((len(rows), len(columns)), np.bool_)
    mask[tuple(zip(*found, strict=True))] = True
    return mask


def _positions(people: Sequence[Participant]) -> Mapping[PersonId, int]:
    return {one.id: position for position, one in enumerate(people)}


def _excluding(
    mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> Iterable[tuple[PersonId, PersonId]]:
    yield from ((one.id, other) for one in mentees for other in one.person.excludes)
    yield from ((other, one.id) for one in mentors for other in one.person.excludes)


def _both_ways(couples: Iterable[Couple]) -> Iterable[tuple[PersonId, PersonId]]:
    for couple in couples:
        one, other = couple
        yield one, other
        yield other, one


def _far_apart(
    mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms
) -> Mask | None:
    most = terms.program.matching.maximum_timezone_gap
    if most is None:
        return None
    mine, rows = alike([one.ahead for one in mentees])
    theirs, columns = alike([one.ahead for one in mentors])
    gaps = [
        [clock_gap(mentees[row].ahead, mentors[column].ahead) > most * 60 for column in theirs]
        for row in mine
    ]
    far: Mask = np.array(gaps, np.bool_).reshape(len(mine), len(theirs))[np.ix_(rows, columns)]
    return far


def _apart(
    mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms
) -> Mask | None:
    if not terms.clocks or not asks_hours(terms):
        return None
    return ~sharing(mentees, mentors, terms)


def _is_required(name: str, terms: Terms) -> bool:
    """A group needs a language that all speak, as long as languages count at all."""
    in_groups = bool(terms.clocks) and name == "languages"
    return is_required(name, terms) or (in_groups and terms.weights[name] is not Weight.OFF)


def _unmet(found: Scores, name: str, terms: Terms) -> Mask | None:
    if name not in found.values or not _is_required(name, terms):
        return None
    mask: Mask = found.values[name] == 0
    return mask
