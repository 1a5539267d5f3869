"""What no server of ours can do: addresses without anybody, answers that are odd."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.transport import (
    JSON,
    Answer,
    GitHubTransport,
    NoAnswerError,
    NotSentError,
)
from telemaco.ports.forge import (
    ForgeRefusedError,
    ForgeUnavailableError,
    ForgeUnclearError,
)
from tests.forge.scene import Hands

HERE = "https://api.example.org"


class Answers:
    """A transport that gives the answers of a list, or raises them."""

    def __init__(self, *answers: Answer | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def send(self, method: str, url: str, query: Mapping[str, str], body: JSON) -> Answer:
        del query, body
        self.asked.append((method, url))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def connection(*answers: Answer | Exception) -> tuple[Connection, Answers, Hands]:
    transport, hands = Answers(*answers), Hands()
    clock = Clock(hands.now, hands.sleep)
    return Connection(transport, HERE, "atelier/workshop", clock), transport, hands


def test_what_did_not_go_out_is_sent_again() -> None:
    made, transport, _ = connection(NotSentError("no route"), NotSentError("x"), Answer(201))

    answer = made.write("POST", "/issues", {}, repeatable=False)

    assert answer.status == 201
    assert len(transport.asked) == 3


def test_what_never_goes_out_ends_in_a_reason() -> None:
    made, transport, hands = connection(*[NotSentError("no route to host")] * 9)

    with pytest.raises(ForgeUnavailableError, match="cannot be reached: no route to host"):
        made.write("POST", "/issues", {}, repeatable=False)
    assert len(transport.asked) == 4
    assert sum(hands.waits) < 60


def test_what_may_have_been_carried_out_is_not_sent_again() -> None:
    made, transport, _ = connection(NoAnswerError("gone"))

    with pytest.raises(ForgeUnclearError, match="POST /repos/atelier/workshop/issues"):
        made.write("POST", "/issues", {}, repeatable=False)
    assert len(transport.asked) == 1


def test_change_that_is_never_answered_is_unclear_even_if_repeatable() -> None:
    made, _, _ = connection(*[NoAnswerError("gone")] * 3, NotSentError("no route"))

    with pytest.raises(ForgeUnclearError):
        made.write("PATCH", "/issues/1", {}, repeatable=True)


def test_question_that_is_never_answered_is_no_change() -> None:
    made, _, _ = connection(*[NoAnswerError("gone")] * 4)

    with pytest.raises(ForgeUnavailableError, match="does not answer: gone"):
        made.find("/issues/1")


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "30"}, 30),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1803881850"}, 30),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1"}, 1),
        ({"x-ratelimit-remaining": "0"}, 60),
        ({}, 60),
    ],
)
def test_limit_is_outwaited_as_long_as_it_says(headers: dict[str, str], wait: int) -> None:
    made, _, hands = connection(Answer(429, headers=headers), Answer(200, {}))

    made.find("/issues/1")

    assert hands.waits == [wait]


def test_limit_that_lasts_is_left_to_the_next_run() -> None:
    made, transport, hands = connection(Answer(403, headers={"retry-after": "61"}))

    with pytest.raises(ForgeUnavailableError, match="no more requests until 2027-03-01 06:18 UTC"):
        made.write("POST", "/issues", {}, repeatable=False)
    assert (len(transport.asked), hands.waits) == (1, [])


def test_limit_after_an_unclear_try_stays_unclear() -> None:
    made, _, _ = connection(NoAnswerError("gone"), Answer(403, headers={"retry-after": "3600"}))

    with pytest.raises(ForgeUnclearError):
        made.write("PATCH", "/issues/1", {}, repeatable=True)


def test_next_page_elsewhere_does_not_get_the_token() -> None:
    elsewhere = "https://api.example.org.evil.example/issues?page=2"
    made, transport, _ = connection(Answer(200, [1], following=elsewhere))

    with pytest.raises(ForgeUnavailableError, match="evil"):
        list(made.pages("/issues"))
    assert len(transport.asked) == 1


def test_move_elsewhere_does_not_get_the_token() -> None:
    moved = Answer(301, headers={"location": "https://elsewhere.example/repositories/1"})
    made, transport, _ = connection(moved, moved)

    with pytest.raises(ForgeRefusedError, match="atelier/workshop has moved"):
        made.write("POST", "/issues", {}, repeatable=False)
    assert [method for method, _ in transport.asked] == ["POST", "GET"]


@pytest.mark.parametrize("body", [{}, "text"])
def test_list_that_is_none_ends_the_run(body: JSON) -> None:
    made, _, _ = connection(Answer(200, body))

    with pytest.raises(ForgeUnavailableError, match='because of "list"'):
        list(made.pages("/issues"))


@pytest.mark.parametrize("said", ["nonsense", "Mon, 01 Mar 2027 06:17:00 -0000"])
def test_date_that_cannot_be_read_is_passed_over(said: str) -> None:
    made, _, _ = connection(Answer(200, {"id": 1}, headers={"date": said}))

    assert made.find("/issues/1") == {"id": 1}


def test_clock_may_be_some_minutes_off() -> None:
    hands = Hands()
    date = (hands.now() - timedelta(minutes=4)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    made, _, _ = connection(Answer(200, {"id": 1}, headers={"date": date}))

    assert made.find("/issues/1") == {"id": 1}


def test_refusal_says_what_github_says() -> None:
    made, _, _ = connection(Answer(422, said="Validation Failed: title is too long"))

    with pytest.raises(ForgeRefusedError, match=r"title is too long \(status 422\)"):
        made.write("POST", "/issues", {}, repeatable=False)


def test_address_without_anybody_is_certainly_not_reached() -> None:
    with pytest.raises(NotSentError, match="refused"):
        GitHubTransport("token").send("POST", "http://127.0.0.1:9/issues", {}, {})


def test_address_that_is_none_is_certainly_not_reached() -> None:
    with pytest.raises(NotSentError):
        GitHubTransport("token").send("POST", "https://", {}, {})
