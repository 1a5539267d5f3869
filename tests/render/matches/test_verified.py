import json
from dataclasses import replace

from telemaco.adapters.translations import Catalog
from telemaco.matching.seats import Seat, SeatChange
from telemaco.matching.settings import SettingChange
from telemaco.matching.verified import Files, Verified
from telemaco.model.community import ReceiptId
from telemaco.records.base import PersonId, ProgramId
from telemaco.render.matches.verified import verified_as_json, verified_as_text

ENGLISH = Catalog("en")
NAMES = {PersonId(one): f"{one.title()} the Elder" for one in ("bach", "haydn", "sala")}
SAME = Verified(
    ReceiptId(ProgramId("spring"), "2027-02-03"),
    pairs=2,
    commit="0123456789abcdef",
    exact=True,
    lists_files=True,
    same_digest=True,
    same_pairs=True,
    files=Files(),
    settings=(),
    changes=(),
    left=(),
    versions=None,
)
DIFFERENT = replace(
    SAME,
    commit=None,
    exact=False,
    same_digest=False,
    same_pairs=False,
    files=Files(("a.yaml",), ("b.yaml",), ("c.yaml",)),
    settings=(
        SettingChange("weights.skills", "high", "low"),
        SettingChange("capacity.pairs", None, "3"),
    ),
    changes=(
        SeatChange(
            PersonId("bach"),
            Seat((PersonId("sala"),), 75_000),
            Seat((PersonId("haydn"), PersonId("x")), 80_999),
        ),
        SeatChange(PersonId("haydn"), None, Seat((PersonId("sala"),), 9_000)),
    ),
    left=(PersonId("haydn"), PersonId("sala")),
    versions=("1.0", "2.0"),
)
EXPECTED = """\
pairs/spring/matches/2027-02-03.yaml: differs.
  Worked out again from the files as they are now, without what the run wrote.

3 files are not as they went in:
  a.yaml has changed
  b.yaml is gone
  c.yaml goes in now and did not then

The program's file says otherwise today; the receipt's settings were taken:
  weights.skills: high in the receipt, low in the file
  capacity.pairs: nothing in the receipt, 3 in the file

Telemaco 1.0 wrote the receipt; this is 2.0.

Who               in the receipt      now
─────────────────────────────────────────────────────────
Bach the Elder    Sala the Elder 75   Haydn the Elder, x 80
Haydn the Elder   nobody              Sala the Elder 9

Left out in one of the two only: Sala the Elder
"""


def _text(found: Verified) -> str:
    return verified_as_text(found, NAMES, ENGLISH, 80)


def test_identical_is_said_in_two_lines() -> None:
    assert _text(SAME) == (
        "pairs/spring/matches/2027-02-03.yaml: identical, 2 pairs.\n"
        "  Worked out again from the files of commit 0123456789, before the receipt came\n"
        "    in.\n"
    )


def test_everything_that_differs_is_named() -> None:
    assert [line.rstrip("─") for line in _text(DIFFERENT).splitlines()] == [
        line.rstrip("─") for line in EXPECTED.splitlines()
    ]


def test_files_of_the_commit_itself_are_told_apart_from_those_before() -> None:
    found = replace(SAME, exact=False)

    assert "of commit 0123456789, without what the run" in _text(found)


def test_settings_of_files_that_were_taken_are_a_difference() -> None:
    found = replace(DIFFERENT, exact=True, commit="1")

    assert "The program's file says otherwise than the receipt:" in _text(found)


def test_what_was_changed_after_the_run_is_concluded() -> None:
    by_hand = replace(SAME, same_digest=False)
    unlisted = replace(by_hand, lists_files=False)
    other_pairs = replace(SAME, same_pairs=False)

    assert "seed or the orders in the receipt were changed after the run." in _text(by_hand)
    assert "The pairs that come out are the same." in _text(by_hand)
    assert "The receipt does not list the files" in _text(unlisted)
    assert "The same goes in and something else comes out" in _text(other_pairs)


def test_long_lists_are_cut_and_strange_names_made_visible() -> None:
    paths = tuple(f"program/people/p{number}.yaml" for number in range(25))
    change = SeatChange(PersonId("bach"), None, None)
    found = replace(DIFFERENT, files=Files(("a\x1b[31m.yaml", *paths)), changes=(change,) * 30)

    text = _text(found)

    assert "a\\x1b[31m.yaml" in text
    assert "and 6 more" in text
    assert "and 10 more" in text
    assert text.count("Bach the Elder") == 20


def test_json_says_everything() -> None:
    value = json.loads(verified_as_json(DIFFERENT))

    assert value["receipt"] == "pairs/spring/matches/2027-02-03.yaml"
    assert value["identical"] is False
    assert value["files"]["gone"] == ["b.yaml"]
    assert value["changes"][1] == {
        "person": "haydn",
        "old": None,
        "new": {"partners": ["sala"], "score": 9000},
    }
