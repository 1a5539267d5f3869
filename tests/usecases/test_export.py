import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.ports import Obstacle
from telemaco.records.base import PersonId
from telemaco.usecases.export import said_about
from tests.fakes import COSIMO, SETTINGS, FakeSources

FILES: dict[str, str | bytes | Obstacle] = {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO,
    "program/people/ada.yaml": f"{COSIMO}excludes: [cosimo]\ntrained: []\n",
    "program/people/bob.yaml": "name: Bob\nenrolments:\n  - {program: p, prefers: [ada, cosimo]}\n",
    "program/readme.txt": "no record",
    "pairs/p/one/pair.yaml": "members: [{person: cosimo}, {person: ada}]\n",
    "pairs/p/one/2027-01-01.md": "---\nstatus: held\n---\nAbout perspective.\n",
    "pairs/p/two/pair.yaml": (
        "members: [{person: ada}]\nagreement: {accepted: {cosimo: 2027-01-01}}\n"
    ),
    "pairs/p/two/2027-01-01.md": "---\nactions: [{owner: cosimo, text: read}]\n---\nText.\n",
    "pairs/p/two/2027-01-02.md.age": b"\x00sealed",
}


def test_own_file_pairs_with_notes_and_mentions_are_told_and_no_more() -> None:
    found = said_about(FakeSources(FILES), PersonId("cosimo"))

    assert found["file"]["name"] == "Cosimo"
    assert found["pairs"] == {
        "pairs/p/one/2027-01-01.md": {"facts": {"status": "held"}, "text": "About perspective.\n"},
        "pairs/p/one/pair.yaml": {"members": [{"person": "cosimo"}, {"person": "ada"}]},
    }
    assert [(one["file"], one["place"], one["value"]) for one in found["elsewhere"]] == [
        (
            "pairs/p/two/2027-01-01.md",
            ["facts", "actions", 0],
            {"owner": "cosimo", "text": "read"},
        ),
        ("pairs/p/two/pair.yaml", ["agreement", "accepted", "cosimo"], "2027-01-01"),
        ("program/community.yaml", ["coordinators", 0], "cosimo"),
        ("program/people/bob.yaml", ["enrolments", 0, "prefers", 1], "cosimo"),
    ]


def refusal(files: dict[str, str | bytes | Obstacle], person: str) -> str:
    with pytest.raises(TelemacoError) as caught:
        said_about(FakeSources(files), PersonId(person))
    say = Catalog("en").text
    assert caught.value.hint is not None
    return f"{say(caught.value.message)} | {say(caught.value.hint)}"


def test_unknown_person_is_refused() -> None:
    assert refusal(FILES, "cosmo") == 'there is no person "cosmo" | Did you mean cosimo?'
    assert refusal(FILES, "zzz") == (
        'there is no person "zzz" | People are the files in program/people/.'
    )


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("program/people/eve.yaml", b"\xff"),
        ("program/people/eve.yaml", b"name: x\nname: y\n"),
        ("program/people/eve.yaml", Obstacle("program/people/eve.yaml", "symbolic-link")),
        ("pairs/p/one/2027-01-02.md", b"no facts"),
    ],
)
def test_file_that_cannot_be_read_ends_it(path: str, content: bytes | Obstacle) -> None:
    assert refusal({**FILES, path: content}, "cosimo") == (
        f"{path} cannot be read, so what it says would be missing | "
        "Run telemaco check, which says what is wrong with it."
    )
