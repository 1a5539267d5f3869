import json
from pathlib import Path
from textwrap import dedent

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.matching.texts import person, program
from tests.repositories import git

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/spring.yaml": program(),
        "program/people/bach.yaml": person("mentee"),
        "program/people/haydn.yaml": person("mentee", languages="{de: native}"),
        "program/people/reincken.yaml": person("mentor"),
    }
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text))
    return tmp_path


def _run(root: Path, *arguments: str) -> int:
    return run(["match", *arguments, "--root", str(root), "--today", "2027-02-03", "--lang", "en"])


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("pairs/**/*.yaml"))


def test_pairs_are_printed_and_nothing_is_written(
    root: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    status = _run(root, "spring")

    printed = capsys.readouterr()
    assert status == 0
    assert printed.out.startswith("Spring (spring), 3 February 2027: 1 pair proposed, for 1 of 2")
    assert all(len(line) <= 80 for line in printed.out.splitlines())
    assert printed.err == "Nothing was written. Add --apply to write.\n"
    assert not _files(root)


@pytest.mark.parametrize("words", [[], ["--at", "x"], ["spring", "--bogus"], ["spring", "--help"]])
def test_wrong_use_names_the_command_as_it_was_written(
    words: list[str], root: Path, capsys: Printed
) -> None:
    _run(root, *words)
    told = "".join(capsys.readouterr())
    _run(root, "propose", *words)
    named = "".join(capsys.readouterr())

    assert told.startswith("Usage: telemaco match [OPTIONS]")
    assert "match propose" not in told
    assert named.startswith("Usage: telemaco match propose [OPTIONS]")


def test_apply_writes_what_the_check_finds_right(root: Path, capsys: Printed) -> None:
    applied = _run(root, "spring", "--apply")
    printed = capsys.readouterr()
    checked = run(["check", "--root", str(root), "--today", "2027-02-03", "--lang", "en"])

    assert (applied, checked) == (0, 0)
    assert "Wrote 2 files; the receipt is pairs/spring/matches/2027-02-03.yaml." in printed.err
    assert _files(root) == [
        "pairs/spring/matches/2027-02-03.yaml",
        "pairs/spring/reincken-bach/pair.yaml",
    ]


def test_json_says_everything(root: Path, capsys: Printed) -> None:
    status = _run(root, "spring", "--format", "json", "--seed", "another")

    value = json.loads(capsys.readouterr().out)
    assert status == 0
    assert value["seed"] == "another"
    (proposal,) = value["proposals"]
    assert [one["person"] for one in proposal["members"]] == ["reincken", "bach"]
    assert sum(one["points"] for one in proposal["links"][0]["shares"]) == proposal["score"]
    assert [one["limit"] for one in value["unmatched"]] == ["languages"]


def test_pages_are_written_beside_the_site_and_never_into_it(
    root: Path, capsys: Printed, tmp_path: Path
) -> None:
    pages = tmp_path / "elsewhere" / "pages"

    written = _run(root, "spring", "--pages", str(pages))
    printed = capsys.readouterr()
    refused = [
        _run(root, "spring", "--apply", "--pages", str(root / folder))
        for folder in ("public", "site/en/match", "pairs/spring", "program")
    ]

    assert written == 0
    assert "4 pages for coordinators in" in printed.err
    assert (pages / "pairs" / "reincken--bach.html").is_file()
    assert refused == [3] * 4
    assert "these pages are not for the public" in capsys.readouterr().err
    assert not _files(root)


def test_pages_are_not_part_of_what_is_built(root: Path, tmp_path: Path) -> None:
    built = tmp_path / "built"
    build = ["build", "--root", str(root), "--out", str(built), "--today", "2027-02-03"]
    assert run([*build, "--lang", "en"]) == 0

    into_the_site = _run(root, "spring", "--pages", str(built))
    below_it = _run(root, "spring", "--pages", str(built / "match"))
    _run(root, "spring", "--pages", str(root / "match"))

    assert (into_the_site, below_it) == (3, 3)
    assert run([*build, "--lang", "en"]) == 0
    texts = [path.read_text() for path in built.rglob("*.html")]
    assert texts
    assert not any("noindex" in text or "coordinators only" in text for text in texts)


def test_errors_in_the_files_are_told_instead(root: Path, capsys: Printed) -> None:
    (root / "program/people/bach.yaml").write_text("name: Bach\n")

    status = _run(root, "spring")

    assert status == 1
    assert "program/people/bach.yaml" in capsys.readouterr().out


def test_where_nobody_is_proposed_there_is_nothing_to_write(root: Path, capsys: Printed) -> None:
    status = _run(root, "spring", "--forbid", "reincken=bach", "--apply")

    assert status == 0
    assert not capsys.readouterr().err
    assert not _files(root)


def test_unknown_program_is_explained(root: Path, capsys: Printed) -> None:
    status = _run(root, "sprng")

    assert status == 3
    assert "Did you mean spring?" in capsys.readouterr().err


def test_pins_and_seed_of_a_receipt_are_taken_over(root: Path, capsys: Printed) -> None:
    (root / "program/people/sala.yaml").write_text(person("mentor"))
    _run(root, "spring", "--apply", "--pin", "sala=bach", "--seed", "word")
    capsys.readouterr()

    _run(root, "spring", "--redo", "--from", "2027-02-03", "--format", "json")

    value = json.loads(capsys.readouterr().out)
    assert value["pins"] == [{"mentor": "sala", "mentee": "bach"}]
    assert (value["seed"], value["replaces"]) == ("word", "2027-02-03")


def test_receipt_may_be_named_by_its_path_from_wherever_one_is(
    root: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(root, "spring", "--apply")
    capsys.readouterr()
    receipt = "matches/2027-02-03.yaml"
    monkeypatch.chdir(root / "pairs/spring")

    by_path = run(["match", "--verify", receipt, "--root", "../..", "--lang", "en"])
    by_name = _run(root, "--verify", "2027-02-03")
    in_program = _run(root, "spring", "--verify", "2027-02-03", "--format", "json")

    assert (by_path, by_name, in_program) == (0, 0, 0)
    out = capsys.readouterr().out
    assert out.count(": identical, 1 pair.") == 2
    assert '"identical": true' in out


def test_receipt_that_differs_is_told_in_the_exit_status(root: Path, capsys: Printed) -> None:
    _run(root, "spring", "--apply")
    (root / "program/people/bach.yaml").write_text(person("mentee", languages="{de: native}"))

    status = _run(root, "--verify", "2027-02-03")

    assert status == 1
    assert "program/people/bach.yaml has changed" in capsys.readouterr().out


def test_in_a_repository_the_commit_before_the_receipt_is_taken(
    root: Path, capsys: Printed
) -> None:
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "one")
    _run(root, "spring", "--apply")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "two")
    (root / "program/people/bach.yaml").write_text(person("mentee", languages="{de: native}"))
    capsys.readouterr()

    exact = _run(root, "--verify", "2027-02-03")
    at_second = _run(root, "--verify", "2027-02-03", "--at", "HEAD")
    nowhere = _run(root, "--verify", "2027-02-03", "--at", "nowhere")

    printed = capsys.readouterr()
    assert (exact, at_second, nowhere) == (0, 0, 3)
    assert "before the receipt came in" in " ".join(printed.out.split())
    assert "there is no commit" in printed.err


