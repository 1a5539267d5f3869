import pytest

from telemaco.ports.forge import ForgeRefusedError, ForgeUnclearError
from tests.forge.faults import Always, Fault, Once
from tests.forge.github import BOT
from tests.forge.scene import LABEL, START, Scene, check_in
from tests.forge.state import Issue

CREATION = "POST .*/issues$"


def issue(scene: Scene, number: int = 1) -> Issue:
    found = scene.home.issues.now(number)
    assert found is not None
    return found


def test_issue_is_opened_with_its_labels(scene: Scene) -> None:
    opened = scene.run().writer.open_issue(check_in())

    assert opened is not None
    assert (opened.number, opened.is_ours, opened.labels) == (1, True, (LABEL,))
    assert issue(scene).body == check_in().body


def test_issue_that_is_there_is_not_opened_again(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())

    found = scene.run().writer.open_issue(check_in(title="Another title"))

    assert found is not None
    assert found.number == 1
    assert scene.home.last == 1


def test_marker_in_an_issue_of_a_stranger_counts_for_nothing(scene: Scene) -> None:
    scene.github.token("token-of-a-stranger", "stranger")
    scene.run(token="token-of-a-stranger").writer.open_issue(check_in())  # noqa: S106 (no secret)

    opened = scene.run().writer.open_issue(check_in())

    assert opened is not None
    assert opened.number == 2


def test_marker_within_a_line_counts_for_nothing(scene: Scene) -> None:
    marker = check_in("leonardo").marker
    scene.run().writer.open_issue(check_in("verrocchio", body=f"They wrote: {marker}"))

    opened = scene.run().writer.open_issue(check_in("leonardo"))

    assert opened is not None
    assert opened.number == 2


def test_of_several_issues_the_first_stays_open(scene: Scene) -> None:
    writers = [scene.run().writer for _ in range(3)]
    scene.github.lag = lambda: 5.0
    for writer in writers:
        writer.open_issue(check_in())
    scene.github.lag = float

    found = scene.run().writer.open_issue(check_in())

    assert found is not None
    assert found.number == 1
    assert [(one.state, one.reason) for one in scene.home.issues.all()] == [
        ("open", None),
        ("closed", "not_planned"),
        ("closed", "not_planned"),
    ]


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY_AFTER, Fault.DROPPED_AFTER, Fault.TIMED_OUT_AFTER, Fault.LATE]
)
def test_issue_whose_answer_was_lost_is_found(scene: Scene, fault: Fault) -> None:
    scene.github.faults = Once((CREATION, fault))

    opened = scene.run().writer.open_issue(check_in())

    assert opened is not None
    assert scene.issues("leonardo") == [opened.number] == [1]


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY_BEFORE, Fault.DROPPED_BEFORE, Fault.TIMED_OUT_BEFORE]
)
def test_issue_of_unknown_fate_is_left_to_the_next_run(scene: Scene, fault: Fault) -> None:
    scene.github.faults = Once((CREATION, fault))

    with pytest.raises(ForgeUnclearError, match="not known whether") as caught:
        scene.run().writer.open_issue(check_in())

    assert caught.value.hint
    assert scene.issues("leonardo") == []
    assert scene.run().writer.open_issue(check_in())
    assert scene.issues("leonardo") == [1]


def test_lists_that_fail_leave_the_fate_unknown(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in("verrocchio"))

    def fails_from_creation(request: str) -> Fault | None:
        if request.startswith("POST"):
            scene.github.faults = Always("GET", Fault.BAD_GATEWAY_BEFORE)
            return Fault.BAD_GATEWAY_AFTER
        return None

    scene.github.faults = fails_from_creation
    with pytest.raises(ForgeUnclearError):
        writer.open_issue(check_in("leonardo"))
    assert scene.issues("leonardo") == [2]


@pytest.mark.parametrize("change", [{"number": None}, {"pull_request": {}}])
def test_answer_that_cannot_be_read_leaves_the_fate_unknown(
    scene: Scene, change: dict[str, object]
) -> None:
    scene.github.spoil = lambda body: {**body, **change} if isinstance(body, dict) else body

    with pytest.raises(ForgeUnclearError):
        scene.run(login=BOT).writer.open_issue(check_in())

    scene.github.spoil = lambda body: body
    assert scene.run().writer.open_issue(check_in())
    assert scene.issues("leonardo") == [1]


def test_limit_is_outwaited_and_the_issue_opened_once(scene: Scene) -> None:
    scene.github.faults = Once(
        (CREATION, Fault.SECONDARY_LIMIT), (CREATION, Fault.TOO_MANY_REQUESTS)
    )

    scene.run().writer.open_issue(check_in())

    assert scene.issues("leonardo") == [1]
    assert sum(scene.hands.waits) >= 2


