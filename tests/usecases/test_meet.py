from collections.abc import Mapping
from datetime import date

import pytest
from icalendar import Calendar

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.model.community import Session
from telemaco.ports import SourceFile
from telemaco.records.base import Start
from telemaco.render.calendars import calendar_file
from telemaco.render.member_events import invitations
from telemaco.render.session_events import program_events
from telemaco.usecases.guides_ahead import moved_up
from telemaco.usecases.meet import (
    Meeting,
    MeetingPlan,
    Scene,
    coming,
    plan_cancel,
    plan_meetings,
    plan_move,
    planned_session,
    write_meetings,
)
from telemaco.usecases.meet_times import days_of_series, refuse_who_does_not_meet
from telemaco.usecases.note import Wanted
from tests.fakes import COSIMO, SETTINGS, FakeSources, FakeWriter
from tests.progress.atelier import ACTIVE, FACTS, PAIR, PROGRAM, person

FOLDER = "pairs/atelier/verrocchio-leonardo"
TODAY = date(2027, 2, 1)
SIX = Start(18 * 60, "Europe/Rome")
DAY = date(2027, 2, 15)
PLANNED = "---\nstatus: planned # as agreed\nstarts: 18:00 Europe/Rome\nminutes: 60\n---\nHorses.\n"
MORNINGS = "availability: [{days: [mon], from: 9:00, to: 12:00}]\n"


def _scene(
    notes: Mapping[str, str] | None = None,
    *,
    pair: str = ACTIVE,
    program: str = PROGRAM,
    settings: str = SETTINGS + "privacy: {repository: private}\n",
    more: Mapping[str, str] | None = None,
) -> Scene:
    sources = FakeSources(
        {
            "program/community.yaml": settings,
            "program/people/cosimo.yaml": COSIMO,
            "program/programs/atelier.yaml": program,
            "program/people/verrocchio.yaml": person("mentor", rest="confirmed: 2027-01-01\n"),
            "program/people/leonardo.yaml": person("mentee"),
            f"{FOLDER}/pair.yaml": pair,
            **{f"{FOLDER}/{name}.md": text for name, text in (notes or {}).items()},
            **(more or {}),
        }
    )
    return Scene(load(sources.files()).community, sources, TODAY)


def _meeting(*days: date, start: Start = SIX) -> Meeting:
    return Meeting(PAIR, days or (DAY,), start, 60)


def _after(scene: Scene, plan: MeetingPlan) -> Scene:
    """The scene with the plan carried out."""
    writer = FakeWriter()
    write_meetings(plan, scene.sources, writer)
    files = {one.path: one.content for one in scene.sources.files() if isinstance(one, SourceFile)}
    sources = FakeSources({**files, **writer.written})
    return Scene(load(sources.files()).community, sources, TODAY)


def _event(plan: MeetingPlan) -> dict[str, object]:
    """The last event that the plan gives to the members, as another program reads it."""
    found = list(invitations(plan.community, PAIR, plan.sessions, lambda _uid: None, Catalog("en")))
    text = calendar_file("x", [found[-1].event], TODAY, "mailto:a@example.org", takes_back=False)
    return dict(Calendar.from_ical(text).walk("VEVENT")[0])


def _refusal(scene: Scene, wanted: Meeting) -> str:
    return str(_refused(scene, wanted).message)


def _refused(scene: Scene, wanted: Meeting) -> TelemacoError:
    with pytest.raises(TelemacoError) as refused:
        plan_meetings(scene, wanted, Catalog)
    return refused.value


def test_planned_note_says_when_it_begins() -> None:
    plan = plan_meetings(_scene(), _meeting(), Catalog)

    assert list(plan.files) == [f"{FOLDER}/2027-02-15.md"]
    assert (
        "status: planned\nstarts: 18:00 Europe/Rome\nminutes: 60\n"
        in plan.files[f"{FOLDER}/2027-02-15.md"]
    )
    assert [str(one.id) for one in plan.sessions] == ["2027-02-15"]


