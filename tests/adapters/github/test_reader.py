from datetime import timedelta

import pytest

from telemaco.ports.forge import ForgeError, ForgeUnavailableError
from tests.forge.github import BOT
from tests.forge.scene import LABEL, START, TOKEN, Scene, check_in
from tests.forge.state import Proposal

PERSON = "token-of-leonardo"


def test_issue_is_read_whole(scene: Scene) -> None:
    opened = scene.run().writer.open_issue(check_in())
    assert opened is not None
    scene.run().writer.assign(1, ["verrocchio"])
    scene.run().writer.close(1, "completed")

    issue = scene.run().reader.issue(1)

    assert issue is not None
    assert (issue.number, issue.title, issue.labels) == (1, "How did it go?", (LABEL,))
    assert issue.assignees == ("verrocchio",)
    assert (issue.state, issue.state_reason) == ("closed", "completed")
    assert issue.created_at == opened.created_at
    assert issue.closed_at == issue.updated_at >= issue.created_at
    assert (issue.author, issue.is_ours) == (BOT, True)


def test_what_is_not_there_is_none(scene: Scene) -> None:
    reader = scene.run().reader

    assert reader.issue(7) is None
    assert reader.comments(7) == []
    assert reader.own_issues() == []
    assert reader.issues("never heard of") == []


def test_issue_that_was_moved_away_is_none(scene: Scene) -> None:
    scene.github.repository("atelier/attic")
    scene.github.moved_issues[f"{scene.home.full_name}/issues/1"] = "atelier/attic/issues/1"

    assert scene.run().reader.issue(1) is None


def test_pull_request_is_no_issue(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())
    issue = scene.home.issues.now(1)
    assert issue is not None
    scene.home.change(issue, proposal=Proposal("draft", "main"))

    reader = scene.run().reader

    assert reader.issue(1) is None
    assert reader.own_issues() == []


def test_lists_are_read_to_their_last_page(scene: Scene) -> None:
    scene.fill(203)

    found = scene.run().reader.own_issues()

    assert [issue.number for issue in found] == list(range(1, 204))
    assert [seen.query["page"] for seen in scene.github.seen if "page" in seen.query] == ["2", "3"]


def test_only_what_is_newer_is_listed_again(scene: Scene) -> None:
    scene.fill(150)
    reader = scene.run().reader
    reader.own_issues()
    scene.fill(1)
    scene.github.seen.clear()

    found = reader.own_issues_by_now()

    assert [issue.number for issue in found] == list(range(1, 152))
    assert len(scene.github.seen) == 2  # the first page, and one look at the next


def test_own_issues_are_found_without_their_label(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())
    scene.home.delete_label(LABEL)

    reader = scene.run().reader

    assert reader.issues(LABEL) == []
    assert [issue.number for issue in reader.own_issues()] == [1]


def test_issue_of_a_stranger_is_not_ours(scene: Scene) -> None:
    scene.github.token(PERSON, "leonardo")
    scene.run(token=PERSON).writer.open_issue(check_in("forged"))

    reader = scene.run().reader
    forged = reader.issue(1)

    assert forged is not None
    assert (forged.author, forged.is_ours) == ("leonardo", False)
    assert reader.own_issues() == []


def test_token_of_a_person_writes_as_that_person(scene: Scene) -> None:
    scene.github.token(PERSON, "Leonardo")
    scene.run(token=PERSON).writer.open_issue(check_in())

    assert [issue.author for issue in scene.run(token=PERSON).reader.own_issues()] == ["Leonardo"]


def test_login_that_is_given_is_not_asked_for(scene: Scene) -> None:
    reader = scene.run(login="GitHub-Actions[bot]").reader

    reader.own_issues()

    assert "/user" not in {seen.path for seen in scene.github.seen}


