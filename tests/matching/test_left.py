from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.changes import Kind
from telemaco.matching.choosing import Choice
from telemaco.matching.full_mentors import full_mentors
from telemaco.matching.hours import HOURS
from telemaco.matching.left import Left, left_without
from telemaco.matching.participants import Earlier, Participant, Terms
from telemaco.matching.pins import choose_around
from telemaco.matching.result import Unmatched
from telemaco.matching.silence import with_silence
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.table import Table, table_of
from telemaco.model.overlap import free_slots
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairStatus
from telemaco.records.person import FreeTime, LanguageLevel, Offer, SkillLevel, Wish
from telemaco.records.program import Role, Weight
from tests.matching.people import FIRST, LAST, OTHER_NAMES, WEIGHTS, sides, terms
from tests.matching.tables import pairs_of, tables

LARGEST_SETS = ("fair", "coverage")
OBJECTIVES = (*LARGEST_SETS, "total", "stable")
RULES = ("must reach: target level", "must differ: timezone", "mentor structure >= 3")
COUPLES = st.frozensets(
    st.tuples(st.sampled_from(OTHER_NAMES[:3]), st.sampled_from(OTHER_NAMES[3:])).map(
        lambda pair: frozenset(map(PersonId, pair))
    ),
    max_size=3,
)
EARLIER = Earlier(ProgramId("autumn"), PairStatus.COMPLETED, FIRST, LAST)
OF_PROGRAM = {Kind.GAP, Kind.MINIMUM, Kind.RULE, Kind.REPEAT, Kind.ORDER}


@st.composite
def runs(
    draw: st.DrawFn,
    objectives: Sequence[str] = OBJECTIVES,
    minima: Sequence[int] = (0, 0, 30, 60),
) -> tuple[Table, int | None]:
    """People with limits of every kind, and the most pairs that the program takes."""
    mentees, mentors = draw(sides())
    known = terms(
        {
            "objective": draw(st.sampled_from(objectives)),
            "weights": draw(WEIGHTS),
            "maximum_timezone_gap": draw(st.sampled_from((None, None, 0, 5))),
            "minimum_score": draw(st.sampled_from(minima)),
            "rules": draw(st.lists(st.sampled_from(RULES), unique=True, max_size=2)),
            "repeat_pairs": draw(st.booleans()),
        }
    )
    former = dict.fromkeys(draw(COUPLES), EARLIER)
    known = replace(known, former=former, forbidden=draw(COUPLES))
    mentors = [replace(one, room=draw(st.integers(1, 2))) for one in mentors]
    return table_of(mentees, mentors, known), draw(st.sampled_from((None, None, 1, 2)))


def _left(table: Table, choice: Choice, full: Sequence[Participant] = ()) -> Left:
    return left_without(table, choice, full_mentors(table, full, choice, "salt"))


def _chosen(table: Table, most: int | None) -> Choice:
    return choose_around(table, most, "salt", {})


@settings(max_examples=80, deadline=None)
@given(run=runs())
def test_change_that_is_named_serves_one_more(run: tuple[Table, int | None]) -> None:
    table, most = run
    choice = _chosen(table, most)

    for left in _left(table, choice).unmatched:
        if left.change:
            changed, more = _changed(table, most, left)
            again = _chosen(changed, more)
            is_served = _is_matched(changed, again, left) and not choice.most_are_wanted
            assert pairs_of(again) > pairs_of(choice) or is_served


@settings(max_examples=20, deadline=None)
@given(run=runs(LARGEST_SETS, minima=(0,)))
def test_no_smaller_change_would_serve_one_more(run: tuple[Table, int | None]) -> None:
    table, most = run
    choice = _chosen(table, most)

    for left in _left(table, choice).unmatched:
        found = left.change.kind if left.change else None
        for kind, changed, more in _every_change(table, most, left):
            if kind is found:
                break
            assert pairs_of(_chosen(changed, more)) == pairs_of(choice), kind