def test_session_of_today_is_planned_too() -> None:
    plan = plan_meetings(_scene(), _meeting(TODAY), Catalog)

    assert "status: planned" in plan.files[f"{FOLDER}/2027-02-01.md"]


def test_event_is_the_same_through_all_changes_and_each_is_newer() -> None:
    scene = _scene()
    planned = plan_meetings(scene, _meeting(), Catalog)
    scene = _after(scene, planned)
    later = plan_move(scene, _meeting(start=Start(19 * 60, "Europe/Rome")), _next(scene))
    scene = _after(scene, later)
    moved = plan_move(scene, _meeting(date(2027, 2, 17)), _next(scene))
    scene = _after(scene, moved)
    again = plan_move(scene, _meeting(date(2027, 2, 19)), _next(scene))
    scene = _after(scene, again)
    off = plan_cancel(scene, PAIR, _next(scene))

    events = [_event(plan) for plan in (planned, later, moved, again, off)]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [event["SEQUENCE"] for event in events] == [1, 2, 3, 4, 5]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED"] * 4 + ["CANCELLED"]
    assert events[3]["DTSTART"].dt.day == 19  # type: ignore[attr-defined]  # a library's value
    [site] = [
        one
        for one in program_events(off.community, PAIR.program, TODAY, Catalog("en"))
        if one.is_cancelled
    ]
    assert (site.uid, site.sequence) == (events[4]["UID"], 5)


def _next(scene: Scene) -> Session:
    return planned_session(scene.community, PAIR, None, TODAY)


def test_moved_session_leaves_its_old_note_behind() -> None:
    scene = _scene({"2027-02-15": PLANNED})

    plan = plan_move(scene, _meeting(date(2027, 2, 16)), _next(scene))

    assert plan.files == {
        f"{FOLDER}/2027-02-15.md": PLANNED.replace("planned", "rescheduled"),
        f"{FOLDER}/2027-02-16.md": PLANNED.replace(
            "minutes: 60\n", "minutes: 60\nmoved:\n  times: 1\n  from: 2027-02-15\n"
        ),
    }
    assert [str(one.id) for one in plan.sessions] == ["2027-02-16"]


def test_session_without_an_hour_gets_one() -> None:
    scene = _scene({"2027-02-15": "---\nstatus: planned\n---\n"})

    plan = plan_move(scene, _meeting(), _next(scene))

    assert list(plan.files) == [f"{FOLDER}/2027-02-15.md"]
    assert _event(plan)["SEQUENCE"] == 2


def test_time_that_is_taken_over_or_missing_is_refused() -> None:
    other = {
        "pairs/atelier/second/pair.yaml": FACTS.replace("leonardo", "lippi")
        + "status: active\nstart: 2027-01-04\n",
        "program/people/lippi.yaml": person("mentee"),
        "pairs/atelier/second/2027-02-15.md": PLANNED,
    }

    assert _refusal(_scene(more=other), _meeting()) == (
        "Somebody has another session at that time: atelier/second on 2027-02-15 at "
        "18:00 Europe/Rome, in pairs/atelier/second/2027-02-15.md."
    )
    assert "planned already" in _refusal(
        _scene({"2027-02-15": "---\nstatus: planned\n---\n"}), _meeting()
    )
    assert (
        _refusal(_scene(), _meeting(date(2027, 1, 31)))
        == "2027-01-31 is over; today is 2027-02-01."
    )
    assert _refusal(_scene(), _meeting(date(2027, 3, 28), start=Start(150, "Europe/Rome"))) == (
        "There is no 02:30 on 2027-03-28 in Europe/Rome: clocks go forward then."
    )
    assert _refusal(_scene(), _meeting(start=Start(0, "Europe/Rom"))) == (
        'There is no time zone "Europe/Rom".'
    )


@pytest.mark.parametrize("hour", [18, 20])
def test_session_that_is_there_already_can_be_moved(hour: int) -> None:
    start = Start(hour * 60, "Europe/Rome")

    refused = _refused(_scene({"2027-02-15": PLANNED}), _meeting(start=start))

    assert f"{FOLDER}/2027-02-15.md" in str(refused.message)
    assert "telemaco meet atelier/verrocchio-leonardo --reschedule --session 2027-02-15" in str(
        refused.hint
    )


