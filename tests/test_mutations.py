"""Files of the example, broken at random: a broken file is findings, never a crash.

Each run breaks one file and keeps a second one, wrong in a known way, beside it: whatever
happened to the first, the second must be told too.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.records.layout import Kind, address_of
from telemaco.usecases.check import check
from tests.fakes import FakeSources

ROOT = Path(__file__).parent.parent
ENGLISH = Catalog("en")
WITNESS = "program/people/witness-of-the-rest.yaml"
PIECES = (
    *("", " ", "\t", "- ", ": ", ":", "#", "---\n", "...", "{", "}", "[", "]", "'", '"', "|", ">"),
    *("&a ", "*a", "!!int ", "<<: ", "? ", "%", "@", "`", "no", "010", "12:30", "2027-13-01"),
    *("~", "null", "\r\n", "\x00", "\x1b", "\ufeff", "\u202e", "\u2028", "é", "漢", "🧵"),
    *("[" * 20, "x: " * 20, "9" * 400, "a" * 300, "-1", "1e999", "example: {}", "name: []"),
)


def _files() -> dict[str, bytes]:
    """One file of each kind; of most kinds there are several."""
    found: dict[Kind, tuple[str, bytes]] = {}
    for path in sorted([*(ROOT / "program").rglob("*"), *(ROOT / "pairs").rglob("*")]):
        name = path.relative_to(ROOT).as_posix()
        address = address_of(name)
        if address and path.is_file():
            found[address.kind] = (name, path.read_bytes())
    return dict(found.values())


FILES = _files()


@st.composite
def _broken(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file's path and its content after one to three mutations of bytes, lines or words."""
    path = draw(st.sampled_from(sorted(FILES)))
    content = FILES[path]
    for _ in range(draw(st.integers(1, 3))):
        content = draw(st.sampled_from((_bytes, _lines, _words)))(draw, content)
    return path, content


def _bytes(draw: st.DrawFn, content: bytes) -> bytes:
    start = draw(st.integers(0, len(content)))
    length = draw(st.integers(0, 6))
    return content[:start] + draw(st.binary(max_size=4)) + content[start + length :]


def _lines(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    one = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(("delete", "double", "swap", "indent", "dedent", "cut"))):
        case "delete":
            del lines[one]
        case "double":
            lines.insert(other, lines[one])
        case "swap":
            lines[one], lines[other] = lines[other], lines[one]
        case "indent":
            lines[one] = b"  " + lines[one]
        case "dedent":
            lines[one] = lines[one].lstrip()
        case _:
            del lines[one:]
    return b"".join(lines)


def _words(draw: st.DrawFn, content: bytes) -> bytes:
    parts = content.split(b" ")
    place = draw(st.integers(0, len(parts) - 1))
    parts[place] = draw(st.sampled_from(PIECES)).encode()
    return b" ".join(parts)


@pytest.mark.skipif(not FILES, reason="the example is not here")
@settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(_broken())
def test_a_broken_file_is_told_at_its_place_and_hides_no_other(broken: tuple[str, bytes]) -> None:
    path, content = broken
    files = {**FILES, path: content, WITNESS: b"name: Witness\nage: 7\n"}

    checked = check(FakeSources(files))

    assert checked.files == len(files)
    assert any(finding.location.path == WITNESS for finding in checked.findings)
    for finding in checked.findings:
        assert finding.location.line >= 1, finding
        assert finding.location.column >= 1, finding
        assert ENGLISH.text(finding.message)
