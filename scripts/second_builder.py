"""Builds what MkDocs built with Zensical, too, which follows it: are the addresses the same?

Usage: second_builder.py PROJECTS TARGET. PROJECTS is the folder `.telemaco` that a build leaves,
with a project for each language; Zensical builds a copy of each in TARGET. Prints how many pages
each made and which only one of them has; leaves with 1 if there is any, or if there is no page.
A builder may end well with an empty site, so pages are counted.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_SETTINGS = "mkdocs.yml"
_SITE = "html"


def main(projects: Path, target: Path) -> int:
    """Judge the project of every language."""
    shutil.rmtree(target, ignore_errors=True)
    languages = sorted(path.parent.name for path in projects.glob(f"*/{_SETTINGS}"))
    complaints = [
        complaint
        for language in languages
        for complaint in _complaints(language, projects / language, target / language)
    ]
    if not languages:
        complaints.append(f"{projects} holds no project: run make site first")
    print("\n".join(complaints or ["Both builders make the same addresses."]))
    return int(bool(complaints))


def _complaints(language: str, project: Path, copy: Path) -> Iterator[str]:
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(_SITE))
    command = ("-m", "zensical", "build", "--strict", "--config-file", _SETTINGS)
    done = subprocess.run(  # noqa: S603 (its own words)
        [sys.executable, *command], cwd=copy, capture_output=True, text=True, check=False
    )
    if done.returncode:
        yield f"{language}: Zensical ended with {done.returncode}\n{done.stdout}{done.stderr}"
    first, second = _pages(project / _SITE), _pages(copy / _SITE)
    print(f"{language}: {len(first)} pages by MkDocs, {len(second)} by Zensical")
    yield from (f"{language}: {page} is made by MkDocs only" for page in sorted(first - second))
    yield from (f"{language}: {page} is made by Zensical only" for page in sorted(second - first))
    if not first:
        yield f"{language}: there is no page"


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
