"""Building a site from files, against Hugo and against MkDocs with Material; growth and memory.

`TELEMACO_BENCH_PAIRS=5000 python -m bench site` builds that many pairs instead of 1,000, and grows
from a fifth of them to twice as many. All build cold, from the same community
(bench/site_projects.py), in turns; the least of the rounds counts. Wall seconds hang on what else
the machine does, CPU seconds less so. What a build left is moved aside and deleted at the end only:
ext4 does not give away the inodes of files that were deleted a moment ago, and looking for others
takes whoever builds next as long as a third of a build.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import site_projects as projects
from bench.peak import peak
from bench.process import Cost, run
from bench.table import Row

PAIRS = int(os.environ.get("TELEMACO_BENCH_PAIRS", "1000"))
ROUNDS = int(os.environ.get("TELEMACO_BENCH_ROUNDS", "2"))
_TELEMACO = (sys.executable, "-m", "telemaco", "build", "--today", str(projects.TODAY))
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_HUGO = ("hugo", "--quiet")
_FRAMES = 10
"""Pairs of the site that lends Hugo its frames."""


def rows() -> Iterator[Row]:
    """The figures; where no Hugo is installed, without it."""
    yield Row("load of the machine before", os.getloadavg()[0], "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        projects.write(folder / "ours", projects.community(PAIRS))
        least, hugos = _least_of_all(folder)
        ours = least["ours"]
        yield from _costs(f"telemaco build, {PAIRS:,} pairs", ours)
        for what, hugo, limit in hugos:
            yield from _costs(what, hugo)
            yield Row("  telemaco takes, wall", ours.wall / hugo.wall, "x", at_most=limit)
            yield Row("  telemaco takes, CPU", ours.seconds / hugo.seconds, "x")
        yield from _against_mkdocs(folder, ours, least["mkdocs"])
        yield from _growth(folder)
    yield Row("load of the machine after", os.getloadavg()[0], "")


def _least_of_all(folder: Path) -> tuple[dict[str, Cost], list[tuple[str, Cost, float | None]]]:
    builds: dict[str, tuple[str, ...]] = {"ours": _TELEMACO, "mkdocs": _MKDOCS}
    projects.write(folder / "mkdocs", projects.for_mkdocs(PAIRS))
    if shutil.which("hugo"):
        projects.write(folder / "frames", projects.community(_FRAMES))
        frames = folder / "frames" / "public"
        _cold(folder / "frames", _TELEMACO, _FRAMES)
        projects.write(folder / "hugo", projects.for_hugo(PAIRS, frames))
        projects.write(folder / "ready", projects.ready_for_hugo(PAIRS, frames))
        builds |= {"hugo": _HUGO, "ready": _HUGO}
    rounds = [
        {name: _cold(folder / name, command, PAIRS) for name, command in builds.items()}
        for _ in range(ROUNDS)
    ]
    least = {
        name: min((one[name] for one in rounds), key=lambda cost: cost.wall) for name in builds
    }
    hugos: list[tuple[str, Cost, float | None]] = [
        (what, least[name], limit)
        for name, what, limit in (
            ("hugo", "hugo, the same files", 1.5),
            ("ready", "hugo, pages written out beforehand, a Markdown file each", None),
        )
        if name in least
    ]
    return least, hugos


def _against_mkdocs(folder: Path, ours: Cost, plain: Cost) -> Iterator[Row]:
    yield from _costs("mkdocs build with Material, the same Markdown files", plain)
    yield Row("  telemaco is faster, wall", plain.wall / ours.wall, "x", at_least=5)
    yield Row("  telemaco is faster, CPU", plain.seconds / ours.seconds, "x")
    parts = (sys.executable, "-m", "bench.site_parts", str(folder / "ours"))
    rendered, stamped = map(float, run(parts).output.split())
    theirs = PAIRS * 3 / plain.seconds
    yield Row("bodies rendered and stamped, a CPU second", rendered, "pages/s")
    yield Row("stamped alone, a CPU second", stamped, "pages/s")
    yield Row("  as many as mkdocs with Material", stamped / theirs, "x", at_least=10)


def _growth(folder: Path) -> Iterator[Row]:
    """A pair of a tenth as large a community beside one of twice as large a one."""
    few, many = PAIRS // 5, PAIRS * 2
    # All is written before anything is built: what the disk still puts away slows what comes next.
    for pairs in (_FRAMES, few, many):
        projects.write(folder / f"grown-{pairs}", projects.community(pairs))
    start, *grown = (
        _cold(folder / f"grown-{pairs}", _TELEMACO, pairs) for pairs in (_FRAMES, few, many)
    )
    each = {
        pairs: 1000 * (cost.seconds - start.seconds) / pairs
        for pairs, cost in zip((few, many), grown, strict=True)
    }
    yield Row("the start, whatever the size, CPU", start.seconds, "s")
    yield Row(f"  a pair more of {few:,}, CPU", each[few], "ms")
    yield Row(f"  a pair more of {many:,}, CPU", each[many], "ms")
    yield Row("  which is as much, from few to many", each[many] / each[few], "x", at_most=1.15)
    _set_aside(folder / f"grown-{many}")
    most = peak(_TELEMACO, folder / f"grown-{many}")
    yield Row(f"  peak memory at {many:,}, all processes", most, "MB", at_most=1000)


def _cold(folder: Path, command: Sequence[str], pairs: int) -> Cost:
    """A build where none was before; it must make all pages."""
    _set_aside(folder)
    cost = run(command, folder)
    pages = sum(path.suffix == ".html" for path in folder.glob("[ps][ui]*/**/*.html"))
    if pages < pairs * 3:
        raise RuntimeError(f"{command[0]} made {pages} pages only")
    return cost


def _set_aside(folder: Path) -> None:
    """Move what a build left out of its way."""
    aside = Path(tempfile.mkdtemp(prefix=f"{folder.name}-before-", dir=folder.parent))
    for left in ("public", "site", ".telemaco", "resources"):
        if (folder / left).exists():
            (folder / left).rename(aside / left)


def _costs(what: str, cost: Cost) -> Iterator[Row]:
    yield Row(f"{what}, wall", cost.wall, "s")
    yield Row("  CPU, all processes", cost.seconds, "s")
