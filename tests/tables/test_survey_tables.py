import pytest

from telemaco.adapters.translations import Catalog
from telemaco.messages import Message
from telemaco.model.instruments import built_in
from telemaco.records.base import ItemId, Language, ProgramId, SurveyId
from telemaco.records.program import Role
from telemaco.records.survey import Item, Survey
from telemaco.records.text import in_language
from telemaco.tables.columns import Table, table
from telemaco.tables.reading import rows_of
from telemaco.tables.survey_answers import Form, Reading, readings, value_of
from telemaco.tables.survey_titles import (
    Titles,
    is_known,
    labels_of,
    role_meant,
    titles_of,
)

SAYS = [Catalog("en").text, Catalog("it").text]
SURVEY = Survey.model_validate(
    {
        "title": "T",
        "roles": ["mentor", "mentee"],
        "readers": ["coordinator"],
        "items": [
            {
                "id": "good",
                "kind": "scale",
                "text": {"en": "How good is it?", "it": "Com'è?"},
                "scale": [{"en": "poor", "it": "scarsa"}, {"en": "good", "it": "buona"}],
                "required": True,
            },
            {
                "id": "why",
                "kind": "multi",
                "text": "Why?",
                "scale": ["no time", "no time, and no wish", "another reason"],
            },
            {"id": "goal", "kind": "gas", "text": "Your goal?", "roles": ["mentee"]},
            {"id": "recommend", "kind": "recommend-0-10", "text": "Recommend?"},
            {"id": "words", "kind": "text", "text": "Anything else?"},
            {"id": "fit", "kind": "choice", "text": "Fit?", "scale": ["Yes!", "yes", "no"]},
        ],
    }
)
ITEMS = {item.id: item for item in SURVEY.items}


def titles(*names: str) -> Titles:
    return titles_of(names, SURVEY, SAYS)


def item(name: str) -> Item:
    return ITEMS[ItemId(name)]


@pytest.mark.parametrize(
    "title",
    ["How good is it?", "1. How good is it? (required)", "how good is it", "Com'è?", "good"],
)
def test_question_is_known_by_its_words_in_any_language(title: str) -> None:
    assert titles(title).items == {title: item("good")}
    assert is_known(SURVEY, SAYS)(title)


def test_question_is_known_by_the_words_that_it_had_before() -> None:
    survey = built_in(SurveyId("midpoint"))
    assert survey is not None
    mentors = [one for one in survey.asked_of(Role.MENTOR) if one.former]
    asked = [in_language(one.former[0], Language("it")) for one in mentors]

    found = titles_of(asked, survey, SAYS)

    assert found.items == dict(zip(asked, mentors, strict=True))
    assert found.language == "it"
    assert "La persona che seguo arriva agli incontri con qualcosa di pronto." in asked


def test_words_that_a_question_had_before_are_no_other_question() -> None:
    first, second, third = (
        item("words").model_copy(update={"id": name, "text": name, "former": former})
        for name, former in (("one", ("two", "old")), ("two", ("older",)), ("three", ("old",)))
    )
    survey = SURVEY.model_copy(update={"items": (first, second, third)})

    found = titles_of(["two", "older", "old", "three"], survey, SAYS)

    assert found.items == {"two": second, "three": third}
    assert found.others == ("older", "old")


def test_columns_besides_the_questions_are_told_by_their_titles() -> None:
    found = titles(
        "Role", "Possiamo citare le tue parole, senza il tuo nome?", "Shoe size", "Com'è?"
    )

    assert found.role == "Role"
    assert found.quote is not None
    assert found.others == ("Shoe size",)
    assert titles("Com'è?", "good").others == ("good",)


def test_answers_to_tick_have_a_column_each() -> None:
    found = titles("Why? [no time]", "Why? (another reason)", "Why? [rain]", "Com'è? [buona]")

    assert found.ticks == {
        "Why? [no time]": (item("why"), "1"),
        "Why? (another reason)": (item("why"), "3"),
    }
    assert found.asked == {"why"}
    assert len(found.others) == 2


def test_role_is_that_which_is_asked_all_the_questions() -> None:
    roles = (Role.MENTOR, Role.MENTEE)

    assert role_meant(titles("good", "goal"), SURVEY, roles) is Role.MENTEE
    assert role_meant(titles("good"), SURVEY, roles) is None
    assert role_meant(titles("good"), SURVEY, (Role.MENTOR,)) is Role.MENTOR


def test_answers_called_alike_are_known_by_their_places_only() -> None:
    assert labels_of(item("fit"), SAYS) == {"no": "3"}
    assert labels_of(item("recommend"), SAYS) == {}
    assert labels_of(item("goal"), SAYS)["come sperato"] == "0"


@pytest.mark.parametrize(
    ("question", "cell", "answer"),
    [
        ("good", "Buona", "2"),
        ("good", "2", "2"),
        ("good", "2 - good", "2"),
        ("recommend", "9/10", "9"),
        ("recommend", "0", "0"),
        ("goal", "as hoped", "0"),
        ("goal", "+1", "1"),
        ("goal", "\u22122", "-2"),
        ("words", "More tea.", "More tea."),
        ("why", "no time, another reason", ("1", "3")),
        ("why", "no time, and no wish; no time", ("2", "1")),
    ],
)
def test_answer_is_understood(question: str, cell: str, answer: object) -> None:
    assert value_of(item(question), cell, labels_of(item(question), SAYS)) == answer


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("good", "fine"),
        ("good", "3"),
        ("good", "2 weeks"),
        ("good", "1.5"),
        ("recommend", "11"),
        ("why", "no time, rain"),
        ("why", "!"),
    ],
)
def test_answer_in_doubt_is_refused(question: str, cell: str) -> None:
    assert isinstance(value_of(item(question), cell, labels_of(item(question), SAYS)), Message)


