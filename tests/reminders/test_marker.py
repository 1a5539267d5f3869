from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.records.base import ProgramId
from telemaco.reminders.marker import (
    key_in,
    key_line,
    marks_in,
    memory_in,
    memory_line,
    said_in,
    said_line,
    with_lines,
    without_memory,
)
from telemaco.reminders.memory import KEPT_CALLS, End, Memory, Wish
from telemaco.reminders.values import CheckInKey, CheckInKind, Stage

KEY = CheckInKey(ProgramId("atelier"), "a-b", date(2027, 1, 4), CheckInKind.SESSION)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
MEMORIES = st.builds(
    Memory,
    stage=st.sampled_from(Stage),
    rung=st.integers(-1, 365),
    since=st.none() | DAYS,
    until=st.none() | DAYS,
    calls=st.lists(DAYS, max_size=KEPT_CALLS).map(tuple),
    seen=st.integers(0, 2**53),
    helped=st.booleans(),
    wish=st.none() | st.sampled_from(Wish),
    end=st.none() | st.sampled_from(End),
)


@given(MEMORIES, st.text(max_size=200))
def test_what_is_remembered_is_found_again(memory: Memory, text: str) -> None:
    body = with_lines(text.replace("telemaco:", ""), key_line(KEY), memory_line(memory))

    marks = marks_in(body.replace("\n", "\r\n"))

    assert (key_in(marks), memory_in(marks)) == (KEY, memory)


def test_calls_long_past_are_forgotten() -> None:
    calls = tuple(date(2027, 1, day) for day in range(1, 12))

    found = memory_in(marks_in(memory_line(Memory(calls=calls))))

    assert found is not None
    assert found.calls == calls[-KEPT_CALLS:]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"stage": "asleep"}',
        '{"rung": "x"}',
        '{"rung": Infinity}',
        '{"since": "2027-13-01"}',
        '{"since": 3}',
        '{"calls": 3}',
        '{"calls": ["x"]}',
        '{"wish": "fame"}',
        '{"end": null}',
        "[" * 100_000,
    ],
)
def test_damaged_memory_is_none_at_all(text: str) -> None:
    assert memory_in(marks_in(f"<!-- telemaco:memory:1 {text} -->")) is None


def test_issue_without_lines_says_nothing() -> None:
    marks = marks_in("Hello\n<!-- a comment -->")

    assert (key_in(marks), memory_in(marks), said_in("Hello")) == (None, None, None)


@pytest.mark.parametrize(
    "key",
    [
        "a/b/2027-01-04",
        "a/b/2027-13-04/session",
        "a/b/2027-01-04/party",
        "a/b/c/2027-01-04/session",
        "../b/2027-01-04/session",
        "a/@b/2027-01-04/session",
    ],
)
def test_key_of_another_form_is_none(key: str) -> None:
    assert key_in(marks_in(f"<!-- telemaco:check-in:1 {key} -->")) is None


def test_line_has_to_stand_alone() -> None:
    assert marks_in(f"see {key_line(KEY)}") == ()


def test_memory_is_taken_out_of_a_text() -> None:
    body = with_lines("Hello", key_line(KEY), memory_line(Memory()))

    assert without_memory(body) == with_lines("Hello", key_line(KEY))


def test_comment_says_which_it_is() -> None:
    assert said_in(with_lines("Hello", said_line("call 2027-01-04/7"))) == "call 2027-01-04/7"
