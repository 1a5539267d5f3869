from telemaco.rules.surveys import answers, mirrors, scales, surveys_of_answers
from tests.rules.workshop import ANSWER, SURVEY, UNREADABLE, codes, found


def _survey(*items: str) -> dict[str, str]:
    return {SURVEY: f"{{title: T, roles: [mentee], readers: [pair], items: [{', '.join(items)}]}}"}


def _answer(
    survey: str = "midpoint", program: str = "workshop", item: str = "helps"
) -> dict[str, str]:
    return {
        ANSWER: f"{{survey: {survey}, program: {program}, role: mentee, week: 2027-W20, "
        f"answers: {{{item}: Patience}}}}"
    }


_HELPS = "{id: helps, kind: text, text: What helps}"


def test_question_to_choose_from_has_answers() -> None:
    assert codes(scales, _survey("{id: a, kind: scale, text: A, scale: [one]}")) == [
        "scale-missing"
    ]
    assert not codes(scales, _survey("{id: a, kind: scale, text: A, scale: [one, two]}", _HELPS))


def test_mirrored_question_is_in_some_survey() -> None:
    assert not codes(mirrors, _survey(_HELPS, "{id: a, kind: text, text: A, mirrors: helps}"))
    assert codes(mirrors, _survey("{id: a, kind: text, text: A, mirrors: helps}")) == [
        "unknown-item"
    ]


def test_answer_lies_where_it_says() -> None:
    assert not codes(answers, _survey(_HELPS), _answer())
    assert found(answers, _survey(_HELPS), _answer(survey="final", program="atelier")) == [
        ("misplaced-answer", ANSWER, ("program",)),
        ("misplaced-answer", ANSWER, ("survey",)),
    ]


def test_answer_is_to_a_question_that_was_asked() -> None:
    assert found(answers, _survey(_HELPS), _answer(item="hlps")) == [
        ("unknown-item", ANSWER, ("answers", "hlps"))
    ]


def test_survey_of_answers_exists() -> None:
    folder = {ANSWER.replace("midpoint", "halfway"): _answer(survey="halfway")[ANSWER]}
    another = {path.replace("k3f9", "p7q2"): text for path, text in folder.items()}

    assert found(surveys_of_answers, folder, another) == [
        ("unknown-survey", ANSWER.replace("midpoint", "halfway"), ())
    ]
    assert not codes(surveys_of_answers, _answer())
    assert not codes(surveys_of_answers, _answer(), {SURVEY: UNREADABLE})
    assert not codes(answers, _answer(), {SURVEY: UNREADABLE})
