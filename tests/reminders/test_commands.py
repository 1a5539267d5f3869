from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.reminders.commands import Command, Verb, command_in

DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("/snooze 2w", date(2027, 3, 15)),
        ("/snooze", date(2027, 3, 8)),
        ("/Snooze 10 days", date(2027, 3, 11)),
        ("/snooze 1 month", date(2027, 3, 31)),
        ("/snooze 2 settimane", date(2027, 3, 15)),
        ("/snooze 3g", date(2027, 3, 4)),
        ("/snooze 2027-04-01", date(2027, 4, 1)),
        ("  \n/snooze 1d  \n", date(2027, 3, 2)),
    ],
)
def test_snooze_names_a_day(text: str, until: date) -> None:
    assert command_in(text, DAY) == Command(Verb.SNOOZE, until)


@pytest.mark.parametrize(
    "text",
    ["/snooze soon", "/snooze 0d", "/snooze 2 fortnights", "/snooze 2027-02-01", "/help", "/skipp"],
)
def test_what_cannot_be_understood_asks_for_help(text: str) -> None:
    assert command_in(text, DAY) == Command(Verb.HELP)


@pytest.mark.parametrize("verb", ["skip", "done", "pause", "stop", "resume"])
def test_other_commands_are_words(verb: str) -> None:
    assert command_in(f"/{verb} because we are away\n\nSee you.", DAY) == Command(Verb(verb))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We met yesterday.",
        "> /skip\n\nWhat is this?",
        "```\n/stop\n```",
        "~~~\n/stop\n```\n/stop\n~~~",
        "Look at\n/usr/bin",
        "Look at\n/whatever it is",
        "Try `/skip` some day",
        " /skip",
        "x" * 6000 + "\n/skip",
    ],
)
def test_what_is_no_command_does_nothing(text: str) -> None:
    assert command_in(text, DAY) is None


def test_first_command_counts_wherever_a_line_begins_with_it() -> None:
    assert command_in("Not this week.\n/skip\n/stop", DAY) == Command(Verb.SKIP)
    assert command_in("```\ncode\n```\n/done", DAY) == Command(Verb.DONE)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    command_in(text, DAY)


@given(st.text(max_size=100))
def test_any_duration_is_a_later_day_or_a_cry_for_help(text: str) -> None:
    found = command_in(f"/snooze {text}", DAY)

    assert found is None or found.verb is not Verb.SNOOZE or (found.until or DAY) > DAY
