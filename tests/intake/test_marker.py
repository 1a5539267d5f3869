"""The hidden lines of our answer: what is written is read, and anything else is no memory."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.intake.marker import MARKER, memory_in, with_memory
from telemaco.intake.values import Memory, Saying, Verb
from telemaco.records.base import Language, PersonId

DAY = date(2027, 3, 1)
MOMENT = datetime(2027, 3, 1, 6, 17, tzinfo=UTC)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 (the bounds are naive)
MEMORIES = st.builds(
    Memory,
    form=IDS,
    language=st.just(Language("en")),
    text=IDS,
    day=st.dates(),
    outcome=IDS,
    material=st.text(st.characters(codec="utf-8"), max_size=20),
    since=MOMENTS,
    said=st.dictionaries(
        IDS.map(PersonId), st.builds(Saying, verb=st.sampled_from(Verb), at=MOMENTS), max_size=3
    ),
)


@given(MEMORIES)
def test_what_is_written_is_read(memory: Memory) -> None:
    body = with_memory("Thank you.", memory)

    assert memory_in(body) == memory
    assert memory_in(body.replace("\n", "\r\n")) == memory
    assert MARKER in body.splitlines()


@given(st.text())
def test_any_other_text_is_no_memory(text: str) -> None:
    assert memory_in(text) is None


_MATTER = {"material": "m", "since": "2027-03-01T00:00Z"}


@pytest.mark.parametrize(
    "change",
    [
        {"day": "soon"},
        {"day": None},
        {"since": "then"},
        {"since": "2027-03-01"},
        {"since": 7},
        {"said": 1},
        {"said": {"ada": ["agree", "2027-03-01T00:00Z"]}},
        {"said": {"ada": []}},
    ],
)
def test_memory_that_was_damaged_is_none(change: dict[str, object]) -> None:
    good = {"form": "x", "language": "en", "text": "t", "day": "2027-03-01", **_MATTER}

    for line in (json.dumps({**good, "said": {}, **change}), "{}", "{"):
        assert memory_in(f"<!-- telemaco:intake-memory:1 {line} -->") is None


def test_what_names_nobody_is_passed_over() -> None:
    memory = Memory("form", Language("en"), "t", DAY, "o", "m", MOMENT, {PersonId("../x"): _yes()})

    found = memory_in(with_memory("", memory))

    assert found is not None
    assert found.said == {}


def _yes() -> Saying:
    return Saying(Verb.CONFIRM, MOMENT)


def test_last_line_counts() -> None:
    first = with_memory("", Memory("one", Language("en"), "t", DAY, "o", "m", MOMENT, {}))
    second = with_memory(first, Memory("two", Language("en"), "t", DAY, "o", "m", MOMENT, {}))

    found = memory_in(second)

    assert found is not None
    assert found.form == "two"
