# ruff: noqa: E501 (a case reads best on one line)
from typing import get_args

import pytest

from telemaco.loading.meant import certainly_meant, note_meant, with_right_ending
from telemaco.loading.paths import badly_named, obstacle, unexpected
from telemaco.ports import Obstacle
from telemaco.records.layout import address_of


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("symbolic-link", "symbolic-link"),
        ("folder", "not-a-file"),
        ("special-file", "not-a-file"),
        ("unreadable", "unreadable-file"),
        ("too-large", "file-too-large"),
    ],
)
def test_obstacle_has_words_of_its_own(reason: str, code: str) -> None:
    found = obstacle(Obstacle("pairs/x", reason, 100_000_000))  # type: ignore[arg-type]  # a Literal

    assert found.code == code
    assert found.hint


def test_every_reason_is_tried_above() -> None:
    reasons = get_args(Obstacle.__annotations__["reason"])

    assert len(reasons) == 5


@pytest.mark.parametrize(
    ("path", "code", "hint"),
    [
        ("program/people", "not-a-folder", "Rename or delete the file."),
        ("pairs", "not-a-folder", "Rename or delete the file."),
        ("program/people/ada.yml", "wrong-ending", "program/people/ada.yaml"),
        ("program/people/Ada Negri.yml", "wrong-ending", "program/people/ada-negri.yaml"),
        ("program/people/Ада.yml", "wrong-ending", "program/people/Ада.yaml"),
        ("program/people/ada.JSON", "wrong-ending", "program/people/ada.yaml"),
        ("program/notes.json", "unexpected-file", None),
        ("program/skill.yaml", "unexpected-file", "program/skills.yaml"),
        ("program/Community.yaml", "unexpected-file", "program/community.yaml"),
        ("Program/People/Ada.yaml", "unexpected-folder", "program/people"),
        ("Program/x.png", "unexpected-folder", "program"),
        ("Pairs/spring/ada-mary/pair.yaml", "unexpected-folder", "pairs"),
        ("program/persons/ada.yaml", "unexpected-folder", "program/people"),
        ("program/peple/ada.yaml", "unexpected-folder", "program/people"),
        ("program/people/ada.txt", "wrong-ending", "program/people/ada.yaml"),
        ("pairs/spring/ada-mary/Pair.yaml", "unexpected-file", "pairs/spring/ada-mary/pair.yaml"),
        ("pairs/spring/ada-mary/2027-2-7.md", "unexpected-file", "pairs/spring/ada-mary/2027-02-07.md"),
        ("pairs/spring/ada-mary/words.md", "unexpected-file", "If it is a session note, name it after its day, e.g. 2027-02-03.md; else move it out of pairs/."),
        ("program/words.md", "unexpected-file", "Delete it, or move it out of program/ and pairs/."),
        ("program/people/ada.yaml.txt", "wrong-ending", "Rename it to program/people/ada.yaml."),
        ("program/people/ada.YAML.txt", "wrong-ending", "Rename it to program/people/ada.yaml."),
        ("pairs/spring/ada-mary/2027-01-03.md.txt", "unexpected-file", "If it is a session note, rename it to pairs/spring/ada-mary/2027-01-03.md: year, month, day."),
        ("program/luca-pacioli.yaml", "unexpected-file", "Move a person into program/people/, a program into program/programs/, a survey into program/surveys/; else delete it, or move it out of program/ and pairs/."),
        ("program/luca-pacioli.yaml.txt", "unexpected-file", "Move a person into program/people/, a program into program/programs/, a survey into program/surveys/; else delete it, or move it out of program/ and pairs/."),
        ("program/people/deep/ada.yaml", "unexpected-file", None),
        ("pairs/spring/ada-mary/photo.png", "unexpected-file", None),
    ],
)  # fmt: skip
def test_file_outside_the_layout_is_told_where_it_belongs(
    path: str, code: str, hint: str | None
) -> None:
    found = unexpected(path)

    assert found.code == code
    assert found.hint
    said = (found.hint.text, *(str(fact) for fact in found.hint.facts.values()))
    assert hint is None or hint in said


