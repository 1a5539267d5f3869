import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.forms.joining import join_as_mentor
from telemaco.forms.staying import update_my_entry
from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import is_id
from telemaco.submissions.ownership import Author, author_of
from telemaco.submissions.values import Problem
from tests.submissions.test_joining import MENTOR
from tests.submissions.workshop import FILES, PERSON, after, community, sent, told

BASE = community()


def _author(login: str, base: Community = BASE) -> Author:
    found = author_of(base, login, 12)
    assert isinstance(found, Author)
    return found


@pytest.mark.parametrize("login", ["Leo-from-Vinci", "leo-from-vinci", "LEO-FROM-VINCI"])
def test_entry_is_that_of_the_account_it_names(login: str) -> None:
    assert _author(login) == Author(PersonId("leonardo"), is_new=False)


@pytest.mark.parametrize(
    ("login", "name"),
    [
        ("Sofonisba", "sofonisba"),
        ("sofonisba-2", "sofonisba-2"),
        ("leonardo", "leonardo-12"),
        ("LEONARDO", "leonardo-12"),
        ("a_corp", "a-corp-12"),
        ("a--corp", "a-corp-12"),
        ("corp-", "corp-12"),
        ("-", "person-12"),
        ("x" * 39, "x" * 39),
        ("matches", "matches"),
        ("Con", "con-12"),
        ("lpt1", "lpt1-12"),
    ],
)
def test_newcomer_is_called_by_the_login_unless_that_is_somebody_else(
    login: str, name: str
) -> None:
    assert _author(login) == Author(PersonId(name), is_new=True)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("program/community.yaml", "[cosimo]", "[cosimo, ghost]"),
        ("program/programs/workshop.yaml", "kind:", "coordinators: [ghost]\nkind:"),
        (PERSON.format("leonardo"), "status: matched}", "status: matched, prefers: [ghost]}"),
        (PERSON.format("leonardo"), "consent:", "excludes: [ghost]\nconsent:"),
        ("pairs/workshop/verrocchio-leonardo/pair.yaml", "person: leonardo", "person: ghost"),
        (
            "pairs/workshop/verrocchio-leonardo/2027-02-03.md",
            "leonardo: present",
            "leonardo: present, ghost: late",
        ),
    ],
)
def test_nobody_comes_by_a_place_that_is_kept_for_a_name(
    path: str, before: str, after: str
) -> None:
    assert before in FILES[path]
    base = community({path: FILES[path].replace(before, after)})

    assert _author("ghost", base) == Author(PersonId("ghost-12"), is_new=True)


def test_nobody_comes_by_a_place_in_a_receipt() -> None:
    receipt = (
        f"on: 2027-01-05\nversion: '1'\nseed: one\ndigest: {'a' * 64}\n"
        "pairs:\n  - {pair: ghost-leonardo, members: [ghost, leonardo], score: 80}\n"
    )
    base = community({"pairs/workshop/matches/2027-01-05.yaml": receipt})
    assert base.receipts, "the receipt has to be readable"

    assert _author("ghost", base) == Author(PersonId("ghost-12"), is_new=True)


def test_number_that_is_taken_gets_another_one() -> None:
    base = community({PERSON.format("leonardo-12"): FILES[PERSON.format("cosimo")]})

    assert _author("leonardo", base) == Author(PersonId("leonardo-12-2"), is_new=True)


def test_account_in_two_entries_is_for_a_coordinator_to_mend() -> None:
    changes = {PERSON.format("other"): FILES[PERSON.format("leonardo")]}

    for form in (join_as_mentor, update_my_entry):
        found = sent(form, MENTOR, "leo-from-vinci", changes)

        assert found.files == {}
        assert [told(problem) for problem in found.problems] == [
            (
                "your account, leo-from-vinci, is named in more than one entry: leonardo, other "
                "- A "
                "coordinator has to mend that first."
            )
        ]


def test_entry_that_cannot_be_read_is_not_written_beside() -> None:
    changes = {PERSON.format("sofonisba"): "{"}

    found = sent(join_as_mentor, MENTOR, "Sofonisba", changes)

    assert [told(problem) for problem in found.problems] == [
        (
            "there is an entry called sofonisba, and it cannot be read - A coordinator has to mend "
            "that first."
        )
    ]


@given(st.text(max_size=50), st.integers(min_value=1, max_value=10**9))
def test_every_login_gives_a_name_that_nobody_has(login: str, issue: int) -> None:
    found = author_of(BASE, login, issue)

    assert not isinstance(found, Problem)
    assert found == author_of(BASE, login, issue)
    if found.is_new:
        assert is_id(found.id)
        assert found.id not in BASE.people


def test_account_whose_name_no_entry_can_have_is_told() -> None:
    found = sent(join_as_mentor, MENTOR, "corp-")

    assert [told(problem) for problem in found.problems] == [
        'the name of your account, "corp-", cannot be kept here - Ask a coordinator.'
    ]


def test_account_that_a_company_manages_can_join() -> None:
    found = sent(join_as_mentor, MENTOR, "Ada_corp")

    assert after(found).people[PersonId("ada-corp-12")].github == "Ada_corp"