def test_proposals_that_are_replaced_are_removed(root: Path, capsys: Printed) -> None:
    (root / "program/people/sala.yaml").write_text(person("mentor"))
    _run(root, "spring", "--apply", "--pin", "sala=bach")
    capsys.readouterr()

    planned = _run(root, "spring", "--redo")
    applied = _run(root, "spring", "--redo", "--apply", "--pin", "reincken=bach")

    printed = capsys.readouterr()
    assert (planned, applied) == (0, 0)
    assert "1 proposed pair of the receipt 2027-02-03 is made anew." in printed.out
    assert "Removed 1 file." in printed.err
    assert _files(root) == [
        "pairs/spring/matches/2027-02-03-2.yaml",
        "pairs/spring/matches/2027-02-03.yaml",
        "pairs/spring/reincken-bach/pair.yaml",
    ]
    assert run(["check", "--root", str(root), "--today", "2027-02-03"]) == 0


def test_what_if_prints_who_would_move_and_writes_nothing(root: Path, capsys: Printed) -> None:
    text = _run(root, "spring", "--what-if", "capacity.reincken=0")
    as_json = _run(root, "spring", "--what-if", "capacity.reincken=0", "--format", "json")

    out = capsys.readouterr().out
    assert (text, as_json) == (0, 0)
    assert "1 would be left out" in out
    assert json.loads(out[out.index("{") :])["then"]["matched"] == 0
    assert not _files(root)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["spring", "--what-if", "spread=even", "--apply"], "--what-if writes nothing"),
        (["spring", "--verify", "2027-02-03", "--apply"], "it goes alone"),
        (["--verify", "2027-02-03", "--seed", "word"], "it goes alone"),
        (["spring", "--at", "HEAD"], "--at goes with --verify"),
        (["--details"], "Name the program. There is one program: spring."),
        (["explian"], 'there is no command "match explian". Did you mean match explain?'),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    root: Path, capsys: Printed, arguments: list[str], told: str
) -> None:
    assert _run(root, *arguments) == 2
    assert told in capsys.readouterr().err
    assert not _files(root)


