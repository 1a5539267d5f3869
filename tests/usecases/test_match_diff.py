from collections.abc import Mapping

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.matching.difference import Difference, Move
from telemaco.matching.settings import SettingChange
from telemaco.model.community import ReceiptId
from telemaco.records.base import ProgramId
from telemaco.usecases.match import Wanted
from telemaco.usecases.match_diff import difference_between, differences_since
from telemaco.usecases.match_orders import orders_of
from tests.fakes import FakeSources, community
from tests.matching.texts import person, program
from tests.usecases.runs import FIRST, SECOND, applied, edited, spring

SAY = Catalog("en").text
PERSON = "program/people/{}.yaml"
PROGRAM = "program/programs/spring.yaml"
BEFORE = spring(
    a=person("mentee", seeks=["organ"]).replace("Person", "Anna"),
    b=person("mentee", seeks=["singing"]).replace("Person", "Bach"),
    m=person("mentor", offers=["singing"]).replace("Person", "Maria"),
    n=person("mentor", offers=["organ"]).replace("Person", "Nanni"),
)
FIRST_RUN = applied(BEFORE)
SPARE = {PERSON.format("o"): person("mentor")}
"""A mentor whom nobody got in the first run."""


def _since(after: Mapping[str, str], base: Mapping[str, str] = FIRST_RUN) -> Difference:
    (found,) = differences_since(community(after), FakeSources(base), None)
    return found


def _redone(
    changes: Mapping[str, str] | None = None,
    pins: tuple[str, ...] = (),
    forbids: tuple[str, ...] = (),
    base: Mapping[str, str] = FIRST_RUN,
) -> Difference:
    """What differs once the first run was made anew in the changed community."""
    files = {**base, **(changes or {})}
    orders = orders_of(community(files), pins, forbids, force=False)
    return _since(applied(files, SECOND, Wanted(orders=orders, redo=True)), base)


def _reasons(moves: tuple[Move, ...], who: str) -> list[str]:
    (move,) = (move for move in moves if move.person == who)
    return [SAY(reason) for reason in move.reasons]


def _with(name: str, lines: str) -> dict[str, str]:
    path = PERSON.format(name)
    return {path: BEFORE[path] + lines}


def test_first_matching_of_a_program_is_told_as_new() -> None:
    found = _since(FIRST_RUN, BEFORE)

    assert found.old.receipts == ()
    assert [(move.person, move.old, move.new.partners) for move in found.served if move.new] == [
        ("a", None, ("n",)),
        ("b", None, ("m",)),
    ]
    assert found.served[0].shares == (("skills", None, 50_000), ("languages", None, 50_000))
    assert _reasons(found.served, "a") == []
    assert (found.moved, found.waiting, found.gone, found.settings) == ((), (), (), ())


def test_nothing_new_is_nothing_to_tell() -> None:
    assert differences_since(community(FIRST_RUN), FakeSources(FIRST_RUN), None) == ()
    assert differences_since(community(BEFORE), FakeSources(BEFORE), "spring") == ()


def test_those_who_keep_their_partner_are_counted() -> None:
    found = _redone()

    assert (found.moved, found.served, found.kept) == ((), (), 2)
    assert [one.day for one in (*found.old.receipts, *found.new.receipts)] == [
        "2027-02-03",
        "2027-02-10",
    ]


def test_pair_that_goes_on_is_kept_by_a_run_that_does_not_look_at_it() -> None:
    late = {PERSON.format("c"): person("mentee"), PERSON.format("o"): person("mentor")}

    found = _since(applied(FIRST_RUN | late, SECOND))

    assert found.kept == 2
    assert [move.person for move in found.served] == ["c"]
    assert _reasons(found.served, "c") == ["Person is new", "Person is new"]


def test_runs_that_are_new_count_together() -> None:
    late = {PERSON.format("c"): person("mentee"), PERSON.format("o"): person("mentor")}
    third = applied(applied(FIRST_RUN | late, SECOND), SECOND)

    both = _since(applied(FIRST_RUN | late, SECOND), BEFORE)

    assert third
    assert [move.person for move in both.served] == ["a", "b", "c"]
    assert len(both.new.receipts) == 2


@pytest.mark.parametrize(
    ("pins", "forbids", "reasons"),
    [
        (("m=a",), (), ["pinned to Maria"]),
        ((), ("a=n",), ["now forbidden: Nanni"]),
    ],
)
def test_orders_are_a_reason(
    pins: tuple[str, ...], forbids: tuple[str, ...], reasons: list[str]
) -> None:
    found = _redone(pins=pins, forbids=forbids)

    assert _reasons(found.moved, "a") == reasons
    assert [(order.couple, order.is_pin, order.is_given) for order in found.orders] == [
        (("m", "a"), True, True) if pins else (("a", "n"), False, True)
    ]
    assert found.moved[0].shares == (("skills", 50_000, 0),)


@pytest.mark.parametrize(
    ("pins", "forbids", "reasons"),
    [
        (("m=a",), (), ["no longer pinned to Maria"]),
        ((), ("n=a",), ["no longer forbidden: Nanni"]),
    ],
)
def test_orders_that_were_taken_back_are_a_reason(
    pins: tuple[str, ...], forbids: tuple[str, ...], reasons: list[str]
) -> None:
    orders = orders_of(community(BEFORE), pins, forbids, force=False)
    base = applied(BEFORE, FIRST, Wanted(orders=orders))

    found = _redone(base=base)

    assert _reasons(found.moved, "a") == reasons
    assert [order.is_given for order in found.orders] == [False]


