from telemaco.model.accounts import entries_by_account, entries_of
from tests.submissions.workshop import FILES, PERSON, community

TWICE = community({PERSON.format("other"): FILES[PERSON.format("leonardo")]})


def test_entries_of_an_account_are_those_that_name_it_in_whatever_letters() -> None:
    assert entries_of(TWICE, "LEO-from-vinci") == ("leonardo", "other")
    assert entries_of(TWICE, "leonardo") == ()


def test_entries_by_account_are_those_of_each() -> None:
    nameless = FILES[PERSON.format("cosimo")].replace("github: cosimo-the-elder\n", "")

    found = entries_by_account(community({PERSON.format("cosimo"): nameless}))

    assert found == {
        "leo-from-vinci": ("leonardo",),
        "verrocchio": ("verrocchio",),
        "sandro": ("botticelli",),
        "filippino": ("filippino",),
    }
