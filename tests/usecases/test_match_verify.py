from collections.abc import Mapping

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.matching.seats import seats_in
from telemaco.matching.settings import SettingChange
from telemaco.matching.verified import Files, Verified
from telemaco.model.community import ReceiptId
from telemaco.ports import Arrival
from telemaco.records.base import ProgramId
from telemaco.records.program import ProgramKind
from telemaco.usecases.match import Wanted
from telemaco.usecases.match_orders import orders_of
from telemaco.usecases.match_receipt import receipt_text
from telemaco.usecases.match_verify import verify
from tests.fakes import FakeHistory, community
from tests.matching.texts import pair, person, program
from tests.usecases.runs import RECEIPT, SECOND, THIRD, applied, edited, spring

BEFORE = spring(
    a=person("mentee", seeks=["organ"]),
    b=person("mentee", status="waiting", seeks=["singing"]),
    m=person("mentor", offers=["singing"]),
    n=person("mentor", offers=["organ"]),
)
AFTER = applied(BEFORE)
PERSON = "program/people/{}.yaml"
PAIR = "pairs/spring/n-a/pair.yaml"
PROGRAM = "program/programs/spring.yaml"


def _verified(
    files: Mapping[str, str],
    receipt: str = "2027-02-03",
    history: FakeHistory | None = None,
    commit: str | None = None,
) -> Verified:
    receipt_id = ReceiptId(ProgramId("spring"), receipt)
    there = history or FakeHistory()
    return verify(community(files), receipt_id, there, commit, Catalog("en"))


def _history(before: Mapping[str, str], after: Mapping[str, str]) -> FakeHistory:
    """Two commits; the receipt came in with the second."""
    return FakeHistory({"1": before, "2": after}, {RECEIPT: Arrival("2", "1")})


def _later() -> dict[str, str]:
    """The files some weeks later, when everything went well."""
    files = edited(AFTER, PAIR, "status: proposed", "status: active\nmeeting: {tool: jitsi}")
    files = edited(
        files, "pairs/spring/m-b/pair.yaml", "role: mentee", "role: mentee\n    from: 2027-02-04"
    )
    for name in "abmn":
        files = edited(
            files,
            PERSON.format(name),
            files[PERSON.format(name)].split("status: ")[1].split("}")[0],
            "matched",
        )
    files |= {PERSON.format("z"): person("mentee"), PERSON.format("y"): person("mentor")}
    return applied(files, SECOND)


def test_receipt_just_written_is_identical() -> None:
    found = _verified(AFTER)

    assert found.identical
    assert (found.commit, found.exact, found.pairs) == (None, False, 2)
    assert (found.files, found.settings, found.changes, found.versions) == (Files(), (), (), None)


def test_what_came_of_the_run_and_who_joined_later_make_no_difference() -> None:
    found = _verified(_later())

    assert found.identical
    assert found.files == Files()


def test_second_run_is_verified_beside_the_first() -> None:
    assert _verified(_later(), "2027-02-10").identical


@pytest.mark.parametrize("status", ["withdrawn", "completed", "paused"])
def test_whoever_took_part_is_taken_to_have_done_so(status: str) -> None:
    files = edited(AFTER, PERSON.format("a"), "status: accepted", f"status: {status}")
    files = edited(files, PERSON.format("m"), "name:", "paused_until: 2027-05-01\nname:")

    found = _verified(files)

    assert found.same_pairs
    assert found.identical


def test_change_of_somebody_is_named_with_what_came_of_it() -> None:
    files = edited(AFTER, PERSON.format("n"), "skill: organ", "skill: singing")

    found = _verified(files)

    assert not found.identical
    assert found.files == Files(changed=(PERSON.format("n"),))
    assert [change.person for change in found.changes] == ["a"]
    assert (found.same_digest, found.same_pairs) == (False, False)


def test_files_that_are_gone_or_go_in_now_are_named() -> None:
    left = spring(a=person("mentee"), b=person("mentee"), m=person("mentor")) | {
        "program/programs/autumn.yaml": program(),
        "pairs/autumn/m-b/pair.yaml": pair("m", "b", "completed"),
    }
    after = applied(left)
    gone = {"pairs/autumn/m-b/pair.yaml", RECEIPT}
    there = {path: text for path, text in after.items() if path not in gone}
    history = FakeHistory({"1": there | {PERSON.format("c"): person("mentee")}})

    found = _verified(after, history=history, commit="1")

    assert found.exact
    assert found.files == Files(
        changed=(), gone=("pairs/autumn/m-b/pair.yaml",), added=(PERSON.format("c"),)
    )


