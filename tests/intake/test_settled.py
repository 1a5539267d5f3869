"""Which forms are looked at again: new ones, and those that were edited or answered since."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from telemaco.intake.marker import MARKER, with_memory
from telemaco.intake.settled import unsettled
from telemaco.intake.values import Memory, text_digest
from telemaco.ports.forge import ForgeComment, ForgeIssue
from telemaco.records.base import Language
from tests.forge.scene import START
from tests.intake.stage import DAY

BODY = "### Name"
ISSUE = ForgeIssue(7, "", BODY, (), (), "open", None, START, START, None, "ada", is_ours=False)
SOON, LATER = START + timedelta(minutes=1), START + timedelta(minutes=2)
TEXT = text_digest(ISSUE.body)
ANSWER = with_memory("", Memory("form", Language("en"), TEXT, DAY, "o", "m", START, {}))


def comment(text: str, at: datetime, *, is_ours: bool = False, issue: int = 7) -> ForgeComment:
    return ForgeComment(int(at.timestamp()), issue, text, "leonardo", "NONE", at, at, is_ours)


def as_before(_issue: ForgeIssue, _known: Memory) -> str:
    return "o"


GIVEN = comment(ANSWER, SOON, is_ours=True)


@pytest.mark.parametrize(
    "comments",
    [
        [GIVEN],
        [GIVEN, comment("Thank you", LATER)],
        [comment("/confirm", START), GIVEN],
        [GIVEN, comment("/confirm", LATER, issue=8)],
    ],
)
def test_what_was_answered_is_settled(comments: list[ForgeComment]) -> None:
    assert list(unsettled([ISSUE], comments, as_before)) == []


@pytest.mark.parametrize(
    "comments",
    [
        [],
        [comment(ANSWER, SOON)],
        [comment(MARKER, SOON, is_ours=True)],
        [comment("Hello", SOON, is_ours=True)],
        [GIVEN, comment("/object", LATER)],
        [replace(GIVEN, issue=8)],
    ],
)
def test_what_was_not_or_was_answered_back_is_not(comments: list[ForgeComment]) -> None:
    assert list(unsettled([ISSUE], comments, as_before)) == [ISSUE]


def test_what_was_edited_is_not() -> None:
    assert list(unsettled([replace(ISSUE, body="### Nome")], [GIVEN], as_before))


def test_what_becomes_something_else_is_not() -> None:
    assert list(unsettled([ISSUE], [GIVEN], lambda _issue, known: f"not {known.outcome}"))
