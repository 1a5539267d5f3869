"""A run of reminders at its smallest: what is wanted, by marker, against what is there.

`python -m tests.forge.reconcile SITUATION.json` is such a run in a process of its own, which a
campaign may kill. Opening is the product's own; what is done around it is the least that
nobody can do without: assign whom the list of issues shows unassigned, put a label back, close
what is done and what is there twice.
"""

import json
import logging
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from telemaco.adapters.github.opening import has_marker
from telemaco.adapters.github.repository import GitHubRepository, github_repository
from telemaco.adapters.github.transport import TIME_OUTS
from telemaco.ports.forge import ForgeError, ForgeIssue, ForgeUnavailableError, NewIssue
from tests.forge.timeline import Timeline

LABEL = "check-in"


@dataclass(frozen=True)
class Wanted:
    """A check-in: its issue, whom to assign, and whether it is done."""

    issue: NewIssue
    assignees: tuple[str, ...]
    is_done: bool


def wanted(key: str, assignees: Iterable[str], *, is_done: bool) -> Wanted:
    """The check-in with this key."""
    line = f"<!-- telemaco:check-in:1 {key} -->"
    body = f"How did it go?\n\n{line}\n"
    return Wanted(NewIssue(line, f"Check-in {key}", body, (LABEL,)), tuple(assignees), is_done)


def reconcile(repository: GitHubRepository, check_ins: Iterable[Wanted]) -> list[str]:
    """Carry out what is wanted, each check-in for itself; what went wrong, in words."""
    said = []
    try:
        own = repository.reader.own_issues()
    except ForgeError as error:
        return [str(error)]
    for check_in in check_ins:
        there = [issue for issue in own if has_marker(issue, check_in.issue.marker)]
        try:
            _settle(repository, check_in, there)
        except ForgeUnavailableError as error:
            said.append(str(error))
        except ForgeError as error:
            said.append(f"{check_in.issue.title}: {error}")
    return said


def _settle(repository: GitHubRepository, check_in: Wanted, there: list[ForgeIssue]) -> None:
    writer = repository.writer
    for surplus in there[1:]:
        if surplus.state == "open":
            writer.close(surplus.number, "not_planned")
    if not there and check_in.is_done:
        return
    issue = there[0] if there else writer.open_issue(check_in.issue)
    if issue is None:
        return
    missing = [login for login in check_in.assignees if login not in issue.assignees]
    if missing:
        writer.assign(issue.number, missing)
    if LABEL not in issue.labels:
        writer.add_labels(issue.number, [LABEL])
    if check_in.is_done and issue.state == "open":
        writer.close(issue.number, "completed")


def main(situation: Mapping[str, object]) -> None:
    """One run. `situation` has environment, repository, ledger, timeline and check_ins."""
    timeline = Timeline(*(float(str(part)) for part in _list(situation["timeline"])))
    repository = github_repository(
        os.environ,
        str(situation["repository"]),
        with_ledger=bool(situation["ledger"]),
        clock=timeline.clock,
        time_outs=(timeline.real(TIME_OUTS[0]), timeline.real(TIME_OUTS[1])),
    )
    check_ins = [
        wanted(str(key), map(str, _list(assignees)), is_done=bool(is_done))
        for key, assignees, is_done in map(_list, _list(situation["check_ins"]))
    ]
    print("\n".join(reconcile(repository, check_ins)))  # noqa: T201 (a command)


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
