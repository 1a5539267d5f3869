import pytest

from telemaco.adapters.translations import Catalog
from telemaco.messages import Message
from telemaco.model.pairings import Pairing
from telemaco.render.pages.pairing_sentences import (
    active_of,
    met_lately_of,
    milestone_of_each,
    none_has_begun,
    none_yet,
    people_in,
    people_without,
    where_they_are,
)
from telemaco.render.pairing_titles import (
    below_a_number,
    counted,
    headed,
    many_called,
    one_called,
)
from telemaco.render.reports.pairing_sentences import done_of, held_in

ENGLISH, ITALIAN = Catalog("en"), Catalog("it")
ALL = (*Pairing, None)


def _said(kind: Pairing | None, number: int) -> list[Message]:
    """Everything that is said of a kind or of all together."""
    return [
        counted(kind, number),
        one_called(kind),
        many_called(kind),
        below_a_number(kind, number),
        headed(kind),
        people_in(kind),
        none_has_begun(kind),
        where_they_are(kind),
        active_of(kind, number, 1),
        met_lately_of(kind, number, 1),
        done_of(kind, number, 1),
        held_in(kind, number, "9", "3"),
    ]


def _said_of_one_program(kind: Pairing) -> list[Message]:
    return [none_yet(kind), people_without(kind), milestone_of_each(kind)]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(("kind", "stem"), [(Pairing.GROUP, "grupp"), (Pairing.CIRCLE, "circol")])
def test_groups_and_circles_are_called_by_their_name(kind: Pairing, stem: str, number: int) -> None:
    said = [*_said(kind, number), *_said_of_one_program(kind)]

    assert all(kind in ENGLISH.text(one).lower() for one in said)
    assert all(stem in ITALIAN.text(one).lower() for one in said)
    assert not any("pair" in ENGLISH.text(one).lower() for one in said)


@pytest.mark.parametrize("number", [1, 2])
def test_pairs_alone_are_no_groups(number: int) -> None:
    said = [*_said(Pairing.PAIR, number), *_said_of_one_program(Pairing.PAIR)]

    assert not any("group" in ENGLISH.text(one).lower() for one in said)
    assert not any("grupp" in ITALIAN.text(one).lower() for one in said)


def test_of_several_kinds_all_are_named() -> None:
    for one in _said(None, 2):
        assert "pair" in ENGLISH.text(one).lower()
        assert "group" in ENGLISH.text(one).lower()


def test_one_is_not_called_many() -> None:
    assert [ENGLISH.text(below_a_number(kind, 1)) for kind in ALL] == [
        "pair",
        "group",
        "circle",
        "pair or group",
    ]
    assert ITALIAN.text(below_a_number(None, 1)) == "coppia o gruppo"
    assert ITALIAN.text(below_a_number(None, 2)) == "coppie e gruppi"
