from datetime import date

import pytest

from telemaco.model.evaluation import Asked, is_of_some
from telemaco.progress.intervals import share
from telemaco.progress.surveys import GroupFigures, SurveyFigures, figures_of, surveys_of
from telemaco.progress.surveys_told import told_surveys
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.program import Moment, Role
from telemaco.records.survey import Item, ItemResult, Survey
from tests.progress.answers import EVALUATION, FOLDER, TODAY, group, surveys
from tests.progress.atelier import PROGRAM, atelier

DOUBTFUL = Survey.model_validate(
    {
        "title": "A",
        "roles": ["mentee"],
        "readers": ["coordinator"],
        "items": [{"id": "a", "kind": "text", "text": "A"}],
    }
)


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

    (told,) = told_surveys([exit_], 5, tuple(Role))
    assert exit_.groups[0].rate
    assert told.is_kept
    assert (told.groups[0].answers, told.groups[0].asked, told.groups[0].rate) == (0, 0, None)
    assert told.groups[0].items == ()


def test_answers_that_are_chosen_have_shares() -> None:
    item = Item.model_validate({"id": "a", "kind": "choice", "text": "A", "scale": ["x", "y"]})

    figures = figures_of(item, ItemResult(answers=5, counts=(2, 3)))

    assert [round(one.value, 1) for one in figures.shares] == [0.4, 0.6]
    assert figures.shares[0].low == pytest.approx(0.1176, abs=1e-3)


def _told(kind: str, answers: int, *counts: int) -> tuple[tuple[int, ...], frozenset[int]]:
    """What is told of a question to choose an answer."""
    scale = [str(place) for place, _count in enumerate(counts)]
    item = Item.model_validate({"id": "a", "kind": kind, "text": "A", "scale": scale})
    figures = figures_of(item, ItemResult(answers=answers, counts=counts))
    group_ = GroupFigures(Role.MENTEE, answers, answers, None, (figures,), ())
    survey = SurveyFigures(SurveyId("a"), DOUBTFUL, Moment.END, (group_,))
    (told,) = told_surveys([survey], 5, ())
    return told.groups[0].items[0].counts, told.groups[0].items[0].withheld


def test_an_answer_that_few_or_nearly_all_chose_is_not_told() -> None:
    assert _told("choice", 6, 1, 3, 2) == ((0, 0, 0), frozenset({0, 1, 2}))
    assert _told("choice", 19, 6, 0, 1, 5, 7) == ((6, 0, 0, 0, 7), frozenset({1, 2, 3}))
    assert _told("choice", 13, 6, 0, 7) == ((6, 0, 7), frozenset())
    assert _told("choice", 22, 20, 2) == ((0, 0), frozenset({0, 1}))
    assert _told("choice", 22, 22, 0) == ((0, 0), frozenset({0, 1}))
    assert _told("multi", 22, 21, 10, 8) == ((0, 10, 8), frozenset({0}))
    assert _told("multi", 22, 12, 10, 0) == ((12, 10, 0), frozenset())


def test_how_many_were_asked_is_told_of_roles_that_are_counted() -> None:
    figures = GroupFigures(Role.MENTEE, 5, 9, share(5, 9), (), ())
    few = GroupFigures(Role.MENTOR, 5, 4, None, (), ())
    survey = SurveyFigures(SurveyId("a"), DOUBTFUL, Moment.END, (figures, few))

    (told,) = told_surveys([survey], 5, [Role.MENTEE, Role.MENTOR])
    (silent,) = told_surveys([survey], 5, [Role.MENTOR])

    assert [one.asked for one in told.groups] == [9, 0]
    assert told.groups[0].rate == figures.rate
    assert (silent.groups[0].answers, silent.groups[0].asked) == (5, 0)
    assert silent.groups[0].rate is None


def test_a_survey_of_those_who_left_is_known_by_its_moment_or_its_name() -> None:
    def asked(name: str, moment: Moment | None) -> Asked:
        return Asked(SurveyId(name), DOUBTFUL, moment, ())

    assert is_of_some(asked("why", Moment.UNMATCHED))
    assert is_of_some(asked("exit", None))
    assert not is_of_some(asked("exit", Moment.END))
    assert not is_of_some(asked("why", None))
