import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.records.base import ProgramId
from telemaco.usecases.named import pair_named, receipt_named
from tests.fakes import FakeSources
from tests.matching.texts import program
from tests.usecases.runs import spring

SAY = Catalog("en").text
SPRING = ProgramId("spring")
RECEIPT = f"on: 2027-02-03\nversion: '1'\nseed: s\ndigest: '{'0' * 64}'\n"


def _community(**receipts: str) -> Community:
    files = spring() | {"program/programs/autumn.yaml": program()}
    files |= {f"pairs/{name}/matches/2027-02-03.yaml": text for name, text in receipts.items()}
    return load(FakeSources(files).files()).community


def _refusal(known: Community, receipt: str, program_id: ProgramId | None) -> tuple[str, str]:
    with pytest.raises(TelemacoError) as refused:
        receipt_named(known, receipt, program_id)
    assert refused.value.hint
    return SAY(refused.value.message), SAY(refused.value.hint)


def test_receipt_is_known_by_its_date_where_one_program_has_it() -> None:
    known = _community(spring=RECEIPT)

    found = receipt_named(known, "2027-02-03", None)

    assert found == (SPRING, "2027-02-03")
    assert receipt_named(known, "2027-02-03.yaml", SPRING) == found
    assert receipt_named(known, "pairs/spring/matches/2027-02-03.yaml", None) == found


def test_receipt_of_several_programs_needs_its_program() -> None:
    both = _community(spring=RECEIPT, autumn=RECEIPT)

    assert _refusal(both, "2027-02-03", None) == (
        "Several programs have a receipt 2027-02-03: autumn, spring.",
        "Name the program, too, or give the whole path.",
    )
    assert receipt_named(both, "2027-02-03", SPRING).program == "spring"


def test_receipt_that_cannot_be_read_is_told_apart_from_none() -> None:
    path = "pairs/spring/matches/2027-02-03.yaml"

    assert _refusal(_community(spring="{"), "2027-02-03", SPRING) == (
        f"{path} cannot be read.",
        "Run telemaco check to see what is wrong.",
    )
    assert _refusal(_community(), "2027-02-03", None) == (
        "There is no receipt 2027-02-03.",
        "telemaco match PROGRAM --apply writes one.",
    )


PAIR = """\
members: [{person: ada, role: mentor}, {person: mary, role: mentee}]
status: active
start: 2027-02-01
"""


def _paired(**pairs: str) -> Community:
    files = spring() | {"program/programs/autumn.yaml": program()}
    files |= {f"pairs/{name}/ada-mary/pair.yaml": text for name, text in pairs.items()}
    return load(FakeSources(files).files()).community


def _no_pair(known: Community, pair: str) -> tuple[str, str]:
    with pytest.raises(TelemacoError) as refused:
        pair_named(known, pair)
    assert refused.value.hint
    return SAY(refused.value.message), SAY(refused.value.hint)


@pytest.mark.parametrize(
    "written",
    [
        "ada-mary",
        "spring/ada-mary",
        "pairs/spring/ada-mary",
        "pairs/spring/ada-mary/",
        "pairs/spring/ada-mary/pair.yaml",
    ],
)
def test_pair_is_known_by_its_name_its_program_and_its_place(written: str) -> None:
    assert pair_named(_paired(spring=PAIR), written) == (SPRING, "ada-mary")


def test_pair_of_several_programs_needs_its_program() -> None:
    both = _paired(spring=PAIR, autumn=PAIR)

    assert pair_named(both, "spring/ada-mary").program == "spring"
    assert _no_pair(both, "ada-mary") == (
        "Several programs have a pair ada-mary: autumn, spring.",
        "Name the program, too: autumn/ada-mary.",
    )


def test_pair_that_cannot_be_read_is_told_apart_from_none() -> None:
    assert _no_pair(_paired(spring="{"), "spring/ada-mary") == (
        "The file of the pair spring/ada-mary cannot be read.",
        "Run telemaco check to see what is wrong.",
    )
    assert _no_pair(_paired(spring=PAIR), "spring/ada-marry")[1] == "Did you mean spring/ada-mary?"
    assert _no_pair(_paired(spring=PAIR), "mar")[1] == "Did you mean spring/ada-mary?"
    assert _no_pair(_paired(), "ada") == (
        "There is no pair ada.",
        "Name one of the folders in pairs/: program/pair.",
    )


def test_person_who_is_named_as_a_pair_leads_to_their_pairs() -> None:
    assert _no_pair(_paired(spring=PAIR), "ada") == (
        "There is no pair ada.",
        "That is a person, in this pair: spring/ada-mary.",
    )
