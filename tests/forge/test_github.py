"""What our own GitHub does beyond issues, and that it judges what it is asked."""

import base64

import pytest

from tests.forge.client import Client
from tests.forge.description import operation
from tests.forge.scene import NAME, Scene


@pytest.fixture
def client(scene: Scene) -> Client:
    scene.github.token("token", "verrocchio")
    return Client(scene.github, "token", f"/repos/{NAME}")


def branch(client: Client, name: str, path: str, content: str) -> None:
    """A branch with one commit that puts a file."""
    _, main = client.ask("GET", "/git/ref/heads/main")
    _, commit = client.ask("GET", f"/git/commits/{main['object']['sha']}")
    _, blob = client.ask("POST", "/git/blobs", {"content": content, "encoding": "utf-8"})
    entry = {"path": path, "mode": "100644", "type": "blob", "sha": blob["sha"]}
    base = commit["tree"]["sha"]
    _, tree = client.ask("POST", "/git/trees", {"base_tree": base, "tree": [entry]})
    _, made = client.ask(
        "POST",
        "/git/commits",
        {"message": "Add a person", "tree": tree["sha"], "parents": [main["object"]["sha"]]},
    )
    client.ask("POST", "/git/refs", {"ref": f"refs/heads/{name}", "sha": made["sha"]})


def test_branch_and_pull_request_are_made_through_git_data(client: Client) -> None:
    branch(client, "intake-7", "program/people/leonardo.yaml", "name: Leonardo\n")
    body = {"title": "Leonardo joins", "head": "intake-7", "base": "main", "body": "Closes #7"}

    status, pull = client.ask("POST", "/pulls", body)
    again, _ = client.ask("POST", "/pulls", body)
    _, found = client.ask("GET", "/pulls?state=open&head=atelier:intake-7")
    _, files = client.ask("GET", f"/pulls/{pull['number']}/files")
    _, file = client.ask("GET", "/contents/program/people/leonardo.yaml?ref=intake-7")
    _, folder = client.ask("GET", "/contents/program/people?ref=intake-7")
    _, closed = client.ask("PATCH", f"/pulls/{pull['number']}", {"state": "closed"})
    _, listed = client.ask("GET", "/issues?state=all")

    assert (status, again) == (201, 422)
    assert [one["number"] for one in found] == [pull["number"]]
    assert [(one["filename"], one["status"]) for one in files] == [
        ("program/people/leonardo.yaml", "added")
    ]
    assert base64.b64decode(file["content"]) == b"name: Leonardo\n"
    assert [one["name"] for one in folder] == ["leonardo.yaml"]
    assert closed["state"] == "closed"
    assert "pull_request" in listed[0]


def test_file_is_put_in_place_of_what_was_seen(client: Client) -> None:
    content = base64.b64encode(b"name: Ada\n").decode()
    body = {"message": "Add", "content": content, "branch": "main"}

    made, put = client.ask("PUT", "/contents/program/people/ada.yaml", body)
    unseen, _ = client.ask("PUT", "/contents/program/people/ada.yaml", body)
    stale, _ = client.ask("PUT", "/contents/program/people/ada.yaml", {**body, "sha": "0" * 40})
    seen = {**body, "sha": put["content"]["sha"]}
    changed, _ = client.ask("PUT", "/contents/program/people/ada.yaml", seen)

    assert (made, unseen, stale, changed) == (201, 422, 409, 200)


def test_references_go_forwards_only(client: Client) -> None:
    branch(client, "one", "a.txt", "a")
    branch(client, "two", "b.txt", "b")
    _, two = client.ask("GET", "/git/ref/heads/two")

    sha = two["object"]["sha"]
    back, said = client.ask("PATCH", "/git/refs/heads/one", {"sha": sha})
    forced, _ = client.ask("PATCH", "/git/refs/heads/one", {"sha": sha, "force": True})
    twice, _ = client.ask("POST", "/git/refs", {"ref": "refs/heads/one", "sha": sha})
    _, matching = client.ask("GET", "/git/matching-refs/heads/")
    gone, _ = client.ask("DELETE", "/git/refs/heads/one")
    absent, _ = client.ask("GET", "/git/ref/heads/one")

    assert (back, said["message"]) == (422, "Update is not a fast forward")
    assert (forced, twice, gone, absent) == (200, 422, 204, 404)
    assert [one["ref"] for one in matching] == [
        "refs/heads/main",
        "refs/heads/one",
        "refs/heads/two",
    ]


