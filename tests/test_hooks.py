"""The hooks for pre-commit, run by pre-commit itself in a repository of Git.

pre-commit would install the project for them; here they find the one that is tested.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes import COSIMO, SETTINGS

ROOT = Path(__file__).parent.parent
HOOKS = ".pre-commit-hooks.yaml"
PERSON = "program/people/cosimo.yaml"
CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - {{id: telemaco-fmt, language: system}}
      - {{id: telemaco-check, language: system}}
"""


class Committer:
    """Somebody with pre-commit in their clone of a community."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        commands = Path(__file__).parent / "workflows/bin"
        self._environment = {
            "HOME": str(folder.parent),
            "PRE_COMMIT_HOME": str(folder.parent / "cache"),
            "PATH": os.pathsep.join(
                [str(commands), str(Path(sys.executable).parent), os.environ["PATH"]]
            ),
            "PYTHONPATH": str(ROOT / "generator"),
            "INTERPRETER": sys.executable,
            "RECORDS": str(folder.parent),
            "LANGUAGE": "en",
            "GIT_AUTHOR_NAME": "Cosimo",
            "GIT_AUTHOR_EMAIL": "cosimo@example.org",
            "GIT_COMMITTER_NAME": "Cosimo",
            "GIT_COMMITTER_EMAIL": "cosimo@example.org",
        }

    def git(self, *words: str) -> tuple[int, str]:
        """Exit status and everything that was said."""
        return self.run("git", *words)

    def run(self, *words: str) -> tuple[int, str]:
        ended = subprocess.run(
            words,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return ended.returncode, ended.stdout + ended.stderr

    def put(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text)

    def commit(self) -> tuple[int, str]:
        """Try to commit everything."""
        self.git("add", "--all")
        return self.git("commit", "--message", "Change")


@pytest.fixture
def committer(tmp_path: Path) -> Committer:
    """With the hooks installed, and a clean community committed."""
    ours = Committer(tmp_path / "telemaco")
    ours.folder.mkdir()
    shutil.copy(ROOT / HOOKS, ours.folder)
    ours.git("init", "--quiet")
    ours.commit()
    _, revision = ours.git("rev-parse", "HEAD")

    made = Committer(tmp_path / "community")
    made.put("program/community.yaml", SETTINGS)
    made.put(PERSON, COSIMO)
    made.put(".pre-commit-config.yaml", CONFIG.format(repository=ours.folder, revision=revision))
    made.git("init", "--quiet")
    assert made.run(sys.executable, "-m", "pre_commit", "install")[0] == 0
    made.run(sys.executable, "-m", "telemaco", "fmt", "--apply")
    status, said = made.commit()
    assert status == 0, said
    return made


def test_mistake_is_not_committed_and_told_with_its_line(committer: Committer) -> None:
    committer.put(PERSON, COSIMO + "ofers: []\n")

    status, said = committer.commit()

    assert status == 1
    assert "program/people/cosimo.yaml:" in said
    assert "Did you mean offers?" in said


def test_file_is_brought_into_form_and_the_next_commit_goes_through(committer: Committer) -> None:
    committer.put(PERSON, COSIMO + "location:    'Florence'   # on the Arno\n")

    first, said = committer.commit()
    second, _ = committer.commit()

    assert first == 1
    assert "files were modified by this hook" in said
    assert second == 0
    assert "location: Florence # on the Arno\n" in (committer.folder / PERSON).read_text()


def test_other_files_are_not_looked_at(committer: Committer) -> None:
    committer.put("README.md", "x")

    status, said = committer.commit()

    assert status == 0
    assert said.count("Skipped") == 2
