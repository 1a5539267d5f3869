import pytest

from telemaco.render.contact import contact_address
from telemaco.render.rooms import names_by_chance, names_by_key, room_of
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM, atelier

OTHER = names_by_key("fedcba9876543210")
NAME = names_by_key("0123456789abcdef")


def test_room_of_the_members_goes_first() -> None:
    own = atelier(pair=f"{ACTIVE}meeting: {{tool: zoom, url: https://zoom.example.org/j/1}}\n")

    assert room_of(own, PAIR, "a", "https://x.example.org/", NAME) == "https://x.example.org/"
    assert room_of(own, PAIR, "a", None, NAME) == "https://zoom.example.org/j/1"


def test_room_of_the_program_is_that_of_pairs_who_name_no_other_place() -> None:
    shared = PROGRAM + "meeting: {tool: zoom, url: https://zoom.us/j/1}\n"
    elsewhere = atelier(program=shared, pair=f"{ACTIVE}meeting: {{tool: in-person}}\n")

    assert room_of(atelier(program=shared), PAIR, "a", None, NAME) == "https://zoom.us/j/1"
    assert room_of(elsewhere, PAIR, "a", None, NAME) is None


def test_room_on_a_jitsi_server_has_a_name_of_its_own_for_each_event_and_key() -> None:
    jitsi = atelier(program=PROGRAM + "meeting: {tool: jitsi}\n")

    room = room_of(jitsi, PAIR, "a", None, NAME)

    assert room is not None
    assert room.startswith("https://meet.jit.si/telemaco-")
    assert (
        len(
            {
                room,
                *(
                    room_of(jitsi, PAIR, uid, None, name)
                    for uid, name in (("b", NAME), ("a", OTHER))
                ),
            }
        )
        == 3
    )
    assert room_of(jitsi, PAIR, "a", None, None) is None


def test_no_other_tool_gets_a_room() -> None:
    assert room_of(atelier(), PAIR, "a", None, NAME) is None
    assert (
        room_of(atelier(program=PROGRAM + "meeting: {tool: teams}\n"), PAIR, "a", None, NAME)
        is None
    )


def test_name_by_chance_has_128_bits() -> None:
    asked: list[int] = []

    def chance(count: int) -> bytes:
        asked.append(count)
        return bytes(count)

    assert names_by_chance(chance)("a") == "telemaco-" + "a" * 26
    assert asked == [16]


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("workshop@example.org", "mailto:workshop@example.org"),
        ("https://example.org/ask", "https://example.org/ask"),
        ("ask at the desk", None),
        ("a@example.org\nX:1", None),
    ],
)
def test_contact_is_an_address_when_it_is_nothing_else(contact: str, address: str | None) -> None:
    assert contact_address(contact) == address
