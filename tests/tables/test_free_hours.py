import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.messages import Message
from telemaco.records.person import FreeTime
from telemaco.tables.free_hours import as_value, free_hours

WHEN = "When are you free?"


def said(cell: str, title: str = WHEN) -> list[str] | str:
    """Each entry as `mon wed 18:00-20:00`, or why there is none."""
    found = free_hours(title, cell)
    if isinstance(found, Message):
        return str(found)
    return [f"{' '.join(one['days'])} {one['from']}-{one['to']}" for one in as_value([found])]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Mon 18:00-20:00; Wed 9-11", ["mon 18:00-20:00", "wed 09:00-11:00"]),
        ("Mon, Wed 18:00-20:00", ["mon wed 18:00-20:00"]),
        ("Mon 18:00-20:00, Wed 18:00-20:00", ["mon wed 18:00-20:00"]),
        ("Mondays and Thursdays, 6-8pm", ["mon thu 18:00-20:00"]),
        ("Tuesday: 9:30 to 11:00 and 14:00 to 15:00", ["tue 09:30-11:00", "tue 14:00-15:00"]),
        ("Mon-Wed evening", ["mon tue wed 18:00-21:00"]),
        ("Sat to Mon 9-12", ["mon sat sun 09:00-12:00"]),
        ("weekdays 18-20\nSat mornings", ["mon tue wed thu fri 18:00-20:00", "sat 09:00-12:00"]),
        ("fine settimana 18-20", ["sat sun 18:00-20:00"]),
        ("every day 20:00-24:00", ["mon tue wed thu fri sat sun 20:00-24:00"]),
        ("Fri 10-2pm", ["fri 10:00-14:00"]),
        ("Fri 11am-1pm", ["fri 11:00-13:00"]),
        ("Fri 9-11 am", ["fri 09:00-11:00"]),
        ("Fri 12pm-1pm, Sat 12am-1am", ["fri 12:00-13:00", "sat 00:00-01:00"]),
        ("Sun evenings (19:00-20:00)", ["sun 19:00-20:00"]),
        ("Sun mornings and 19:00-20:00", ["sun 09:00-12:00", "sun 19:00-20:00"]),
        ("lunedì dalle 18 alle 20, mercoledì 9.00-11.00", ["mon 18:00-20:00", "wed 09:00-11:00"]),
        ("martedì sera e giovedì mattina", ["tue 18:00-21:00", "thu 09:00-12:00"]),
        ("giorni feriali 18h\u201320h", ["mon tue wed thu fri 18:00-20:00"]),
        ("Thu 05:00-06:00", ["thu 05:00-06:00"]),
        ("Thu 13:00-2pm", ["thu 13:00-14:00"]),
        ("Mon after 18:00", ["mon 18:00-22:00"]),
        ("Mon after 6pm, Tue before 9", ["mon 18:00-22:00", "tue 07:00-09:00"]),
        ("Mon from 18; Tue 18 onwards; Wed 18+", ["mon tue wed 18:00-22:00"]),
        ("Mon evenings after 6 p.m.", ["mon 18:00-22:00"]),
        ("weekdays until 10:30 am", ["mon tue wed thu fri 07:00-10:30"]),
        ("lunedì dopo le 18", ["mon 18:00-22:00"]),
        ("martedì prima delle 9 e dalle ore 18.30 in poi", ["tue 07:00-09:00", "tue 18:30-22:00"]),
        ("giovedì dalle 9", ["thu 09:00-22:00"]),
        ("dal lunedì al venerdì dalle 18 alle 20", ["mon tue wed thu fri 18:00-20:00"]),
        ("da lun a ven, sera", ["mon tue wed thu fri 18:00-21:00"]),
        ("lunedì fino al mercoledì 9-11", ["mon tue wed 09:00-11:00"]),
        ("dal sabato alla domenica mattina", ["sat sun 09:00-12:00"]),
        ("from Monday to Friday 18:00-20:00", ["mon tue wed thu fri 18:00-20:00"]),
        ("lun-ven 18-20", ["mon tue wed thu fri 18:00-20:00"]),
        ("every Monday and each Tue evening", ["mon tue 18:00-21:00"]),
        ("ogni lunedì e i martedì alla sera", ["mon tue 18:00-21:00"]),
        ("ogni sera", ["mon tue wed thu fri sat sun 18:00-21:00"]),
        ("tutte le mattine", ["mon tue wed thu fri sat sun 09:00-12:00"]),
        ("every afternoon", ["mon tue wed thu fri sat sun 14:00-17:00"]),
        ("Sat all day", ["sat 07:00-22:00"]),
        ("domenica tutto il giorno", ["sun 07:00-22:00"]),
        ("sabato fino alle 12, domenica dalle 9 alle 11", ["sat 07:00-12:00", "sun 09:00-11:00"]),
        ("Fri after 08:30", ["fri 08:30-22:00"]),
        ("lun dopo le 7 di sera", ["mon 19:00-22:00"]),
        ("Mon after 7 in the evening", ["mon 19:00-22:00"]),
        ("lun dalle 7 alle 9 di sera", ["mon 19:00-21:00"]),
        ("Mon 7-9 in the evening", ["mon 19:00-21:00"]),
        ("Mon 5-7 in the afternoon", ["mon 17:00-19:00"]),
        ("Tue 5-7 in the morning", ["tue 05:00-07:00"]),
        ("Fri 9-12 in the morning and evening", ["fri 09:00-12:00", "fri 18:00-21:00"]),
        ("sab dalle 7 del mattino alle 9 di sera", ["sat 07:00-21:00"]),
        ("lun sera e mar 9-11", ["mon 18:00-21:00", "tue 09:00-11:00"]),
        ("Mon 9-12 and afternoon", ["mon 09:00-12:00", "mon 14:00-17:00"]),
        ("Mon 9-11, morning and evening", ["mon 09:00-11:00", "mon 18:00-21:00"]),
        ("", []),
        (" - ", []),
        ("No, sorry", []),
        ("No", []),
        ("It varies", []),
    ],
)  # fmt: skip
def test_hours_are_understood(cell: str, found: list[str]) -> None:
    assert said(cell) == found


