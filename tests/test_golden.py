"""Small whole communities, and everything that the commands say of them.

`tests/communities/<case>/` is a community; `expected/` beside its files holds what every
command puts out. `pytest --bless` writes it anew; then a person reads the diff. Pages are
compared whole: those that lie in `expected/pages/`.
"""

from pathlib import Path

import pytest

from telemaco.cli.app import run

ROOT = Path(__file__).parent.parent
COMMUNITIES = Path("tests/communities")
CASES = sorted(path.name for path in (ROOT / COMMUNITIES).iterdir())


def _output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints and the status it leaves with."""
    status = run([*arguments, "--lang", "en"])
    printed = capsys.readouterr()
    return f"{printed.out}exit status {status}\n"


def _compare(expected: Path, actual: str, *, bless: bool) -> None:
    if bless:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(actual)
    assert actual == expected.read_text(), f"{expected}: read the difference, then pytest --bless"


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder, the same width and no colour, wherever the tests run."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("command", ["check", "status", "remind"])
def test_command_says_what_is_expected(
    case: str, command: str, capsys: pytest.CaptureFixture[str], *, bless: bool
) -> None:
    root = COMMUNITIES / case

    actual = _output(capsys, command, "--root", str(root))

    _compare(root / "expected" / f"{command}.txt", actual, bless=bless)


@pytest.mark.parametrize(
    ("case", "program"),
    [
        (case, path.stem)
        for case in CASES
        for path in sorted((ROOT / COMMUNITIES / case / "program" / "programs").glob("*.yaml"))
    ],
)
def test_match_proposes_what_is_expected(
    case: str, program: str, capsys: pytest.CaptureFixture[str], *, bless: bool
) -> None:
    root = COMMUNITIES / case

    actual = _output(capsys, "match", program, "--root", str(root))

    _compare(root / "expected" / f"match-{program}.txt", actual, bless=bless)


@pytest.mark.parametrize(
    ("case", "program"),
    [
        (path.parent.parent.parent.name, path.name)
        for path in sorted((ROOT / COMMUNITIES).glob("*/expected/proposals/*"))
    ],
)
def test_match_writes_the_pages_that_are_expected(
    case: str, program: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, bless: bool
) -> None:
    root, out = COMMUNITIES / case, tmp_path / "proposal"

    _output(capsys, "match", program, "--root", str(root), "--pages", str(out))

    kept = root / "expected" / "proposals" / program
    for page in sorted(path.relative_to(kept) for path in kept.rglob("*.html")):
        _compare(kept / page, (out / page).read_text(), bless=bless)


@pytest.mark.parametrize(
    "case", [case for case in CASES if (ROOT / COMMUNITIES / case / "expected" / "pages").is_dir()]
)
def test_build_writes_the_pages_that_are_expected(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, bless: bool
) -> None:
    root = COMMUNITIES / case
    out = tmp_path / "public"

    status = run(["build", "--root", str(root), "--out", str(out), "--lang", "en"])

    assert status == 0, capsys.readouterr().out
    pages = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    _compare(root / "expected" / "pages.txt", "".join(f"{p}\n" for p in pages), bless=bless)
    kept = root / "expected" / "pages"
    for page in sorted(path.relative_to(kept) for path in kept.rglob("*.html")):
        _compare(kept / page, (out / page).read_text(), bless=bless)
