"""What the linters of workflows cannot know: that the files fit the project and one another."""

import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from telemaco.cli.app import telemaco

ROOT = Path(__file__).parent.parent
SKELETON = ROOT / "generator/telemaco/builtin/community"
WORKFLOWS = sorted(
    (*ROOT.glob(".github/workflows/*.yml"), *SKELETON.glob("dot-github/workflows/*.yml"))
)
PINNED = re.compile(r"uses: (\S+@[0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", re.MULTILINE)


def _read(path: Path) -> Any:  # noqa: ANN401 (YAML of a shape that the linters judge)
    # The base loader keeps `on` a word; it makes text only.
    return yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 (a safe loader)


def _commands(path: Path) -> list[str]:
    jobs = _read(path)["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_check_runs_the_command_of_the_readme_and_nothing_else() -> None:
    steps = _read(ROOT / ".github/workflows/check.yml")["jobs"]["check"]["steps"]

    assert [step["run"] for step in steps if "run" in step] == ["make check"]
    assert "\nmake check\n" in (ROOT / ".ci/run").read_text()


@pytest.mark.parametrize("target", ["serve", "check"])
def test_command_of_the_readme_is_a_target_of_the_makefile(target: str) -> None:
    readme = (ROOT / "README.md").read_text()
    makefile = (ROOT / "Makefile").read_text()

    assert re.search(rf"^make {target}\b", readme, re.MULTILINE)
    assert re.search(rf"^{target}: ", makefile, re.MULTILINE)


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_every_make_target_and_command_of_a_workflow_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text()
    context = telemaco.make_context("telemaco", ["check"])

    for line in chain.from_iterable(map(str.splitlines, _commands(path))):
        words = line.split()
        if words[0] == "make":
            assert re.search(rf"^{words[1]}: ", makefile, re.MULTILINE), line
        if words[0] == "telemaco":
            command = telemaco.get_command(context, words[1])
            assert command is not None, line
            options = {option for parameter in command.params for option in parameter.opts}
            assert {word for word in words if word.startswith("--")} <= options, line


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_job_may_do_nothing_that_it_does_not_ask_for(path: Path) -> None:
    workflow = _read(path)

    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_job_ends_in_time(path: Path) -> None:
    limits = [int(job["timeout-minutes"]) for job in _read(path)["jobs"].values()]

    assert all(limit <= 30 for limit in limits)


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_schedule_avoids_the_crowded_minutes(path: Path) -> None:
    minutes = [slot["cron"].split()[0] for slot in _read(path)["on"].get("schedule", [])]

    assert all(minute.isdigit() and int(minute) % 5 for minute in minutes)


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_strangers_changes_meet_no_secret(path: Path) -> None:
    events = _read(path)["on"]

    assert "pull_request_target" not in events
    assert "pull_request" not in events or "secrets." not in path.read_text()


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_what_is_installed_meets_no_token(path: Path) -> None:
    jobs = _read(path)["jobs"].values()
    installing = [
        step for job in jobs for step in job["steps"] if "pip install" in step.get("run", "")
    ]

    for values in (one.get("env", {}).values() for one in (*jobs, *installing)):
        assert not [value for value in values if "github.token" in value or "secrets." in value]
    assert all(
        "--no-build-isolation" in step["run"] for step in installing if "--no-deps" in step["run"]
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_what_may_write_runs_this_branch_only(path: Path) -> None:
    steps = [step for job in _read(path)["jobs"].values() for step in job["steps"]]
    fetched = [step["with"] for step in steps if "actions/checkout" in step.get("uses", "")]

    assert not [one for one in fetched if {"ref", "repository"} & one.keys()]
    assert all(one["persist-credentials"] == "false" for one in fetched)


def test_an_action_has_the_same_pin_everywhere() -> None:
    pins = {pin for path in WORKFLOWS for pin in PINNED.findall(path.read_text())}

    actions = [action.partition("@")[0] for action, _version in pins]

    assert len(actions) == len(set(actions)), sorted(pins)
    assert sum(path.read_text().count("uses:") for path in WORKFLOWS) == sum(
        len(PINNED.findall(path.read_text())) for path in WORKFLOWS
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_token_is_not_there_while_packages_are_installed(path: Path) -> None:
    for job in _read(path)["jobs"].values():
        kept = [job, *(step for step in job["steps"] if "pip install" in step.get("run", ""))]
        for place in kept:
            told = " ".join(map(str, place.get("env", {}).values()))
            assert "github.token" not in told
            assert "secrets." not in told


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_telemaco_is_built_with_what_is_locked(path: Path) -> None:
    for command in _commands(path):
        for line in command.splitlines():
            if "pip install" in line and line.rstrip().endswith(" ."):
                assert "--no-deps --no-build-isolation" in line
