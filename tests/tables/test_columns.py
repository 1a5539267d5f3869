import pytest

from telemaco.messages import Message
from telemaco.tables.columns import Table, proposed, table
from telemaco.tables.fields import Field, asks_for_adults, asks_for_age, field_of, is_contact
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
        ("What do you want to reach?", Field.GOALS),
        ("How can we reach you?", None),
        ("Which languages do you speak?", Field.LANGUAGES),
        ("Fuso orario", Field.TIMEZONE),
        ("I agree that my profile is published", Field.CONSENT),
        ("Respondent ID", Field.KEY),
        ("How did you hear of us?", None),
        ("Can we publish your profile on the website?", Field.CONSENT),
        ("Acconsento alla pubblicazione", Field.CONSENT),
        ("Possiamo pubblicare il tuo profilo?", Field.CONSENT),
        ("May we publish your profile?", Field.CONSENT),
        ("Posso pubblicare il profilo?", Field.CONSENT),
        ("Il tuo profilo può essere pubblicato?", Field.CONSENT),
        ("Posso pubblicare la tua foto?", None),
        ("Mentor or mentee?", Field.ROLE),
        ("Mentore o mentee?", Field.ROLE),
        ("Mentor/mentee", Field.ROLE),
        ("Vuoi essere mentore o allieva?", Field.ROLE),
        ("Do you apply as a mentor or as a mentee?", Field.ROLE),
        ("Have you been a mentor or a mentee before?", None),
        ("Name of your mentor or mentee", None),
        ("May we show your profile on our site?", Field.CONSENT),
        ("Are you happy for us to show your name on the website?", Field.CONSENT),
        ("I agree to be listed on the public site", Field.CONSENT),
        ("I agree that I appear on the community's web pages", Field.CONSENT),
        ("Possiamo mostrare il tuo profilo sul nostro sito?", Field.CONSENT),
        ("Va bene se il tuo profilo è visibile sul sito?", Field.CONSENT),
        ("Accetto di comparire sul sito della comunità", Field.CONSENT),
        ("May we show your profile to your mentor?", None),
        ("May we show your photo on our site?", None),
        ("May we show your website on our page?", None),
        ("Can you show us the site of your company?", None),
        ("Where may we show your profile on our site?", None),
        ("Quali dati possiamo mostrare sul nostro sito?", None),
        ("When are you free?", Field.AVAILABILITY),
        ("Availability [Monday]", Field.AVAILABILITY),
        ("Which hours suit you, when are you available?", Field.AVAILABILITY),
        ("Monday", Field.AVAILABILITY),
        ("Mon evening", Field.AVAILABILITY),
        ("Mercoledì sera", Field.AVAILABILITY),
        ("Ore libere", Field.AVAILABILITY),
        ("Quando sei disponibile?", Field.AVAILABILITY),
        ("Free hours per month", Field.HOURS),
        ("How many hours a month are you available?", Field.HOURS),
        ("When were you born?", None),
        ("Which papers have you published?", None),
        ("Pubblicazioni scientifiche", None),
        ("I agree to the Code of Conduct", None),
        ("I have read the privacy notice and agree", None),
        ("I do not agree to be published", None),
        ("Can you teach public speaking?", Field.OFFERS),
        ("Skills I can teach", Field.OFFERS),
        ("Skills you already have", Field.OFFERS),
        ("Skills I want to learn", Field.SEEKS),
        ("Skills you need", Field.SEEKS),
        ("Competenze che vorresti", Field.SEEKS),
        ("Skills", Field.SKILLS),
        ("Your skills", Field.SKILLS),
        ("Competenze", Field.SKILLS),
        ("Topics", Field.SKILLS),
        ("Areas of interest", Field.SKILLS),
        ("Temi", Field.SKILLS),
        ("Le tue aree d'interesse", Field.SKILLS),
        ("Which topics should we cover on the first evening?", None),
        ("Area", None),
        ("Years of experience", Field.EXPERIENCE),
        ("GitHub username", Field.GITHUB),
        ("What is your name?", Field.NAME),
        ("Your name", Field.NAME),
        ("Name2", Field.NAME),
        ("Name (as you want it shown)", Field.NAME),
        ("Program name", None),
        ("Name of your company", None),
        ("Which programming languages do you know?", None),
        ("How many hours a week?", None),
        ("What is your current role?", None),
        ("ID", None),
        ("Submission ID", None),
    ],
)
def test_title_is_understood(title: str, field: Field | None) -> None:
    assert field_of(title) is field


@pytest.mark.parametrize("title", ["E-mail", "Email address", "Numero di telefono", "Indirizzo"])
def test_contact_is_told_by_the_title(title: str) -> None:
    assert is_contact(title, [])


def test_dates_are_no_phone_numbers() -> None:
    assert not is_contact("Informazioni cronologiche", ["13/01/2027 9.14.05", "14/01/2027"])
    assert not is_contact("When", ["2027-01-13"])


