from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.participants import Participant
from telemaco.matching.together import no_way_to_join, together
from telemaco.messages import Message
from tests.matching.groups.companies import group_terms
from tests.matching.people import participant


def _free(*times: str) -> dict[str, Any]:
    """Free at times such as `tue 18:00 20:00`."""
    return {
        "availability": [
            {"days": [day], "from": start, "to": end}
            for day, start, end in (time.split() for time in times)
        ]
    }


def _text(message: Message | None) -> str:
    return Catalog("en").text(message) if message else ""


def _people(**values: dict[str, Any]) -> list[Participant]:
    return [participant(name, one) for name, one in values.items()]


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ADA = _free("mon 09:00 10:00", "tue 18:00 20:30")
BO = {**_free("tue 18:30 21:00"), "languages": {"it": "working", "de": "native"}}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (
            {"ada": ADA, "bo": BO},
            "all 2 are free Tue 18:30-20:30 in Rome; all 2 speak Italian",
        ),
        (
            {"ada": ADA, "bo": {**_free("tue 12:00 16:00"), "timezone": "America/New_York"}},
            (
                "all 2 are free Tue 18:00-20:30 in Rome, Tue 12:00-14:30 or Tue 13:00-15:30 in New "
                "York; all 2 speak Italian"
            ),
        ),
        (
            {"ada": ADA, "bo": {}},
            "1 of 2 says when, and is free Tue 18:00-20:30 in Rome; all 2 speak Italian",
        ),
        (
            {"ada": ADA, "bo": BO, "carl": {}},
            "2 of 3 say when, and are free Tue 18:30-20:30 in Rome; all 3 speak Italian",
        ),
        ({"ada": {}, "bo": {}}, "nobody says when they are free; all 2 speak Italian"),
        (
            {
                "ada": _free("tue 22:30 24:00", "wed 00:00 02:00"),
                "bo": _free("tue 22:00 24:00", "wed 00:00 04:00"),
            },
            "all 2 are free Tue 22:30-24:00 in Rome; all 2 speak Italian",
        ),
        (
            {
                "ada": _free("tue 22:30 24:00", "wed 00:00 00:30"),
                "bo": _free("tue 23:30 24:00", "wed 00:00 02:00"),
            },
            "all 2 are free Tue 23:30-00:30 in Rome; all 2 speak Italian",
        ),
        (
            {
                "ada": _free(*(f"{day} 00:00 24:00" for day in _DAYS)),
                "bo": _free(*(f"{day} 00:00 24:00" for day in _DAYS)),
            },
            "all 2 are free Mon 00:00-24:00 in Rome; all 2 speak Italian",
        ),
    ],
)
def test_time_and_language_that_all_share_are_told(
    values: dict[str, dict[str, Any]], text: str
) -> None:
    people = _people(**values)

    found = together(people, group_terms(people))

    assert found is not None
    assert _text(found.text) == text


def test_what_is_not_asked_for_is_not_told() -> None:
    people = _people(ada=ADA, bo=BO)

    for criterion, text in (
        ("languages", "all 2 are free Tue 18:30-20:30 in Rome"),
        ("availability", "all 2 speak Italian"),
    ):
        weights = {"weights": {criterion: "off"}}
        found = together(people, group_terms(people, matching=weights))
        assert found is not None
        assert _text(found.text) == text
        assert found.silent == ()
    nothing = {"weights": {"languages": "off", "availability": "off"}}
    assert together(people, group_terms(people, matching=nothing)) is None


def test_facts_are_there_as_values() -> None:
    people = _people(ada=ADA, bo=BO, carl={})

    found = together(people, group_terms(people))

    assert found is not None
    assert [(time.day, time.start, time.end) for time in found.times] == [("tue", 1110, 1230)]
    assert (found.language, found.silent) == ("it", ("carl",))


def test_time_that_only_a_clock_elsewhere_keeps_is_told_for_every_place() -> None:
    lima = {**_free("tue 12:00 13:00"), "timezone": "America/Lima"}
    rome = _free("tue 18:00 20:00")
    people = _people(ada=rome, bo=rome)
    known = group_terms([*people, *_people(carl=lima)])

    found = together(people, known)

    assert found is not None
    assert _text(found.text) == "all 2 are free Tue 18:00-20:00 in Rome; all 2 speak Italian"


def test_somebody_who_shares_no_hour_or_language_with_a_group_is_told_which() -> None:
    people = _people(ada=ADA, bo=BO)
    late, foreign, welcome = _people(
        carl=_free("tue 20:00 22:00"),
        dan={**_free("tue 18:00 22:00"), "languages": {"de": "native"}},
        eve=_free("tue 18:00 22:00"),
    )
    known = group_terms([*people, late, foreign, welcome])

    assert _text(no_way_to_join(people, late, known)) == (
        "no hour that all 3 share: the group of Ada is free Tue 18:30-20:30 in Rome, Carl Tue "
        "20:00-22:00 in Rome"
    )
    assert _text(no_way_to_join(people, foreign, known)) == (
        "no language that all 3 speak: the group of Ada speaks Italian, Dan German"
    )
    assert no_way_to_join(people, welcome, known) is None
    off = group_terms([*people, foreign], matching={"weights": {"languages": "off"}})
    assert no_way_to_join(people, foreign, off) is None