@pytest.mark.parametrize(
    ("path", "is_hidden"),
    [
        ("program/people/ada.yaml.txt", True),
        ("pairs/spring/ada-mary/2027-01-03.md.txt", True),
        ("pairs/spring/ada-mary/pair.yaml.txt", True),
        ("program/people/ada.txt", False),
        ("pairs/spring/ada-mary/2027-1-3.md", False),
    ],
)
def test_ending_that_windows_hides_is_told(path: str, is_hidden: bool) -> None:  # noqa: FBT001
    hint = unexpected(path).hint

    assert hint is not None
    assert ("Windows hides it" in hint.text) == is_hidden


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("pair.yml", "pair.yaml"),
        ("pair.yaml.txt", "pair.yaml"),
        ("pair.txt", "pair.txt"),
        ("2027-2-3.md", "2027-02-03.md"),
        ("2027-02-03.md.txt", "2027-02-03.md"),
        ("13-02-2027.md", "2027-02-13.md"),
        ("02.13.2027.txt", "2027-02-13.md"),
        ("02-02-2027.md", "2027-02-02.md"),
        ("03-02-2027.md", "03-02-2027.md"),
        ("words.md", "words.md"),
        ("words", "words"),
    ],
)
def test_name_is_guessed_where_one_thing_is_meant(name: str, meant: str) -> None:
    folder = "pairs/spring/ada-mary"

    assert certainly_meant(f"{folder}/{name}") == f"{folder}/{meant}"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("program/people/Ada.yaml", "bad-name"),
        ("program/people/ada lovelace.yaml", "bad-name"),
        ("program/people/" + "a" * 61 + ".yaml", "bad-name"),
        ("program/agendas/First.en.md", "bad-name"),
        ("pairs/Spring/ada-mary/pair.yaml", "bad-name"),
        ("pairs/spring/Ada/2027-02-03.md", "bad-name"),
        ("pairs/Spring/matches/2027-02-03.yaml", "bad-name"),
        ("pairs/spring/surveys/start/K_3.yaml", "bad-name"),
        ("pairs/spring/matches/pair.yaml", "bad-name"),
        ("pairs/spring/ada-mary/2027-02-30.md", "bad-date-in-name"),
        ("pairs/spring/ada-mary/2027-13-01.md.age", "bad-date-in-name"),
        ("pairs/spring/matches/2027-02-30.yaml", "bad-date-in-name"),
    ],
)
def test_name_that_is_no_id_or_no_day_is_refused(path: str, code: str) -> None:
    address = address_of(path)

    assert address
    found = badly_named(path, address)
    assert found
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Ada Lovelace", "ada-lovelace"),
        ("élise_", "elise"),
        ("--x--", "x"),
        ("Ada.L", "ada-l"),
        ("a" * 61, "a" * 60),
    ],
)
def test_name_that_would_do_is_proposed(name: str, better: str) -> None:
    path = f"program/people/{name}.yaml"
    address = address_of(path)

    assert address
    found = badly_named(path, address)
    assert found
    assert found.hint
    assert found.hint.facts == {"path": f"program/people/{better}.yaml"}


def test_name_of_other_letters_is_told_the_rule() -> None:
    path = "program/people/Ада.yaml"
    address = address_of(path)

    assert address
    found = badly_named(path, address)
    assert found
    assert found.hint
    assert found.hint.facts == {}


@pytest.mark.parametrize(
    "path",
    [
        "program/community.yaml",
        "program/people/ada.yaml",
        "program/agendas/first.pt-BR.md",
        "pairs/spring/ada-mary/pair.yaml",
        "pairs/spring/ada-mary/2027-02-03-2.md",
        "pairs/spring/matches/2027-02-03.yaml",
        "pairs/spring/surveys/start/k3.yaml",
    ],
)
def test_good_names_are_left_alone(path: str) -> None:
    address = address_of(path)

    assert address
    assert badly_named(path, address) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2027-2-7.md", "2027-02-07.md"),
        ("2027_02_07.md", "2027-02-07.md"),
        ("20270207.md", "2027-02-07.md"),
        ("07-02-2027.md", "2027-02-07.md"),
        ("02-17-2027.md", "2027-02-17.md"),
        ("2027-02-07.txt", "2027-02-07.md"),
        ("2027-02-07-1.md", "2027-02-07.md"),
        ("2027-02-07 2.MD", "2027-02-07-2.md"),
        ("2027-02-07 first talk.md", "2027-02-07.md"),
        ("2027-02-31.txt", "2027-02-31.txt"),
        ("2027-02-07.png", "2027-02-07.png"),
        ("talk.md", "talk.md"),
    ],
)
def test_day_of_a_session_is_made_out_of_the_name(name: str, meant: str) -> None:
    assert note_meant(f"pairs/spring/ada-mary/{name}") == f"pairs/spring/ada-mary/{meant}"
    assert note_meant(f"program/{name}") == f"program/{name}"


def test_right_ending_is_only_proposed_where_there_is_such_a_file() -> None:
    assert with_right_ending("program/people/ada.yml") == "program/people/ada.yaml"
    assert with_right_ending("program/people/ada.yaml") == "program/people/ada.yaml"
    assert with_right_ending("program/people/ada.md") == "program/people/ada.md"
    assert with_right_ending("program/pictures/ada.yml") == "program/pictures/ada.yml"