def test_time_outside_of_somebodys_hours_is_only_told() -> None:
    quiet = PROGRAM.replace("  grace_days: 3\n", "  grace_days: 3\n  quiet: [mon]\n")
    hours = {"program/people/leonardo.yaml": person("mentee", rest=MORNINGS)}

    plan = plan_meetings(_scene(program=quiet, more=hours), _meeting(), Catalog)
    suits = plan_meetings(_scene(more=hours), _meeting(start=Start(600, "Europe/Rome")), Catalog)

    assert [str(one) for one in plan.cautions] == [
        "2027-02-15: the program keeps that day quiet",
        "Somebody does not say that they are free on 2027-02-15 at 18:00 (Europe/Rome).",
    ]
    assert suits.cautions == ()


def test_series_goes_by_the_rhythm_around_quiet_days_to_its_end() -> None:
    quiet = PROGRAM.replace(
        "  grace_days: 3\n", "  grace_days: 3\n  quiet: [2027-03-01..2027-03-02]\n"
    )
    scene = _scene(program=quiet, pair=f"{ACTIVE}expected_end: 2027-03-20\n")

    three = days_of_series(scene.community, PAIR, DAY, 3)
    whole = days_of_series(scene.community, PAIR, DAY, None)

    assert three == (DAY, date(2027, 3, 3), date(2027, 3, 15))
    assert whole == three
    assert len(plan_meetings(scene, _meeting(*three), Catalog).files) == 3


def test_each_session_of_a_series_has_the_guide_of_its_number() -> None:
    listed = "agendas: [{session: 1, agenda: opening}, {session: 2, agenda: drawing}]\n"
    guide = "---\ntitle: Drawing\n---\n- What?\n"
    more = {f"program/agendas/{name}.en.md": guide for name in ("opening", "drawing")}
    days = [date(2027, 2, 15), date(2027, 3, 1), date(2027, 3, 15), date(2027, 3, 29)]
    planned = {"2027-02-10": PLANNED}
    own, none = _scene(program=PROGRAM + listed, more=more), _scene()

    assert _agendas(own, *days[:2]) == ["opening", "drawing"]
    assert _agendas(none, *days) == ["first-meeting", "goal-setting", "feedback", "regular"]
    assert _agendas(_scene(planned), days[0]) == ["goal-setting"]


def _agendas(scene: Scene, *days: date) -> list[str]:
    plan = plan_meetings(scene, _meeting(*days), Catalog)
    return [str(session.note.agenda) for session in plan.sessions]


def test_guide_of_a_session_that_is_called_off_goes_to_the_next_one() -> None:
    held = {"2027-01-05": "---\nstatus: held\n---\n"}
    days = [DAY, date(2027, 3, 1), date(2027, 3, 15)]
    scene = _scene(held)
    scene = _after(scene, plan_meetings(scene, _meeting(*days), Catalog))

    plan = plan_cancel(scene, PAIR, _next(scene))

    now = _after(scene, plan).community.sessions_of(PAIR)
    assert [(one.note.status.value, one.note.agenda) for one in now[1:]] == [
        ("cancelled", "goal-setting"),
        ("planned", "goal-setting"),
        ("planned", "feedback"),
    ]
    assert [str(one) for one in plan.cautions] == [
        "The session of 2027-03-01 gets the guide goal-setting now.",
        "The session of 2027-03-15 gets the guide feedback now.",
    ]
    fresh = plan_meetings(_scene(held), _meeting(days[1]), Catalog)
    assert plan.files[f"{FOLDER}/2027-03-01.md"] == fresh.files[f"{FOLDER}/2027-03-01.md"]


