"""The one answer to an issue: never a second one, whoever runs at the same time."""

import pytest

from telemaco.adapters.github.answering import claim_of
from telemaco.adapters.github.opening import LEASE
from telemaco.adapters.github.repository import GitHubRepository
from telemaco.ports.forge import ForgeError
from tests.forge.client import Client
from tests.forge.faults import Always, Fault, Once
from tests.forge.scene import NAME, Scene

MARKER = "<!-- telemaco:test:1 -->"
BODY = f"Thank you.\n\n{MARKER}"


@pytest.fixture
def somebody(scene: Scene) -> Client:
    """Somebody who has opened an issue."""
    scene.github.token("token", "michelangelo")
    client = Client(scene.github, "token", f"/repos/{NAME}")
    client.ask("POST", "/issues", {"title": "I want to join"})
    return client


def give(run: GitHubRepository, body: str = BODY) -> int | None:
    """The id of the answer that this run gives."""
    found = run.answer_writer.give(1, MARKER, body)
    return None if found is None else found.id


def count(scene: Scene) -> int:
    return len(list(scene.home.comments.all()))


@pytest.mark.usefixtures("somebody")
def test_answer_is_given_once(scene: Scene) -> None:
    before = scene.run().answer_reader.answer(1, MARKER)

    first = give(scene.run())
    second = give(scene.run(), f"Another text\n{MARKER}")

    found = scene.run().answer_reader.answer(1, MARKER)
    assert before is None
    assert found is not None
    assert (first, second, found.body) == (found.id, found.id, BODY)
    assert count(scene) == 1


@pytest.mark.usefixtures("somebody")
def test_lists_that_are_behind_do_not_double_it(scene: Scene) -> None:
    scene.github.lag = lambda: 60.0
    first = give(scene.run())

    found = scene.run().answer_reader.answer(1, MARKER)

    assert found is not None
    assert (give(scene.run()), found.id) == (first, first)
    assert count(scene) == 1


def test_marker_of_a_stranger_counts_for_nothing(scene: Scene, somebody: Client) -> None:
    somebody.ask("POST", "/issues/1/comments", {"body": BODY})

    assert scene.run().answer_reader.answer(1, MARKER) is None
    give(scene.run())
    assert count(scene) == 2


@pytest.mark.usefixtures("somebody")
def test_answer_that_was_deleted_is_given_again_after_a_while(scene: Scene) -> None:
    first = give(scene.run())
    assert first is not None
    scene.home.comments.drop(first)

    soon = give(scene.run())
    scene.hands.sleep(LEASE.total_seconds())
    later = give(scene.run())

    assert scene.run().answer_reader.answer(1, MARKER) is not None
    assert (soon, count(scene)) == (None, 1)
    assert later not in {None, first}


@pytest.mark.usefixtures("somebody")
def test_answer_that_another_run_is_at_is_left_to_it(scene: Scene) -> None:
    scene.github.faults = Always(r"POST .*/comments$", Fault.BAD_GATEWAY_BEFORE)
    with pytest.raises(ForgeError):
        give(scene.run())

    scene.github.faults = Once()
    assert give(scene.run()) is None
    scene.hands.sleep(LEASE.total_seconds())
    assert give(scene.run()) is not None


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("fault", list(Fault))
def test_answer_is_given_once_whatever_met_the_request(scene: Scene, fault: Fault) -> None:
    scene.github.faults = Once((r"POST .*/comments$", fault))

    try:
        give(scene.run())
    except ForgeError:
        scene.hands.sleep(LEASE.total_seconds())
        give(scene.run())

    assert count(scene) == 1


@pytest.mark.usefixtures("somebody")
def test_single_comments_are_not_behind(scene: Scene) -> None:
    scene.github.lag = lambda: 60.0
    given = give(scene.run())
    assert given is not None

    found = scene.run().answer_reader.comment(given)

    assert found is not None
    assert (found.issue, found.is_ours, found.updated_at) == (1, True, found.created_at)
    assert scene.run().answer_reader.comment(7) is None


def test_claims_are_one_an_issue() -> None:
    assert claim_of(1, MARKER) != claim_of(11, MARKER)
