from collections.abc import Sequence
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.matching.result import Match
from telemaco.usecases.match import match, orders_of
from tests.fakes import community
from tests.matching.texts import person, program

TODAY = date(2027, 2, 3)
SAY = Catalog("en").text
PEOPLE = {
    "a": person("mentee", seeks=["singing"]),
    "b": person("mentee", seeks=["organ"]),
    "m": person("mentor", offers=["singing"]),
    "n": person("mentor", offers=["organ"]),
    "o": person("mentor", languages="{de: native}"),
}


def _match(
    pins: Sequence[str] = (),
    forbids: Sequence[str] = (),
    extra: str = "",
    *,
    force: bool = False,
) -> Match:
    files = {
        "program/programs/spring.yaml": program(extra),
        "program/skills.yaml": "- {id: singing, label: Singing}\n- {id: organ, label: Organ}\n",
        **{f"program/people/{name}.yaml": text for name, text in PEOPLE.items()},
    }
    known = community(files)
    orders = orders_of(known, pins, forbids, force=force)
    return match(known, "spring", TODAY, None, orders)


def _pairs(found: Match) -> set[str]:
    return {f"{one.members[0][0]}={one.members[1][0]}" for one in found.proposals}


def test_without_orders_everybody_has_the_best() -> None:
    assert _pairs(_match()) == {"m=a", "n=b"}


def test_pin_is_made_and_the_rest_is_matched_around_it() -> None:
    found = _match(["n=a"])

    assert _pairs(found) == {"n=a", "m=b"}
    assert found.settings["pins"] == "n=a"
    assert found.digest != _match().digest


def test_forbidden_pair_is_not_made_in_whatever_order_it_is_written() -> None:
    found = _match(forbids=["a=m"])

    assert "m=a" not in _pairs(found)
    assert found.settings["forbids"] == "a=m"


def test_pin_takes_a_place_of_those_the_program_has() -> None:
    found = _match(["n=a"], extra="capacity: {pairs: 1}")

    assert _pairs(found) == {"n=a"}


def test_pin_against_a_limit_is_made_with_force_and_minded() -> None:
    found = _match(["o=a"], force=True)

    pinned = next(one for one in found.proposals if one.members[0][0] == "o")
    assert SAY(pinned.links[0].cautions[0].text).startswith(
        "pinned against a limit: no common language"
    )


@pytest.mark.parametrize(
    ("pins", "extra", "told", "hint"),
    [
        (["o=a"], "", "The pin o=a: no common language", "Leave it out, or add --force"),
        (["m=a", "m=b"], "", "The pin m=b: m has no place left.", "Leave it out, or add --force"),
        (["m=a", "n=a"], "", "a is pinned to two mentors.", None),
        (["a=m"], "", "The pin a=m cannot be", "Write the mentor first"),
        (["ma"], "", "ma does not name two people.", "Write the names of their files"),
        (["m=z"], "", "There is no person z.", "Name one of the files"),
        (["m=a"], "capacity: {group_minimum: 1}", "This program makes groups", "Leave out --pin"),
    ],
)
def test_pin_that_cannot_be_is_refused_with_the_reason(
    pins: list[str], extra: str, told: str, hint: str | None
) -> None:
    with pytest.raises(TelemacoError) as refused:
        _refused(pins, extra)

    assert SAY(refused.value.message).startswith(told)
    assert refused.value.hint is None if hint is None else refused.value.hint
    if refused.value.hint and hint:
        assert SAY(refused.value.hint).startswith(hint)


def _refused(pins: list[str], extra: str) -> None:
    if not extra:
        _match(pins)
        return
    files = {
        "program/programs/spring.yaml": program(extra).replace("one-to-one", "group"),
        **{f"program/people/{name}.yaml": PEOPLE[name] for name in ("o",)},
        "program/people/a.yaml": person("mentee"),
        "program/people/m.yaml": person("mentor"),
    }
    known = community(files)
    match(known, "spring", TODAY, None, orders_of(known, pins, (), force=False))