def test_files_before_the_commit_of_the_receipt_are_taken_as_they_were() -> None:
    changed = edited(AFTER, PERSON.format("n"), "skill: organ", "skill: singing")

    found = _verified(changed, history=_history(BEFORE, AFTER))

    assert found.identical
    assert (found.commit, found.exact) == ("1", True)


def test_commit_that_brought_more_than_the_receipt_is_looked_at_itself() -> None:
    newcomers = {path: text for path, text in BEFORE.items() if path != PERSON.format("b")}

    found = _verified(AFTER, history=_history(newcomers, AFTER))

    assert found.identical
    assert (found.commit, found.exact) == ("2", False)


def test_of_two_commits_that_do_not_fit_the_nearer_one_is_told() -> None:
    one = edited(BEFORE, PERSON.format("n"), "skill: organ", "skill: singing")
    two = edited(one, PERSON.format("m"), "skill: singing", "skill: organ")

    found = _verified(AFTER, history=_history(one, AFTER | two))

    assert found.commit == "1"
    assert found.files.changed == (PERSON.format("n"),)


def test_first_commit_of_all_has_none_before_it() -> None:
    history = FakeHistory({"1": AFTER}, {RECEIPT: Arrival("1", None)})

    found = _verified(AFTER, history=history)

    assert found.identical
    assert found.commit == "1"


def test_settings_of_the_receipt_are_used_and_what_changed_is_told() -> None:
    files = AFTER | {
        PROGRAM: program("matching: {weights: {skills: low}, maximum_timezone_gap: 9}")
    }

    found = _verified(files)

    assert found.identical
    assert found.settings == (
        SettingChange("weights.skills", "high", "low"),
        SettingChange("maximum_timezone_gap", None, "9"),
    )


def test_setting_that_this_version_does_not_know_ends_the_run() -> None:
    files = edited(AFTER, RECEIPT, "objective: fair", "objective: luck")
    room = edited(AFTER, RECEIPT, "capacity.group_minimum: '2'", "capacity.group_minimum: many")

    with pytest.raises(TelemacoError, match="cannot read a setting of the receipt: objective"):
        _verified(files)
    with pytest.raises(TelemacoError, match=r"a setting of the receipt: capacity\.group_minimum"):
        _verified(room)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("seed: spring", "seed: summer"),
        ("settings:", "forbids: [[a, m]]\nsettings:"),
    ],
)
def test_order_or_seed_changed_by_hand_shows(old: str, new: str) -> None:
    found = _verified(edited(AFTER, RECEIPT, old, new))

    assert not found.same_digest
    assert found.files == Files()


def test_pairs_changed_by_hand_show() -> None:
    found = _verified(edited(AFTER, RECEIPT, "score: 100", "score: 99"))

    assert (found.same_digest, found.same_pairs, found.identical) == (True, False, False)


def test_those_left_out_changed_by_hand_show() -> None:
    after = applied(BEFORE | {PERSON.format("c"): person("mentee", languages="{de: native}")})

    found = _verified(edited(after, RECEIPT, "- person: c\n", "- person: z\n"))

    assert (found.same_digest, found.same_pairs, found.identical) == (True, True, False)
    assert found.left == ("c", "z")


def test_other_version_is_told_and_is_no_difference() -> None:
    found = _verified(edited(AFTER, RECEIPT, "version: ", "version: 0."))

    assert found.identical
    assert found.versions is not None


def test_receipt_without_shares_and_files_is_verified_by_its_digest() -> None:
    long = AFTER | {RECEIPT: _bare()}
    others = {
        f"pairs/spring/matches/{day}.yaml": _bare().replace("2027-02-03", day)
        for day in ("2027-01-10", "2027-02-20")
    }
    later = pair("m", "cosimo") + "match: {receipt: 2027-02-20, score: 50}\n"

    assert _verified(long).identical
    assert not _verified(long).lists_files
    assert _verified(long | others | {"pairs/spring/m-cosimo/pair.yaml": later}).identical
    assert not _verified(edited(long, PERSON.format("n"), "organ", "singing")).identical


def _bare(files: Mapping[str, str] = AFTER, day: str = "2027-02-03") -> str:
    """The receipt of a run that was too long to have everything in it."""
    receipt = community(files).receipts[ReceiptId(ProgramId("spring"), day)]
    pairs = tuple(one.model_copy(update={"shares": ()}) for one in receipt.pairs)
    return receipt_text(receipt.model_copy(update={"pairs": pairs, "inputs": {}}), 10_000)


