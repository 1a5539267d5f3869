from telemaco.messages import msg
from telemaco.records.program import Role
from telemaco.tables.answers import dropped
from telemaco.tables.people import Refused, Said
from telemaco.tables.problem import Problem


def said(*addresses: str) -> Said:
    return Said(
        identity="sofonisba",
        is_sure=False,
        name="Sofonisba",
        addresses=frozenset(addresses),
        role=Role.MENTOR,
        facts={},
        day=None,
        unknown=(),
    )


def refused(*addresses: str) -> Refused:
    problems = (Problem("Time zone", msg("empty")),)
    return Refused("sofonisba", False, "Sofonisba", frozenset(addresses), problems)  # noqa: FBT003


def test_row_that_cannot_be_read_may_be_of_another_person_with_the_name() -> None:
    found = dropped({2: said(), 3: refused()})

    assert {number: one.fate for number, one in found.items()} == {2: "conflict", 3: "conflict"}


def test_row_that_cannot_be_read_takes_back_what_the_same_address_said() -> None:
    found = dropped({2: said("s@example.org"), 3: refused("s@example.org")})

    assert {number: one.fate for number, one in found.items()} == {2: "older"}
