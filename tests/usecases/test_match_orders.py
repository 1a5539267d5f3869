from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.matching.orders import NO_ORDERS, Orders
from telemaco.matching.result import Match
from telemaco.usecases.match import Wanted, carry_out, match, run_of
from telemaco.usecases.match_orders import orders_of
from tests.fakes import SETTINGS, community
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 3)
SAY = Catalog("en").text
PEOPLE = {
    "a": person("mentee", seeks=["singing"]),
    "b": person("mentee", seeks=["organ"]),
    "m": person("mentor", offers=["singing"]),
    "n": person("mentor", offers=["organ"]),
    "o": person("mentor", languages="{de: native}"),
}


def _files(extra: str) -> dict[str, str]:
    return {
        "program/programs/spring.yaml": program(extra),
        "program/skills.yaml": "- {id: singing, label: Singing}\n- {id: organ, label: Organ}\n",
        **{f"program/people/{name}.yaml": text for name, text in PEOPLE.items()},
    }


def _match(
    pins: Sequence[str] = (),
    forbids: Sequence[str] = (),
    extra: str = "",
    *,
    force: bool = False,
) -> Match:
    known = community(_files(extra))
    orders = orders_of(known, pins, forbids, force=force)
    return match(known, "spring", TODAY, None, orders)


def _pairs(found: Match) -> set[str]:
    return {f"{one.members[0][0]}={one.members[1][0]}" for one in found.proposals}


def test_without_orders_everybody_has_the_best() -> None:
    assert _pairs(_match()) == {"m=a", "n=b"}


def test_pin_is_made_and_the_rest_is_matched_around_it() -> None:
    found = _match(["n=a"])

    assert _pairs(found) == {"n=a", "m=b"}
    assert found.orders.pins == (("n", "a"),)
    assert found.digest != _match().digest


def test_forbidden_pair_is_not_made_in_whatever_order_it_is_written() -> None:
    found = _match(forbids=["a=m"])

    assert "m=a" not in _pairs(found)
    assert found.digest != _match().digest


def test_in_a_public_repository_one_is_told_who_can_read_what_is_forbidden() -> None:
    told = "The repository is public: everybody can read in the receipt who was not to be paired."
    private = SETTINGS + "privacy: {repository: private}\n"
    known = community(_files("") | {"program/community.yaml": private})
    orders = orders_of(known, [], ["a=m"], force=False)

    assert told in map(SAY, _match(forbids=["a=m"]).notices)
    assert told not in map(SAY, _match().notices)
    assert told not in map(SAY, match(known, "spring", TODAY, None, orders).notices)


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
        (["a=a"], "", "a=a names one person twice.", "Write the names of their files"),
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


RECEIPT = f"""\
on: 2027-01-20
version: '1'
seed: earlier
digest: '{"0" * 64}'
"""


def _from(receipt: str, wanted: Wanted, extra: Mapping[str, str] | None = None) -> Match:
    files = _files("") | {"pairs/spring/matches/2027-01-20.yaml": RECEIPT + receipt}
    known = community(files | dict(extra or {}))
    return carry_out(known, run_of(known, "spring", TODAY, wanted))


def test_seed_and_orders_of_a_receipt_are_taken_over() -> None:
    found = _from("pins: [{mentor: n, mentee: a}]\n", Wanted(source="2027-01-20"))

    assert _pairs(found) == {"n=a", "m=b"}
    assert found.seed == "earlier"
    assert found.orders == Orders((("n", "a"),))  # type: ignore[arg-type]


def test_what_is_given_comes_on_top_of_the_receipt() -> None:
    known = community(_files(""))
    orders = orders_of(known, ["o=b"], ["m=a"], force=False)

    found = _from(
        "pins: [{mentor: n, mentee: a}]\nforbids: [[a, m]]\nforce: true\n",
        Wanted("now", orders, "pairs/spring/matches/2027-01-20.yaml"),
    )

    assert _pairs(found) == {"n=a", "o=b"}
    assert (found.seed, found.orders.force) == ("now", True)
    assert found.orders.forbids == (("a", "m"), ("m", "a"))


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        (
            {"pairs/spring/n-a/pair.yaml": pair("n", "a")},
            "The pin n=a is left out: they are a pair.",
        ),
        (
            {"program/people/n.yaml": person("mentor", status="withdrawn")},
            "The pin n=a is left out: they do not both take part any more.",
        ),
        (
            {"program/people/a.yaml": person("mentee", status="withdrawn")},
            "The pin n=a is left out: they do not both take part any more.",
        ),
    ],
)
def test_pin_with_nothing_left_to_do_is_left_out_and_told(
    extra: Mapping[str, str], told: str
) -> None:
    found = _from("pins: [{mentor: n, mentee: a}]\n", Wanted(source="2027-01-20"), extra)

    assert found.orders == NO_ORDERS
    assert SAY(found.notices[0]) == told


def test_orders_of_a_run_that_is_made_anew_are_kept_on_request_only() -> None:
    lines = "pins: [{mentor: n, mentee: a}]\n"
    proposed = pair("n", "a", "proposed") + "match: {receipt: 2027-01-20, score: 50}\n"
    extra = {"pairs/spring/n-a/pair.yaml": proposed}

    without = _from(lines, Wanted(redo=True), extra)
    kept = _from(lines, Wanted(source="2027-01-20", redo=True), extra)

    assert _pairs(without) == {"m=a", "n=b"}
    assert SAY(without.notices[0]) == (
        "The orders of the receipt 2027-01-20 are not taken over; --from 2027-01-20 does that."
    )
    assert _pairs(kept) == {"n=a", "m=b"}


@pytest.mark.parametrize(
    ("receipt", "source", "told", "hint"),
    [
        ("", "2027-01-02", "There is no receipt 2027-01-02.", "Did you mean 2027-01-20?"),
        ("", "x", "There is no receipt x.", "The latest one is pairs/spring/matches/2027-01-20"),
        (
            "",
            "pairs/autumn/matches/2027-01-20.yaml",
            "There is no receipt pairs/autumn/matches/2027-01-20.yaml.",
            "telemaco match PROGRAM --apply writes one.",
        ),
        (
            "pins: [{mentor: m, mentee: anna}]",
            "2027-01-20",
            "There is no person anna.",
            "Name one of the files",
        ),
        ("forbids: [[a, a]]", "2027-01-20", "a=a names one person twice.", "Write the names"),
    ],
)
def test_receipt_that_cannot_be_followed_is_refused(
    receipt: str, source: str, told: str, hint: str
) -> None:
    with pytest.raises(TelemacoError) as refused:
        _from(receipt, Wanted(source=source))

    assert SAY(refused.value.message) == told
    assert refused.value.hint
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
