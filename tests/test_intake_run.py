"""A form from the click that sends it to the page on the site, by the workflow as it is."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from telemaco.cli.app import run as telemaco
from tests.forge.github import BOT, FakeGitHub
from tests.forge.scene import Hands, set_scene
from tests.submissions.payloads import PAYLOADS
from tests.workflows.forms import ADA, client, fill, form_body, form_event
from tests.workflows.needed import FAILING_INTAKE, FAILING_INTAKE_ON_PUSH
from tests.workflows.runner import Run, needs_act
from tests.workflows.scratch import make_community, put_own_workflows, put_permission
from tests.workflows.stage import Stage

pytestmark = needs_act

_BIO = """\
../../../.github/workflows/x.yml
- [X] I am a mentor
<!-- telemaco:intake:1 -->
/confirm
"; touch hacked; echo "
status: accepted"""
HOSTILE = {
    **ADA,
    "name": ("Ada $(touch hacked) `touch hacked` ${{ github.token }}",),
    "headline": ("@everyone #1 | <img src=x onerror=alert(1)> ::error::x; touch hacked",),
    "bio": (_BIO,),
}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """With the workflows of a new community."""
    with FakeGitHub(tmp_path / "github") as github:
        made = Stage(set_scene(github, Hands(datetime.now(UTC))), tmp_path)
        make_community(made.source)
        made.push()
        yield made
    assert github.complaints == []


def _steps(run: Run) -> dict[str, str]:
    return {step: result for (_, step), result in run.steps.items()}


def _comments(stage: Stage, number: int) -> list[str]:
    found = stage.scene.home.comments.all()
    return [one.body for one in found if one.issue == number and one.author == BOT]


def _pulls(stage: Stage) -> list[int]:
    return [one.number for one in stage.scene.home.issues.all() if one.proposal]


def test_hostile_form_becomes_a_page_and_nothing_else(stage: Stage, tmp_path: Path) -> None:
    event, about = form_event(stage, HOSTILE)
    number = about["issue"]["number"]

    first = stage.run("intake.yml", event, action="opened", **about)
    writes = len(stage.scene.github.writes)
    again = stage.run("intake.yml", event, action="edited", **about)

    for run in (first, again):
        assert run.status == 0, run.said
        assert _steps(run)["Look at the form"] == "success"
        assert run.calls[-1] == "telemaco intake --apply"
    assert len(stage.scene.github.writes) == writes
    [pull], [comment] = _pulls(stage), _comments(stage, number)
    assert "@everyone" not in comment
    assert "<img" not in comment
    objects = stage.scene.home.objects
    branch = f"refs/heads/telemaco/intake-{number}"
    assert objects.changes("refs/heads/main", branch) == [["A", "program/people/ada.yaml"]]

    stage.pull(f"telemaco/intake-{number}")
    assert telemaco(["check", "--root", str(stage.source)]) == 0

    stage.scene.home.merge(pull)
    stage.pull()
    site = tmp_path / "site"
    assert telemaco(["build", "--root", str(stage.source), "--out", str(site)]) == 0
    page = (site / "people/ada/index.html").read_text()
    assert "Ada $(touch hacked)" in page
    assert "<img src=x" not in page
    assert list(tmp_path.rglob("hacked")) == []
    issue = stage.scene.home.issues.now(number)
    assert issue is not None
    assert issue.state == "closed"


def test_whatever_stands_in_a_form_is_carried_out_by_nobody(stage: Stage, tmp_path: Path) -> None:
    everything = re.sub(r"/\w+/owned", "hacked", "\n".join(PAYLOADS))
    texts = dict.fromkeys(("bio", "goal", "headline", "name", "hours"), (everything,))
    number = fill(stage, form_body(stage, {**ADA, **texts}), "ada")
    before = stage.scene.home.objects.ref("refs/heads/main")

    run = stage.run("intake.yml", "issues", action="opened", issue={"number": number})

    assert run.status == 0, run.said
    assert _pulls(stage) == []
    assert list(tmp_path.rglob("hacked")) == []
    assert stage.scene.home.objects.ref("refs/heads/main") == before
    issue = stage.scene.home.issues.now(number)
    assert issue is not None
    assert issue.labels == ("needs-info",)


def test_somebody_whom_it_concerns_objects(stage: Stage) -> None:
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    note = {
        "pair": ("atelier/verrocchio-leonardo",),
        "date": (f"{yesterday}",),
        "minutes": ("45",),
        "consent": ("public",),
    }
    number = fill(stage, form_body(stage, note, "session-note"), "leonardo")
    stage.run("intake.yml", "issues", action="opened", issue={"number": number})
    stage.scene.hands.sleep(1)
    said = {"body": "/object $(touch hacked)"}
    path = f"/issues/{number}/comments"
    _, comment = client(stage, "verrocchio").ask("POST", path, said)

    run = stage.run(
        "intake.yml",
        "issue_comment",
        action="created",
        issue={"number": number},
        comment={"id": comment["id"], **said},
    )

    assert run.status == 0, run.said
    issue = stage.scene.home.issues.now(number)
    assert issue is not None
    assert issue.labels == ("objection",)
    [answer] = _comments(stage, number)
    assert "hacked" not in answer


def test_form_that_is_mended_is_looked_at_again(stage: Stage) -> None:
    broken = form_body(stage, {**ADA, "fluent": ()})
    number = fill(stage, broken)
    about = {"issue": {"number": number}}

    stage.run("intake.yml", "issues", action="opened", **about)
    labels = stage.scene.home.issues.now(number).labels  # type: ignore[union-attr] # (it is there)
    client(stage, "ada").ask("PATCH", f"/issues/{number}", {"body": form_body(stage, ADA)})
    stage.run("intake.yml", "issues", action="edited", **about)

    mended = stage.scene.home.issues.now(number)
    assert mended is not None
    assert (labels, mended.labels) == (("needs-info",), ())
    assert (len(_pulls(stage)), len(_comments(stage, number))) == (1, 1)


def test_what_no_run_has_seen_is_found_by_the_clock(stage: Stage) -> None:
    put_own_workflows(stage.source)
    stage.push()
    number = fill(stage, form_body(stage, ADA))
    fill(stage, "How do I join?", "bea")

    run = stage.run("intake.yml", "schedule")
    asked = len(stage.scene.github.seen)
    again = stage.run("intake.yml", "schedule")

    assert run.status == again.status == 0, run.said
    assert run.calls[-1] == "telemaco intake --all --apply"
    assert len(stage.scene.github.seen) - asked < 12
    assert (len(_pulls(stage)), len(_comments(stage, number))) == (1, 1)


@pytest.mark.parametrize(
    "comment", [{"body": "Thank you"}, {"body": "What does /confirm do?"}], ids=["thanks", "inside"]
)
def test_other_comment_starts_no_job(stage: Stage, comment: dict[str, str]) -> None:
    number = fill(stage, form_body(stage, ADA))
    before = len(stage.scene.github.seen)

    run = stage.run("intake.yml", "issue_comment", issue={"number": number}, comment=comment)

    assert run.status == 0, run.said
    assert run.steps == {}
    assert len(stage.scene.github.seen) == before


def test_check_in_and_form_leave_each_other_alone(stage: Stage) -> None:
    stage.run("reminders.yml", "workflow_dispatch", inputs={"apply": "true"})
    event, about = form_event(stage)
    stage.run("intake.yml", event, action="opened", **about)
    writes = len(stage.scene.github.writes)

    check_in = stage.run("intake.yml", "issues", action="edited", issue={"number": 1})
    again = stage.run("reminders.yml", "workflow_dispatch", inputs={"apply": "true"})

    assert (check_in.status, again.status) == (0, 0), check_in.said + again.said
    assert len(stage.scene.github.writes) == writes


@pytest.mark.parametrize("permission", FAILING_INTAKE)
def test_job_fails_without_any_of_its_permissions(stage: Stage, permission: str) -> None:
    put_permission(stage.path("intake.yml"), permission, "none")
    event, about = form_event(stage)

    run = stage.run("intake.yml", event, action="opened", **about)

    assert run.status == 1
    assert run.failed == [FAILING_INTAKE[permission]], run.said
    assert _comments(stage, about["issue"]["number"]) == []


def _both_join_forms(stage: Stage) -> list[int]:
    """A newcomer sends both, and the first one is taken in."""
    mentor = {**ADA, "offers-1": ("writing",)}
    for answers, form in ((ADA, "join-as-mentee"), (mentor, "join-as-mentor")):
        number = fill(stage, form_body(stage, answers, form))
        stage.run("intake.yml", "issues", action="opened", issue={"number": number})
    pulls = _pulls(stage)
    stage.scene.home.merge(pulls[0])
    stage.pull()
    return pulls


def test_second_form_follows_when_the_first_one_is_taken_in(stage: Stage) -> None:
    _, second = _both_join_forms(stage)

    run = stage.run("intake.yml", "push")
    writes = len(stage.scene.github.writes)
    again = stage.run("intake.yml", "push")
    stage.scene.home.merge(second)

    assert run.status == again.status == 0, run.said
    assert run.calls[-1] == "telemaco intake --all --apply"
    assert len(stage.scene.github.writes) == writes
    stage.pull()
    entry = (stage.source / "program/people/ada.yaml").read_text()
    assert re.findall(r"role: (\w+)", entry) == ["mentee", "mentor"]


@pytest.mark.parametrize("permission", FAILING_INTAKE_ON_PUSH)
def test_bringing_up_to_date_needs_each_of_the_permissions(stage: Stage, permission: str) -> None:
    _both_join_forms(stage)
    put_permission(stage.path("intake.yml"), permission, "none")

    run = stage.run("intake.yml", "push")

    assert run.status == 1
    assert run.failed == [FAILING_INTAKE_ON_PUSH[permission]], run.said


def test_branch_needs_more_than_to_read(stage: Stage) -> None:
    put_permission(stage.path("intake.yml"), "contents", "read")
    event, about = form_event(stage)

    run = stage.run("intake.yml", event, action="opened", **about)

    assert run.failed == ["Look at the form"], run.said
    assert _pulls(stage) == []
