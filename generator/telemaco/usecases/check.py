"""Check the community: read everything, judge everything, place every finding."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from telemaco.findings import Finding
from telemaco.loading.load import load
from telemaco.loading.locate import located
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.rules import judge


@dataclass(frozen=True, slots=True)
class Checked:
    """A community with everything that is wrong in it, in the order of the places."""

    community: Community
    findings: tuple[Finding, ...]
    files: int


def check(sources: Sources) -> Checked:
    """Read and judge all files of a community."""
    with _collector_paused():
        loaded = load(sources.files())
        findings = (*loaded.findings, *judge(loaded.community))
    return Checked(loaded.community, located(findings, sources.read), loaded.files)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No garbage arises while records pile up; looking for it took a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
