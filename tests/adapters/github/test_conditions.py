"""Bad conditions: a clear message, nothing half-done, and the next run repairs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from telemaco.ports.forge import ForgeError, ForgeRefusedError, ForgeUnavailableError, ForgeWriter
from tests.forge.faults import Always, Fault
from tests.forge.scene import LABEL, NAME, TOKEN, Scene, check_in


@dataclass(frozen=True)
class Condition:
    """Something bad, what is said of it, what to do about it, and how it is mended."""

    spoil: Callable[[Scene], object]
    mend: Callable[[Scene], object]
    says: str
    advises: str
    kind: type[ForgeError] = ForgeRefusedError


def _remaining(scene: Scene, number: int) -> None:
    scene.github.accounts[TOKEN].remaining = number
    scene.github.accounts[TOKEN].reset = scene.hands.moment + timedelta(minutes=40)


def _permissions(scene: Scene, **permissions: str) -> None:
    scene.github.accounts[TOKEN].permissions = permissions


def _set(name: str, *, value: bool) -> Callable[[Scene], object]:
    return lambda scene: setattr(scene.home, name, value)


CONDITIONS = {
    "wrong token": Condition(
        lambda scene: scene.github.accounts.pop(TOKEN),
        lambda scene: scene.github.token(TOKEN, issues="write", contents="write"),
        "GitHub does not accept the token",
        "Put a token that is still valid into GITHUB_TOKEN.",
    ),
    "missing permission": Condition(
        lambda scene: _permissions(scene, issues="read", contents="write"),
        lambda scene: _permissions(scene, issues="write", contents="write"),
        "the token may not do this in atelier/workshop: Resource not accessible by integration",
        "It needs the permission issues: write.",
    ),
    "archived repository": Condition(
        _set("is_archived", value=True),
        _set("is_archived", value=False),
        "atelier/workshop is archived: nothing in it can be changed",
        "Unarchive the repository in its settings, or turn its workflows off.",
    ),
    "issues disabled": Condition(
        _set("has_issues", value=False),
        _set("has_issues", value=True),
        "issues are turned off in atelier/workshop",
        "Turn them on in the repository's settings: General, Features, Issues.",
    ),
    "rate limit spent": Condition(
        lambda scene: _remaining(scene, 0),
        lambda scene: _remaining(scene, 5000),
        "GitHub takes no more requests until 2027-03-01 06:57 UTC",
        "Nothing is lost: the next run carries on from here.",
        ForgeUnavailableError,
    ),
    "clock a day ahead": Condition(
        lambda scene: setattr(scene.github, "now", lambda: scene.hands.now() - timedelta(days=1)),
        lambda scene: setattr(scene.github, "now", scene.hands.now),
        "the clock of this machine says 2027-03-01 06:17 UTC, GitHub's says 2027-02-28 06:17 UTC",
        "Set the clock: what is due, and when, is reckoned from it.",
    ),
    "repository renamed": Condition(
        lambda scene: scene.github.rename(NAME, "atelier/bottega"),
        lambda scene: scene.github.rename("atelier/bottega", NAME),
        "the repository atelier/workshop is now called atelier/bottega",
        "Write atelier/bottega as forge.repository in program/community.yaml.",
    ),
    "repository gone": Condition(
        lambda scene: scene.github.repositories.pop(NAME),
        lambda scene: scene.github.repositories.update({NAME: scene.home}),
        "GitHub knows no repository atelier/workshop, or does not show it to this token",
        "Compare forge.repository in program/community.yaml with the repository's address.",
    ),
    "GitHub is down": Condition(
        lambda scene: setattr(scene.github, "faults", Always("", Fault.BAD_GATEWAY_BEFORE)),
        lambda scene: setattr(scene.github, "faults", lambda _: None),
        "GitHub answers with status 502",
        "Nothing is lost: the next run carries on from here.",
        ForgeUnavailableError,
    ),
    "GitHub is silent": Condition(
        lambda scene: setattr(scene.github, "faults", Always("", Fault.DROPPED_BEFORE)),
        lambda scene: setattr(scene.github, "faults", lambda _: None),
        "GitHub does not answer: Remote end closed connection without response",
        "Nothing is lost: the next run carries on from here.",
        ForgeUnavailableError,
    ),
}


@pytest.mark.parametrize("with_ledger", [False, True])
@pytest.mark.parametrize("name", CONDITIONS)
def test_bad_condition_is_told_and_the_next_run_repairs(
    scene: Scene,
    name: str,
    with_ledger: bool,  # noqa: FBT001 (of the table)
) -> None:
    condition = CONDITIONS[name]
    scene.run(with_ledger=with_ledger).writer.open_issue(check_in("before"))
    condition.spoil(scene)
    events = list(scene.home.events)

    with pytest.raises(ForgeError) as caught:
        scene.run(with_ledger=with_ledger).writer.open_issue(check_in())

    assert type(caught.value) is condition.kind
    assert str(caught.value) == condition.says
    assert caught.value.hint is not None
    assert caught.value.hint.text.format(**caught.value.hint.facts).startswith(condition.advises)
    assert scene.home.events == events

    condition.mend(scene)
    scene.hands.sleep(3600)
    opened = scene.run(with_ledger=with_ledger).writer.open_issue(check_in())

    assert opened is not None
    assert scene.issues("leonardo") == [2]
    assert scene.issues("before") == [1]


def test_label_that_was_deleted_comes_back_and_nothing_is_doubled(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())
    scene.home.delete_label(LABEL)

    run = scene.run()
    run.writer.ensure_label(LABEL, "5319e7", "Opened by the reminders")
    found = run.writer.open_issue(check_in())
    assert found is not None
    run.writer.add_labels(found.number, [LABEL])

    assert scene.issues("leonardo") == [1]
    assert [issue.labels for issue in scene.run().reader.own_issues()] == [(LABEL,)]


CHANGES: dict[str, Callable[[ForgeWriter], object]] = {
    "edit": lambda writer: writer.edit(7, title="New"),
    "comment": lambda writer: writer.comment(7, "Hello"),
    "close": lambda writer: writer.close(7, "completed"),
    "reopen": lambda writer: writer.reopen(7),
    "add labels": lambda writer: writer.add_labels(7, [LABEL]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_issue_that_was_deleted_is_named(scene: Scene, name: str) -> None:
    with pytest.raises(ForgeRefusedError, match="there is no issue 7 in atelier/workshop"):
        CHANGES[name](scene.run().writer)


def test_limit_that_is_over_soon_is_outwaited(scene: Scene) -> None:
    _remaining(scene, 0)
    scene.github.accounts[TOKEN].reset = scene.hands.moment + timedelta(seconds=30)

    def refill(request: str) -> None:  # noqa: ARG001 (any)
        if scene.hands.waits:
            _remaining(scene, 100)

    scene.github.faults = refill

    assert scene.run().writer.open_issue(check_in()) is not None
    assert scene.hands.waits[0] == 30


def test_no_fault_is_taken_for_a_limit_without_end(scene: Scene) -> None:
    scene.github.faults = Always("", Fault.SECONDARY_LIMIT)

    with pytest.raises(ForgeUnavailableError, match="takes no more requests until"):
        scene.run().writer.open_issue(check_in())
    assert sum(scene.hands.waits) < 60


def test_what_github_does_not_accept_is_told_by_field(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())

    with pytest.raises(ForgeRefusedError, match=r"Validation Failed: body missing_field"):
        scene.run().writer.comment(1, " ")
