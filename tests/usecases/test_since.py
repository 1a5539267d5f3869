"""What is known from the former build is found again, without judging everything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.findings import Finding
from telemaco.render.tracing.record import Past
from telemaco.usecases.check import judged
from telemaco.usecases.reading import Reading
from telemaco.usecases.since import judged_since, known_now
from tests.fakes import FakeDisk
from tests.rules.workshop import COSIMO, LEONARDO, NOTE, PAIR, SETTINGS, written
from tests.usecases.kept import Kept

BASE = Path(__file__).parent.parent / "findings" / "_base"
OTHER = NOTE.replace("02-03", "02-17")
START = {
    path.relative_to(BASE).as_posix(): path.read_text()
    for path in sorted(BASE.rglob("*"))
    if path.is_file()
} | {OTHER: written(NOTE) + "\nThe wings.\n"}
PUBLIC = "visibility: public\nminutes: 60"


def _swap(path: str, old: str, new: str) -> Callable[[dict[str, str]], None]:
    def edit(files: dict[str, str]) -> None:
        text = files.get(path, START[path])
        files[path] = text.replace(new, old) if new in text else text.replace(old, new)

    return edit


def _toggle(path: str) -> Callable[[dict[str, str]], None]:
    def edit(files: dict[str, str]) -> None:
        if files.pop(path, None) is None:
            files[path] = START[path]

    return edit


def _say(words: str) -> Callable[[dict[str, str]], None]:
    def edit(files: dict[str, str]) -> None:
        text = files.get(OTHER, START[OTHER])
        files[OTHER] = text.removesuffix(words) if text.endswith(words) else text + words

    return edit


EDITS: Mapping[str, Callable[[dict[str, str]], None]] = {
    "a word more": _say("\nAnd a horse.\n"),
    "a whole name": _say("\nWith Leonardo da Vinci.\n"),
    "a part of a name": _say("\nLeonardo was late.\n"),
    "for everybody": _swap(OTHER, "minutes: 60", PUBLIC),
    "no minutes": _swap(NOTE, "minutes: 60\n", ""),
    "a public repository": _swap(SETTINGS, "private", "public"),
    "nothing published": _swap(LEONARDO, "publish: [", "publish: [bio] # ["),
    "a member unknown": _swap(PAIR, "leonardo", "leonarda"),
    "no file": _toggle(COSIMO),
    "no note": _toggle(NOTE),
    "no YAML": _swap(PAIR, "members:", "members"),
}


@dataclass
class Repeated:
    """Checks again and again, each time told what was known when the last site was made."""

    past: Past = field(default_factory=Past)
    kept: Kept = field(default_factory=Kept)

    def check(self, files: Mapping[str, str], *, strict: bool) -> tuple[Finding, ...]:
        reading, disk = _read(files, self.kept)
        now = known_now(reading, date(2027, 3, 15), "Telemaco 1")
        findings, now = _judged(reading, disk, self.past, now, strict=strict)
        if not findings:
            self.past = now
        return findings


def _judged(
    reading: Reading, disk: FakeDisk, past: Past, now: Past, *, strict: bool
) -> tuple[tuple[Finding, ...], Past]:
    judge = partial(judged, reading.loaded, disk.read)
    return judged_since(reading.loaded.community, judge, past, now, strict=strict)


def _read(files: Mapping[str, str], kept: Kept) -> tuple[Reading, FakeDisk]:
    disk = FakeDisk(files)
    return kept.read(disk), disk


def _clean(files: Mapping[str, str], *, strict: bool) -> tuple[Finding, ...]:
    reading, disk = _read(files, Kept())
    checked = judged(reading.loaded, disk.read)
    return checked.findings if checked.failed or strict else ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.booleans()), min_size=1, max_size=6))
def test_after_any_edits_the_findings_are_those_of_a_clean_check(
    edits: list[tuple[str, bool]],
) -> None:
    again, files = Repeated(), dict(START)
    assert not again.check(files, strict=True)

    for name, strict in edits:
        EDITS[name](files)

        assert again.check(files, strict=strict) == _clean(files, strict=strict)


def test_every_edit_brings_something_or_may_bring_something_with_another() -> None:
    for name, edit in EDITS.items():
        files = dict(START)
        edit(files)
        assert files != START, name


def test_where_only_texts_changed_nothing_else_is_judged() -> None:
    again = Repeated()
    again.check(START, strict=False)
    files = START | {OTHER: START[OTHER] + "A horse.\n"}
    reading, disk = _read(files, again.kept)

    now = known_now(reading, date(2027, 3, 15), "Telemaco 1")
    findings, now = _judged(reading, disk, again.past, now, strict=True)

    assert not findings
    assert now.rest == again.past.rest
    assert now.texts != again.past.texts
    assert now.is_faultless
