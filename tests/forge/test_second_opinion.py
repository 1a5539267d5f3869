"""A second opinion: the same steps on an emulator of GitHub that is not ours.

These tests are run where they are asked for by their mark, with npm's `emulate`: CONTRIBUTING.md
says how.
Its version is fixed, since other versions under that name are other programs.
"""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.repository import GitHubRepository, github_repository
from tests.forge.scene import check_in

VERSION = "0.11.2"
TOKEN = "token-of-verrocchio"  # noqa: S105 (it opens nothing)
SEED = f"""\
tokens:
  {TOKEN}: {{login: verrocchio, scopes: [repo, user]}}
github:
  users: [{{login: verrocchio}}, {{login: leonardo}}]
  repos: [{{owner: verrocchio, name: workshop, auto_init: true}}]
"""

ROOT = Path(__file__).parents[2]
EMULATE = shutil.which("emulate", path=ROOT / "node_modules" / ".bin") or shutil.which("emulate")

pytestmark = pytest.mark.second_opinion


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """The address of a running emulator."""
    assert EMULATE, f"install emulate {VERSION}"
    (tmp_path / "seed.yaml").write_text(SEED)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    words = ["start", "--service", "github", "--port", str(port), "--seed", "seed.yaml"]
    with subprocess.Popen(
        [EMULATE, *words, "--base-url", address], cwd=tmp_path, stdout=subprocess.DEVNULL
    ) as emulator:
        try:
            _wait(port)
            yield address
        finally:
            emulator.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the emulator does not begin")


def run(url: str, *, with_ledger: bool = False) -> GitHubRepository:
    clock = Clock(lambda: datetime.now(UTC), lambda _: None)
    environment = {"GITHUB_API_URL": url, "GITHUB_TOKEN": TOKEN}
    return github_repository(
        environment, "verrocchio/workshop", with_ledger=with_ledger, clock=clock
    )


def test_emulator_is_the_one_that_is_meant() -> None:
    assert EMULATE, f"install emulate {VERSION}"

    said = subprocess.run([EMULATE, "--version"], check=True, capture_output=True, text=True)

    assert said.stdout.strip() == VERSION


@pytest.mark.parametrize("with_ledger", [False, True])
def test_life_of_an_issue(url: str, with_ledger: bool) -> None:  # noqa: FBT001 (of the table)
    writer = run(url).writer
    writer.ensure_label("check-in", "0e8a16", "A question")
    writer.ensure_label("check-in", "0e8a16", "A question")

    opened = run(url, with_ledger=with_ledger).writer.open_issue(check_in())
    found = run(url, with_ledger=with_ledger).writer.open_issue(check_in())
    assert opened is not None
    assert found is not None
    refused = writer.assign(opened.number, ["verrocchio", "leonardo", "nobody"])
    writer.add_labels(opened.number, ["a/b #1?"])
    writer.remove_label(opened.number, "a/b #1?")
    comment = writer.comment(opened.number, "Until then.")
    writer.edit_comment(comment.id, "Until later.")
    writer.edit(opened.number, title="How was it?")
    writer.close(opened.number, "not_planned")

    closed = run(url).reader.issue(opened.number)
    assert closed is not None
    assert (found.number, refused) == (opened.number, ["nobody"])
    assert (closed.title, closed.body) == ("How was it?", check_in().body)
    assert (closed.state, closed.state_reason) == ("closed", "not_planned")
    assert (closed.assignees, closed.labels) == (("verrocchio", "leonardo"), opened.labels)
    assert [one.body for one in run(url).reader.comments(opened.number)] == ["Until later."]
    assert run(url).reader.own_issues() == [closed]
    assert run(url).reader.issue(99) is None
    writer.reopen(opened.number)
    assert run(url).reader.own_issues()[0].state == "open"
