import subprocess
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.connection import SKEW, Connection
from telemaco.adapters.github.ledger import GitLedger
from telemaco.adapters.github.limits import PATIENCE
from telemaco.adapters.github.opening import HOLD, LEASE
from telemaco.adapters.github.transport import TIME_OUTS, GitHubTransport
from telemaco.ports.forge import (
    ForgeIssue,
    ForgeRefusedError,
    ForgeUnavailableError,
    ForgeUnclearError,
)
from tests.forge.faults import Always, Fault, Once
from tests.forge.scene import NAME, START, TOKEN, Scene, check_in

MARKER = check_in().marker


@pytest.fixture
def ledger(scene: Scene) -> GitLedger:
    return new_ledger(scene)


def new_ledger(scene: Scene) -> GitLedger:
    clock = Clock(scene.hands.now, scene.hands.sleep)
    return GitLedger(Connection(GitHubTransport(TOKEN), scene.github.url, NAME, clock))


def test_nobody_has_claimed_what_is_new(ledger: GitLedger) -> None:
    assert ledger.read(MARKER) is None


def test_first_claim_holds(ledger: GitLedger) -> None:
    claimed = ledger.claim(MARKER, "first", START)

    assert claimed is not None
    assert (claimed.run, claimed.at, claimed.issue) == ("first", START, None)
    assert ledger.claim(MARKER, "second", START) is None
    assert ledger.read(MARKER) == claimed


def test_of_two_that_advance_the_same_entry_one_does(ledger: GitLedger) -> None:
    claimed = ledger.claim(MARKER, "first", START)
    assert claimed is not None

    advanced = ledger.advance(claimed, "second", START, 7)

    assert advanced is not None
    assert ledger.advance(claimed, "third", START, 8) is None
    assert ledger.read(MARKER) == advanced
    assert advanced.issue == 7


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("place", ["git/trees", "git/commits", "git/refs", "git/ref/"])
def test_claim_survives_a_fault(scene: Scene, ledger: GitLedger, place: str, fault: Fault) -> None:
    scene.github.faults = Once((place, fault))

    claimed = ledger.claim(MARKER, "first", START)

    assert claimed is not None
    assert ledger.read(MARKER) == claimed
    assert ledger.advance(claimed, "first", START, 7)


@pytest.mark.parametrize("fault", list(Fault))
def test_advance_survives_a_fault(scene: Scene, ledger: GitLedger, fault: Fault) -> None:
    claimed = ledger.claim(MARKER, "first", START)
    assert claimed is not None
    scene.github.faults = Once(("PATCH", fault))

    advanced = ledger.advance(claimed, "first", START, 7)

    assert advanced is not None
    assert ledger.read(MARKER) == advanced


def test_ledger_names_nobody_and_holds_no_files(scene: Scene, ledger: GitLedger) -> None:
    ledger.claim(MARKER, "first", START)

    refs = scene.home.objects.refs("refs/telemaco/")
    tree, _, message = scene.home.objects.facts(refs[0][1])

    assert "leonardo" not in refs[0][0] + message
    assert [path for *_, path in scene.home.objects.entries(tree)] == ["README"]


