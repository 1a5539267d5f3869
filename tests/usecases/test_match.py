import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from telemaco import __version__
from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.matching.cautions import Caution, CautionKind
from telemaco.matching.result import Link, Proposal, Swaps
from telemaco.matching.scores import Share
from telemaco.messages import msg
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from telemaco.records.receipt import Receipt
from telemaco.usecases.match import match
from telemaco.usecases.match_files import files_of, write_files
from telemaco.usecases.match_receipt import receipt_of, receipt_text
from tests.fakes import COSIMO, SETTINGS, FakeSources, FakeWriter, community
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 3)
RECEIPT = "pairs/spring/matches/2027-02-03.yaml"


def _files(**people: str) -> dict[str, str]:
    texts = {f"program/people/{name}.yaml": text for name, text in people.items()}
    return {"program/programs/spring.yaml": program(), **texts}


def _applied(files: Mapping[str, str]) -> dict[str, str]:
    """The community's files after a matching was written."""
    known = community(files)
    disk = FakeWriter()
    changes = files_of(match(known, "spring", TODAY, None), known, Catalog("en"))
    if changes:
        write_files(changes, disk, disk, lambda: None)
    return {**files, **{path: content.decode() for path, content in disk.written.items()}}


def test_pair_begins_with_the_goals_of_the_mentee() -> None:
    goals = "goals: [{statement: {en: Draw hands from life}, by: 2027-05-01}]\n"

    applied = _applied(_files(a=person("mentee") + goals, m=person("mentor")))

    assert applied["pairs/spring/m-a/pair.yaml"].partition("goals:\n")[2] == (
        "  - id: goal-1\n"
        "    statement:\n"
        "      en: Draw hands from life\n"
        "    owner: a\n"
        "    copied_from: a\n"
        "    due: 2027-05-01\n"
    )


def test_receipt_and_then_the_pairs_are_written() -> None:
    files = _files(a=person("mentee"), m=person("mentor"))

    applied = _applied(files)

    assert list(applied)[len(files) :] == [RECEIPT, "pairs/spring/m-a/pair.yaml"]
    assert applied["pairs/spring/m-a/pair.yaml"] == (
        "# yaml-language-server: $schema=../../../docs/schema/pair.json\n"
        "members:\n"
        "  - person: m\n"
        "    role: mentor\n"
        "  - person: a\n"
        "    role: mentee\n"
        "status: proposed\n"
        "start: 2027-02-03\n"
        "expected_end: 2027-06-30\n"
        "match:\n"
        "  receipt: '2027-02-03'\n"
        "  score: 100\n"
    )


def test_what_is_written_can_be_read_and_says_who_was_left() -> None:
    applied = _applied(
        _files(a=person("mentee"), b=person("mentee", seeks=["fugue"]), m=person("mentor"))
        | {"program/skills.yaml": "- {id: fugue, label: Fugue}\n"}
    )

    whole = {"program/community.yaml": SETTINGS, "program/people/cosimo.yaml": COSIMO, **applied}
    loaded = load(FakeSources(whole).files())

    assert loaded.findings == ()
    (receipt,) = loaded.community.receipts.values()
    (proposed,) = receipt.pairs
    assert proposed.score == loaded.community.pairs["spring", proposed.pair].match.score  # type: ignore[index,union-attr]
    assert [one.person for one in receipt.unmatched] == [
        next(one for one in ("a", "b") if one not in proposed.members)
    ]


def test_matching_again_proposes_nothing_for_those_who_were_matched() -> None:
    files = _applied(_files(a=person("mentee"), m=person("mentor")))

    assert _applied(files) == files


def test_second_matching_of_a_day_writes_a_receipt_of_its_own() -> None:
    first = _applied(_files(a=person("mentee"), m=person("mentor", capacity=2)))

    second = _applied(first | {"program/people/b.yaml": person("mentee")})

    assert second[RECEIPT] == first[RECEIPT]
    assert list(second)[-2:] == [
        "pairs/spring/matches/2027-02-03-2.yaml",
        "pairs/spring/m-b/pair.yaml",
    ]
    assert "receipt: 2027-02-03-2" in second["pairs/spring/m-b/pair.yaml"]


def test_name_that_is_taken_gets_a_number() -> None:
    files = _files(a=person("mentee"), m=person("mentor"))

    applied = _applied(files | {"pairs/spring/m-a/pair.yaml": pair("m", "a", "completed")})

    assert "pairs/spring/m-a-2/pair.yaml" in applied


def test_long_names_are_shortened_to_what_a_folder_may_have() -> None:
    mentee, mentor = "b" * 40, "a" * 19 + "-" + "a" * 20
    applied = _applied(_files(**{mentee: person("mentee"), mentor: person("mentor")}))

    (path,) = (path for path in applied if path.endswith("pair.yaml"))
    assert path == f"pairs/spring/{mentor}-{'b' * 19}/pair.yaml"


def test_group_is_named_for_its_mentor() -> None:
    files = _files(a=person("mentee"), b=person("mentee"), m=person("mentor"))
    files["program/programs/spring.yaml"] = program().replace("one-to-one", "group")

    assert "pairs/spring/m-group/pair.yaml" in _applied(files)


