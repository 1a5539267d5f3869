from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.meetings.proposing import propose
from telemaco.meetings.values import Missed, Proposal, Wish
from telemaco.records.layout import NoteId
from telemaco.render.meetings import proposal_as_json, proposal_as_text
from tests.progress.atelier import ACTIVE, FACTS, HELD, PAIR, PROGRAM, atelier, person

MASTER, PUPIL = "program/people/verrocchio.yaml", "program/people/leonardo.yaml"
FIRST = date(2027, 2, 2)
ROME = "availability: [{days: [mon, wed], from: 9:00, to: 12:00}]\n"
INDIA = "availability: [{days: [mon, wed], from: 14:00, to: 18:00}]\n"
AT_NINE = "---\nstatus: planned\nstarts: 9:00 Europe/Rome\n---\n"
LAST = {"2027-02-01": HELD}


def _people(master: str = ROME, pupil: str = ROME, zone: str = "Europe/Rome") -> dict[str, str]:
    return {
        MASTER: person("mentor", rest=master),
        PUPIL: person("mentee", rest=pupil).replace("Europe/Rome", zone),
    }


def _propose(
    notes: Mapping[str, str] | None = None,
    *,
    people: Mapping[str, str] | None = None,
    pair: str = ACTIVE,
    program: str = PROGRAM,
    wish: Wish | None = None,
) -> Proposal:
    community = atelier(notes, pair=pair, program=program, more=people or _people())
    return propose(community, PAIR, wish or Wish(60, FIRST))


def _starts(proposal: Proposal) -> list[str]:
    clock = proposal.attendees[0].clock
    return [f"{slot.start.astimezone(clock):%m-%d %H:%M}" for slot in proposal.slots]


def _said(proposal: Proposal) -> list[str]:
    return [str(one) for one in proposal.obstacles]


def test_slots_lie_about_the_day_that_the_rhythm_asks_for() -> None:
    proposal = _propose(LAST)

    assert proposal.about == date(2027, 2, 15)
    assert _starts(proposal) == [
        "02-10 09:00", "02-15 09:00", "02-15 11:00", "02-17 09:00", "02-17 11:00",
    ]  # fmt: skip


def test_day_that_the_last_note_names_goes_before_the_rhythm() -> None:
    assert _propose({"2027-02-01": f"{HELD}\nnext: 2027-02-08"}).about == date(2027, 2, 8)


@pytest.mark.parametrize(
    ("first", "about"), [(FIRST, FIRST), (date(2026, 12, 1), date(2027, 1, 4))]
)
def test_first_session_is_soon_and_not_before_the_start(first: date, about: date) -> None:
    assert _propose(wish=Wish(60, first)).about == about


def test_members_far_apart_meet_when_both_are_free_by_their_own_clocks() -> None:
    proposal = _propose(LAST, people=_people(pupil=INDIA, zone="Asia/Kolkata"))

    assert _starts(proposal)[:2] == ["02-08 10:00", "02-10 10:00"]
    assert [one.zone for one in proposal.attendees] == ["Europe/Rome", "Asia/Kolkata"]


def test_slot_begins_at_the_full_hour_if_it_can_else_as_early_as_it_fits() -> None:
    def first(hours: str) -> str:
        return _starts(
            _propose(LAST, people=_people(master=ROME.replace("9:00, to: 12:00", hours)))
        )[0]

    assert first("9:10, to: 11:30").endswith("10:00")
    assert first("9:10, to: 10:45").endswith("09:30")
    assert first("9:10, to: 10:20").endswith("09:15")
    assert first("9:10, to: 10:10").endswith("09:10")


def test_who_names_no_hours_is_taken_to_be_free_by_day() -> None:
    proposal = _propose(LAST, people=_people(master=""))

    assert [one.is_silent for one in proposal.attendees] == [True, False]
    assert len(proposal.slots) == 5


