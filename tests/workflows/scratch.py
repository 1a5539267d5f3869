"""The repository that the workflows run in: a new community whose first pair is due to be asked.

Its dates go by the real day, since a run refuses a GitHub whose clock is not that of the machine.
"""

import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.disk import DiskSources
from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from telemaco.model.placeholders import NEW_CONTACT, PLACEHOLDERS
from telemaco.usecases.forms import files_of_forms
from telemaco.usecases.new import Beginning, new_community

ROOT = Path(__file__).parent.parent.parent

_PROGRAM = """\
title: Atelier
summary: Half a year of work.
status: running
style: formal
kind: one-to-one
objectives: [{id: craft, statement: Learn the craft.}]
dates: {start: DAY, end: END}
cadence: {every: 2, unit: week}
"""
_PERSON = """\
name: NAME
github: NAME
timezone: Europe/Rome
languages: {it: native}
enrolments: [{program: atelier, role: ROLE, status: matched}]
consent: {text: v1, on: DAY, publish: [name, location]}
confirmed: DAY
"""
_PAIR = """\
members: [{person: verrocchio, role: mentor}, {person: leonardo, role: mentee}]
status: active
start: DAY
"""
_COMMIT = ("-c", "user.name=cosimo", "-c", "user.email=cosimo@example.org", "commit", "--quiet")


_NO_QUIET_DAY = "reminders: {quiet: []}\n"


def make_community(folder: Path, day: date | None = None) -> None:
    """What `telemaco new` writes, and a pair that is asked about its first meeting; in Git.

    The pair began ten days before the day, which is today if none is given: a week to meet in, and
    the days of grace.
    """
    shutil.copytree(_made(day or datetime.now(UTC).date()).name, folder)


@cache
def _made(today: date) -> TemporaryDirectory[str]:
    """The community as of a day, made once a process: its forms are long to write."""
    made = TemporaryDirectory(prefix="telemaco-community-")
    folder = Path(made.name)
    _begin(folder, today)
    for path, text in _files().items():
        dated = text.replace("DAY", f"{today - timedelta(days=10)}")
        _put(folder / path, dated.replace("END", f"{today + timedelta(days=180)}"))
    loaded = load(DiskSources(folder).files())
    for path, content in files_of_forms(loaded.community, Catalog).items():
        _put(folder / path, content.decode())
    for command in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        (*_COMMIT, "--message", "Begin"),
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return made


def put_own_workflows(folder: Path) -> None:
    """Let the workflows of this project take the place of the community's, with its Makefile.

    The environment that the Makefile makes has the stand-ins in it.
    """
    shutil.copytree(ROOT / ".github/workflows", folder / ".github/workflows", dirs_exist_ok=True)
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, folder / name)
    (folder / ".venv").mkdir()
    (folder / ".venv/bin").symlink_to(Path(__file__).parent / "bin")
    put_change(folder, {"docs/changed.md": "The workflows of the project\n"})


def put_change(folder: Path, files: Mapping[str, str]) -> str:
    """Commit a change, as on the branch of a pull request; the answer is the commit before it."""
    before = _head(folder)
    for path, text in files.items():
        _put(folder / path, text)
    for command in (("add", "--all"), (*_COMMIT, "--message", "Change")):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return before


def put_back(folder: Path, commit: str) -> None:
    """Let the folder be as a commit has it."""
    subprocess.run(["git", "reset", "--quiet", "--hard", commit], cwd=folder, check=True)


def _head(folder: Path) -> str:
    command = ["git", "rev-parse", "HEAD"]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def put_permission(workflow: Path, permission: str, level: str) -> None:
    """Change what the jobs of the file that have the permission may do."""
    line = re.compile(rf"^(      {permission}): \w+", re.MULTILINE)
    changed, count = line.subn(rf"\1: {level}", workflow.read_text())
    assert count, f"{permission} does not stand in {workflow.name}"
    workflow.write_text(changed)


def _begin(folder: Path, today: date) -> None:
    beginning = Beginning("The Workshop", "workshop@example.org", today)
    for path, content in new_community(skeleton(), beginning, [Catalog("en")]).items():
        text = content.decode()
        for theirs in sorted(PLACEHOLDERS - {NEW_CONTACT}):
            text = text.replace(theirs, _own(theirs))
        _put(folder / path, text)
    with (folder / "program/community.yaml").open("a") as settings:
        settings.write(_NO_QUIET_DAY)


def _own(text: str) -> str:
    """Words of the community's own: what is left of those it began with is a warning."""
    return f"{text.rstrip('.')}, says Cosimo"


def _files() -> Mapping[str, str]:
    return {
        "program/programs/atelier.yaml": _PROGRAM,
        "program/people/verrocchio.yaml": _person("verrocchio", "mentor"),
        "program/people/leonardo.yaml": _person("leonardo", "mentee"),
        "pairs/atelier/verrocchio-leonardo/pair.yaml": _PAIR,
    }


def _person(name: str, role: str) -> str:
    return _PERSON.replace("NAME", name).replace("ROLE", role)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
