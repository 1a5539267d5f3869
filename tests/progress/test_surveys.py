from datetime import date

import pytest

from telemaco.progress.surveys import figures_of, surveys_of
from telemaco.records.base import ProgramId
from telemaco.records.program import Moment, Role
from telemaco.records.survey import Item, ItemResult
from tests.progress.answers import EVALUATION, FOLDER, TODAY, group, surveys
from tests.progress.atelier import PROGRAM, atelier


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
    assert (item.id, words) == ("keep", ("The tea.",))


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


def test_those_who_left_are_not_counted_by_who_answered() -> None:
    members = ", ".join(f"{{person: p{place}, role: mentee}}" for place in range(8))
    left = "status: ended-early\nreason: no-time\nend: 2027-03-01\nstart: 2027-01-04\n"
    found = atelier(
        program=PROGRAM + EVALUATION,
        pair=f"members: [{members}]\n{left}",
        more={f"{FOLDER}/exit.yaml": f"groups:\n{group('mentee', 6)}"},
    )

    *_, exit_ = surveys_of(found, ProgramId("atelier"), TODAY)

    assert (exit_.groups[0].asked, exit_.groups[0].rate) == (8, None)


def test_answers_that_are_chosen_have_shares() -> None:
    item = Item.model_validate({"id": "a", "kind": "choice", "text": "A", "scale": ["x", "y"]})

    figures = figures_of(item, ItemResult(answers=5, counts=(2, 3)))

    assert [round(one.value, 1) for one in figures.shares] == [0.4, 0.6]
    assert figures.shares[0].low == pytest.approx(0.1176, abs=1e-3)


def _why(*counts: int) -> tuple[tuple[int, ...], frozenset[int]]:
    """What is told of the reasons of mentees who left early."""
    *_, leaving = surveys(exit=group("mentee", max(sum(counts), 5), why=counts))
    ((figures,),) = (one.items for one in leaving.groups)
    return figures.counts, figures.withheld


def test_answers_of_few_who_left_are_not_told_as_their_reasons_are_not() -> None:
    assert _why(1, 0, 1, 0, 3, 0, 0) == ((0,) * 7, frozenset(range(7)))
    assert _why(6, 0, 1, 0, 7, 0, 0) == ((0, 0, 0, 0, 7, 0, 0), frozenset({0, 1, 2, 3, 5, 6}))
    assert _why(6, 0, 0, 0, 7, 0, 0) == ((6, 0, 0, 0, 7, 0, 0), frozenset())