@pytest.mark.parametrize("is_loud", [True, False])
def test_login_that_cannot_be_assigned_costs_nobody_else(scene: Scene, is_loud: bool) -> None:  # noqa: FBT001 (of the table)
    scene.home.refuses_loudly = is_loud
    writer = scene.run().writer
    writer.open_issue(check_in())

    refused = writer.assign(1, ["verrocchio", "michelangelo", "Leonardo"])

    assert refused == ["michelangelo"]
    assert issue(scene).assignees == ("verrocchio", "Leonardo")


def test_closing_and_reopening_keep_assignees_and_labels(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())
    writer.assign(1, ["verrocchio", "leonardo"])

    writer.close(1, "not_planned")
    closed = issue(scene)
    writer.reopen(1)

    assert (closed.state, closed.reason) == ("closed", "not_planned")
    for one in (closed, issue(scene)):
        assert one.assignees == ("verrocchio", "leonardo")
        assert one.labels == (LABEL,)
    assert issue(scene).state == "open"


def test_edit_changes_what_is_given(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())

    writer.edit(1, title="New title")
    writer.edit(1, body="New body")

    assert (issue(scene).title, issue(scene).body) == ("New title", "New body")
    assert issue(scene).labels == (LABEL,)


def test_comment_is_added_and_edited(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())

    added = writer.comment(1, "In two weeks then.")
    writer.edit_comment(added.id, "In a week then.")

    assert added.is_ours
    assert [one.body for one in scene.home.comments.all()] == ["In a week then."]


def test_comment_whose_answer_was_lost_is_found(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())
    scene.github.faults = Once(("POST .*/comments$", Fault.DROPPED_AFTER))

    added = writer.comment(1, "In two weeks then.\n")

    assert [one.id for one in scene.home.comments.all()] == [added.id]


def test_comment_of_last_week_is_not_taken_for_todays(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())
    writer.comment(1, "A second reminder.")
    scene.hands.sleep(7 * 86_400)
    scene.github.faults = Once(("POST .*/comments$", Fault.DROPPED_BEFORE))

    with pytest.raises(ForgeUnclearError):
        writer.comment(1, "A second reminder.")


def test_labels_are_made_added_and_taken_off(scene: Scene) -> None:
    odd = "a/b #1?%"
    writer = scene.run().writer
    writer.open_issue(check_in())

    writer.ensure_label(odd, "5319e7", "Odd on purpose")
    writer.ensure_label(odd, "ffffff", "There already")
    writer.add_labels(1, [odd])
    with_both = issue(scene).labels
    writer.remove_label(1, odd)
    writer.remove_label(1, odd)

    assert with_both == (LABEL, odd)
    assert issue(scene).labels == (LABEL,)
    assert scene.home.labels[odd].colour == "5319e7"


@pytest.mark.parametrize("fault", list(Fault))
def test_change_that_may_be_repeated_is_repeated(scene: Scene, fault: Fault) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())
    scene.github.faults = Once(("PATCH", fault), ("PATCH", fault))

    writer.close(1, "completed")

    assert issue(scene).state == "closed"


def test_writes_keep_a_distance_of_a_second(scene: Scene) -> None:
    writer = scene.run().writer
    writer.open_issue(check_in())

    before = scene.hands.moment
    for _ in range(5):
        writer.edit(1, title="Again")

    assert (scene.hands.moment - before).total_seconds() >= 5
    assert before > START or scene.hands.waits


def test_issue_under_another_name_than_expected_ends_the_run(scene: Scene) -> None:
    writer = scene.run(login="telemaco-app[bot]").writer

    with pytest.raises(ForgeRefusedError, match=r"opened as github-actions\[bot\]") as caught:
        writer.open_issue(check_in())
    assert caught.value.hint
    assert "TELEMACO_GITHUB_LOGIN" in caught.value.hint.facts.values()


def test_account_that_has_changed_its_name_doubles_nothing(scene: Scene) -> None:
    scene.run().writer.open_issue(check_in())
    scene.github.token("token-of-an-app", "telemaco-app[bot]", issues="write")

    with pytest.raises(ForgeRefusedError, match=r"github-actions\[bot\] opened check-ins here"):
        scene.run(token="token-of-an-app", login="telemaco-app[bot]").writer.open_issue(  # noqa: S106 (no secret)
            check_in("verrocchio")
        )
    assert scene.home.last == 1

    both = scene.run(token="token-of-an-app", login=f"telemaco-app[bot] {BOT}")  # noqa: S106 (no secret)
    assert both.writer.open_issue(check_in()) == both.reader.issue(1)
    assert scene.home.last == 1
