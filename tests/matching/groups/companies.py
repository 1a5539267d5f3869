"""Small programs of groups, and every set of groups that they allow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from telemaco.matching.groups.branch import Field, groups_in
from telemaco.matching.groups.company import Company, company_of
from telemaco.matching.meeting import clocks_of, meeting_slots
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.table import Table, table_of
from telemaco.model.overlap import SLOT, SLOTS
from telemaco.model.spoken import working_languages
from tests.matching.people import SKILLS, participant, terms

ZONES = ("Europe/Rome", "America/Lima", "America/New_York")

HOURS = st.builds(
    lambda day, start, length: {
        "days": [day],
        "from": f"{start}:00",
        "to": f"{start + length}:00",
    },
    st.sampled_from(("mon", "tue")),
    st.integers(11, 19),
    st.integers(1, 4),
)
VALUES = st.fixed_dictionaries(
    {
        "timezone": st.sampled_from(ZONES),
        "languages": st.dictionaries(
            st.sampled_from(("it", "de", "en-GB")),
            st.sampled_from(("basic", "working", "native", "native")),
            min_size=1,
        ),
        "availability": st.lists(HOURS, max_size=3),
    },
    optional={
        "excludes": st.lists(
            st.sampled_from([f"mentee-{at}" for at in range(6)]), max_size=1, unique=True
        )
    },
)
SELDOM = st.sampled_from((False, False, False, True))
SKILL = st.fixed_dictionaries({"skill": st.sampled_from(SKILLS)})


def group_terms(people: Sequence[Participant], **program: Any) -> Terms:  # noqa: ANN401 (keys of a file)
    """The terms of a program of groups of these people."""
    known = terms(program.pop("matching", None), kind="group", **program)
    return replace(known, clocks=clocks_of(people))


def group_table(
    mentees: Sequence[Participant],
    mentors: Sequence[Participant],
    **program: Any,  # noqa: ANN401 (keys of a file)
) -> Table:
    """The table of a program of groups."""
    return table_of(mentees, mentors, group_terms([*mentees, *mentors], **program))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Programs of up to six mentees and three mentors."""
    least = draw(st.integers(1, 3))
    capacity = {
        "group_minimum": least,
        "group_maximum": draw(st.integers(least, 4)),
        "co_mentors": draw(st.integers(0, 2)),
    }
    mentees = [
        participant(
            f"mentee-{at}", {**draw(VALUES), "seeks": [draw(SKILL)]}, comes_first=draw(SELDOM)
        )
        for at in range(draw(st.integers(1, 6)))
    ]
    mentors = [
        participant(
            f"mentor-{at}",
            {**draw(VALUES), "offers": [draw(SKILL)]},
            role="mentor",
            room=draw(st.integers(least, capacity["group_maximum"])),
            comes_first=draw(SELDOM),
        )
        for at in range(draw(st.integers(1, 3)))
    ]
    matching = {
        "objective": draw(st.sampled_from(("fair", "coverage", "total", "stable"))),
        "spread": draw(st.sampled_from(("even", "none"))),
        "weights": {
            "availability": draw(st.sampled_from(("required", "low", "off"))),
            "languages": draw(st.sampled_from(("required", "low", "off"))),
        },
    }
    return group_table(mentees, mentors, matching=matching, capacity=capacity)


def fields(most: int | None = None) -> st.SearchStrategy[Field]:
    """What groups of small programs are looked for in."""
    limits = st.sampled_from((None, None, 1, 2)) if most is None else st.just(most)
    return st.builds(lambda table, left: Field(company_of(table, left), "seed"), tables(), limits)


def can_meet(members: Sequence[Participant], known: Terms) -> bool:
    """Whether people share an hour and a language, looked at minute by minute."""
    weights = known.weights
    spoken = [working_languages(one.person) for one in members]
    if weights["languages"] != "off" and not frozenset.intersection(*spoken):
        return False
    telling = [one for one in members if one.person.availability]
    if weights["availability"] == "off" or not telling:
        return True
    return any(
        all(
            one.free[season] >> (start + step - later // SLOT) % SLOTS & 1
            for one in telling
            for season, later in enumerate(clock)
            for step in range(meeting_slots(known.program))
        )
        for clock in known.clocks
        for start in range(SLOTS)
        if telling[0].free[0] >> start & 1
    )


def problems_of(company: Company, groups: Mapping[int, Sequence[int]]) -> Iterator[str]:
    """Whatever is wrong with groups."""
    table = company.table
    if company.most is not None and len(groups) > company.most:
        yield "too many"
    for column, rows in groups.items():
        people = [table.mentors[column], *(table.mentees[row] for row in rows)]
        if not company.least <= len(rows) <= table.mentors[column].room:
            yield f"size of {column}"
        if not table.allowed[rows, column].all():
            yield f"limit in {column}"
        if not can_meet(people, table.terms):
            yield f"{column} cannot meet"
        ids = {table.mentees[row].id for row in rows}
        others = [(table.mentees[row], ids - {table.mentees[row].id}) for row in rows]
        if any(set(one.person.excludes) & rest for one, rest in others):
            yield f"excluded in {column}"


def every_grouping(field: Field) -> Iterator[Integers]:
    """Every set of groups that can meet, the mentor of every mentee each."""
    allowed = field.company.table.allowed
    choices = [[UNMATCHED, *np.flatnonzero(row).tolist()] for row in allowed]
    for plan in product(*choices):
        chosen = np.array(plan, np.int64)
        if is_right(field, chosen):
            yield chosen


def is_right(field: Field, chosen: Integers) -> bool:
    """Whether groups keep to everything that they have to."""
    company = field.company
    groups = groups_in(chosen)
    return (company.most is None or len(groups) <= company.most) and all(
        company.least <= len(rows) <= company.room[column] and company.can_meet(rows, [column])
        for column, rows in groups.items()
    )
