from datetime import date

import pytest

from telemaco.model.community import Community
from telemaco.progress.surveys import (
    SurveyFigures,
    changes,
    figures_of,
    mirrored,
    pooled,
    surveys_of,
)
from telemaco.records.base import ProgramId
from telemaco.records.program import Moment, Role
from telemaco.records.survey import Item, ItemResult
from tests.progress.atelier import PROGRAM, atelier

TODAY = date(2027, 12, 31)
EVALUATION = """\
evaluation:
  - {survey: start, at: start}
  - {survey: midpoint, at: midpoint}
  - {survey: end, at: end}
  - {survey: exit, at: exit}
"""
FOLDER = "pairs/atelier/surveys"


def group(role: str, answers: int, **items: tuple[int, ...]) -> str:
    results = ", ".join(
        f"{name.replace('_', '-')}: {{answers: {sum(counts)}, counts: {[*counts]}}}"
        for name, counts in items.items()
    )
    return f"  - {{role: {role}, answers: {answers}, items: {{{results}}}}}\n"


def atelier_with(**results: str) -> Community:
    files = {f"{FOLDER}/{name}.yaml": f"groups:\n{text}" for name, text in results.items()}
    return atelier(program=PROGRAM + EVALUATION, more=files)


def surveys(**results: str) -> tuple[SurveyFigures, ...]:
    return surveys_of(atelier_with(**results), ProgramId("atelier"), TODAY)


def test_every_survey_comes_with_what_may_be_shown() -> None:
    start, midpoint, end, _ = surveys(
        midpoint=group("mentee", 6, quality=(0, 1, 2, 3), stuck=(4, 0, 0, 0))
        + group("mentor", 4, quality=(0, 0, 0, 4))
    )

    assert (start.moment, start.groups, end.groups) == (Moment.START, (), ())
    (mentees,) = midpoint.groups
    assert (mentees.role, mentees.answers, mentees.asked) == (Role.MENTEE, 6, 1)
    assert mentees.rate is None
    (quality,) = mentees.items
    assert quality.item.id == "quality"
    assert quality.counts == (0, 1, 2, 3)
    assert quality.mean is not None
    assert quality.mean.value == pytest.approx(20 / 6)
    assert quality.median == 3.5
    assert quality.favourable is not None
    assert quality.favourable.value == pytest.approx(5 / 6)
    assert quality.recommendation is None


def test_answers_in_files_are_counted_once_their_week_is_over() -> None:
    files = {
        f"{FOLDER}/midpoint/k{place}.yaml": (
            "{survey: midpoint, program: atelier, role: mentee, week: 2027-W20, "
            'answers: {quality: "4", keep: The tea.}, share: quote}'
        )
        for place in range(5)
    }
    found = atelier(program=PROGRAM + EVALUATION, more=files)

    _, before, *_ = surveys_of(found, ProgramId("atelier"), date(2027, 5, 23))
    _, after, *_ = surveys_of(found, ProgramId("atelier"), date(2027, 5, 24))

    assert before.groups == ()
    assert after.groups[0].items[0].counts == (0, 0, 0, 5)
    ((item, words),) = after.groups[0].quotes
    assert (item.id, words) == ("keep", ("The tea.",) * 5)


def test_response_rate_is_of_those_who_were_asked() -> None:
    found = atelier(
        program=PROGRAM + EVALUATION,
        pair="members: ["
        + ", ".join(f"{{person: p{place}, role: mentee}}" for place in range(8))
        + "]\nstatus: active\nstart: 2027-01-04\n",
        more={f"{FOLDER}/end.yaml": f"groups:\n{group('mentee', 6)}"},
    )

    _, _, end, _ = surveys_of(found, ProgramId("atelier"), TODAY)

    rate = end.groups[0].rate
    assert end.groups[0].asked == 8
    assert rate is not None
    assert rate.value == 0.75


def test_question_that_has_changed_since_is_not_shown() -> None:
    _, midpoint, *_ = surveys(midpoint=group("mentee", 6, quality=(3, 3)))

    assert midpoint.groups[0].items == ()