def test_settings_and_workflows_are_told(scene: Scene, client: Client) -> None:
    scene.home.settings = {"can_approve_pull_request_reviews": False, "pages": {"cname": None}}
    workflow = {"id": 5, "path": ".github/workflows/reminders.yml"}
    scene.home.workflows.append({**workflow, "state": "disabled_inactivity"})
    run = {"id": 9, "path": workflow["path"], "event": "schedule", "status": "completed"}
    scene.home.runs.append({**run, "conclusion": "success"})

    _, home = client.ask("GET", "")
    _, allowed = client.ask("GET", "/actions/permissions/workflow")
    _, actions = client.ask("GET", "/actions/permissions")
    _, pages = client.ask("GET", "/pages")
    _, workflows = client.ask("GET", "/actions/workflows")
    _, runs = client.ask("GET", "/actions/workflows/reminders.yml/runs?status=success&per_page=1")
    _, other = client.ask("GET", "/actions/runs?event=push")
    enabled, _ = client.ask("PUT", "/actions/workflows/5/enable")
    _, active = client.ask("GET", "/actions/workflows/reminders.yml")
    started, _ = client.ask("POST", "/actions/workflows/5/dispatches", {"ref": "main"})
    _, limit = Client(scene.github, "token", "").ask("GET", "/rate_limit")

    assert (home["full_name"], home["default_branch"]) == (NAME, "main")
    assert allowed["can_approve_pull_request_reviews"] is False
    assert actions["enabled"] is True
    assert pages["cname"] is None
    assert workflows["workflows"][0]["state"] == "disabled_inactivity"
    assert [one["id"] for one in runs["workflow_runs"]] == [9]
    assert other["total_count"] == 0
    assert (enabled, active["state"], started) == (204, "active", 204)
    assert limit["rate"]["remaining"] > 0


@pytest.mark.parametrize(
    ("request_", "complaint"),
    [
        (("POST", "/issues", {"body": "no title"}), '"title" is a required property'),
        (("POST", "/issues", {"title": "x", "colour": "red"}), "colour is not described"),
        (("PATCH", "/issues/1", {"state": "ajar"}), "is not one of"),
        (("GET", "/issues?state=ajar", None), "query state=ajar is not allowed"),
        (("GET", "/issues?colour=red", None), "query colour is not described"),
        (("GET", "/issues?per_page=many", None), "query per_page=many is not allowed"),
        (("POST", "/labels", None), "the body is missing"),
        (("DELETE", "/git/refs/heads/one", {"force": True}), "a body is not described"),
        (("GET", "/milestones", None), "there is no such operation"),
    ],
)
def test_request_against_the_description_is_complained_of(
    scene: Scene, client: Client, request_: tuple[str, str, object], complaint: str
) -> None:
    client.ask(*request_)

    assert complaint in "\n".join(scene.github.complaints)
    scene.github.complaints.clear()


def test_request_has_to_say_which_version_it_speaks(scene: Scene, client: Client) -> None:
    client.ask("GET", "/labels", **{"X-GitHub-Api-Version": "2026-03-10"})

    assert scene.github.complaints == [
        f"GET /repos/{NAME}/labels: X-GitHub-Api-Version is not 2022-11-28"
    ]
    scene.github.complaints.clear()


def test_answer_against_the_description_is_complained_of() -> None:
    asked = operation("GET", f"/repos/{NAME}/labels")
    assert asked is not None

    assert list(asked.check_answer(200, [{"name": 7}]))
    assert list(asked.check_answer(202, None)) == ["status 202 is not described"]
    assert list(asked.check_answer(404, {"message": "Not Found"})) == []


def test_permission_that_a_token_lacks_is_missed(scene: Scene) -> None:
    scene.github.token("weak", "github-actions[bot]", contents="read")
    weak = Client(scene.github, "weak", f"/repos/{NAME}")
    scene.home.is_private = True

    reading, _ = weak.ask("GET", "/git/ref/heads/main")
    writing, said = weak.ask("POST", "/git/blobs", {"content": "x"})
    issues, _ = weak.ask("GET", "/issues")
    settings, _ = weak.ask("GET", "/actions/permissions")

    assert (reading, writing, issues, settings) == (200, 403, 403, 403)
    assert said["message"] == "Resource not accessible by integration"


def test_labels_and_assignees_of_a_passer_by_are_dropped(scene: Scene) -> None:
    scene.github.token("passer-by", "michelangelo")
    stranger = Client(scene.github, "passer-by", f"/repos/{NAME}")
    wish = {"title": "Hello", "labels": ["check-in"], "assignees": ["verrocchio"]}

    status, opened = stranger.ask("POST", "/issues", wish)
    closing, _ = stranger.ask("PATCH", "/issues/1", {"state": "closed"})

    assert (status, opened["labels"], opened["assignees"]) == (201, [], [])
    assert closing == 200


def test_one_assignee_takes_the_place_of_all(client: Client) -> None:
    both = {"title": "Hello", "assignees": ["verrocchio", "leonardo"]}
    client.ask("POST", "/issues", both)

    _, changed = client.ask("PATCH", "/issues/1", {"assignee": "verrocchio"})

    assert [one["login"] for one in changed["assignees"]] == ["verrocchio"]


def test_lists_are_behind_and_single_issues_are_not(scene: Scene, client: Client) -> None:
    client.ask("POST", "/issues", {"title": "Hello"})
    scene.github.lag = lambda: 5.0
    scene.hands.sleep(4)

    _, early = client.ask("GET", "/issues")
    status, _ = client.ask("GET", "/issues/1")
    scene.hands.sleep(2)
    _, later = client.ask("GET", "/issues")

    assert (len(early), status, len(later)) == (0, 200, 1)