def test_time_stamp_with_a_cell_that_is_no_day_is_no_phone_number() -> None:
    days = ["13/01/2027 9.14.05", "14/01/2027 9.14.05"]

    assert not is_contact("Informazioni cronologiche", ["32/01/2027 9.30.00", "", *days])
    assert not is_contact("Timestamp", ["1/32/2027 9:30:00", "1/13/2027 9:14:05", "1/14/2027 8:00"])
    assert not is_contact("Timestamp", ["2027/01/04 9:12:33 AM CET", "32/01/2027 9.30.00", *days])
    assert is_contact("Timestamp", ["333 123 4567", "333 123 4568", "13/01/2027"])


def test_login_is_no_contact_unless_its_cells_are() -> None:
    assert not is_contact("GitHub username", ["ada", "alan"])
    assert is_contact("GitHub username", ["ada@example.org", "alan@example.org"])


def test_hours_are_no_phone_numbers() -> None:
    assert not is_contact("Monday", ["18.00-20.00", "", "9.00 - 11.30; 14.00-15.00"])


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
        "Skills": Field.SKILLS,
        "Other skills": Field.SKILLS,
    }


def test_skills_are_offered_beside_a_column_for_what_is_sought() -> None:
    found = read("Name|Skills|I want to learn", "Ada|x|y")
    all_three = read("Name|Topics|I can teach|I want to learn", "Ada|x|y|z")

    assert isinstance(found, Table)
    assert isinstance(all_three, Table)
    assert proposed(found.columns)["Skills"] is Field.OFFERS
    assert proposed(all_three.columns)["Topics"] is Field.SKILLS


ROLES = ("Ada|I'd love to mentor", "Grace|Mentee please", "Eve|", "Zoe|Both")


@pytest.mark.parametrize(
    ("titles", "rows", "is_role"),
    [
        ("Name|I'd like to be a...", ROLES, True),
        ("Name|Vorrei essere", ("Ada|mentore", "Eva|cerco un mentore"), True),
        ("Name|Have you been one before?", ROLES, False),
        ("Name|Remarks", (*ROLES, "Ida|none"), False),
        ("Name|Why?", (*ROLES, "Ida|a mentor of mine told me that it is fun"), False),
        ("Name|Role|Remarks", ("Ada|mentor|mentor",), False),
        ("Name|This|That", ("Ada|mentor|mentor",), False),
        ("Name|This", ("Ada|both",), False),
    ],
)
def test_role_is_told_by_cells_where_no_title_says_it(
    titles: str, rows: tuple[str, ...], *, is_role: bool
) -> None:
    found = read(titles, *rows)

    assert isinstance(found, Table)
    last = titles.rpartition("|")[2]
    assert (proposed(found.columns).get(last) is Field.ROLE) is is_role


@pytest.mark.parametrize(
    ("title", "is_for_adults", "is_age"),
    [
        ("I am 18 or older", True, False),
        ("I'm 18+", True, False),
        ("Are you over 18?", True, False),
        ("Ho più di 18 anni", True, False),
        ("Hai compiuto 18 anni?", True, False),
        ("Sono maggiorenne", True, False),
        ("Are you 18 years of age or older?", True, True),
        ("Age", False, True),
        ("Are you under 18?", False, True),
        ("Data di nascita", False, True),
        ("Languages", False, False),
        ("Years of experience", False, False),
    ],
)
def test_question_about_age_is_told(title: str, *, is_for_adults: bool, is_age: bool) -> None:
    assert (asks_for_adults(title), asks_for_age(title)) == (is_for_adults, is_age)
    assert field_of(title) in {None, Field.LANGUAGES, Field.EXPERIENCE}
    assert not (is_age or is_for_adults) or field_of(title) is None


def test_name_that_people_give_comes_before_that_of_their_account() -> None:
    named = read("ID|Email|Name|Your name", "1|anonymous|Ada K|Ada")
    anonymous = read("ID|Email|Name|Role", "1|anonymous|anonymous|mentor")
    alone = read("ID|Email|Name|Role", "1|a@b.it|Ada|mentor")
    full = read("Name|Full name", "Ada|Ada Lovelace")

    assert [
        proposed(one.columns) for one in (named, anonymous, alone, full) if isinstance(one, Table)
    ] == [
        {"Your name": Field.NAME},
        {"Role": Field.ROLE},
        {"Name": Field.NAME, "Role": Field.ROLE},
        {"Full name": Field.NAME},
    ]


def test_no_column_is_proposed_for_consent_when_several_ask() -> None:
    found = read("Name|May we publish your name?|Can we publish your bio?", "Ada|Yes|No")

    assert isinstance(found, Table)
    assert proposed(found.columns) == {"Name": Field.NAME}


def test_name_beside_a_surname_is_a_first_name() -> None:
    both = read("Nome|Cognome", "Laura|Bassi")
    whole = read("Full name|Surname", "Laura Bassi|Bassi")

    assert isinstance(both, Table)
    assert isinstance(whole, Table)
    assert proposed(both.columns) == {"Nome": Field.FIRST_NAME, "Cognome": Field.LAST_NAME}
    assert proposed(whole.columns) == {"Full name": Field.NAME, "Surname": Field.LAST_NAME}