def test_what_somebody_wrote_or_chose_stays_when_a_session_is_called_off() -> None:
    held = {"2027-01-05": "---\nstatus: held\n---\n"}
    off = PLANNED.replace("minutes", "agenda: goal-setting\nminutes")
    notes = {
        **held,
        "2027-02-15": off,
        "2027-03-01": off.replace("goal-setting", "feedback"),
        "2027-03-15": off.replace("goal-setting", "closing"),
    }
    scene = _scene(notes)

    plan = plan_cancel(scene, PAIR, _next(scene))
    off_on = Wanted(PAIR, DAY, TODAY)
    unreadable = moved_up(scene.community, FakeSources({}), off_on, _next(scene))

    assert [path.rpartition("/")[2] for path in plan.files] == ["2027-02-15.md", "2027-03-01.md"]
    text = plan.files[f"{FOLDER}/2027-03-01.md"]
    assert "agenda: goal-setting" in text
    assert text.endswith("---\nHorses.\n")
    assert list(unreadable) == []


def test_series_without_end_needs_a_number() -> None:
    endless = PROGRAM.replace(", end: 2027-12-31", "").replace("formal", "informal")

    with pytest.raises(TelemacoError, match="no end"):
        days_of_series(_scene(program=endless).community, PAIR, DAY, None)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("status: paused", "atelier/verrocchio-leonardo rests."),
        ("status: completed\nend: 2027-01-30", "does not meet: its status is completed."),
    ],
)
def test_pair_that_holds_no_sessions_gets_none(facts: str, message: str) -> None:
    scene = _scene(pair=f"{FACTS}start: 2027-01-04\n{facts}\n")

    with pytest.raises(TelemacoError) as refused:
        refuse_who_does_not_meet(scene.community, PAIR)

    assert message in str(refused.value.message)


def test_pair_that_rests_until_a_day_may_plan_beyond_it() -> None:
    scene = _scene(pair=f"{FACTS}start: 2027-01-04\nstatus: paused\npaused_until: 2027-03-01\n")

    refuse_who_does_not_meet(scene.community, PAIR)


def test_session_is_not_moved_to_the_time_that_it_has() -> None:
    scene = _scene({"2027-02-15": PLANNED})

    with pytest.raises(TelemacoError) as refused:
        plan_move(scene, _meeting(), _next(scene))
    longer = plan_move(scene, Meeting(PAIR, (DAY,), SIX, 90), _next(scene))

    assert str(refused.value.message) == (
        "The session of 2027-02-15 is planned for that time already."
    )
    assert "minutes: 90" in longer.files[f"{FOLDER}/2027-02-15.md"]


def test_session_that_is_not_planned_cannot_be_moved() -> None:
    with pytest.raises(TelemacoError, match="no session planned"):
        planned_session(_scene().community, PAIR, None, TODAY)
    with pytest.raises(TelemacoError, match="on 2027-02-16"):
        planned_session(_scene({"2027-02-15": PLANNED}).community, PAIR, date(2027, 2, 16), TODAY)


def test_session_of_a_day_that_is_over_can_be_called_off_by_its_day() -> None:
    scene = _scene({"2027-01-18": PLANNED, "2027-02-15": PLANNED})

    assert str(planned_session(scene.community, PAIR, date(2027, 1, 18), TODAY).id) == "2027-01-18"
    assert [str(one.id) for one in coming(scene.community, PAIR, TODAY)] == ["2027-02-15"]


def test_note_that_would_be_wrong_and_one_that_changed_are_refused() -> None:
    wrong = _scene({"2027-02-15": PLANNED.replace("minutes", "agenda: nowhere\nminutes")})
    with pytest.raises(TelemacoError, match="nowhere"):
        plan_move(wrong, _meeting(date(2027, 2, 16)), _next(wrong))
    scene = _scene({"2027-02-15": PLANNED})

    plan = plan_cancel(scene, PAIR, _next(scene))
    with pytest.raises(TelemacoError, match="changed in the meantime"):
        write_meetings(plan, _scene().sources, FakeWriter())


def test_note_whose_facts_cannot_be_edited_is_left_alone() -> None:
    scene = _scene({"2027-02-15": PLANNED})
    gone = Scene(scene.community, FakeSources({}), TODAY)

    with pytest.raises(TelemacoError, match="cannot be changed"):
        plan_cancel(gone, PAIR, _next(scene))