def test_token_of_a_workflow_is_not_asked_whose_it_is(scene: Scene) -> None:
    scene.github.token("ghs_token", BOT, issues="write")
    scene.run().writer.open_issue(check_in())
    scene.github.seen.clear()

    assert [one.number for one in scene.run(token="ghs_token").reader.own_issues()] == [1]  # noqa: S106
    assert len(scene.github.seen) == 1


def test_comments_come_oldest_first(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())
    scene.github.token(PERSON, "leonardo")
    scene.run(token=PERSON).writer.comment(1, "/snooze 2w")
    writer.comment(1, "Until then.")

    found = scene.run().reader.comments(1)

    assert [(one.issue, one.author, one.is_ours) for one in found] == [
        (1, "leonardo", False),
        (1, BOT, True),
    ]
    assert found[0].author_association == "COLLABORATOR"


def test_comments_since_a_moment_are_of_all_issues(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in("one"))
    writer.open_issue(check_in("two"))
    writer.comment(1, "before")
    scene.hands.sleep(3600)
    writer.comment(2, "after")

    found = scene.run().reader.comments_since(START + timedelta(minutes=30))

    assert [(one.issue, one.body) for one in found] == [(2, "after")]


def test_permission_of_an_account(scene: Scene) -> None:
    reader = scene.run().reader

    assert reader.permission("verrocchio") == "write"
    assert reader.permission("passer-by") == "read"


def test_labels_that_there_are(scene: Scene) -> None:
    scene.run().writer.ensure_label(LABEL, "5319e7", "Opened by the reminders")

    reader = scene.run().reader

    assert reader.labels() == {LABEL}


def test_unchanged_state_costs_as_many_questions_as_pages(scene: Scene) -> None:
    scene.fill(120)

    reader = scene.run().reader
    reader.own_issues()
    reader.labels()
    reader.comments_since(START + timedelta(days=1))

    assert len(scene.github.seen) == 2 + 3  # pages; labels, comments, and whose token it is


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", None),
        ("number", True),
        ("title", 7),
        ("user", {"login": None}),
        ("created_at", "yesterday"),
        ("updated_at", "2027-03-01T06:00:00"),
        ("state", "ajar"),
        ("labels", "telemaco"),
        ("assignees", [None]),
    ],
)
def test_answer_that_is_not_as_described_ends_the_run(
    scene: Scene, field: str, value: object
) -> None:
    scene.run().writer.open_issue(check_in())
    scene.github.spoil = lambda body: {**body, field: value}

    with pytest.raises(ForgeUnavailableError, match="cannot be read"):
        scene.run(login=BOT).reader.issue(1)


@pytest.mark.parametrize("is_there", [True, False])
def test_page_of_something_in_between_does_not_mean_that_nothing_is_there(
    scene: Scene,
    is_there: bool,  # noqa: FBT001 (of the table)
) -> None:
    if is_there:
        scene.run().writer.open_issue(check_in())
    scene.github.spoil = lambda _: b"<html>Please log in to the hotel's network.</html>"

    with pytest.raises(ForgeError):
        scene.run(login=BOT).reader.issue(1)


def test_account_that_cannot_be_read_ends_the_run(scene: Scene) -> None:
    scene.github.token(PERSON, "leonardo")
    scene.github.spoil = lambda body: {**body, "login": None}

    with pytest.raises(ForgeUnavailableError, match="GET /user"):
        scene.run(token=PERSON).reader.own_issues()


def test_account_that_is_no_more_is_a_ghost(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())
    scene.github.spoil = lambda body: {**body, "user": None, "body": None, "labels": None}

    issue = scene.run(login=BOT).reader.issue(1)

    assert issue is not None
    assert (issue.author, issue.is_ours, issue.body, issue.labels) == ("ghost", False, "", ())


def test_token_is_never_in_what_is_said(scene: Scene) -> None:
    scene.github.accounts.clear()

    with pytest.raises(Exception, match="token") as caught:
        scene.run().reader.own_issues()

    assert TOKEN not in f"{caught.value!r} {caught.value.__cause__!r}"