@pytest.mark.parametrize(
    ("title", "cell", "found"),
    [
        ("Monday", "18:00-20:00", ["mon 18:00-20:00"]),
        ("Monday", "18:00-19:00\n20:00-21:00", ["mon 18:00-19:00", "mon 20:00-21:00"]),
        ("Monday", "Mon 18:00-20:00", ["mon 18:00-20:00"]),
        ("Mon evening", "yes", ["mon 18:00-21:00"]),
        ("Mon evening", "TRUE", ["mon 18:00-21:00"]),
        ("Mon evening", "no", []),
        ("Availability [Mon 18:00-20:00]", "x", ["mon 18:00-20:00"]),
        ("When are you free? [Tue]", "Morning, Evening", ["tue 09:00-12:00", "tue 18:00-21:00"]),
        ("When are you free? [Morning]", "Monday, Friday", ["mon fri 09:00-12:00"]),
        ("Disponibilità lunedì sera", "sì", ["mon 18:00-21:00"]),
        ("Quando sei libera? [Venerdì]", "pomeriggio", ["fri 14:00-17:00"]),
    ],
)  # fmt: skip
def test_title_says_days_or_hours(title: str, cell: str, found: list[str]) -> None:
    assert said(cell, title) == found


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("Mon after 6", 'is "after 6" in the morning or later? Write 06:00 or 18:00'),
        ("Mon after 8:30", 'is "after 8:30" in the morning or later? Write 08:30 or 20:30'),
        ("Mon 9 onwards", 'is "9 onwards" in the morning or later? Write 09:00 or 21:00'),
        ("lun 7 e oltre", 'is "7 e oltre" in the morning or later? Write 07:00 or 19:00'),
        ("Mon from 7 onwards", 'is "from 7 onwards" in the morning or later? Write 07:00 or 19:00'),
        ("lun dalle 7 in poi", 'is "dalle 7 in poi" in the morning or later? Write 07:00 or 19:00'),
        ("lunedì dopo le 6", 'is "dopo le 6" in the morning or later? Write 06:00 or 18:00'),
        ("lun dopo le 7", 'is "dopo le 7" in the morning or later? Write 07:00 or 19:00'),
        ("lun sera dopo le 7", 'is "dopo le 7" in the morning or later? Write 07:00 or 19:00'),
        ("Mon before 5", 'is "before 5" in the morning or later? Write 05:00 or 17:00'),
        ("Mon after 23", '"after 23" says only one end; write both, as 18:00-20:00'),
        ("Mon before 6am", '"before 6am" says only one end; write both, as 18:00-20:00'),
        ("Mon after 18:99", '"after 18:99" are no hours; write 18:00-20:00'),
        ("after 18:00", '"after 18:00" names no day, as Mon 18:00-20:00 does'),
    ],
)
def test_one_end_that_is_unclear_is_asked_about(cell: str, why: str) -> None:
    assert said(cell) == why


_HALF = "in the morning or later? Write it as 05:00-07:00 or 17:00-19:00"


@pytest.mark.parametrize(
    ("cell", "asked"),
    [
        ("Mon evening 7-9", "Mon evening 7-9"),
        ("lun sera, 7-9", "lun sera, 7-9"),
        ("lun sera dalle 9", "lun sera dalle 9"),
        ("lun pomeriggio fino alle 8", "lun pomeriggio fino alle 8"),
        ("Mon 7-9, Tue evening 7-9", "Mon 7-9, Tue evening 7-9"),
        ("lun 10-12 di sera", "10-12 di sera"),
        ("lun prima delle 9 di sera", "prima delle 9 di sera"),
    ],
)
def test_hours_beside_a_part_of_the_day_are_asked_about(cell: str, asked: str) -> None:
    assert said(cell) == f'is "{asked}" {_HALF}'