def test_run_that_made_another_anew_is_verified_too() -> None:
    orders = orders_of(community(AFTER), ["m=a"], [], force=False)
    again = applied(AFTER, SECOND, Wanted(orders=orders, redo=True))
    third = applied(again, THIRD, Wanted(redo=True))
    arrival = {"pairs/spring/matches/2027-02-10.yaml": Arrival("2", "1")}
    history = FakeHistory({"1": AFTER, "2": again}, arrival)

    assert _verified(again, "2027-02-10").identical
    assert _verified(third, "2027-02-10").identical
    assert _verified(third, "2027-02-17").identical
    strict = _verified(third, "2027-02-10", history)
    assert (strict.identical, strict.exact) == (True, True)


def test_pairs_that_a_run_made_anew_left_alone_are_known_again() -> None:
    matched = edited(AFTER, PERSON.format("b"), "waiting", "matched")
    again = applied(matched, SECOND, Wanted(redo=True))
    bare = again | {(path := RECEIPT.replace("-03", "-10")): _bare(again, "2027-02-10")}
    history = FakeHistory({"1": matched}, {path: Arrival("1", "1")})

    assert "pairs/spring/m-b/pair.yaml" in again[path]
    assert _verified(again, "2027-02-10").identical
    assert _verified(again, "2027-02-10", history).identical
    assert _verified(bare, "2027-02-10").identical


def test_those_who_have_waited_are_known_again() -> None:
    alone = spring(a=person("mentee"), b=person("mentee"), m=person("mentor"))
    first = applied(alone)
    more = first | {PERSON.format("c"): person("mentee"), PERSON.format("n"): person("mentor")}
    second = applied(more, SECOND)

    assert _verified(second, "2027-02-10").identical
    assert _verified(second).identical


@pytest.mark.parametrize(("kind", "role"), [("group", "mentee"), ("peer-circle", "peer")])
def test_groups_and_circles_are_verified(kind: str, role: str) -> None:
    files = spring(**{name: person(role) for name in "abc"}, m=person("mentor"))
    files[PROGRAM] = program("capacity: {group_maximum: 4}").replace("one-to-one", kind)
    after = applied(files)

    assert _verified(after).identical
    german = edited(after, PERSON.format("b"), "{it: native}", "{de: native}")
    changes = _verified(german).changes
    assert {change.person for change in changes} >= {"b"}


def test_co_mentors_are_no_mentees() -> None:
    files = spring(**{name: person("mentee") for name in "abc"}, m=person("mentor"))
    files |= {PERSON.format("n"): person("mentor")}
    capacity = program("capacity: {group_maximum: 4, co_mentors: 1}")
    after = applied(files | {PROGRAM: capacity.replace("one-to-one", "group")})

    receipt = community(after).receipts[ReceiptId(ProgramId("spring"), "2027-02-03")]

    assert "co_mentors:" in after[RECEIPT]
    assert set(seats_in(receipt, ProgramKind.GROUP)) == {"a", "b", "c"}
    assert _verified(after).identical


def test_commit_without_the_program_ends_the_run() -> None:
    with pytest.raises(TelemacoError, match="program of the receipt is not there"):
        _verified(AFTER, history=FakeHistory({"0": {}}), commit="0")


def test_run_that_left_out_who_only_waits_is_worked_out_again() -> None:
    files = spring(
        a=person("mentee"),
        b=person("mentee", status="waiting", seeks=["singing"]),
        m=person("mentor", offers=["singing"], capacity=1),
    )
    after = applied(files)
    accepted = edited(after, PERSON.format("b"), "waiting", "accepted")
    without = {path: text for path, text in after.items() if path != PERSON.format("b")}

    assert "waiting:\n  - b\n" in after[RECEIPT]
    assert _verified(after).identical
    assert _verified(accepted).identical
    assert _verified(after, history=_history(files, after)).exact
    assert _verified(after, history=_history(files, after)).identical
    assert _verified(without).files.gone == (PERSON.format("b"),)


def test_run_that_made_no_difference_between_accepted_and_waiting_stays_as_it_was() -> None:
    people = {
        "a": person("mentee"),
        "b": person("mentee", seeks=["singing"]),
        "m": person("mentor", offers=["singing"], capacity=1),
    }
    after = applied(spring(**people))
    files = spring(**people | {"b": person("mentee", status="waiting", seeks=["singing"])})

    assert "pair: m-b" in after[RECEIPT]
    assert _verified(after, history=_history(files, after)).identical
