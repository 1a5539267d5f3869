from datetime import date
from typing import Annotated

import pytest
from pydantic import StringConstraints

from telemaco.records.base import Record
from telemaco.records.mending import Mended, broken
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.parsing import MODELS, AnyRecord, parse, schema_at
from telemaco.records.person import Person
from telemaco.records.schema import schema_of
from telemaco.records.stand_ins import Way, choices, stand_in
from telemaco.records.survey import Answer

PERSON = {
    "name": "Ada",
    "timezone": "Europe/London",
    "languages": {"en": "native"},
    "enrolments": [],
    "consent": {"text": "v1", "on": "2027-01-01"},
}
PAIR = {
    "members": [{"person": "ada", "role": "mentor"}, {"person": "mary", "role": "mentee"}],
    "status": "active",
    "start": "2027-01-01",
}


def mended(model: type[AnyRecord], value: object) -> list[Mended | None]:
    found = broken(model, value)
    return [found.mended(Way(number)) for number in range(found.ways)]


def records(model: type[AnyRecord], value: object) -> list[AnyRecord]:
    return [one.record for one in mended(model, value) if one]


def test_what_is_right_is_mended_in_one_way_into_itself() -> None:
    assert records(Person, PERSON) == [parse(Person, PERSON)]


def test_wrong_word_may_be_any_of_those_that_are_allowed() -> None:
    found = records(Pair, {**PAIR, "status": "runing"})

    assert [record.status for record in found if isinstance(record, Pair)] == [*PairStatus]


def test_missing_day_may_be_early_or_late() -> None:
    found = mended(Pair, {key: value for key, value in PAIR.items() if key != "start"})

    assert [one.record.start for one in found if one and isinstance(one.record, Pair)] == [
        date(1900, 1, 1),
        date(2200, 12, 31),
    ]
    assert [one.routes for one in found if one] == [{("start",)}] * 2


def test_any_other_key_may_have_been_meant_by_an_unknown_one() -> None:
    found = records(Pair, {**PAIR, "ended": "2027-02-01"})

    ends = [record.end for record in found if isinstance(record, Pair)]
    assert None in ends
    assert date(2200, 12, 31) in ends


def test_any_other_language_may_have_been_meant_by_an_unknown_one() -> None:
    found = records(Person, {**PERSON, "languages": {"en": "native", "Italian": "fluent"}})

    assert {len(record.languages) for record in found if isinstance(record, Person)} == {1, 2}


def test_what_no_stand_in_mends_gives_way_as_a_whole() -> None:
    value = {**PERSON, "availability": [{"days": ["mon"], "from": "18:00", "to": "17:00"}]}

    found = mended(Person, value)

    assert all(found)
    assert len(found) >= 2


def test_what_is_wrong_within_what_is_wrong_is_mended_once() -> None:
    value = {**PERSON, "languages": {"Italian": "so-so"}, "offers": ["a", {"skill": 3, "x": [1]}]}
    survey = {"survey": "s", "program": "p", "role": "mentor", "answers": {"q": [1, {}]}}

    assert all(mended(Person, value))
    assert any(mended(Answer, survey))


@pytest.mark.parametrize("value", [None, [], "text", ["a"]])
def test_whole_of_another_shape_cannot_be_mended(value: object) -> None:
    assert not any(mended(Person, value))


@pytest.mark.parametrize("model", MODELS.values())
def test_stand_ins_of_a_whole_record_are_a_record(model: type[AnyRecord]) -> None:
    root = schema_of(model)

    for number in range(choices(root, schema_at(model, ()))):
        value = stand_in(root, schema_at(model, ()), Way(number))
        assert any(mended(model, value)), value


def test_word_stands_wherever_it_may() -> None:
    found = broken(Person, {**PERSON, "offers": [{"skill": "Big Art"}]}).mended(Way(1, "fresco"))

    assert found
    assert isinstance(found.record, Person)
    assert found.record.offers[0].skill == "fresco"


class _Locked(Record):
    """A record that nothing fits."""

    secret: Annotated[str, StringConstraints(pattern="^xyzzy$")]


def test_what_no_value_fits_is_not_mended() -> None:
    assert not any(mended(_Locked, {"secret": "sesame"}))
