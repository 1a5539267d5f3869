"""A pair rests while somebody rests without whom it cannot meet."""

from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.model.community import Community
from telemaco.model.schedule import periods, rests_until
from telemaco.progress.pair import pair_progress
from telemaco.progress.values import HealthKind
from tests.progress.atelier import ACTIVE, FACTS, HELD, PAIR, PROGRAM, atelier, person

TODAY = date(2027, 4, 20)
END = date(2027, 12, 31)
NOTES: Mapping[str, str] = dict.fromkeys(("2027-01-13", "2027-01-27", "2027-02-10"), HELD)
_ROLES = {"verrocchio": "mentor", "leonardo": "mentee", "botticelli": "mentee"}
_GROUP = "[{person: verrocchio, role: mentor}, {person: lippi, role: co-mentor}, "
_GROUP += "{person: leonardo, role: mentee}, {person: botticelli, role: mentee}]"
_CIRCLE = "[{person: verrocchio, role: peer}, {person: leonardo, role: peer}, "
_CIRCLE += "{person: botticelli, role: peer}]"


def _away(pair: str = ACTIVE, program: str = PROGRAM, **until: str) -> Community:
    """The community in which people are back on these days."""
    people = {
        f"program/people/{name}.yaml": person(
            _ROLES.get(name, "mentor"), rest=f"confirmed: 2027-01-01\npaused_until: {day}\n"
        )
        for name, day in until.items()
    }
    return atelier(NOTES, pair=pair, program=program, more=people)


def _of(members: str) -> str:
    return f"members: {members}\nstatus: active\nstart: 2027-01-04\n"


@pytest.mark.parametrize("who", ["verrocchio", "leonardo"])
def test_pair_rests_while_one_of_the_two_does_and_goes_on_by_itself(who: str) -> None:
    found = _away(**{who: "2027-05-20"})

    progress = pair_progress(found, PAIR, TODAY)
    back = pair_progress(found, PAIR, date(2027, 5, 20))

    assert rests_until(found, PAIR) == date(2027, 5, 19)
    assert progress.health.kind is HealthKind.PAUSED
    assert (
        Catalog("en").text(progress.health.reason) == f"rests until 19 May 2027, as {who} is away"
    )
    assert (progress.expected, progress.kept) == (3, 3)
    assert (back.expected, back.kept, back.health.kind) == (3, 3, HealthKind.ON_TRACK)


def test_the_later_of_two_breaks_counts_and_both_are_left_out() -> None:
    later = _away(f"{ACTIVE}paused_until: 2027-06-10\n", verrocchio="2027-05-20")
    both = _away(leonardo="2027-05-20", verrocchio="2027-05-30")

    assert rests_until(later, PAIR) == date(2027, 6, 10)
    assert rests_until(both, PAIR) == date(2027, 5, 29)
    assert Catalog("en").text(pair_progress(later, PAIR, TODAY).health.reason) == (
        "rests until 10 June 2027"
    )
    assert Catalog("en").text(pair_progress(both, PAIR, TODAY).health.reason) == (
        "rests until 29 May 2027, as verrocchio is away"
    )


def test_an_earlier_break_of_the_pair_stays_one_when_somebody_rests_later() -> None:
    notes = {**NOTES, **dict.fromkeys(("2027-05-05", "2027-05-19"), HELD)}
    own = f"{ACTIVE}paused_until: 2027-04-25\n"
    rest = "confirmed: 2027-01-01\npaused_until: 2027-07-05\n"
    away = {"program/people/verrocchio.yaml": person("mentor", rest=rest)}

    before = periods(atelier(notes, pair=own), PAIR, date(2027, 5, 23))
    after = periods(atelier(notes, pair=own, more=away), PAIR, date(2027, 7, 4))

    assert after == before
    assert len(after) == 5


@pytest.mark.parametrize(
    ("members", "until", "last"),
    [
        (_GROUP, {"verrocchio": "2027-05-20"}, None),
        (_GROUP, {"verrocchio": "2027-05-20", "lippi": "2027-05-10"}, date(2027, 5, 9)),
        (_GROUP, {"leonardo": "2027-05-20"}, None),
        (_GROUP, {"leonardo": "2027-05-20", "botticelli": "2027-06-01"}, date(2027, 5, 19)),
        (_CIRCLE, {"leonardo": "2027-05-20"}, None),
        (_CIRCLE, {"leonardo": "2027-05-20", "botticelli": "2027-06-01"}, date(2027, 5, 19)),
    ],
)
def test_group_rests_only_while_it_cannot_meet(
    members: str, until: dict[str, str], last: date | None
) -> None:
    assert rests_until(_away(_of(members), **until), PAIR) == last


def test_member_who_left_before_their_break_is_not_waited_for() -> None:
    members = (
        "[{person: verrocchio, role: mentor, until: 2027-03-01}, "
        "{person: lippi, role: mentor, from: 2027-03-01}, {person: leonardo, role: mentee}]"
    )

    assert rests_until(_away(_of(members), verrocchio="2027-05-20"), PAIR) is None


def test_break_beyond_the_last_day_reaches_to_it_and_then_the_pair_is_over() -> None:
    found = _away(verrocchio="2028-05-20")

    assert rests_until(found, PAIR) == END
    assert pair_progress(found, PAIR, date(2028, 1, 1)).health.kind is HealthKind.NEEDS_ATTENTION


def test_break_that_began_after_a_pair_was_over_changes_none_of_its_figures() -> None:
    over = f"{FACTS}status: completed\nstart: 2027-01-04\nend: 2027-07-04\n"

    for day in (date(2027, 7, 5), date(2028, 7, 5)):
        usual = pair_progress(atelier(NOTES, pair=over), PAIR, day)
        assert pair_progress(_away(over, verrocchio="2028-05-20"), PAIR, day) == usual
    assert rests_until(_away(over, verrocchio="2027-05-20"), PAIR) == date(2027, 5, 19)


def test_single_session_is_not_expected_while_the_mentor_is_away() -> None:
    flash = PROGRAM.replace("kind: one-to-one", "kind: flash")
    rest = "confirmed: 2027-01-01\npaused_until: 2027-02-01\n"
    away = {"program/people/verrocchio.yaml": person("mentor", rest=rest)}

    assert periods(atelier(program=flash, more=away), PAIR, date(2027, 1, 20)) == ()


def test_pair_that_says_it_rests_without_a_day_is_asked_for_one_all_the_same() -> None:
    resting = ACTIVE.replace("active", "paused")

    health = pair_progress(_away(resting, verrocchio="2027-05-20"), PAIR, TODAY).health

    assert Catalog("en").text(health.reason) == "rests, without a date to go on"