def test_clone_does_not_bring_the_ledger(ledger: GitLedger, tmp_path: Path) -> None:
    ledger.claim(MARKER, "first", START)
    source = tmp_path / "github" / f"{NAME}.git"

    subprocess.run(["git", "clone", "-q", source, tmp_path / "clone"], check=True)

    listed = subprocess.run(
        ["git", "-C", tmp_path / "clone", "for-each-ref", "--format=%(refname)"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "telemaco" not in listed.stdout


def test_entry_that_cannot_be_read_may_be_taken_over(scene: Scene, ledger: GitLedger) -> None:
    claimed = ledger.claim(MARKER, "first", START)
    assert claimed is not None
    objects = scene.home.objects
    name = objects.refs("refs/telemaco/")[0][0]
    spoilt = objects.commit("Nonsense", objects.tree({}), [claimed.revision])
    objects.move_ref(name, claimed.revision, spoilt)

    entry = ledger.read(MARKER)

    assert entry is not None
    assert START - entry.at > LEASE
    assert ledger.advance(entry, "second", START) is not None


@pytest.mark.parametrize("change", [{"sha": 7}, {"object": {"sha": None}}, {"message": 7}])
def test_answer_that_cannot_be_read_ends_the_run(
    scene: Scene, ledger: GitLedger, change: dict[str, object]
) -> None:
    ledger.claim(MARKER, "first", START)
    scene.github.spoil = lambda body: {**body, **change}

    def claim_and_read() -> None:
        ledger.claim(MARKER, "second", START)
        ledger.read(MARKER)

    with pytest.raises(ForgeUnavailableError, match="cannot be read"):
        claim_and_read()


def test_issue_is_opened_claimed_and_recorded(scene: Scene, ledger: GitLedger) -> None:
    opened = scene.run(with_ledger=True).writer.open_issue(check_in())

    entry = ledger.read(MARKER)

    assert opened is not None
    assert entry is not None
    assert entry.issue == opened.number == 1


def test_run_that_finds_a_claim_lets_it_be(scene: Scene, ledger: GitLedger) -> None:
    ledger.claim(MARKER, "another", scene.hands.now())

    assert scene.run(with_ledger=True).writer.open_issue(check_in()) is None
    assert scene.home.last == 0


def test_claim_of_a_dead_run_is_taken_over(scene: Scene, ledger: GitLedger) -> None:
    ledger.claim(MARKER, "dead", scene.hands.now())
    scene.hands.sleep(LEASE.total_seconds())

    opened = scene.run(with_ledger=True).writer.open_issue(check_in())

    assert opened is not None
    assert scene.issues("leonardo") == [1]


def test_run_that_died_after_creating_is_not_repeated(scene: Scene, ledger: GitLedger) -> None:
    scene.run().writer.open_issue(check_in())
    ledger.claim(MARKER, "dead", scene.hands.now())
    scene.hands.sleep(LEASE.total_seconds())

    opened = scene.run(with_ledger=True).writer.open_issue(check_in())

    entry = ledger.read(MARKER)
    assert opened is not None
    assert scene.issues("leonardo") == [opened.number] == [1]
    assert entry is not None
    assert entry.issue == 1


def test_issue_that_no_list_shows_yet_is_found_by_its_number(scene: Scene) -> None:
    scene.run(with_ledger=True).writer.open_issue(check_in())
    scene.github.lag = lambda: 1000.0

    found = scene.run(with_ledger=True).writer.open_issue(check_in())

    assert found is not None
    assert scene.issues("leonardo") == [found.number] == [1]


def test_issue_that_was_deleted_is_opened_anew_after_the_lease(scene: Scene) -> None:
    scene.run(with_ledger=True).writer.open_issue(check_in())
    scene.home.issues.drop(1)

    assert scene.run(with_ledger=True).writer.open_issue(check_in()) is None
    scene.hands.sleep(LEASE.total_seconds())
    opened = scene.run(with_ledger=True).writer.open_issue(check_in())

    assert opened is not None
    assert opened.number == 2


def test_unclear_creation_is_not_repeated_by_a_run_at_once(scene: Scene) -> None:
    scene.github.lag = lambda: 100.0
    scene.github.faults = Once(("POST .*/issues$", Fault.DROPPED_AFTER))
    run = scene.run(with_ledger=True)

    with pytest.raises(ForgeUnclearError):
        run.writer.open_issue(check_in())

    assert run.writer.open_issue(check_in()) is None
    assert scene.run(with_ledger=True).writer.open_issue(check_in()) is None
    scene.hands.sleep(LEASE.total_seconds())
    assert scene.run(with_ledger=True).writer.open_issue(check_in())
    assert scene.issues("leonardo") == [1]


def test_what_cannot_be_recorded_is_opened_all_the_same(scene: Scene) -> None:
    scene.github.faults = Always("PATCH .*/git/refs", Fault.BAD_GATEWAY_BEFORE)

    opened = scene.run(with_ledger=True).writer.open_issue(check_in())

    assert opened is not None
    assert scene.issues("leonardo") == [1]


def test_of_runs_at_the_same_time_one_opens(scene: Scene) -> None:
    scene.github.lag = lambda: 5.0
    results: list[ForgeIssue | None] = []

    def run() -> None:
        writer = scene.run(with_ledger=True).writer
        results.extend(writer.open_issue(check_in(f"pair-{number}")) for number in range(4))

    threads = [Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 12
    assert scene.home.last == 4


def test_run_that_was_held_up_does_not_create_any_more(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in("verrocchio"))

    def slow(request: str) -> None:
        if request.startswith("POST") and request.endswith("git/refs"):
            scene.hands.sleep(HOLD.total_seconds())

    scene.github.faults = slow

    assert scene.run(with_ledger=True).writer.open_issue(check_in()) is None
    assert scene.issues("leonardo") == []


def test_lease_outlasts_what_it_has_to() -> None:
    tried = 4 * (PATIENCE + timedelta(seconds=sum(TIME_OUTS)))
    behind = timedelta(minutes=4)

    assert HOLD + tried + behind + 2 * SKEW <= LEASE


def test_references_that_are_not_allowed_are_told(scene: Scene) -> None:
    scene.home.settings["only_branches"] = True

    with pytest.raises(ForgeRefusedError, match="Reference name is not allowed"):
        scene.run(with_ledger=True).writer.open_issue(check_in())
    assert scene.home.last == 0
