"""Who agrees and who does not: only whom it concerns, and only to what was there."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from telemaco.intake.sayings import asked, having_said, remembered, waiting_for
from telemaco.intake.values import Memory, Verb
from telemaco.ports.forge import ForgeComment
from telemaco.records.base import PersonId
from tests.forge.scene import START
from tests.intake.stage import UNCLEAR, community, reading

PROPOSAL = {"author": "verrocchio", "confirm": ["verrocchio", "leonardo"], "tell": ["cosimo"]}
LATER = START + timedelta(minutes=5)
LEONARDO, COSIMO = PersonId("leonardo"), PersonId("cosimo")


def said(text: str, author: str = "leonardo", at: datetime = LATER, **what: bool) -> ForgeComment:
    is_ours = what.get("is_ours", False)
    return ForgeComment(int(at.timestamp()), 1, text, author, "NONE", at, at, is_ours)


def memory_after(*comments: ForgeComment, before: Memory | None = None) -> Memory:
    return remembered(before, reading(PROPOSAL), comments, community(), START)


def test_author_is_not_asked() -> None:
    assert asked(reading(PROPOSAL).submission) == (LEONARDO, COSIMO)


@pytest.mark.parametrize(
    "text", ["/confirm", "/CONFIRM", "  /confirm\r\n", "\n/confirm gladly", "/confirm\n/object"]
)
def test_yes_is_heard(text: str) -> None:
    memory = memory_after(said(text, "LEONARDO"))

    assert waiting_for(reading(PROPOSAL).submission, memory) == ()
    assert having_said(reading(PROPOSAL).submission, memory, Verb.CONFIRM) == (LEONARDO,)


@pytest.mark.parametrize(
    "comment",
    [
        said("/confirmed"),
        said("I would /confirm"),
        said("> /confirm"),
        said("`/confirm`"),
        said("/confirm", "verrocchio"),
        said("/confirm", "salai"),
        said("/confirm", is_ours=True),
        said("/confirm", at=START),
        said("/snooze 2w"),
        said(""),
    ],
    ids=repr,
)
def test_nothing_else_is_a_yes(comment: ForgeComment) -> None:
    memory = memory_after(comment)

    assert waiting_for(reading(PROPOSAL).submission, memory) == (LEONARDO,)


def test_last_word_counts_in_whatever_order_it_is_listed() -> None:
    yes, no = said("/confirm"), said("/object", at=LATER + timedelta(seconds=1))

    for comments in ((yes, no), (no, yes)):
        memory = memory_after(*comments)
        assert having_said(reading(PROPOSAL).submission, memory, Verb.OBJECT) == (LEONARDO,)
    assert memory_after(yes, before=memory_after(no)) == memory_after(no)


def test_yes_that_is_listed_no_more_stays() -> None:
    memory = memory_after(said("/confirm"))

    assert memory_after(before=memory) == memory


def test_who_is_asked_no_more_has_said_nothing() -> None:
    memory = memory_after(said("/confirm", "cosimo-m"))
    other = reading({**PROPOSAL, "tell": []})

    found = remembered(memory, other, (), community(), LATER)

    assert COSIMO in memory.said
    assert found.said == {}


def test_who_is_only_told_cannot_hold_it_up() -> None:
    leaving = reading({**PROPOSAL, "confirm": [], "may_object": []})

    found = remembered(None, leaving, (said("/object", "cosimo-m"),), community(), LATER)

    assert found.said == {}


def test_other_matter_begins_anew() -> None:
    memory = memory_after(said("/confirm"))
    other = reading({**PROPOSAL, "material": "another"})

    found = remembered(memory, other, (said("/confirm"),), community(), LATER)

    assert (found.said, found.since, found.material) == ({}, LATER, "another")


def test_what_cannot_be_understood_takes_nothing_back() -> None:
    memory = memory_after(said("/confirm"))

    found = remembered(memory, reading(UNCLEAR), (), community(), LATER)

    assert found == replace(memory, text=found.text, outcome=found.outcome)