@settings(max_examples=80, deadline=None)
@given(run=runs())
def test_place_with_a_full_mentor_serves_one_more_if_it_is_named(
    run: tuple[Table, int | None],
) -> None:
    everybody, _ = run
    mentees, mentors, known = everybody.mentees, everybody.mentors, everybody.terms
    full = [replace(one, room=1, load=1) for one in mentors[:2]]
    others = mentors[2:]
    table = table_of(mentees, others, with_silence(known, mentees, others))
    choice = _chosen(table, None)

    for left in _left(table, choice, full).unmatched:
        found = left.change
        for mentor in full:
            after = with_silence(known, mentees, [*others, mentor])
            changed = table_of(mentees, [*others, mentor], after)
            again = _chosen(changed, None)
            serves = pairs_of(again) > pairs_of(choice)
            if found and found.kind is Kind.PLACE and found.other == mentor:
                is_served = _is_matched(changed, again, left) and not choice.most_are_wanted
                assert serves or is_served
            elif left.role is Role.MENTEE and choice.most_are_wanted and not found:
                row = list(mentees).index(next(one for one in mentees if one.id == left.person))
                assert not changed.allowed[row, -1]


@settings(max_examples=60, deadline=None)
@given(table=tables(LARGEST_SETS))
def test_those_who_compete_are_more_than_the_places(table: Table) -> None:
    choice = _chosen(table, None)

    left = _left(table, choice)

    competing = [one for rivals in left.competitions for one in rivals.mentees]
    assert len(competing) == len(set(competing))
    for rivals in left.competitions:
        rows = [at for at, one in enumerate(table.mentees) if one.id in rivals.mentees]
        columns = [at for at, one in enumerate(table.mentors) if one.id in rivals.mentors]
        fitting = set(np.flatnonzero(table.allowed[rows].any(axis=0)).tolist())
        assert fitting == set(columns)
        assert rivals.places == sum(table.mentors[at].room for at in columns)
        unserved = sum(choice.chosen[row] == UNMATCHED for row in rows)
        assert len(rows) - rivals.places == unserved > 0
        for column in columns:
            wider = [
                replace(one, room=one.room + (at == column)) for at, one in enumerate(table.mentors)
            ]
            again = _chosen(replace(table, mentors=wider), None)
            assert pairs_of(again) == pairs_of(choice) + 1
    for row in np.flatnonzero(choice.chosen == UNMATCHED).tolist():
        assert (table.mentees[row].id in competing) == bool(table.allowed[row].any())


def _changed(table: Table, most: int | None, left: Unmatched) -> tuple[Table, int | None]:
    """The matching as it would be with the change."""
    change = left.change
    assert change
    if change.kind is Kind.PAIRS:
        return table, (most or 0) + 1
    if change.kind is Kind.PLACE:
        assert change.other
        return _with_room(table, change.other.id), most
    if change.kind in OF_PROGRAM:
        return table_of(table.mentees, table.mentors, change.terms), most
    return _with_one(table, left, change.one, change.terms), most


def _with_room(table: Table, mentor: PersonId) -> Table:
    mentors = [
        replace(one, room=one.room + 1) if one.id == mentor else one for one in table.mentors
    ]
    return replace(table, mentors=mentors)


def _with_one(table: Table, left: Unmatched, one: Participant, known: Terms) -> Table:
    """One person, on the side on which they are left, is another; what is said is theirs only."""
    if left.role is Role.MENTEE:
        mentees = [one if mentee.id == one.id else mentee for mentee in table.mentees]
        row = mentees.index(one)
        judged = table_of([one], table.mentors, known)
        scores, limits = table.scores.copy(), table.limits.copy()
        scores[row], limits[row] = judged.scores[0], judged.limits[0]
        return Table(mentees, table.mentors, table.terms, scores, limits)
    mentors = [one if mentor.id == one.id else mentor for mentor in table.mentors]
    column = mentors.index(one)
    judged = table_of(table.mentees, [one], known)
    scores, limits = table.scores.copy(), table.limits.copy()
    scores[:, column], limits[:, column] = judged.scores[:, 0], judged.limits[:, 0]
    return Table(table.mentees, mentors, table.terms, scores, limits)


