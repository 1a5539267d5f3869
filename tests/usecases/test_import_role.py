import pytest

from telemaco.records.program import Role
from telemaco.usecases.import_role import role_of_all
from tests.fakes import community
from tests.forms.communities import program

CIRCLE = program(kind="peer-circle")


@pytest.mark.parametrize(
    ("files", "named", "chosen", "expected"),
    [
        ({"circle": CIRCLE}, "circle", None, Role.PEER),
        ({"circle": CIRCLE, "one": program()}, "circle", None, Role.PEER),
        ({"circle": CIRCLE, "one": program()}, "one", None, None),
        ({"circle": CIRCLE}, "gone", None, None),
        ({"circle": CIRCLE}, "circle", Role.FACILITATOR, Role.FACILITATOR),
        ({"circle": CIRCLE, "one": program()}, None, None, None),
        ({"circle": CIRCLE, "one": program(status="archived")}, None, None, Role.PEER),
        ({}, None, None, None),
    ],
)
def test_people_of_a_circle_are_peers_where_nothing_else_is_said(
    files: dict[str, str], named: str | None, chosen: Role | None, expected: Role | None
) -> None:
    found = community({f"program/programs/{name}.yaml": text for name, text in files.items()})

    assert role_of_all(found, named, chosen) is expected
