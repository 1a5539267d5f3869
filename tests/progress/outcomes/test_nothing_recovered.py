"""No figure that the report leaves out can be worked out from those that it tells.

How many were matched, and how many go on, is none of these: it can be counted on the pages of
pairs; how many show a certificate can be on those of certificates. Nor do figures
that are told together give one that is of few, of which the report has no figure.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.model.standing import is_current
from telemaco.progress.outcomes.values import Stage
from telemaco.render.reports.data import as_json
from telemaco.usecases.report import report
from tests.fakes import community
from tests.progress.answers import group
from tests.progress.outcomes.circle import (
    DONE,
    EARLY,
    GOES_ON,
    LEFT,
    PROGRAM,
    REACHED,
    TODAY,
    Two,
    files,
    person,
)

_HIDDEN = "not shown, so that nobody can be picked out"
_ROLES = ("mentor", "mentee")
_PROGRAM = (
    PROGRAM
    + "completion: {minimum_sessions: 1, certificate: true}\n"
    + "evaluation: [{survey: end, at: end}]\n"
)
_HELD = {"2027-01-20": "status: held", "2027-05-20": "status: held"}
_GOALS = (
    "",
    "goals: [{id: a, statement: A, objective: craft, status: achieved}]\n",
    "goals: [{id: a, statement: A, objective: craft}, {id: b, statement: B, objective: voice}]\n",
)
_ENDS = st.sampled_from(
    [
        DONE.facts,
        LEFT.facts,
        LEFT.facts.replace("no-time", "conduct"),
        LEFT.facts.replace("no-time", "moved-on").replace("02-15", "05-30"),
        EARLY.facts,
        REACHED.facts.replace("03-01", "04-20"),
        GOES_ON.facts,
        "status: confirmed\n",
    ]
)
_PAIRS = st.builds(
    lambda facts, goals, notes: Two(facts + goals, notes),
    _ENDS,
    st.sampled_from(_GOALS),
    st.sampled_from([{}, _HELD]),
)
_RUNS = st.lists(st.tuples(_PAIRS, st.integers(1, 9)), min_size=1, max_size=5)
_OTHERS = st.dictionaries(
    st.sampled_from(["applied", "accepted", "declined"]), st.integers(0, 7), max_size=3
)
_SHOWING = st.integers(0, 20)


_FEW = 5
_LATER = Two(LEFT.facts.replace("02-15", "05-30"))


@dataclass(frozen=True)
class _Sum:
    """The sum of the `parts`, each times 1 or -1, is zero; else it is zero at least."""

    parts: Mapping[str, int]
    is_zero: bool = True


@settings(max_examples=25)
@given(_RUNS, _OTHERS, st.integers(0, 12), _SHOWING)
def test_no_figure_left_out_can_be_worked_out(
    runs: list[tuple[Two, int]], others: dict[str, int], answers: int, showing: int
) -> None:
    pairs = [pair for pair, number in runs for _ in range(number)]
    _judge(pairs, others, answers, showing)


@pytest.mark.parametrize(
    "pairs",
    [
        [Two(DONE.facts, _HELD)] * 20 + [Two(LEFT.facts, _HELD)] * 2,
        [Two(DONE.facts, _HELD)] * 20 + [LEFT] * 2,
        [LEFT] * 3,
        [GOES_ON] * 8 + [LEFT],
        [DONE] * 6 + [LEFT] * 3 + [_LATER],
        [DONE] * 7 + [EARLY],
        [Two(DONE.facts, _HELD)] * 10 + [Two(LEFT.facts, _HELD)] * 3,
        [GOES_ON] * 5 + [DONE],
    ],
)
def test_nor_in_those_that_were_once_found(pairs: list[Two]) -> None:
    _judge(pairs, {"declined": 1}, 9, 0)


def _judge(pairs: list[Two], others: dict[str, int], answers: int, showing: int) -> None:
    """`showing` mentees, if there are so many, show the certificate that they may have."""
    more = {
        f"program/people/{status}-{n}.yaml": person("mentee", status=status)
        for status, number in others.items()
        for n in range(number)
    }
    for n in range(min(showing, len(pairs))):
        text = person("mentee").replace("[name]", "[name, certificate]")
        more[f"program/people/circle-e{n}.yaml"] = text
    if answers:
        text = f"groups:\n{group('mentee', answers, quality=(0, 0, 0, answers))}"
        more["pairs/circle/surveys/end.yaml"] = text
    mentoring = community(files(pairs, program=_PROGRAM, more=more))
    said = as_json(report(mentoring, "circle", TODAY, _FEW))
    figures: dict[str, Any] = json.loads(said)["figures"]
    if "report" in figures:
        return
    pages = {
        "pages": len(mentoring.pairs),
        "begun": sum(pair.status != "confirmed" for pair in mentoring.pairs.values()),
        "on": sum(
            is_current(one) and one.status != "confirmed" for one in mentoring.pairs.values()
        ),
    }

    for less in _less(figures):
        assert less == 0 or less >= _FEW, (less, figures)
    for pairs_of in _steps(figures, pages["on"]):
        assert all(number == 0 or 2 * number >= _FEW for number in pairs_of), (pairs_of, figures)

    bounds = _bounds(figures, pages)

    for name, figure in figures.items():
        is_left_out = figure.get("missing") == _HIDDEN and name in bounds
        if is_left_out and not name.endswith((".matched", ".going_on")):
            low, high = bounds[name]
            assert low < high, (name, figures)


def _less(figures: dict[str, Any]) -> Iterator[int]:
    """By how many people a figure that is told is less than one before it, unless pairs tell it."""
    numbers = {name: figure["value"] for name, figure in figures.items() if "value" in figure}
    if "pairs.going_on" in numbers:
        yield 2 * (numbers["pairs.begun"] - numbers["pairs.going_on"])
    for role in _ROLES:
        told = [
            numbers[f"funnel.{role}.{stage}"]
            for stage in Stage
            if f"funnel.{role}.{stage}" in numbers and stage is not Stage.SHOWN
        ]
        known = {numbers.get(f"funnel.{role}.matched"), numbers.get("pairs.completed")}
        yield from (a - b for a, b in pairwise(told) if not {a, b} <= known)
        if f"funnel.{role}.certificate_earned" in numbers:
            yield told[-1] - numbers[f"funnel.{role}.certificate_shown"]


def _steps(figures: dict[str, Any], on: int) -> Iterator[tuple[int, int]]:
    """How many pairs left, and how many completed, between two months and after the last one.

    Those who go on are watched to the end: all pairs began on one day.
    """
    points = [figure for name, figure in figures.items() if name.startswith("months.")]
    left, share = 0, Fraction(1)
    for before, after in pairwise(points):
        at_risk, ended = before["of"], before["of"] - after["of"]
        fitting = [
            number
            for number in range(ended + 1)
            if round(100 * share * (at_risk - number) / at_risk) == after["percent"]
        ]
        if len(fitting) > 1:
            return
        (broken,) = fitting
        yield broken, ended - broken
        left, share = left + broken, share * (at_risk - broken) / at_risk
    if points:
        last = figures["pairs.left_early"]["value"] - left
        yield last, points[-1]["of"] - on - last


def _bounds(figures: dict[str, Any], pages: dict[str, int]) -> dict[str, tuple[float, float]]:
    """What is known of each figure from the others, and from what pages of pairs show."""
    sums = [*_sums(figures)]
    names = {name for one in sums for name in one.parts}
    bounds: dict[str, tuple[float, float]] = {name: (0, float("inf")) for name in names}
    for name in names:
        if name in pages:
            bounds[name] = (pages[name], pages[name])
        figure, part = name.removesuffix(":of"), "of" if name.endswith(":of") else "value"
        value = figures.get(figure, {}).get(part)
        if value is not None:
            bounds[name] = (value, value)
    for _round in range(8):
        for one in sums:
            _narrow(one, bounds)
    return bounds


def _narrow(one: _Sum, bounds: dict[str, tuple[float, float]]) -> None:
    """Bounds of each part from those of the others."""
    for name, sign in one.parts.items():
        rest = [(other, s) for other, s in one.parts.items() if other != name]
        least = sum(s * bounds[other][s < 0] for other, s in rest)
        most = sum(s * bounds[other][s > 0] for other, s in rest)
        low, high = bounds[name]
        if sign > 0:
            low = max(low, -most)
            high = min(high, -least) if one.is_zero else high
        else:
            high = min(high, most)
            low = max(low, least) if one.is_zero else low
        assert low <= high, (name, one)
        bounds[name] = (low, high)


def _sums(figures: dict[str, Any]) -> Iterator[_Sum]:
    """The equations between figures, and what is never less than something else."""
    yield _Sum({"pairs.begun": 1, "begun": -1})
    yield _Sum({"pairs.going_on": 1, "on": -1})
    yield _Sum(
        {"pairs.begun": 1, "pairs.going_on": -1, "pairs.completed": -1, "pairs.left_early": -1}
    )
    reasons = {name: -1 for name in figures if name.startswith("reasons.")}
    yield _Sum({"pairs.left_early": 1, **reasons})
    for role in _ROLES:
        stages = [
            f"funnel.{role}.{stage}" for stage in Stage if f"funnel.{role}.{stage}" in figures
        ]
        for before, after in pairwise(stages):
            yield _Sum({before: 1, after: -1}, is_zero=False)
        yield _Sum({f"funnel.{role}.matched": 1, "pages": -1})
        # Who never came has not completed, so that a count of people may be less; one that is
        # told is that of the pairs.
        completed = f"funnel.{role}.completed"
        have_all_met = figures[f"funnel.{role}.met"] == figures[f"funnel.{role}.matched"]
        is_known = "value" in figures[completed] or (
            have_all_met and "value" in figures[f"funnel.{role}.met"]
        )
        yield _Sum({"pairs.completed": 1, completed: -1}, is_zero=is_known)
        yield _Sum({f"surveys.end.{role}.answered:of": 1, "begun": -1}, is_zero=False)
    objectives = [name for name in figures if name.startswith("goals.") and name.count(".") == 1]
    yield _Sum({"goals:of": 1} | dict.fromkeys(objectives, -1))
    yield _Sum({"goals": 1} | {f"{name}.reached": -1 for name in objectives})
    for name in objectives:
        yield _Sum({name: 1, f"{name}.reached": -1}, is_zero=False)