def _is_matched(table: Table, choice: Choice, left: Unmatched) -> bool:
    if left.role is Role.MENTEE:
        row = [one.id for one in table.mentees].index(left.person)
        return bool(choice.chosen[row] != UNMATCHED)
    column = [one.id for one in table.mentors].index(left.person)
    return bool((choice.chosen == column).any())


def _every_change(
    table: Table, most: int | None, left: Unmatched
) -> Iterator[tuple[Kind, Table, int | None]]:
    """Every change of somebody that there is, in the order in which they are to be named."""
    side = table.mentees if left.role is Role.MENTEE else table.mentors
    one = next(person for person in side if person.id == left.person)
    for changed in _hours(one):
        yield Kind.HOUR, _with_one(table, left, changed, table.terms), most
    for changed in _skills(table, one, left):
        yield Kind.SKILL, _with_one(table, left, changed, table.terms), most
    if left.role is Role.MENTEE:
        row = list(table.mentees).index(one)
        for column in np.flatnonzero(table.allowed[row]).tolist():
            yield Kind.PLACE, _with_room(table, table.mentors[column].id), most
    for code, level in one.person.languages.items():
        if level is LanguageLevel.BASIC:
            languages = {**one.person.languages, code: LanguageLevel.WORKING}
            changed = _with(one, languages=languages)
            yield Kind.LEVEL, _with_one(table, left, changed, table.terms), most
    for kind, known in _terms(table.terms, one):
        yield kind, _with_one(table, left, one, known), most
    at = list(side).index(one)
    fits = table.allowed[at] if left.role is Role.MENTEE else table.allowed[:, at]
    if most is not None and fits.any():
        yield Kind.PAIRS, table, most + 1


def _hours(one: Participant) -> Iterator[Participant]:
    for day, start in HOURS[::6] if one.person.availability else ():
        clock = {"days": [day], "from": f"{start // 60:02}:00", "to": f"{start // 60 + 1:02}:00"}
        hours = (*one.person.availability, FreeTime.model_validate(clock))
        free = tuple(free_slots(hours, minutes) for minutes in one.ahead)
        yield replace(_with(one, availability=hours), free=free)


def _skills(table: Table, one: Participant, left: Unmatched) -> Iterator[Participant]:
    if left.role is Role.MENTEE:
        known = {wish.skill for wish in one.person.seeks}
        for offer in [offer for mentor in table.mentors for offer in mentor.person.offers]:
            if offer.skill not in known:
                wish = Wish(skill=offer.skill, now=SkillLevel.NONE, target=offer.level, priority=2)
                yield _with(one, seeks=(*one.person.seeks, wish))
    else:
        known = {offer.skill for offer in one.person.offers}
        for wish in [wish for mentee in table.mentees for wish in mentee.person.seeks]:
            if wish.skill not in known:
                offer = Offer(skill=wish.skill, level=wish.target)
                yield _with(one, offers=(*one.person.offers, offer))


def _terms(known: Terms, one: Participant) -> Iterator[tuple[Kind, Terms]]:
    matching = known.program.matching
    if matching.maximum_timezone_gap is not None:
        for hours in range(15):
            yield Kind.GAP, _with_matching(known, maximum_timezone_gap=hours)
    for rule in matching.rules:
        rules = tuple(other for other in matching.rules if other != rule)
        yield Kind.RULE, _with_matching(known, rules=rules)
    yield Kind.REPEAT, _with_matching(known, repeat_pairs=True)
    for couple in known.forbidden:
        if one.id in couple:
            yield Kind.ORDER, replace(known, forbidden=known.forbidden - {couple})
    for name, weight in known.weights.items():
        if weight is Weight.REQUIRED and name != "languages":
            weights = matching.weights.model_copy(update={name: Weight.HIGH})
            yield Kind.CRITERION, _with_matching(known, weights=weights)


def _with(one: Participant, **keys: Any) -> Participant:  # noqa: ANN401 (keys of a person)
    return replace(one, person=one.person.model_copy(update=keys))


def _with_matching(known: Terms, **keys: Any) -> Terms:  # noqa: ANN401 (keys of a matching)
    matching = known.program.matching.model_copy(update=keys)
    return replace(known, program=known.program.model_copy(update={"matching": matching}))
