"""A pull request on its way: the workflows run by act, from the check to the answer."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.forge.github import FakeGitHub
from tests.forge.scene import TOKEN, Hands, Proposed, Scene, propose, set_scene
from tests.workflows.needed import FAILING_REVIEW
from tests.workflows.runner import Run, Runner, needs_act, permissions
from tests.workflows.scratch import (
    make_community,
    put_back,
    put_change,
    put_own_workflows,
    put_permission,
)

pytestmark = needs_act
PERSON = "program/people/leonardo.yaml"
READ_ONLY = {"contents": "read"}
RUN = "https://github.com/atelier/workshop/actions/runs/4711"
FORK = "leonardo/workshop"


@dataclass(frozen=True)
class Way:
    """A pull request from a fork: its check on our side, and what answers it."""

    scene: Scene
    source: Path
    runner: Runner
    handed_over: Path

    def mended(self) -> str:
        """The file of the author, changed as they may."""
        return (self.source / PERSON).read_text() + "location: Vinci\n"

    def check(self, number: int, files: Mapping[str, str]) -> Run:
        """The check, with what the token of a fork may do; afterwards main is as it was."""
        before = put_change(self.source, files)
        self.scene.github.token(TOKEN, **READ_ONLY)
        about = {"number": number, "pull_request": {"number": number, "base": {"sha": before}}}
        run = self.runner.run("check.yml", "pull_request", about)
        put_back(self.source, before)
        return run

    def review(self, head: str, conclusion: str = "success", event: str = "pull_request") -> Run:
        """What answers the pull request when the check of a commit has ended."""
        allowed = permissions(self.source / ".github/workflows/review.yml")["review"]
        known = {permission.replace("-", "_"): level for permission, level in allowed.items()}
        self.scene.github.token(TOKEN, **known)
        finished = {
            "id": 4711,
            "event": event,
            "conclusion": conclusion,
            "head_sha": head,
            "head_repository": {"full_name": FORK},
            "html_url": RUN,
        }
        repository = {"fork": False, "default_branch": "main"}
        about = {"ref": "refs/heads/main", "repository": repository, "workflow_run": finished}
        return self.runner.run("review.yml", "workflow_run", about)

    @property
    def comments(self) -> list[str]:
        return [one.body for one in self.scene.home.comments.all()]

    def labels(self, number: int) -> tuple[str, ...]:
        issue = self.scene.home.issues.now(number)
        assert issue is not None
        return issue.labels


@pytest.fixture
def way(tmp_path: Path) -> Iterator[Way]:
    """With the workflows of a new community."""
    with FakeGitHub(tmp_path / "github") as github:
        scene = set_scene(github, Hands(datetime.now(UTC)))
        source = tmp_path / "repository"
        make_community(source)
        runner = Runner(source, tmp_path / "machine", github.url)
        yield Way(scene, source, runner, tmp_path / "machine/artifacts/result")
    assert github.complaints == []


@pytest.fixture(params=["community", "own"])
def either_way(request: pytest.FixtureRequest, way: Way) -> Way:
    """With the workflows of a new community, and with those of this project."""
    if request.param == "own":
        put_own_workflows(way.source)
    return way


def test_own_entry_goes_through_the_door(either_way: Way) -> None:
    way = either_way
    number, head = propose(way.scene.home, Proposed("leonardo", {PERSON: way.mended()}, FORK))

    checked = way.check(number, {PERSON: way.mended()})
    asked_by_the_check = list(way.scene.github.seen)
    answered = way.review(head)
    writes = len(way.scene.github.writes)
    again = way.review(head)

    for run in (checked, answered, again):
        assert run.status == 0, run.said
    assert asked_by_the_check == []
    assert "### Checked" in checked.summary
    pages = json.loads((way.handed_over / "pages.json").read_text())["changed"]
    assert pages == ["people/leonardo/index.html"]
    preview = way.handed_over.with_name("preview")
    assert "Vinci" in (preview / pages[0]).read_text()
    assert [path.name for path in preview.glob("*.html")] == ["changed.html"]
    assert way.labels(number) == ("ready",)
    (comment,) = way.comments
    assert "### All is right" in comment
    assert "- people/leonardo/" in comment
    assert f"{RUN}#artifacts" in comment
    assert len(way.scene.github.writes) == writes


def test_mistake_is_told_at_its_line_and_in_the_comment(way: Way) -> None:
    number, head = propose(way.scene.home, Proposed("leonardo", {PERSON: way.mended()}, FORK))

    checked = way.check(number, {PERSON: way.mended().replace("location:", "loction:")})
    answered = way.review(head, "failure")

    assert checked.status == 1
    assert checked.failed == ["Check the change"], checked.said
    assert f"::error file={PERSON},line=8" in checked.said
    assert "Did you mean location?" in checked.summary
    assert answered.status == 0, answered.said
    (comment,) = way.comments
    assert "1 thing is to be mended first" in comment
    assert "Did you mean location?" in comment
    assert f"/blob/{head}/{PERSON}?plain=1#L8" in comment
    assert way.labels(number) == ()


def test_what_was_wrong_before_stops_nothing(way: Way) -> None:
    wrong = "program/people/verrocchio.yaml"
    put_change(way.source, {wrong: (way.source / wrong).read_text() + "ofers: []\n"})

    checked = way.check(7, {PERSON: way.mended()})

    assert checked.status == 0, checked.said
    assert "1 more was there before this change" in checked.summary
    assert not (way.handed_over / "pages.json").exists()


CHECK = '{"form": 1, "findings": []}'
STRANGER = json.dumps(
    {
        "form": 1,
        "findings": [
            {
                "path": "x](https://evil.example)@everyone",
                "line": 1,
                "severity": "warning",
                "message": "@everyone <!-- telemaco:review:1 --> $(touch injected) ::error::x",
                "hint": "<script>alert(1)</script>\n# All is right",
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("forged", "said"),
    [
        ({"number": "2\n", "check.json": CHECK}, "for another commit"),
        ({"number": "1; id", "check.json": CHECK}, "no number of a pull request"),
        ({"number": "1\n", "check.json": "All is right"}, "is no JSON"),
        ({"number": "1\n", "check.json": " " * 5_000_000}, "has more than"),
        ({"number": "1\n"}, "it is missing"),
    ],
    ids=["another number", "no number", "no JSON", "huge", "nothing"],
)
def test_forged_result_is_refused_in_words(way: Way, forged: Mapping[str, str], said: str) -> None:
    _, head = propose(way.scene.home, Proposed("leonardo", {PERSON: way.mended()}, FORK))
    propose(way.scene.home, Proposed("verrocchio", {PERSON: "other"}, "verrocchio/workshop"))
    _hand_over(way, forged)

    run = way.review(head)

    assert run.failed == ["Answer"]
    assert said in run.said
    assert way.scene.github.writes == []


def test_text_of_a_stranger_is_nothing_but_text(way: Way) -> None:
    number, head = propose(way.scene.home, Proposed("leonardo", {"README.md": "changed"}, FORK))
    _hand_over(way, {"number": f"{number}\n", "check.json": STRANGER})

    run = way.review(head)

    assert run.status == 0, run.said
    (comment,) = way.comments
    assert comment.count("<!-- telemaco:review:1 -->") == 1
    for word in ("@everyone", "](https://evil", "<script>", "\n# All"):
        assert word not in comment
    assert not list(way.source.parent.rglob("injected"))
    assert way.labels(number) == ()


@pytest.mark.parametrize(
    ("conclusion", "event"), [("cancelled", "pull_request"), ("success", "push")]
)
def test_other_run_of_the_check_is_not_answered(way: Way, conclusion: str, event: str) -> None:
    _, head = propose(way.scene.home, Proposed("leonardo", {PERSON: way.mended()}, FORK))

    run = way.review(head, conclusion, event)

    assert run.status == 0, run.said
    assert run.steps == {}
    assert way.scene.github.seen == []


@pytest.mark.parametrize("permission", FAILING_REVIEW)
def test_answer_needs_every_permission(either_way: Way, permission: str) -> None:
    way = either_way
    number, head = propose(way.scene.home, Proposed("leonardo", {PERSON: way.mended()}, FORK))
    _hand_over(way, {"number": f"{number}\n", "check.json": CHECK})
    put_permission(way.source / ".github/workflows/review.yml", permission, "none")

    run = way.review(head)

    assert run.failed == [FAILING_REVIEW[permission]], run.said
    assert way.comments == []


def _hand_over(way: Way, files: Mapping[str, str]) -> None:
    way.handed_over.mkdir(parents=True)
    for name, text in files.items():
        (way.handed_over / name).write_text(text)