def test_diff_says_as_markdown_who_moved(root: Path, capsys: Printed) -> None:
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "one")
    _run(root, "spring", "--apply")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "two")
    _run(root, "spring", "--apply", "--redo")
    capsys.readouterr()
    ways = ["--root", str(root), "--lang", "en"]

    first = run(["match", "diff", "HEAD~1", "--program", "spring", *ways])
    redone = run(["match", "diff", "HEAD", *ways])
    receipts = run(["match", "diff", "2027-02-03", "2027-02-03-2", "--program", "spring", *ways])
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "three")
    nothing = run(["match", "diff", "HEAD", *ways])

    printed = capsys.readouterr()
    assert (first, redone, receipts, nothing) == (0, 0, 0, 0)
    assert [line for line in printed.out.splitlines() if line.startswith("## ")] == [
        "## Spring: first matching, 2027-02-03-2",
        "## Spring: matching 2027-02-03-2 beside 2027-02-03",
        "## Spring: matching 2027-02-03-2 beside 2027-02-03",
    ]
    assert printed.err == "No matching is new since HEAD.\n"


def test_diff_of_a_receipt_that_is_not_there_is_explained(root: Path, capsys: Printed) -> None:
    status = run(["match", "diff", "2027-02-03", "2027-02-04", "--root", str(root)])

    assert status == 3
    assert "There is no receipt 2027-02-03." in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "it", "de"])
def test_pairs_are_proposed_whatever_language_the_system_speaks(
    root: Path, language: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)

    assert run(["match", "spring", "--root", str(root), "--today", "2027-02-03"]) == 0

    assert capsys.readouterr().out.startswith("Spring (spring), 3 ")


def test_help_has_the_options_in_the_language_of_the_system(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    assert run(["match", "--help"]) == 0

    assert "Scrive le coppie come proposte" in capsys.readouterr().out


def _run_on(root: Path, day: str, *arguments: str) -> int:
    return run(["match", "spring", *arguments, "--root", str(root), "--today", day, "--lang", "en"])


def test_no_pair_is_written_that_would_begin_after_the_last_day(
    root: Path, capsys: Printed
) -> None:
    status = _run_on(root, "2027-07-01", "--apply")

    printed = capsys.readouterr()
    assert status == 3
    assert printed.out == ""
    assert "spring ended on 30 June 2027: a pair of it cannot begin any more." in printed.err
    assert "Close it: telemaco close spring." in printed.err
    assert not _files(root)


def test_pairs_that_would_come_too_late_are_shown_with_a_word(root: Path, capsys: Printed) -> None:
    _run_on(root, "2027-07-01")
    over = capsys.readouterr().out
    file = root / "program/programs/spring.yaml"
    file.write_text(file.read_text() + "cadence: {every: 2, unit: week}\n")
    _run_on(root, "2027-06-20")
    late = capsys.readouterr().out
    _run_on(root, "2027-06-02")
    early = capsys.readouterr().out

    assert "spring ended on 30 June 2027: these pairs cannot be written." in over
    assert "spring ends on 30 June 2027: its pairs would have too few days to meet." in late
    assert "too few days" not in early