def test_quiet_days_pauses_and_days_with_a_session_are_left_out() -> None:
    program = PROGRAM.replace("  grace_days: 3\n", "  grace_days: 3\n  quiet: [wed]\n")
    away = _people(master=f"{ROME}paused_until: 2027-02-16\n")
    planned = {**LAST, "2027-02-22": "status: planned"}

    proposal = _propose(planned, people=away, program=program)

    assert {one[:5] for one in _starts(proposal)} == {"03-01", "03-08", "03-15"}


def test_day_counts_by_the_clock_of_everybody() -> None:
    program = PROGRAM.replace("  grace_days: 3\n", "  grace_days: 3\n  quiet: [tue]\n")
    late = "availability: [{days: [mon], from: 18:00, to: 24:00}]\n"
    early = "availability: [{days: [tue], from: 0:00, to: 9:00}]\n"

    proposal = _propose(LAST, people=_people(late, early, "Asia/Tokyo"), program=program)

    assert _said(proposal)[0] == "Everybody is free only on days on which nobody should meet:"
    assert _said(proposal)[1] == "2027-02-02: the program keeps that day quiet"


def test_session_of_another_pair_takes_its_time() -> None:
    other = {
        "pairs/atelier/second/pair.yaml": FACTS.replace("leonardo", "botticelli")
        + "status: active\nstart: 2027-01-04\n",
        "program/people/botticelli.yaml": person("mentee"),
        "pairs/atelier/second/2027-02-15.md": AT_NINE,
        "pairs/atelier/second/2027-02-17.md": "---\nstatus: planned\n---\n",
    }

    starts = _starts(_propose(LAST, people={**_people(), **other}))

    assert "02-15 09:00" not in starts
    assert "02-15 10:00" in starts


def test_session_that_moves_does_not_stand_in_its_own_way() -> None:
    planned = {**LAST, "2027-02-15": "status: planned\nstarts: 9:00 Europe/Rome"}

    moving = _propose(planned, wish=Wish(60, FIRST, NoteId("2027-02-15")))

    assert moving.about == date(2027, 2, 15)
    assert "02-15 11:00" in _starts(moving)
    assert "02-15 09:00" not in _starts(moving)
    assert _propose(planned).about == date(2027, 3, 1)


def test_nothing_after_the_end_and_in_a_pause_of_the_pair() -> None:
    ends = f"{ACTIVE}expected_end: 2027-02-08\n"
    rests = f"{ACTIVE}paused_until: 2027-06-01\n"

    assert _starts(_propose(LAST, pair=ends)) == [
        "02-03 09:00",
        "02-03 11:00",
        "02-08 09:00",
        "02-08 11:00",
    ]
    assert _said(_propose(LAST, pair=rests))[1] == "2027-02-03: the pair rests until 2027-06-01"


def test_pair_rests_on_the_last_day_of_its_break_too() -> None:
    rests = f"{ACTIVE}paused_until: 2027-02-15\n"

    assert _starts(_propose(LAST, pair=rests))[0] == "02-17 09:00"


def test_group_meets_without_who_rests_and_before_they_are_back() -> None:
    group = ACTIVE.replace("role: mentee}", "role: mentee}, {person: botticelli, role: mentee}")
    away = {"program/people/botticelli.yaml": person("mentee", rest="paused_until: 2027-02-17\n")}

    proposal = _propose(LAST, people={**_people(), **away}, pair=group)

    assert [one.person for one in proposal.attendees] == ["verrocchio", "leonardo"]
    assert proposal.missed == (Missed("Somebody", date(2027, 2, 17)),)
    assert _starts(proposal)[-1] == "02-15 11:00"
    told = proposal_as_text(proposal, Catalog("en"), 80)
    assert "Without Somebody, who is away until 17 February 2027; later days were not" in told
    assert '"back": "2027-02-17"' in proposal_as_json(proposal, Catalog("en"))
    assert _propose(LAST, people=_people(master=f"{ROME}paused_until: 2027-02-17\n")).missed == ()


