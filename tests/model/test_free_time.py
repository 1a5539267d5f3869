from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.model.free_time import common_spans, free_spans, without
from telemaco.model.meetings import Span
from telemaco.model.overlap import common_minutes, free_slots
from telemaco.records.person import FreeTime
from telemaco.records.reminders import Weekday

ROME, NEW_YORK = ZoneInfo("Europe/Rome"), ZoneInfo("America/New_York")
MINUTE = timedelta(minutes=1)


def _free(days: str, start: str, end: str) -> FreeTime:
    return FreeTime.model_validate({"days": days.split(), "from": start, "to": end})


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _span(start: str, end: str) -> Span:
    return Span(_utc(start), _utc(end))


def test_evening_in_rome_is_an_hour_earlier_by_utc_in_summer() -> None:
    evening = [_free("thu", "18:00", "20:00")]

    winter, summer = free_spans(evening, ROME, date(2027, 3, 25), date(2027, 4, 1))

    assert winter == _span("2027-03-25T17:00", "2027-03-25T19:00")
    assert summer == _span("2027-04-01T16:00", "2027-04-01T18:00")


def test_hours_in_common_shift_in_the_weeks_when_only_one_clock_has_changed() -> None:
    romes = [_free("mon", "18:00", "20:00")]
    new_yorks = [_free("mon", "12:00", "14:00")]
    first, last = date(2027, 3, 8), date(2027, 3, 29)

    common = common_spans(
        free_spans(romes, ROME, first, last), free_spans(new_yorks, NEW_YORK, first, last)
    )

    assert [(span.start.day, span.minutes) for span in common] == [
        (8, 120), (15, 60), (22, 60), (29, 120),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "hours", "minutes"),
    [
        (date(2027, 3, 28), ("1:00", "4:00"), 120),
        (date(2027, 10, 31), ("1:00", "4:00"), 240),
        (date(2027, 3, 28), ("2:10", "2:50"), 0),
        (date(2027, 10, 31), ("2:30", "3:00"), 30),
    ],
)
def test_day_on_which_a_clock_changes_has_fewer_or_more_hours(
    day: date, hours: tuple[str, str], minutes: int
) -> None:
    assert sum(s.minutes for s in free_spans([_free("sun", *hours)], ROME, day, day)) == minutes


def test_time_until_midnight_goes_on_the_next_morning() -> None:
    night = [_free("mon", "22:00", "24:00"), _free("tue", "0:00", "2:00")]

    [span] = free_spans(night, ROME, date(2027, 2, 1), date(2027, 2, 2))

    assert span.minutes == 240


def test_what_is_taken_is_cut_out() -> None:
    free = [_span("2027-02-01T09:00", "2027-02-01T12:00")]
    busy = [
        _span("2027-02-01T10:00", "2027-02-01T11:00"),
        _span("2027-02-02T10:00", "2027-02-02T11:00"),
    ]

    assert [span.minutes for span in without(free, busy)] == [60, 60]
    assert without(free, free) == ()


ZONES = st.sampled_from(
    ["Europe/Rome", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham"]
)
HOURS = st.tuples(st.integers(0, 94), st.integers(1, 40)).map(
    lambda two: (two[0] * 15, min(two[0] + two[1], 96) * 15)
)
FREE = st.lists(
    st.tuples(st.sets(st.sampled_from(list(Weekday)), min_size=1), HOURS).map(
        lambda one: FreeTime.model_construct(days=tuple(one[0]), start=one[1][0], end=one[1][1])
    ),
    min_size=1,
    max_size=3,
)


@given(FREE, ZONES, st.dates(date(2027, 1, 1), date(2027, 12, 1)))
def test_every_moment_that_is_found_is_free_by_the_clock(
    free: list[FreeTime], zone: str, first: date
) -> None:
    clock = ZoneInfo(zone)

    for span in free_spans(free, clock, first, first + timedelta(days=6)):
        moment = span.start
        while moment < span.end:
            local = moment.astimezone(clock)
            minute = local.hour * 60 + local.minute
            assert any(
                local.weekday() in {day.number for day in one.days}
                and one.start <= minute < one.end
                for one in free
            )
            moment += 7 * MINUTE


@given(FREE, FREE, ZONES, ZONES)
def test_in_a_week_without_changes_there_is_as_much_as_the_matching_says(
    one: list[FreeTime], other: list[FreeTime], zone: str, other_zone: str
) -> None:
    first, clocks = date(2027, 7, 5), (ZoneInfo(zone), ZoneInfo(other_zone))
    noon = datetime(2027, 7, 8, 12, tzinfo=UTC)
    ahead = [
        int((noon.astimezone(c).utcoffset() or timedelta()).total_seconds()) // 60 for c in clocks
    ]
    week = Span(_utc("2027-07-05T00:00"), _utc("2027-07-12T00:00"))

    spans = [
        free_spans(free, clock, first - timedelta(days=2), first + timedelta(days=9))
        for free, clock in zip((one, other), clocks, strict=True)
    ]
    dated = common_spans(common_spans(*spans), [week])

    usual = common_minutes([free_slots(one, ahead[0])], [free_slots(other, ahead[1])])
    assert sum(span.minutes for span in dated) == usual
