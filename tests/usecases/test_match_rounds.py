"""What a later run may change, and what it never touches."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.matching.result import Match
from telemaco.usecases.check import check
from telemaco.usecases.match import Wanted, carry_out, run_of
from telemaco.usecases.match_files import files_of, write_files
from tests.fakes import COSIMO, SETTINGS, FakeSources, FakeWriter, community
from tests.matching.texts import pair, person, program

FIRST, SECOND = date(2027, 2, 3), date(2027, 2, 10)
SAY = Catalog("en").text
SKILLS = "- {id: organ, label: Organ}\n- {id: singing, label: Singing}\n"
RECEIPT = "pairs/spring/matches/2027-02-03.yaml"
CURRENT = ("proposed", "confirmed", "active", "paused")


def _files(*, extra: str = "", **people: str) -> dict[str, str]:
    texts = {f"program/people/{name}.yaml": text for name, text in people.items()}
    return {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/spring.yaml": program(extra),
        "program/skills.yaml": SKILLS,
        **texts,
    }


def _found(files: Mapping[str, str], today: date, wanted: Wanted) -> Match:
    known = community(files)
    return carry_out(known, run_of(known, "spring", today, wanted))


def _applied(
    files: Mapping[str, str], today: date = FIRST, wanted: Wanted | None = None
) -> dict[str, str]:
    """The files after a run was written."""
    disk = FakeWriter()
    changes = files_of(_found(files, today, wanted or Wanted()), community(files), Catalog("en"))
    if changes:
        write_files(changes, disk, disk)
    kept = {path: text for path, text in files.items() if path not in disk.removed}
    return kept | {path: content.decode() for path, content in disk.written.items()}


def _pairs(files: Mapping[str, str]) -> set[str]:
    return {path.split("/")[2] for path in files if path.endswith("pair.yaml")}


def _members(found: Match) -> set[frozenset[str]]:
    return {frozenset(one for one, _ in proposal.members) for proposal in found.proposals}


def _edited(files: Mapping[str, str], path: str, old: str, new: str) -> dict[str, str]:
    assert old in files[path]
    return {**files, path: files[path].replace(old, new)}


TWO = _files(
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
        for path, text in _applied(_files(**people)).items()
    }
    late = person("mentee", seeks=["singing"])

    second = _applied({**first, "program/people/late.yaml": late}, SECOND)

    assert {path: second[path] for path in first} == first
    places = 2 * len(offers)
    assert len(_pairs(second)) == min(len(seeks) + 1, places)


@pytest.mark.parametrize("status", ["ended-early", "cancelled"])
@pytest.mark.parametrize("repeat", ["true", "false"])
def test_partner_of_a_pair_that_parted_is_not_proposed_again(status: str, repeat: str) -> None:
    files = _files(
        extra=f"matching: {{repeat_pairs: {repeat}}}",
        a=person("mentee", seeks=["organ"]),
        m=person("mentor"),
        n=person("mentor", offers=["organ"]),
    )
    parted = {"pairs/spring/n-a/pair.yaml": pair("n", "a", status)}

    assert _members(_found(files, FIRST, Wanted())) == {frozenset("na")}
    assert _members(_found(files | parted, FIRST, Wanted())) == {frozenset("ma")}


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
    files = _files(
        extra=f"matching: {{repeat_pairs: {repeat}}}",
        a=person("mentee", seeks=["organ"]),
        m=person("mentor"),
        n=person("mentor", offers=["organ"]),
    )
    files["program/programs/autumn.yaml"] = program()
    files[f"pairs/{where}/n-a/pair.yaml"] = pair("n", "a", "completed")

    assert _members(_found(files, FIRST, Wanted())) == {frozenset({partner, "a"})}


def test_pair_that_parted_in_another_program_may_meet_again_here() -> None:
    files = TWO | {
        "program/programs/autumn.yaml": program(),
        "pairs/autumn/n-a/pair.yaml": pair("n", "a", "ended-early"),
    }

    assert _members(_found(files, FIRST, Wanted())) == {frozenset("na")}


def test_proposals_stay_when_one_runs_again() -> None:
    first = _applied(TWO)

    second = _applied(first | {"program/people/b.yaml": person("mentee", seeks=["organ"])}, SECOND)

    assert _pairs(second) == {"n-a", "m-b"}
    assert second["pairs/spring/n-a/pair.yaml"] == first["pairs/spring/n-a/pair.yaml"]


def test_redo_makes_the_proposals_of_the_last_run_anew() -> None:
    first = _applied(TWO)
    paused = first["program/people/n.yaml"] + "paused_until: 2027-03-01\n"
    changed = first | {"program/people/n.yaml": paused}

    second = _applied(changed, SECOND, Wanted(redo=True))

    assert _pairs(second) == {"m-a"}
    assert second[RECEIPT] == first[RECEIPT]
    assert "replaces: '2027-02-03'\n" in second["pairs/spring/matches/2027-02-10.yaml"]
    assert check(FakeSources(second)).findings == ()


def test_redo_of_the_same_pair_keeps_its_folder() -> None:
    second = _applied(_applied(TWO), SECOND, Wanted(redo=True))

    assert _pairs(second) == {"n-a"}
    assert "receipt: '2027-02-10'" in second["pairs/spring/n-a/pair.yaml"]


def test_redo_that_finds_nobody_takes_the_proposals_back() -> None:
    first = _applied(TWO)
    gone = {
        path: text + ("paused_until: 2027-03-01\n" if path.endswith(("m.yaml", "n.yaml")) else "")
        for path, text in first.items()
    }

    second = _applied(gone, SECOND, Wanted(redo=True))

    assert _pairs(second) == set()
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
    first = _edited(_applied(files), "pairs/spring/n-a/pair.yaml", old, new)

    second = _applied(first, SECOND, Wanted(redo=True))

    assert second["pairs/spring/n-a/pair.yaml"] == first["pairs/spring/n-a/pair.yaml"]
    assert "receipt: '2027-02-10'" in second["pairs/spring/m-b/pair.yaml"]


def test_pair_with_a_session_stays() -> None:
    first = _applied(TWO) | {"pairs/spring/n-a/2027-02-05.md": "---\nstatus: held\n---\n"}

    with pytest.raises(TelemacoError, match="is a mere proposal any more"):
        _found(first, SECOND, Wanted(redo=True))


def test_redo_says_what_it_replaces_and_what_stays() -> None:
    files = TWO | {"program/people/b.yaml": person("mentee", seeks=["singing"])}
    first = _edited(
        _applied(files), "pairs/spring/n-a/pair.yaml", "status: proposed", "status: confirmed"
    )

    found = _found(first, SECOND, Wanted(redo=True))

    assert [SAY(notice) for notice in found.notices[:2]] == [
        "1 proposed pair of the receipt 2027-02-03 is made anew.",
        "1 pair of it stays: somebody has confirmed it, or worked on it.",
    ]


def test_run_that_is_made_anew_does_not_count_for_who_has_waited() -> None:
    files = _files(a=person("mentee"), b=person("mentee"), m=person("mentor"))
    first = _applied(files)

    second = _applied(first, SECOND, Wanted(redo=True))
    third = _applied(second, date(2027, 2, 17), Wanted(redo=True))

    assert _pairs(first) == _pairs(second) == _pairs(third)
    loaded = load(FakeSources(third).files()).community
    assert [receipt.replaces for receipt in loaded.receipts.values()] == [
        None,
        "2027-02-03",
        "2027-02-10",
    ]


def test_only_the_last_run_is_made_anew() -> None:
    late = {"program/people/b.yaml": person("mentee", seeks=["singing"])}
    second = _applied(_applied(TWO) | late, SECOND)

    found = _found(second, SECOND, Wanted(redo=True))

    assert _members(found) == {frozenset("mb")}


def test_redo_without_a_run_is_refused() -> None:
    with pytest.raises(TelemacoError, match="There is no run of spring to make anew"):
        _found(TWO, FIRST, Wanted(redo=True))