def test_group_waits_for_its_only_mentor() -> None:
    group = ACTIVE.replace("role: mentee}", "role: mentee}, {person: botticelli, role: mentee}")
    botticelli = {"program/people/botticelli.yaml": person("mentee", rest=ROME)}
    people = {**_people(master=f"{ROME}paused_until: 2027-02-17\n"), **botticelli}

    proposal = _propose(LAST, people=people, pair=group)

    assert [one.person for one in proposal.attendees] == ["verrocchio", "leonardo", "botticelli"]
    assert _starts(proposal)[0].startswith("02-17")


def test_pair_without_rhythm_is_taken_to_meet_every_two_weeks() -> None:
    informal = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace(
        "formal", "informal"
    )

    assert _propose(LAST, program=informal).about == date(2027, 2, 15)


def test_pair_whose_members_have_no_files_gets_a_reason() -> None:
    gone = atelier(LAST, pair=ACTIVE.replace("verrocchio", "a").replace("leonardo", "b"))

    assert _said(propose(gone, PAIR, Wish(60, FIRST))) == ["No member has a file with a time zone."]


def test_hours_that_meet_too_briefly_are_told_as_the_nearest() -> None:
    brief = ROME.replace("9:00, to: 12:00", "11:30, to: 15:00")

    assert _said(_propose(LAST, people=_people(pupil=brief))) == [
        "The members have at most 30 minutes in common, not 60.",
        "Nearest: 2027-02-03 11:30, by the clock of Europe/Rome; --minutes 30 takes it.",
    ]


def test_hours_that_never_meet_are_told_with_the_smallest_gap() -> None:
    evening = ROME.replace("9:00, to: 12:00", "20:00, to: 22:00")

    said = _said(_propose(LAST, people=_people(pupil=evening)))

    assert said == [
        "The members have no free hour in common until 2027-03-15.",
        (
            "Nearest: Somebody is free until 2027-02-03 12:00 (Europe/Rome), Somebody from "
            "2027-02-03 20:00 (Europe/Rome)."
        ),
    ]


def test_everybody_is_free_only_while_somebody_is_elsewhere() -> None:
    hour = "availability: [{days: [mon], from: 9:00, to: 10:00}]\n"
    other = {
        "pairs/atelier/second/pair.yaml": FACTS.replace("leonardo", "botticelli")
        + "status: active\nstart: 2027-01-04\n",
        "program/people/botticelli.yaml": person("mentee"),
        **{
            f"pairs/atelier/second/2027-0{day}.md": AT_NINE
            for day in ("2-08", "2-15", "2-22", "3-01", "3-08", "3-15")
        },
    }

    assert _said(_propose(LAST, people={**_people(hour, hour), **other})) == [
        "Whenever everybody is free, somebody has another session."
    ]


def test_group_learns_without_whom_it_could_meet() -> None:
    group = ACTIVE.replace("role: mentee}]", "role: mentee}, {person: lippi, role: mentee}]")
    night = "availability: [{days: [sun], from: 2:00, to: 4:00}]\n"
    people = {
        **_people(),
        "program/people/lippi.yaml": person("mentee", rest=night).replace("Somebody", "Lippi"),
    }

    assert (
        _said(_propose(LAST, people=people, pair=group))[-1]
        == "Without Lippi the others could meet."
    )


def test_slots_begin_at_the_first_day_of_the_pair() -> None:
    proposal = _propose(wish=Wish(60, date(2026, 12, 21)))

    assert proposal.about == date(2027, 1, 4)
    assert min(slot.start.date() for slot in proposal.slots) == date(2027, 1, 4)


def test_slot_on_the_eve_of_the_first_day_by_somebodys_clock_is_none() -> None:
    late = "availability: [{days: [sun, mon], from: 8:00, to: 12:00}]\n"
    early = "availability: [{days: [sun, mon, tue], from: 0:00, to: 24:00}]\n"
    people = _people(late, early, "America/Los_Angeles")

    proposal = _propose(people=people, wish=Wish(60, date(2026, 12, 21)))

    clock = proposal.attendees[1].clock
    assert min(slot.start.astimezone(clock).date() for slot in proposal.slots) == date(2027, 1, 4)
