"""What a later run may change, and what it never touches."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.usecases.check import check
from telemaco.usecases.match import Wanted
from tests.fakes import FakeSources
from tests.matching.texts import pair, person, program
from tests.usecases.runs import (
    FIRST,
    RECEIPT,
    SECOND,
    THIRD,
    applied,
    couples,
    edited,
    pair_names,
    ran,
    spring,
)

SAY = Catalog("en").text
CURRENT = ("proposed", "confirmed", "active", "paused")


TWO = spring(
    a=person("mentee", seeks=["organ"]),
    m=person("mentor", offers=["singing"]),
    n=person("mentor", offers=["organ"]),
)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(("organ", "singing")), min_size=1, max_size=4),
    st.lists(st.sampled_from(("organ", "singing")), min_size=1, max_size=3),
    st.sampled_from(CURRENT),
)
def test_those_who_join_late_are_matched_without_moving_anybody(
    seeks: list[str], offers: list[str], status: str
) -> None:
    people = {f"e{n}": person("mentee", seeks=[one]) for n, one in enumerate(seeks)}
    people |= {f"m{n}": person("mentor", offers=[one], capacity=2) for n, one in enumerate(offers)}
    first = {
        path: text.replace("status: proposed", f"status: {status}")
        for path, text in applied(spring(**people)).items()
    }
    late = person("mentee", seeks=["singing"])

    second = applied({**first, "program/people/late.yaml": late}, SECOND)

    assert {path: second[path] for path in first} == first
    places = 2 * len(offers)
    assert len(pair_names(second)) == min(len(seeks) + 1, places)


@pytest.mark.parametrize("status", ["ended-early", "cancelled"])
@pytest.mark.parametrize("repeat", ["true", "false"])
def test_partner_of_a_pair_that_parted_is_not_proposed_again(status: str, repeat: str) -> None:
    files = spring(
        extra=f"matching: {{repeat_pairs: {repeat}}}",
        a=person("mentee", seeks=["organ"]),
        m=person("mentor"),
        n=person("mentor", offers=["organ"]),
    )
    parted = {"pairs/spring/n-a/pair.yaml": pair("n", "a", status)}

    assert couples(ran(files)) == {frozenset("na")}
    assert couples(ran(files | parted)) == {frozenset("ma")}


@pytest.mark.parametrize(
    ("repeat", "where", "partner"),
    [
        ("true", "autumn", "n"),
        ("true", "spring", "n"),
        ("false", "autumn", "m"),
        ("false", "spring", "m"),
    ],
)
def test_partner_of_a_pair_that_was_completed_may_come_again_if_the_program_says_so(
    repeat: str, where: str, partner: str
) -> None:
    files = spring(
        extra=f"matching: {{repeat_pairs: {repeat}}}",
        a=person("mentee", seeks=["organ"]),
        m=person("mentor"),
        n=person("mentor", offers=["organ"]),
    )
    files["program/programs/autumn.yaml"] = program()
    files[f"pairs/{where}/n-a/pair.yaml"] = pair("n", "a", "completed")

    assert couples(ran(files)) == {frozenset({partner, "a"})}


def test_pair_that_parted_in_another_program_may_meet_again_here() -> None:
    files = TWO | {
        "program/programs/autumn.yaml": program(),
        "pairs/autumn/n-a/pair.yaml": pair("n", "a", "ended-early"),
    }

    assert couples(ran(files)) == {frozenset("na")}


def test_proposals_stay_when_one_runs_again() -> None:
    first = applied(TWO)

    second = applied(first | {"program/people/b.yaml": person("mentee", seeks=["organ"])}, SECOND)

    assert pair_names(second) == {"n-a", "m-b"}
    assert second["pairs/spring/n-a/pair.yaml"] == first["pairs/spring/n-a/pair.yaml"]


def test_redo_makes_the_proposals_of_the_last_run_anew() -> None:
    first = applied(TWO)
    paused = first["program/people/n.yaml"] + "paused_until: 2027-03-01\n"
    changed = first | {"program/people/n.yaml": paused}

    second = applied(changed, SECOND, Wanted(redo=True))

    assert pair_names(second) == {"m-a"}
    assert second[RECEIPT] == first[RECEIPT]
    assert "replaces: '2027-02-03'\n" in second["pairs/spring/matches/2027-02-10.yaml"]
    assert check(FakeSources(second)).findings == ()


def test_redo_of_the_same_pair_keeps_its_folder() -> None:
    second = applied(applied(TWO), SECOND, Wanted(redo=True))

    assert pair_names(second) == {"n-a"}
    assert "receipt: '2027-02-10'" in second["pairs/spring/n-a/pair.yaml"]


def test_redo_takes_goals_that_nobody_worked_on_for_its_own() -> None:
    mentee = TWO["program/people/a.yaml"] + "goals: [{statement: Play the organ well}]\n"
    first = applied(TWO | {"program/people/a.yaml": mentee})
    path = "pairs/spring/n-a/pair.yaml"
    worked_on = first | {path: first[path] + "    success: A fugue without a fault\n"}

    second = applied(first, SECOND, Wanted(redo=True))

    assert "receipt: '2027-02-10'" in second[path]
    with pytest.raises(TelemacoError, match="mere proposal"):
        applied(worked_on, SECOND, Wanted(redo=True))


def test_redo_that_finds_nobody_takes_the_proposals_back() -> None:
    first = applied(TWO)
    gone = {
        path: text + ("paused_until: 2027-03-01\n" if path.endswith(("m.yaml", "n.yaml")) else "")
        for path, text in first.items()
    }

    second = applied(gone, SECOND, Wanted(redo=True))

    assert pair_names(second) == set()
    assert check(FakeSources(second)).findings == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("role: mentee\n", "role: mentee\n    confirmed: 2027-02-04\n"),
        ("status: proposed", "status: confirmed"),
        ("status: proposed", "status: active"),
        ("status: proposed", "status: proposed\ntitle: The two"),
        ("status: proposed", "status: proposed\nmeeting: {tool: jitsi}"),
        ("receipt: '2027-02-03'", "receipt: by-hand"),
    ],
)
def test_pair_that_somebody_has_taken_up_stays(old: str, new: str) -> None:
    files = TWO | {"program/people/b.yaml": person("mentee", seeks=["singing"])}
    first = edited(applied(files), "pairs/spring/n-a/pair.yaml", old, new)

    second = applied(first, SECOND, Wanted(redo=True))

    assert second["pairs/spring/n-a/pair.yaml"] == first["pairs/spring/n-a/pair.yaml"]
    assert "receipt: '2027-02-10'" in second["pairs/spring/m-b/pair.yaml"]


def test_pair_with_a_session_stays() -> None:
    first = applied(TWO) | {"pairs/spring/n-a/2027-02-05.md": "---\nstatus: held\n---\n"}

    with pytest.raises(TelemacoError, match="is a mere proposal any more"):
        ran(first, SECOND, Wanted(redo=True))


def test_redo_says_what_it_replaces_and_what_stays() -> None:
    files = TWO | {"program/people/b.yaml": person("mentee", seeks=["singing"])}
    first = edited(
        applied(files), "pairs/spring/n-a/pair.yaml", "status: proposed", "status: confirmed"
    )

    found = ran(first, SECOND, Wanted(redo=True))

    assert [SAY(notice) for notice in found.notices[:2]] == [
        "1 proposed pair of the receipt 2027-02-03 is made anew.",
        "1 pair of it stays: somebody has confirmed it, or worked on it.",
    ]


def test_run_that_is_made_anew_does_not_count_for_who_has_waited() -> None:
    files = spring(a=person("mentee"), b=person("mentee"), m=person("mentor"))
    first = applied(files)

    second = applied(first, SECOND, Wanted(redo=True))
    third = applied(second, THIRD, Wanted(redo=True))

    assert pair_names(first) == pair_names(second) == pair_names(third)
    loaded = load(FakeSources(third).files()).community
    assert [receipt.replaces for receipt in loaded.receipts.values()] == [
        None,
        "2027-02-03",
        "2027-02-10",
    ]


def test_only_the_last_run_is_made_anew() -> None:
    late = {"program/people/b.yaml": person("mentee", seeks=["singing"])}
    second = applied(applied(TWO) | late, SECOND)

    found = ran(second, SECOND, Wanted(redo=True))

    assert couples(found) == {frozenset("mb")}


def test_redo_without_a_run_is_refused() -> None:
    with pytest.raises(TelemacoError, match="There is no run of spring to make anew"):
        ran(TWO, FIRST, Wanted(redo=True))
