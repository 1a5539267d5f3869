import pytest

from telemaco.records import layout
from telemaco.records.base import AgendaId, Language, PairName, PersonId, ProgramId, SurveyId
from telemaco.records.layout import (
    MAXIMUM_SIZE,
    Address,
    Kind,
    NoteId,
    PairId,
    address_of,
    is_id,
    maximum_size,
)

PAIR = PairId(ProgramId("spring"), PairName("ada-mary"))

PATHS = {
    "program/community.yaml": Address(Kind.COMMUNITY, ()),
    "program/skills.yaml": Address(Kind.SKILLS, ()),
    layout.person_path(PersonId("ada")): Address(Kind.PERSON, ("ada",)),
    layout.program_path(ProgramId("spring")): Address(Kind.PROGRAM, ("spring",)),
    layout.survey_path(SurveyId("start")): Address(Kind.SURVEY, ("start",)),
    layout.agenda_path(AgendaId("first"), Language("pt-BR")): Address(
        Kind.AGENDA, ("first", "pt-BR")
    ),
    layout.pair_path(PAIR): Address(Kind.PAIR, ("spring", "ada-mary")),
    layout.note_path(PAIR, NoteId("2027-02-03")): Address(
        Kind.NOTE, ("spring", "ada-mary", "2027-02-03", "")
    ),
    layout.note_path(PAIR, NoteId("2027-02-03", 2)): Address(
        Kind.NOTE, ("spring", "ada-mary", "2027-02-03", "2")
    ),
    "pairs/spring/ada-mary/2027-02-03.md.age": Address(
        Kind.SEALED_NOTE, ("spring", "ada-mary", "2027-02-03", "")
    ),
    layout.receipt_path(ProgramId("spring"), "2027-02-03"): Address(
        Kind.RECEIPT, ("spring", "2027-02-03")
    ),
    layout.answer_path(ProgramId("spring"), SurveyId("start"), "k3"): Address(
        Kind.ANSWER, ("spring", "start", "k3")
    ),
    layout.results_path(ProgramId("spring"), SurveyId("start")): Address(
        Kind.RESULTS, ("spring", "start")
    ),
}


@pytest.mark.parametrize(("path", "address"), PATHS.items(), ids=list(PATHS))
def test_every_record_has_one_place(path: str, address: Address) -> None:
    assert address_of(path) == address


@pytest.mark.parametrize(
    "path",
    [
        "program",
        "program/people",
        "program/people.yaml",
        "program/people/ada.yml",
        "program/people/deep/ada.yaml",
        "program/agendas/first.md",
        "program/pictures/ada.yaml",
        "pairs/spring/pair.yaml",
        "pairs/spring/ada-mary/2027-2-3.md",
        "pairs/spring/ada-mary/2027-02-03-1.md",
        "pairs/spring/ada-mary/2027-02-03.yaml",
        "pairs/spring/matches/first.yaml",
        "pairs/spring/surveys/start/k3.json",
        "docs/community.yaml",
    ],
)
def test_other_files_are_no_records(path: str) -> None:
    assert address_of(path) is None


@pytest.mark.parametrize("name", ["a", "ada-lovelace", "1-to-1", "a" * 60])
def test_name_of_small_letters_digits_and_hyphens_is_an_id(name: str) -> None:
    assert is_id(name)


@pytest.mark.parametrize("name", ["", "Ada", "ada_l", "-a", "a-", "a--b", "é", "a" * 61, "a\n"])
def test_other_names_are_no_ids(name: str) -> None:
    assert not is_id(name)


def test_pairs_and_notes_are_written_as_their_paths_have_them() -> None:
    assert str(PAIR) == "spring/ada-mary"
    assert str(NoteId("2027-02-03")) == "2027-02-03"
    assert str(NoteId("2027-02-03", 3)) == "2027-02-03-3"


@pytest.mark.parametrize("path", [*PATHS, "README.md"])
def test_receipt_may_be_longer_than_what_people_write(path: str) -> None:
    is_longer = maximum_size(path) > MAXIMUM_SIZE

    assert is_longer == ("matches" in path)


def test_folder_of_surveys_holds_answers_and_their_counts() -> None:
    found = layout.contents_of("pairs/spring/surveys")

    assert found == (
        Address(Kind.ANSWER, ("spring",)),
        Address(Kind.RESULTS, ("spring",)),
    )