def test_reverse_question_is_turned_round() -> None:
    item = Item.model_validate(
        {"id": "a", "kind": "scale", "text": "A", "scale": ["1", "2", "3"], "reverse": True}
    )

    figures = figures_of(item, ItemResult(answers=5, counts=(4, 0, 1)))

    assert figures.counts == (4, 0, 1)
    assert figures.mean is not None
    assert figures.mean.value == pytest.approx(13 / 5)
    assert figures.favourable is not None
    assert figures.favourable.value == 0.8


@pytest.mark.parametrize(
    ("kind", "counts", "liked"),
    [
        ("recommend-0-10", (0, 0, 0, 0, 0, 0, 0, 0, 3, 1, 1), 0.4),
        ("gas", (1, 1, 1, 1, 1), 0.6),
        ("choice", (2, 3), None),
    ],
)
def test_what_counts_as_favourable_depends_on_the_question(
    kind: str, counts: tuple[int, ...], liked: float | None
) -> None:
    item = Item.model_validate({"id": "a", "kind": kind, "text": "A", "scale": ["x", "y"]})

    figures = figures_of(item, ItemResult(answers=5, counts=counts))

    assert (figures.favourable and figures.favourable.value) == liked
    assert (figures.recommendation is not None) == (kind == "recommend-0-10")


def test_two_sides_of_a_question_are_set_beside_each_other() -> None:
    found = mirrored(
        surveys(
            midpoint=group("mentor", 5, quality=(0, 0, 5, 0), i_listen=(0, 0, 0, 5))
            + group("mentee", 5, quality=(0, 0, 0, 5), listens=(0, 5, 0, 0), stuck=(5, 0, 0, 0)),
            exit=group("mentor", 5, asked_help=(1, 2, 2))
            + group("mentee", 5, asked_help=(1, 2, 2)),
        )
    )

    told = [
        (one.one.role, one.one.figures.item.id, one.other.figures.item.id, one.difference.value)
        for one in found
    ]
    assert told == [
        (Role.MENTOR, "quality", "quality", -1),
        (Role.MENTOR, "i-listen", "listens", 2),
    ]


def test_mirror_may_stand_in_another_survey_of_the_moment() -> None:
    item = "kind: scale, text: T, scale: [no, yes]"
    survey = "{title: T, readers: [coordinator], roles: [%s], items: [{id: %s, %s}]}"
    found = atelier(
        program=PROGRAM + "evaluation: [{survey: ours, at: end}, {survey: theirs, at: end}]",
        more={
            "program/surveys/ours.yaml": survey % ("mentee", "a", item),
            "program/surveys/theirs.yaml": survey % ("mentor", "b", f"mirrors: a, {item}"),
            f"{FOLDER}/ours.yaml": f"groups:\n{group('mentee', 5, a=(5, 0))}",
            f"{FOLDER}/theirs.yaml": f"groups:\n{group('mentor', 5, b=(0, 5))}",
        },
    )

    (pair,) = mirrored(surveys_of(found, ProgramId("atelier"), TODAY))

    assert (pair.one.survey, pair.other.survey, pair.difference.value) == ("theirs", "ours", 1)


def test_same_question_is_compared_from_the_first_to_the_last_moment() -> None:
    (found,) = changes(
        surveys(
            start=group("mentee", 5, skill=(5, 0, 0, 0, 0)),
            end=group("mentee", 5, skill=(0, 0, 0, 5, 0), quality=(0, 0, 0, 5)),
            exit=group("mentee", 5, again=(0, 0, 0, 5, 0)),
        )
    )

    assert (found.one.moment, found.other.moment) == (Moment.END, Moment.START)
    assert found.difference.value == 3
    assert found.difference.tells_a_difference


def test_runs_are_put_together_as_sums_of_what_each_shows() -> None:
    first = surveys(
        end=group("mentee", 5, quality=(0, 0, 0, 5)) + group("mentor", 4, quality=(4, 0))
    )
    second = surveys(end=group("mentee", 6, quality=(6, 0, 0, 0)), start=group("mentor", 7))

    start, _, end, _ = pooled([first, second])

    assert [(one.role, one.answers) for one in start.groups] == [(Role.MENTOR, 7)]
    (mentees,) = end.groups
    assert (mentees.answers, mentees.asked, mentees.rate) == (11, 2, None)
    assert mentees.items[0].counts == (6, 0, 0, 5)