def test_receipt_of_groups_says_what_members_share_and_what_swaps_brought() -> None:
    free = "availability: [{days: [tue], from: '18:00', to: '20:00'}]\n"
    files = _files(a=person("mentee") + free, b=person("mentee"), m=person("mentor") + free)
    files["program/programs/spring.yaml"] = program().replace("one-to-one", "group")
    known = community(files)
    found = match(known, "spring", TODAY, None)
    found = replace(found, swaps=Swaps(2, (340, 470), (81_000, 80_500)))

    written = files_of(found, known, Catalog("en"))
    assert written is not None
    receipt = written.receipt
    loaded = load(FakeSources({**files, receipt.path: receipt.content}).files())

    (read,) = loaded.community.receipts.values()
    together = read.pairs[0].together
    assert together is not None
    assert (
        together.text
        == "2 of 3 say when, and are free Tue 18:00-20:00 in Rome; all 3 speak Italian"
    )
    assert (together.language, together.silent) == ("it", ("b",))
    (time,) = together.times
    assert (time.timezone, time.day, time.start, time.end) == ("Europe/Rome", "tue", 1080, 1200)
    groups = read.groups
    assert groups is not None
    assert (groups.proven, groups.at_most, groups.moved) == (True, 2, 2)
    assert (groups.shared_before, groups.shared_after) == (340, 470)
    assert (groups.score_before, groups.score_after) == (81_000, 80_500)


def test_receipt_of_groups_says_no_more_than_is_known() -> None:
    files = _files(a=person("mentee"), b=person("mentee"), m=person("mentor"))
    weights = "matching: {weights: {languages: off}}"
    files["program/programs/spring.yaml"] = program(weights).replace("one-to-one", "group")

    receipt = _applied(files)[RECEIPT]

    assert "language:" not in receipt
    assert "times:" not in receipt


def test_circle_is_named_for_its_first_member() -> None:
    files = _files(a=person("peer"), b=person("peer"))
    files["program/programs/spring.yaml"] = program().replace("one-to-one", "peer-circle")

    assert "pairs/spring/a-circle/pair.yaml" in _applied(files)


def test_receipt_of_many_pairs_is_as_long_as_a_file_may_be() -> None:
    people = {f"e{number}": person("mentee") for number in range(150)}
    people |= {f"m{number}": person("mentor") for number in range(150)}

    receipt = _applied(_files(**people))[RECEIPT]

    assert receipt.count("- pair:") == 150
    assert receipt.count("shares:") == 150


def _receipt(number: int) -> Receipt:
    """The receipt of a matching with so many pairs."""
    shares = (Share("skills", 4, 1, 9),) * 20
    cautions = tuple(
        Caution(CautionKind.STALE, (PersonId("m"),), msg("mind what was said {n} days ago", n=n))
        for n in range(9)
    )
    link = Link(PersonId("a"), PersonId("m"), 900, shares, (), cautions, ())
    members = ((PersonId("m"), PairRole.MENTOR), (PersonId("a"), PairRole.MENTEE))
    found = match(community(_files(a=person("mentee"), m=person("mentor"))), "spring", TODAY, None)
    many = replace(found, proposals=(Proposal(members, (link,)),) * number)
    return receipt_of(many, [str(n) for n in range(number)], Catalog("en"))


def test_receipt_leaves_out_what_can_be_worked_out_again_as_far_as_it_must() -> None:
    receipt = _receipt(5)

    texts = [receipt_text(receipt, most) for most in (20_000, 10_000, 1_500, 900)]

    assert [
        [word for word in ("shares", "cautions", "inputs", "members") if f"{word}:" in text]
        for text in texts
    ] == [
        ["shares", "cautions", "inputs", "members"],
        ["cautions", "inputs", "members"],
        ["inputs", "members"],
        ["members"],
    ]


def test_receipt_that_is_too_long_in_any_case_is_refused() -> None:
    with pytest.raises(TelemacoError) as refused:
        receipt_text(_receipt(3), 100)

    assert Catalog("en").text(refused.value.message) == (
        "The receipt of 3 pairs would be longer than a receipt may be."
    )


def test_receipt_is_a_record_without_fractions_in_the_order_of_its_keys() -> None:
    applied = _applied(_files(a=person("mentee"), b=person("mentee"), m=person("mentor")))

    keys = [line.partition(":")[0] for line in applied[RECEIPT].splitlines() if line[0].isalpha()]

    assert keys == [
        "on",
        "version",
        "seed",
        "digest",
        "settings",
        "pairs",
        "unmatched",
        "recruit",
        "inputs",
    ]
    assert not re.search(r"\d\.\d", applied[RECEIPT].replace(__version__, ""))


def test_tenth_receipt_of_a_day_is_refused() -> None:
    files = _files(a=person("mentee"), m=person("mentor"))
    text = _applied(files)[RECEIPT]
    names = ["", *(f"-{number}" for number in range(2, 10))]
    receipts = {RECEIPT.replace(".yaml", f"{name}.yaml"): text for name in names}

    with pytest.raises(TelemacoError, match="9 receipts of 2027-02-03"):
        _applied(files | receipts)


def test_unknown_program_is_refused_with_the_nearest_name() -> None:
    known = community(_files())

    with pytest.raises(TelemacoError, match="no program sprin") as near:
        match(known, "sprin", TODAY, None)
    with pytest.raises(TelemacoError) as far:
        match(known, "xyzzy", TODAY, None)

    assert near.value.hint is not None
    assert Catalog("en").text(near.value.hint) == "Did you mean spring?"
    assert far.value.hint is not None
    assert Catalog("en").text(far.value.hint) == "There is one program: spring."