@pytest.mark.parametrize(
    ("title", "choices"),
    [("Com'è?", "scarsa or buona"), ("How good is it?", "poor or good"), ("good", "poor or good")],
)
def test_answers_that_there_are_stand_in_the_language_of_the_form(title: str, choices: str) -> None:
    (row,) = read(f"{title}\n9\n")

    said = Catalog("en").text(row.problems[0].message)
    assert said == f'"9" is no answer to it; one is {choices}'


def test_levels_of_a_goal_are_told_as_the_form_has_them() -> None:
    (row,) = read("goal,good\nfine,1\n")

    assert Catalog("it").text(row.problems[0].message) == (
        "«fine» non è una risposta; le risposte sono molto meno di quanto sperato, meno di quanto "
        "sperato, come sperato, più di quanto sperato o molto più di quanto sperato"
    )


def read(text: str, role: Role | None = Role.MENTEE) -> tuple[Reading, ...]:
    rows = rows_of(text.encode())
    assert not isinstance(rows, Message)
    found = table(rows.rows, is_known(SURVEY, SAYS))
    assert isinstance(found, Table)
    names = [title for title, column in found.columns.items() if not column.is_contact]
    form = Form(SurveyId("t"), SURVEY, ProgramId("p"), role, titles_of(names, SURVEY, SAYS))
    return readings(found, form, SAYS)


def test_row_becomes_an_answer_without_day_and_name() -> None:
    (row,) = read("Timestamp,E-mail,good,Anything else?,Quote\n2027-02-03,a@x.org,good,Tea.,yes\n")

    assert row.answer is not None
    assert row.answer.answers == {"good": "2", "words": "Tea."}
    assert (row.answer.week, row.answer.role, row.answer.share) == ("2000-W01", "mentee", "quote")


def test_answers_that_were_ticked_are_put_together() -> None:
    header = "good,Why? [no time],Why? [another reason],Why? [rain]"

    (row,) = read(f"{header}\n1,x,another reason,\n")

    assert row.answer is not None
    assert row.answer.answers[ItemId("why")] == ("1", "3")


def test_role_may_stand_in_a_column() -> None:
    mentor, nobody = read("Role,good,goal,Why? [no time]\nMentor,1,much more,\nking,1,,\n", None)

    assert mentor.answer is not None
    assert mentor.answer.role is Role.MENTOR
    assert mentor.answer.answers == {"good": "1"}
    assert [problem.column for problem in nobody.problems] == ["Role"]


def test_row_with_something_unclear_is_refused_with_its_column() -> None:
    wrong, missing, nothing, short = read("good,goal,Shoes\nfine,0,4\n,0,4\n,,4\n2\n")

    assert [problem.column for problem in wrong.problems] == ["good"]
    assert [problem.column for problem in missing.problems] == ["good"]
    assert [problem.column for problem in nothing.problems] == [""]
    assert short.answer is not None


def test_required_question_without_a_column_is_named_by_its_words() -> None:
    (row,) = read("goal\n0\n")

    assert [problem.column for problem in row.problems] == ["How good is it?"]


def test_last_answer_of_an_address_counts() -> None:
    first, other, last = read("E-mail,good\na@x.org,1\nb@x.org,1\nA@x.org,2\n")

    assert (first.answer, first.later) == (None, 4)
    assert other.answer is not None
    assert last.answer is not None
    assert last.later is None


@pytest.mark.parametrize(
    ("column", "answers"),
    [
        (("1", "2", "5", "as hoped"), ("-2", "-1", "2", "0")),
        (("1", "2", "0", "\u22122"), ("1", "2", "0", "-2")),
        (("3 - as hoped", "1", "2", "4"), ("0", "-2", "-1", "1")),
        (("more than hoped", "as hoped"), ("1", "0")),
    ],
)
def test_numbers_about_a_goal_are_places_or_levels_by_the_whole_column(
    column: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    found = _goals(*column)

    assert tuple(one.answer.answers[ItemId("goal")] for one in found if one.answer) == answers


def test_numbers_about_a_goal_that_may_be_either_are_refused_with_both_readings() -> None:
    found = _goals("1", "2", "more than hoped")

    told = [str(problem.message) for one in found for problem in one.problems]
    assert len(told) == 2
    assert told[0] == (
        "its numbers can be places, where 1 is much less than hoped, or levels, where 1 is more "
        "than hoped: write the words instead of the numbers"
    )
    assert found[2].answer


def test_number_about_a_goal_that_fits_no_reading_is_refused() -> None:
    assert [bool(one.problems) for one in _goals("0", "4", "1")] == [False, True, False]


def _goals(*cells: str) -> tuple[Reading, ...]:
    lines = ["Your goal?,How good is it?", *(f"{cell},good" for cell in cells)]
    rows = rows_of("\n".join(lines).encode())
    assert not isinstance(rows, Message)
    found = table(rows.rows, is_known(SURVEY, SAYS))
    assert isinstance(found, Table)
    names = titles("Your goal?", "How good is it?")
    form = Form(SurveyId("end"), SURVEY, ProgramId("atelier"), Role.MENTEE, names)
    return readings(found, form, SAYS)
