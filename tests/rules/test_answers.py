import pytest

from telemaco.rules.answers import answers, results, surveys_of_answers
from tests.rules.workshop import ANSWER, SURVEY, UNREADABLE, codes, found

RESULTS = "pairs/workshop/surveys/midpoint.yaml"


def _survey(*items: str, roles: str = "mentee") -> dict[str, str]:
    return {SURVEY: f"{{title: T, roles: [{roles}], readers: [pair], items: [{', '.join(items)}]}}"}


def _answer(said: str = "helps: Patience", **changed: str) -> dict[str, str]:
    facts = {"survey": "midpoint", "program": "workshop", "role": "mentee"} | changed
    lines = ", ".join(f"{key}: {value}" for key, value in facts.items())
    return {ANSWER: f"{{{lines}, week: 2027-W20, answers: {{{said}}}}}"}


def _results(answers: int = 6, items: str = "", role: str = "mentee") -> dict[str, str]:
    return {RESULTS: f"groups: [{{role: {role}, answers: {answers}, items: {{{items}}}}}]"}


_HELPS = "{id: helps, kind: text, text: What helps}"
_GOOD = "{id: good, kind: scale, text: Good?, scale: [no, so, yes], required: true}"
_WHY = "{id: why, kind: multi, text: Why?, scale: [a, b]}"


def test_answer_lies_where_it_says() -> None:
    assert not codes(answers, _survey(_HELPS), _answer())
    assert found(answers, _survey(_HELPS), _answer(survey="final", program="atelier")) == [
        ("misplaced-answer", ANSWER, ("program",)),
        ("misplaced-answer", ANSWER, ("survey",)),
    ]


def test_answer_is_to_a_question_that_was_asked() -> None:
    assert found(answers, _survey(_HELPS), _answer("hlps: Patience")) == [
        ("unknown-item", ANSWER, ("answers", "hlps"))
    ]
    mentors = _HELPS.replace("}", ", roles: [mentor]}")
    assert codes(answers, _survey(mentors, _WHY, roles="mentor, mentee"), _answer()) == [
        "unknown-item"
    ]


def test_answer_is_by_somebody_who_was_asked() -> None:
    assert found(answers, _survey(_HELPS, roles="mentor"), _answer()) == [
        ("role-not-asked", ANSWER, ("role",))
    ]


def test_question_that_must_be_answered_is() -> None:
    assert found(answers, _survey(_GOOD, _HELPS), _answer()) == [
        ("answer-missing", ANSWER, ("answers",))
    ]
    assert not codes(answers, _survey(_GOOD, _HELPS), _answer("good: 2"))


@pytest.mark.parametrize("said", ["good: yes", "good: 4", "good: [1]", "good: 1, why: [1, 3]"])
def test_answer_is_one_that_can_be_given(said: str) -> None:
    assert codes(answers, _survey(_GOOD, _WHY), _answer(said)) == ["unfitting-answer"]


@pytest.mark.parametrize("said", ["good: 3, why: [2, 1]", "good: 1, why: 2"])
def test_several_answers_fit_where_several_may_be_chosen(said: str) -> None:
    assert not codes(answers, _survey(_GOOD, _WHY), _answer(said))


def test_counts_are_of_enough_people() -> None:
    assert not codes(results, _survey(_GOOD), _results())
    assert found(results, _survey(_GOOD), _results(4)) == [
        ("small-group-shown", RESULTS, ("groups", 0, "answers"))
    ]
    few = _results(items="good: {answers: 4, counts: [1, 1, 2]}")
    assert found(results, _survey(_GOOD), few) == [
        ("small-group-shown", RESULTS, ("groups", 0, "items", "good", "answers"))
    ]


def test_counts_are_of_what_was_asked() -> None:
    assert found(results, _survey(_GOOD), _results(role="mentor")) == [
        ("role-not-asked", RESULTS, ("groups", 0, "role"))
    ]
    other = _results(items="god: {answers: 6, counts: [1, 1, 4]}")
    assert found(results, _survey(_GOOD), other) == [
        ("unknown-item", RESULTS, ("groups", 0, "items", "god"))
    ]
    assert not codes(results, _results(), {SURVEY: UNREADABLE})


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("good", "{answers: 6, counts: [1, 5]}"),
        ("good", "{answers: 6, counts: [1, 1, 1]}"),
        ("good", "{answers: 7, counts: [1, 1, 5]}"),
        ("why", "{answers: 6, counts: [7, 1]}"),
        ("why", "{answers: 6, counts: [1, 1]}"),
    ],
)
def test_counts_add_up(question: str, counts: str) -> None:
    assert found(results, _survey(_GOOD, _WHY), _results(items=f"{question}: {counts}")) == [
        ("unfitting-counts", RESULTS, ("groups", 0, "items", question, "counts"))
    ]


def test_people_who_choose_several_answers_count_once_each() -> None:
    several = _results(
        items="good: {answers: 6, counts: [1, 1, 4]}, why: {answers: 6, counts: [6, 5]}"
    )

    assert not codes(results, _survey(_GOOD, _WHY), several)


def test_survey_of_answers_exists() -> None:
    folder = {ANSWER.replace("midpoint", "halfway"): _answer(survey="halfway")[ANSWER]}
    another = {path.replace("k3f9", "p7q2"): text for path, text in folder.items()}

    assert found(surveys_of_answers, folder, another) == [
        ("unknown-survey", ANSWER.replace("midpoint", "halfway"), ())
    ]
    assert not codes(surveys_of_answers, _answer())
    assert not codes(surveys_of_answers, _answer(), {SURVEY: UNREADABLE})
    assert not codes(answers, _answer(), {SURVEY: UNREADABLE})


def test_survey_of_results_exists() -> None:
    kept = {RESULTS.replace("midpoint", "halfway"): _results()[RESULTS]}

    assert codes(surveys_of_answers, kept) == ["unknown-survey"]
    assert not codes(surveys_of_answers, _results())
