"""What is told of a file besides what is wrong in it: all that is certain, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from telemaco.loading.load import load
from telemaco.usecases.certain import certain
from telemaco.usecases.check import check
from tests.fakes import COSIMO, SETTINGS, FakeSources

WHOLE: dict[str, str | bytes] = {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO,
}
ADA = "program/people/ada.yaml"
PAIR = "pairs/spring/ada-cosimo/pair.yaml"
SKILLS = "program/skills.yaml"
PROGRAM = (
    "title: S\nsummary: s\nstatus: running\nstyle: informal\nkind: one-to-one\n"
    "dates: {start: 2027-01-01}\n"
)
NOWHERE = COSIMO.replace(
    "enrolments: []", "enrolments: [{program: nowhere, role: mentor, status: applied}]"
)


def told(files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    found = check(FakeSources({**WHOLE, **files})).findings
    return [(finding.location.path, finding.code) for finding in found]


def codes(files: dict[str, str | bytes]) -> list[str]:
    return [code for _, code in told(files)]


def test_wrong_skill_does_not_hide_an_unknown_program() -> None:
    assert codes({ADA: NOWHERE + 'offers: [{skill: "Big Art!"}]\n'}) == [
        "unknown-program",
        "bad-id",
    ]


NOTE = "---\nstatus: heldd\nattendance: {bob: present}\n---\nGood.\n"
FOLDER = PAIR.rpartition("/")[0]
PAIR_OF_TWO = (
    "members: [{person: ada, role: mentor}, {person: cosimo, role: mentee}]\n"
    "status: active\nstart: 2027-01-01\n"
)


@pytest.mark.parametrize("name", ["2027-2-3.md", "2027-02-03.md.txt", "13-02-2027.md"])
def test_note_of_a_wrong_name_is_read_as_the_one_that_is_meant(name: str) -> None:
    found = told({ADA: COSIMO, PAIR: PAIR_OF_TWO, f"{FOLDER}/{name}": NOTE})

    codes_of_note = {code for path, code in found if path == f"{FOLDER}/{name}"}
    assert codes_of_note == {
        "unexpected-file",
        "not-allowed",
        "not-a-member",
        "note-text-in-public",
    }


@pytest.mark.parametrize(
    ("name", "text"), [("03-02-2027.md", NOTE), ("2027-2-3.txt", "Bring brushes.\n")]
)
def test_what_may_be_another_note_or_none_is_told_by_its_name_alone(name: str, text: str) -> None:
    found = told({ADA: COSIMO, PAIR: PAIR_OF_TWO, f"{FOLDER}/{name}": text})

    assert [code for path, code in found if path == f"{FOLDER}/{name}"] == ["unexpected-file"]


def test_wrong_status_does_not_hide_that_the_end_comes_before_the_start() -> None:
    pair = (
        "members: [{person: ada, role: mentor}, {person: cosimo, role: mentee}]\n"
        "status: runing\nstart: 2027-03-01\nend: 2027-02-01\n"
    )
    files: dict[str, str | bytes] = {
        "program/programs/spring.yaml": PROGRAM,
        ADA: COSIMO,
        PAIR: pair,
    }

    found = codes(files)

    assert {"not-allowed", "dates-out-of-order"} <= {*found}
    assert "not-ended" not in found, "there are statuses with which it may have an end"


@pytest.mark.parametrize("name", ["Ada_Byron.yaml", "ada.yml", "ADA.YML"])
def test_wrong_name_does_not_hide_what_the_file_says(name: str) -> None:
    path = f"program/people/{name}"

    found = told({path: NOWHERE.replace("Europe/", "Eurpe/") + "experience_years: many\n"})

    assert {where for where, _ in found} == {path}
    assert [code for _, code in found][1:] == [
        "unknown-time-zone",
        "unknown-program",
        "not-a-number",
    ]


def test_whoever_refers_to_the_right_name_of_a_file_with_a_wrong_one_is_left_alone() -> None:
    files: dict[str, str | bytes] = {
        "program/people/Ada_Byron.yaml": COSIMO,
        "program/people/mary.yaml": COSIMO + "excludes: [ada-byron]\n",
    }

    assert "unknown-person" not in codes(files)


@pytest.mark.parametrize(
    "file", ["program/people/Ada.txt", "program/people/!!!.yaml", "program/people/A.yaml"]
)
def test_nothing_is_guessed_where_it_is_unclear_which_file_is_meant(file: str) -> None:
    found = told({file: NOWHERE, "program/people/a.yaml": COSIMO})

    assert [code for where, code in found if where == file] in (
        ["unexpected-file"],
        ["wrong-ending"],
        ["bad-name"],
        ["name-collision"],
    )


def test_file_with_a_wrong_name_and_a_mistake_of_writing_has_both_told() -> None:
    assert codes({"program/people/Ada.yaml": "name: [\n"}) == ["bad-name", "yaml-syntax"]


def test_note_with_a_wrong_day_in_its_name_is_looked_through() -> None:
    found = codes({"pairs/spring/ada-mary/2027-02-30.md": "---\nstatus: hold\n---\n"})

    assert found == ["bad-date-in-name", "not-allowed"]


def test_nothing_is_told_to_be_unknown_that_the_wrong_value_may_have_been() -> None:
    skills = "- {id: Big Art, label: Art}\n- {id: optics, label: Optics, related: [art, lenses]}\n"

    assert codes({SKILLS: skills}) == ["bad-id"]


def test_wrong_attendance_does_not_hide_that_nobody_has_that_name() -> None:
    note = "---\nstatus: held\nattendance: {nobody-known: presente, ada: came}\n---\nGood.\n"

    found = told({ADA: COSIMO, PAIR: PAIR_OF_TWO, f"{FOLDER}/2027-02-03.md": note})

    of_note = [code for path, code in found if path.endswith(".md")]
    assert [code for code in of_note if code.startswith("not-")] == [
        "not-a-member",
        "not-allowed",
        "not-allowed",
    ]


def test_misspelt_key_is_not_also_told_to_be_missing() -> None:
    survey = (
        "title: {en: S, it: S}\nroles: [mentor]\nreaders: [pair]\n"
        "items: [{id: q, kind: scale, text: {en: Q, it: Q}, skale: five}]\n"
    )

    assert codes({"program/surveys/start.yaml": survey}) == ["unknown-key"]


def test_what_would_need_too_many_guesses_is_not_told() -> None:
    wishes = "".join(f"- {{program: p{n}, role: mentor, status: applied}}\n" for n in range(20))
    ada = COSIMO.replace("enrolments: []\n", f"enrolments:\n{wishes}") + "experience_years: x\n"

    found = codes({ADA: ada})

    assert found.count("unknown-program") == 16
    assert found.count("not-a-number") == 1


def test_whole_of_another_shape_tells_nothing_more() -> None:
    assert codes({ADA: "- a\n"}) == ["not-a-map"]


SMALL = Path(__file__).parent.parent / "communities" / "small"


def _small() -> dict[str, bytes]:
    return {
        path.relative_to(SMALL).as_posix(): path.read_bytes()
        for folder in ("program", "pairs")
        for path in sorted((SMALL / folder).rglob("*"))
        if path.is_file()
    }


def _worsened(content: bytes) -> Iterator[bytes]:
    """The file with one line after another wrong in its value or in its key."""
    lines = content.splitlines(keepends=True)
    for number, line in enumerate(lines):
        key, colon, value = line.partition(b": ")
        if colon and value.strip() and not key.strip().startswith(b"#"):
            for worse in (key + b": '%% Bad !!'\n", key + b"zz: " + value):
                yield b"".join((*lines[:number], worse, *lines[number + 1 :]))


def test_mistake_of_writing_hides_nothing_that_stands_elsewhere_in_the_file() -> None:
    ada = NOWHERE.replace("name: ", 'name: "') + "experience_years: many\nzz: 1\n"

    assert codes({ADA: ada}) == [
        "yaml-syntax",
        "unknown-program",
        "not-a-number",
        "unknown-key",
    ]


def test_what_hangs_on_the_entry_with_the_mistake_is_not_told() -> None:
    pair = PAIR_OF_TWO.replace("status: active", "status: [active") + "end: 2027-02-01\n"

    assert codes({ADA: COSIMO, PAIR: pair, "program/programs/spring.yaml": PROGRAM}) == [
        "yaml-syntax"
    ]


def test_skill_with_a_mistake_of_writing_may_be_the_one_that_another_names() -> None:
    skills = "- {id: art, label: [Art}\n- {id: optics, label: Optics, related: [art]}\n"

    assert codes({SKILLS: skills}) == ["yaml-syntax"]
    assert codes({SKILLS: skills + "- {id: Big One, label: Big}\n"}) == ["yaml-syntax", "bad-id"]


def test_note_with_a_mistake_of_writing_is_judged_beside_it() -> None:
    note = NOTE.replace("status: heldd", "minutes: [60")

    found = told({ADA: COSIMO, PAIR: PAIR_OF_TWO, f"{FOLDER}/2027-02-03.md": note})

    in_note = [code for path, code in found if path.endswith(".md")]
    assert in_note == ["yaml-syntax", "not-a-member"], "its visibility may stand there"


def _miswritten(content: bytes) -> Iterator[bytes]:
    """The file with one line after another miswritten by a quote, a bracket or a space."""
    lines = content.splitlines(keepends=True)
    for number, line in enumerate(lines):
        key, colon, value = line.partition(b": ")
        if colon and value.strip() and not key.strip().startswith(b"#"):
            ways = (key + b': "' + value, key + b": [" + value, b" " + line, b"\t" + line)
            yield b"".join((*lines[:number], ways[number % len(ways)], *lines[number + 1 :]))


def test_one_mistake_of_writing_in_a_community_that_is_right_is_told_alone() -> None:
    files = _small()
    one_a_kind = {path.split("/")[1] + path[-9:]: path for path in files}

    for path in one_a_kind.values():
        for worse in _miswritten(files[path]):
            loaded = load(FakeSources({**files, path: worse}).files())

            assert [*certain(loaded, None)] == [], worse.decode()
            if "yaml-syntax" in (found := [one.code for one in loaded.findings]):
                assert found == ["yaml-syntax"], worse.decode()


def test_one_fault_in_a_community_that_is_right_is_told_alone() -> None:
    files = _small()
    one_a_kind = {path.split("/")[1] + path[-9:]: path for path in files}

    for path in one_a_kind.values():
        for worse in _worsened(files[path]):
            loaded = load(FakeSources({**files, path: worse}).files())

            assert [*certain(loaded, None)] == [], worse.decode()
