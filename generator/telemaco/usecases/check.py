"""Check the community: read everything, judge everything, place every finding."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from telemaco.findings import Finding, Severity
from telemaco.loading.load import Known, Loaded, load
from telemaco.loading.locate import located
from telemaco.loading.overlooked import overlooked
from telemaco.loading.text import lines_of
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.rules import judge
from telemaco.usecases.certain import certain


@dataclass(frozen=True, slots=True)
class Checked:
    """A community with everything that is wrong in it, in the order of the places."""

    community: Community
    findings: tuple[Finding, ...]
    files: int

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Change:
    """A community after a change: `checked` has what the change brought, `known` the rest."""

    checked: Checked
    known: int


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage arises while records pile up; looking for it took a third of the time.

    What was made is then left out of later searches: it has no cycles and goes when nobody
    needs it any more.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def check(
    sources: Sources,
    today: date | None = None,
    known: Known | None = None,
    *,
    latest: date | None = None,
) -> Checked:
    """Read and judge all files of a community.

    Without `today` the date counts that is frozen in community.yaml, else `latest`, the latest day
    that it may be; without any, no day is judged to lie after it. `known` is what was read before,
    as in `load`.
    """
    with collector_paused():
        loaded = load(sources.files(), known)
        beside = tuple(overlooked(sources.beside(), loaded.paths))
        loaded = replace(loaded, findings=(*loaded.findings, *beside))
    return judged(loaded, sources.read, today or loaded.community.settings.today or latest)


def judged(
    loaded: Loaded, read: Callable[[str], bytes | None], today: date | None = None
) -> Checked:
    """Judge what was read; `read` reads one file again, where something is to be found in it."""
    with collector_paused():
        rules = judge(loaded.community, today)
        findings = _copies_once((*loaded.findings, *rules, *certain(loaded, today)))
    return Checked(loaded.community, located(findings, read), loaded.files)


def _copies_once(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings, of which a copy that is to be deleted has none about its bad name.

    The one about the copy is an error then, as that about the name was.
    """
    copied, badly_named = (
        {finding.location.path for finding in findings if finding.code == code}
        for code in ("copied-person", "bad-name")
    )
    both = copied & badly_named
    if not both:
        return findings
    return [
        replace(finding, severity=Severity.ERROR) if finding.code == "copied-person" else finding
        for finding in findings
        if finding.location.path not in both or finding.code != "bad-name"
    ]


def check_change(
    sources: Sources,
    base: Sources,
    today: date | None = None,
    known: Known | None = None,
    *,
    latest: date | None = None,
) -> Change:
    """Check a community, and tell what a change brought from what was there before it.

    A file that is the same in both is read once; the rest is as for `check`.
    """
    known = {} if known is None else known
    checked = check(sources, today, known, latest=latest)
    before = check(base, today, known, latest=latest).findings if checked.findings else ()
    new = tuple(_not_known(checked.findings, before, sources, base))
    return Change(replace(checked, findings=new), len(checked.findings) - len(new))


def quoting(sources: Sources) -> Callable[[str, int], str]:
    """What gives a line of a file by its number, to quote it; empty when there is none."""

    @lru_cache(maxsize=1)
    def lines(path: str) -> Sequence[str]:
        return lines_of(sources.read(path) or b"")

    def line(path: str, number: int) -> str:
        found = lines(path)
        return found[number - 1] if number <= len(found) else ""

    return line


def _not_known(
    findings: Sequence[Finding], before: Sequence[Finding], sources: Sources, base: Sources
) -> Iterator[Finding]:
    """The findings that were not there before; a file that was renamed keeps its own."""
    known = Counter(finding.identity for finding in before)
    moved = Counter(
        _without_path(finding) for finding in before if sources.read(finding.location.path) is None
    )
    for finding in findings:
        if known[finding.identity]:
            known[finding.identity] -= 1
        elif moved[_without_path(finding)] and base.read(finding.location.path) is None:
            moved[_without_path(finding)] -= 1
        else:
            yield finding


def _without_path(finding: Finding) -> tuple[object, ...]:
    code, _path, *rest = finding.identity
    return (code, *rest)