def test_orders_that_stay_are_not_told() -> None:
    orders = orders_of(community(BEFORE), ["m=a"], ["n=a"], force=True)
    base = applied(BEFORE, FIRST, Wanted(orders=orders))

    found = _redone(pins=("m=a",), forbids=("a=n",), base=base)

    assert (found.orders, found.moved) == ((), ())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (_with("n", "paused_until: 2027-05-01\n"), "Nanni: paused until 1 May 2027"),
        (
            edited(BEFORE, PERSON.format("n"), "accepted", "withdrawn"),
            "Nanni: does not take part any more",
        ),
        (
            edited(BEFORE, PERSON.format("n"), "accepted", "accepted, capacity: 0"),
            "Nanni: no place to offer: the capacity is 0",
        ),
    ],
)
def test_partner_who_takes_no_part_any_more_is_a_reason(
    changes: Mapping[str, str], reason: str
) -> None:
    found = _redone(changes, base=applied(BEFORE | SPARE))

    assert _reasons(found.moved, "a") == [reason]


def test_file_that_is_gone_is_a_reason() -> None:
    base = applied(BEFORE | SPARE)
    files = {path: text for path, text in base.items() if path != PERSON.format("n")}

    found = _since(applied(files, SECOND, Wanted(redo=True)), base)

    assert _reasons(found.moved, "a") == ["n: the file is gone"]


def test_limit_that_came_in_between_is_a_reason_and_so_is_a_file() -> None:
    german = edited(BEFORE, PERSON.format("n"), "{it: native}", "{de: native}")

    found = _redone(german, base=applied(BEFORE | SPARE))

    assert _reasons(found.moved, "a") == [
        "with Nanni: no common language: Anna speaks Italian, Nanni German",
        "the file of Nanni has changed",
    ]


def test_left_out_are_told_in_the_words_of_the_receipt() -> None:
    found = _redone(_with("n", "paused_until: 2027-05-01\n"))

    (waiting,) = found.waiting
    assert waiting.had is not None
    assert waiting.binding == "Anna, Bach compete for 1 place with Maria"
    assert waiting.would_help == "one more place with Maria"


def test_mentor_who_takes_fewer_is_a_reason() -> None:
    two = edited(BEFORE, PERSON.format("n"), "accepted", "accepted, capacity: 2")
    two = edited(two, PERSON.format("b"), "singing", "organ")
    base = applied(two)

    found = _redone({PERSON.format("n"): BEFORE[PERSON.format("n")]}, base=base)

    (moved,) = found.moved
    assert SAY(moved.reasons[0]) == "Nanni takes 1 only"


def test_settings_are_told_and_are_a_reason_where_there_is_no_other() -> None:
    swapped = program("matching: {weights: {skills: off, experience: required}}")
    years = {
        **_with("a", "experience_years: 5\n"),
        **_with("b", "experience_years: 1\n"),
        **_with("m", "experience_years: 20\n"),
        **_with("n", "experience_years: 4\n"),
    }
    base = applied(BEFORE | years)

    found = _redone({PROGRAM: swapped}, base=base)

    assert SettingChange("weights.skills", "high", "off") in found.settings
    assert _reasons(found.moved, "a")[0].startswith("with Nanni: ")
    assert _reasons(found.moved, "b")[0] == "other settings"


def test_who_waited_before_is_told_with_what_stood_in_the_way() -> None:
    alone = {path: text for path, text in BEFORE.items() if path != PERSON.format("m")}
    base = applied(alone)
    joined = {PERSON.format("m"): BEFORE[PERSON.format("m")]}

    found = _since(applied(base | joined, SECOND), base)

    assert _reasons(found.served, "b") == [
        "before: Anna, Bach compete for 1 place with Nanni",
        "Maria is new",
    ]


def test_mentee_who_has_gone_is_told() -> None:
    found = _redone(edited(BEFORE, PERSON.format("a"), "accepted", "withdrawn"))

    (gone,) = found.gone
    assert (gone.person, SAY(gone.reason)) == ("a", "does not take part any more")


def test_receipt_that_was_changed_by_hand_is_put_beside_the_one_before() -> None:
    changed = edited(FIRST_RUN, "pairs/spring/matches/2027-02-03.yaml", "score: 100", "score: 90")

    found = _since(changed)

    assert found.old.receipts == found.new.receipts


def test_two_receipts_can_be_put_beside_each_other() -> None:
    files = applied(FIRST_RUN, SECOND, Wanted(redo=True))
    spring_ = ProgramId("spring")

    found = difference_between(
        community(files), ReceiptId(spring_, "2027-02-10"), ReceiptId(spring_, "2027-02-03")
    )

    assert (found.kept, found.moved) == (2, ())
    with pytest.raises(TelemacoError, match="of two programs"):
        difference_between(
            community(files),
            ReceiptId(spring_, "2027-02-10"),
            ReceiptId(ProgramId("autumn"), "2027-02-03"),
        )


def test_circles_are_told_too() -> None:
    peers = spring(**{name: person("peer") for name in "abcd"})
    circle = program("capacity: {group_maximum: 2}").replace("one-to-one", "peer-circle")
    base = applied(peers | {PROGRAM: circle})
    german = edited(base, PERSON.format("a"), "{it: native}", "{de: native}")

    found = _since(applied(german, SECOND, Wanted(redo=True)), base)

    assert [one.person for one in found.waiting if one.had]


def test_former_partner_who_has_nobody_now_is_no_reason() -> None:
    other = program("matching: {weights: {skills: off, experience: required}}")
    years = {"a": 5, "b": 1, "m": 2, "n": 9}
    files = BEFORE | {PERSON.format("o"): person("mentor") + "experience_years: 4\n"}
    for name, count in years.items():
        files |= _with(name, f"experience_years: {count}\n")

    found = _redone({PROGRAM: other}, base=applied(files))

    assert "m" not in {partner for seat in found.new.seats.values() for partner in seat.partners}
    assert _reasons(found.moved, "b") == ["other settings"]