def test_hours_under_a_part_of_the_day_are_asked_about() -> None:
    assert said("7-9", "Monday evening") == f'is "7-9" {_HALF}'
    assert said("19-21", "Monday evening") == ["mon 19:00-21:00"]


@pytest.mark.parametrize(
    "cell", ["non il lunedì, mar 18-20", "not Monday, Tue 18-20", "no evenings"]
)
def test_hours_that_are_not_free_are_refused(cell: str) -> None:
    assert said(cell) == (
        f'"{cell}" says when somebody is not free; write only when they are, as Mon 18:00-20:00'
    )


_WHOSE = (
    "nobody knows which hours are of which days; write each day before its hours, as Mon "
    "18:00-20:00, Tue 9:00-11:00"
)
_FORM = (
    " is not understood; write days with hours, as Mon 18:00-20:00; Wed 9:00-11:00, or days with "
    "morning, afternoon or evening"
)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("Mon after the gym", f'"after" in "Mon after the gym"{_FORM}'),
        ("from Monday 18-20", f'"from" in "from Monday 18-20"{_FORM}'),
        ("ogni due lunedì 18-20", f'"due" in "ogni due lunedì 18-20"{_FORM}'),
        ("Mon 18:00", f'"18:00" in "Mon 18:00"{_FORM}'),
        ("evenings", '"evenings" names no day, as Mon 18:00-20:00 does'),
        ("Mon 18-20; 21-22", '"Mon 18-20; 21-22" names no day, as Mon 18:00-20:00 does'),
        ("evenings Mon 18-20", f'in "evenings Mon 18-20" {_WHOSE}'),
        ("Mon 18-20, 19-21 Tue", f'in "Mon 18-20, 19-21 Tue" {_WHOSE}'),
        ("Mondays", '"Mondays" names no hours, as Mon 18:00-20:00 does'),
        ("yes", '"When are you free?" names no hours, as Mon 18:00-20:00 does'),
        ("and", '"and" names no hours, as Mon 18:00-20:00 does'),
        (
            "Mon 5-7",
            'is "5-7" in the morning or later? Write it as 05:00-07:00 or 17:00-19:00',
        ),
        ("Mon 22:00-02:00", '"22:00-02:00" do not end after they begin on the same day'),
        ("Mon 20:00-25:00", '"20:00-25:00" are no hours; write 18:00-20:00'),
    ],
)
def test_what_is_unclear_says_what_to_write(cell: str, why: str) -> None:
    assert said(cell) == why


@pytest.mark.parametrize(
    ("cell", "vague"),
    [
        ("dopo cena", "dopo cena"),
        ("Mon after work", "after work"),
        ("lunedì dopo il lavoro", "dopo il lavoro"),
        ("sempre", "sempre"),
        ("Always!", "always"),
        ("any time", "any time"),
        ("Mon anytime", "anytime"),
        ("mar in pausa pranzo", "in pausa pranzo"),
    ],
)
def test_hours_that_only_the_writer_knows_are_asked_for(cell: str, vague: str) -> None:
    assert said(cell) == (
        f'nobody knows which hours "{vague}" are; write days with hours, as Mon-Fri 20:00-22:00'
    )


def test_hours_of_several_columns_come_together_in_the_order_of_the_week() -> None:
    cells = [("Friday", "18:00-21:00"), ("Monday", "evening"), ("Monday", "9:00-10:00")]
    found = [free_hours(title, cell) for title, cell in cells]

    assert as_value([one for one in found if not isinstance(one, Message)]) == [
        {"days": ["mon"], "from": "09:00", "to": "10:00"},
        {"days": ["mon", "fri"], "from": "18:00", "to": "21:00"},
    ]


@given(st.text(alphabet="mon wed 0123456789:-.;,apme\nlunsera", max_size=30))
def test_whatever_is_understood_is_what_a_file_may_say(cell: str) -> None:
    found = free_hours(WHEN, cell)

    if not isinstance(found, Message):
        for entry in as_value([found]):
            FreeTime.model_validate(entry)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("18:00-20:00 Monday", ["mon 18:00-20:00"]),
        ("after 6pm Mon-Thu", ["mon tue wed thu 18:00-22:00"]),
        ("evenings Mon-Fri", ["mon tue wed thu fri 18:00-21:00"]),
        ("dopo le 18 dal lunedì al giovedì", ["mon tue wed thu 18:00-22:00"]),
        ("dalle 18 alle 20 lunedì", ["mon 18:00-20:00"]),
        ("lunedì dalle 18 alle 20", ["mon 18:00-20:00"]),
        ("18-20 Mon, 9-11 Tue", ["mon 18:00-20:00", "tue 09:00-11:00"]),
        ("18-20 Mon, Wed; Tue 9-11", ["mon wed 18:00-20:00", "tue 09:00-11:00"]),
    ],
)
def test_hours_may_stand_before_their_days(cell: str, found: list[str]) -> None:
    assert said(cell) == found
