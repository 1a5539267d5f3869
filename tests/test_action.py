"""The action by which a repository of files only uses a pinned Telemaco, run by act."""

import shutil
from pathlib import Path

import pytest

from tests.workflows.runner import OURS, Run, Runner, needs_act
from tests.workflows.scratch import make_community

pytestmark = needs_act
ROOT = Path(__file__).parent.parent
PERSON = "program/people/leonardo.yaml"
WORKFLOW = """\
on: push
permissions: {}
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
        with:
          persist-credentials: false
      - uses: OURS@0123456789012345678901234567890123456789
        with:
          INPUTS
"""


class Repository:
    """A community's repository with the action in its workflow, and nothing of Telemaco else."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "repository"
        make_community(self.source)
        for path in ("requirements.txt", ".github/workflows"):
            target = self.source / path
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        (folder / "action").mkdir()
        for name in ("action.yml", "requirements.txt"):
            shutil.copy(ROOT / name, folder / "action")
        self._runner = Runner(
            self.source, folder / "machine", "http://127.0.0.1:9", folder / "action"
        )

    def run(self, inputs: str = "command: check --format github") -> Run:
        text = WORKFLOW.replace("OURS", OURS).replace("INPUTS", inputs)
        (self.source / ".github/workflows").mkdir()
        (self.source / ".github/workflows/check.yml").write_text(text)
        return self._runner.run("check.yml", "push", {"ref": "refs/heads/main"})


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_files_are_checked_by_what_the_lock_file_names(repository: Repository) -> None:
    run = repository.run()

    assert run.status == 0, run.said
    assert run.calls[-1] == "telemaco check --format github"
    installed = [call for call in run.calls if "pip install" in call]
    assert "--require-hashes --requirement" in installed[0]
    assert "--no-deps --no-build-isolation" in installed[1]


def test_mistake_fails_the_job_and_stands_at_its_line(repository: Repository) -> None:
    with (repository.source / PERSON).open("a") as file:
        file.write("ofers: []\n")

    run = repository.run()

    assert run.status == 1
    assert f"::error file={PERSON},line=8" in run.said


def test_command_may_be_any_other(repository: Repository) -> None:
    run = repository.run("command: status --format json")

    assert run.status == 0, run.said
    assert run.calls[-1] == "telemaco status --format json"


@pytest.mark.parametrize(
    "command",
    ["check; touch injected", "$(touch injected)", "check `touch injected` && touch injected"],
)
def test_command_is_never_given_to_a_shell(
    repository: Repository, command: str, tmp_path: Path
) -> None:
    run = repository.run(f"command: '{command}'")

    assert run.status == 1
    assert not list(tmp_path.rglob("injected*"))
