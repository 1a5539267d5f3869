import pytest

from telemaco.messages import Message
from telemaco.tables.columns import Table, proposed, table
from telemaco.tables.fields import Field, field_of, is_contact
from telemaco.tables.reading import Row


def known(title: str) -> bool:
    return field_of(title) is not None


def read(*rows: str) -> Table | Message:
    return table([Row(n, tuple(row.split("|"))) for n, row in enumerate(rows, 1)], known)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Timestamp", Field.SUBMITTED),
        ("Informazioni cronologiche", Field.SUBMITTED),
        ("Full name", Field.NAME),
        ("Nome e cognome", Field.NAME),
        ("First name", Field.FIRST_NAME),
        ("Cognome", Field.LAST_NAME),
        ("What would you like to learn?", Field.SEEKS),
        ("Che cosa puoi insegnare?", Field.OFFERS),
        ("Which languages do you speak?", Field.LANGUAGES),
        ("Fuso orario", Field.TIMEZONE),
        ("I agree that my profile is published", Field.CONSENT),
        ("Respondent ID", Field.KEY),
        ("How did you hear of us?", None),
    ],
)
def test_title_is_understood(title: str, field: Field | None) -> None:
    assert field_of(title) is field


@pytest.mark.parametrize("title", ["E-mail", "Email address", "Numero di telefono", "Indirizzo"])
def test_contact_is_told_by_the_title(title: str) -> None:
    assert is_contact(title, [])


def test_contact_is_told_by_most_cells() -> None:
    assert is_contact("How can we reach you?", ["a@b.it", "", "+39 333 1234567"])
    assert not is_contact("How can we reach you?", ["on the market place", "a@b.it"])
    assert not is_contact("Anything else?", [])


def test_header_is_the_row_with_the_most_titles_that_are_known() -> None:
    found = read("Export of 2027", "Full name|City|Time zone", "Ada|London|Europe/London")

    assert isinstance(found, Table)
    assert list(found.columns) == ["Full name", "City", "Time zone"]
    assert [row.number for row in found.rows] == [3]


def test_titles_that_are_there_twice_or_empty_get_one() -> None:
    found = read("Name|Skills|Skills||", "Ada|a|b|c|")

    assert isinstance(found, Table)
    assert list(found.columns) == ["Name", "Skills", "Skills (2)", "column 4"]
    assert found.columns["Skills (2)"].place == 2


def test_table_without_rows_is_none() -> None:
    assert str(read("Name|Skills")) == "there is no row below the titles of the columns"
    assert str(read("", "")) == "there is no row below the titles of the columns"


def test_columns_are_proposed_without_contacts_and_without_two_names() -> None:
    found = read("Name|Email|Your name|Skills|Other skills|Why", "Ada|a@b.it|Ada|x|y|z")

    assert isinstance(found, Table)
    assert proposed(found.columns) == {
        "Name": Field.NAME,
        "Skills": Field.OFFERS,
        "Other skills": Field.OFFERS,
    }
