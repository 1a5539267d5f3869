from datetime import date, timedelta

import pytest

from telemaco.model.community import Community
from telemaco.model.moments import is_survey_over
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.program import Moment
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_surveys import (
    survey_asked,
    surveys_of_pair,
    surveys_of_person,
)
from telemaco.reminders.outcome import is_answered
from telemaco.reminders.plan import plan
from telemaco.reminders.question import Question
from telemaco.reminders.values import CheckInKey, CheckInKind, Stage
from tests.progress.atelier import ACTIVE, FACTS, PAIR, PROGRAM, START, atelier, person

DAY = timedelta(days=1)
BOTH = "forms: {mentor: https://forms.example.org/a, mentee: https://forms.example.org/b}"
WITH_MIDPOINT = PROGRAM.replace("start: 2027-01-04,", "start: 2027-01-04, midpoint: 2027-06-28,")
BOTTICELLI = PersonId("botticelli")
MET = {"2027-01-05": "status: held"}
_SURVEY = "There is a short survey for you"


def asking(moment: str, *, forms: str = BOTH, program: str = WITH_MIDPOINT) -> str:
    return f"{program}evaluation: [{{survey: end, at: {moment}, {forms}}}]\n"


def ended(status: str) -> str:
    return f"{FACTS}status: {status}\nstart: 2027-01-04\nend: 2027-03-01\nreason: no-time\n"


def asked(found: Community, today: date) -> list[Question]:
    return list(surveys_of_pair(found, PAIR, today))


@pytest.mark.parametrize(
    ("moment", "pair", "day"),
    [
        ("start", ACTIVE, START),
        ("after-session", ACTIVE, date(2027, 1, 12)),
        ("day-30", ACTIVE, date(2027, 2, 3)),
        ("midpoint", ACTIVE, date(2027, 6, 28)),
        ("end", ACTIVE, date(2027, 12, 31)),
        ("end", ended("completed"), date(2027, 3, 1)),
        ("exit", ended("ended-early"), date(2027, 3, 1)),
        ("plus-3-months", ended("completed"), date(2027, 6, 1)),
    ],
)
def test_survey_is_asked_from_its_moment_on_for_some_days(
    moment: str, pair: str, day: date
) -> None:
    notes = {"2027-01-11": "status: missed", "2027-01-12": "status: held"}
    found = atelier(notes, program=asking(moment), pair=pair)

    assert asked(found, day - DAY) == []
    (question,) = asked(found, day)
    assert question.key == CheckInKey(PAIR.program, PAIR.pair, day, CheckInKind.SURVEY)
    assert question.to == ("verrocchio", "leonardo")
    assert [one.key for one in asked(found, day + 14 * DAY)] == [question.key]
    assert asked(found, day + 15 * DAY) == []


@pytest.mark.parametrize(
    ("moment", "pair"),
    [
        ("after-session", ACTIVE),
        ("exit", ACTIVE),
        ("exit", ended("completed")),
        ("plus-3-months", ended("ended-early")),
        ("start", f"{FACTS}status: proposed\nstart: 2027-01-04\n"),
        ("start", f"{FACTS}status: active\nstart: 2027-01-04\npaused_until: 2027-02-01\n"),
        ("unmatched", ACTIVE),
    ],
)
def test_survey_of_a_moment_that_does_not_come_is_not_asked(moment: str, pair: str) -> None:
    found = atelier(program=asking(moment), pair=pair)

    days = [START + number * DAY for number in range(25)]
    days += [date(2027, 2, 20) + number * DAY for number in range(365)]
    assert not [day for day in days if asked(found, day)]


@pytest.mark.parametrize(
    "program",
    [
        asking("start", program=WITH_MIDPOINT.replace("formal", "informal")),
        asking("start", program=WITH_MIDPOINT.replace("running", "cancelled")),
        asking("start", forms="roles: []"),
        asking("start", forms="forms: {peer: https://forms.example.org/c}"),
    ],
)
def test_nobody_is_asked_without_follow_up_or_a_form(program: str) -> None:
    assert asked(atelier(program=program), START) == []


def test_archived_program_asks_for_the_last_survey_alone() -> None:
    archived = WITH_MIDPOINT.replace("running", "archived")
    ended_on, later = date(2027, 3, 1), date(2027, 6, 1)
    both = (
        f"{archived}evaluation:\n  - {{survey: end, at: end, {BOTH}}}\n"
        f"  - {{survey: three-months, at: plus-3-months, {BOTH}}}\n"
    )

    found = atelier(program=both, pair=ended("completed"))

    assert asked(found, ended_on) == []
    assert [one.key.period for one in asked(found, later)] == [later]
    assert [one.key.kind for one in plan(found, later).check_ins] == [CheckInKind.SURVEY]
    assert plan(found, later - DAY).check_ins == ()


def test_those_are_asked_who_have_a_form_and_are_there() -> None:
    forms = "forms: {mentee: https://forms.example.org/b}"
    left = ACTIVE.replace("role: mentee}", "role: mentee, until: 2027-01-05}")

    assert asked(atelier(program=asking("start", forms=forms)), START)[0].to == ("leonardo",)
    assert asked(atelier(program=asking("start", forms=forms), pair=left), START + 3 * DAY) == []


def test_latest_of_two_moments_is_asked() -> None:
    program = f"{WITH_MIDPOINT}evaluation:\n  - {{survey: start, at: start, {BOTH}}}\n"
    program += f"  - {{survey: first-session, at: after-session, {BOTH}}}\n"

    (question,) = asked(atelier({"2027-01-05": "status: held"}, program=program), date(2027, 1, 6))

    assert question.key.period == date(2027, 1, 5)


def test_survey_goes_along_with_what_is_asked_anyway() -> None:
    found = atelier(program=asking("midpoint"))

    kinds = {one.key.kind for one in of_pair(found, PAIR, date(2027, 6, 28))}

    assert {CheckInKind.SURVEY, CheckInKind.MIDPOINT_FEEDBACK} <= kinds


@pytest.mark.parametrize(
    ("notes", "grace", "told"),
    [
        (MET, 2, (date(2027, 2, 3), CheckInKind.SESSION)),
        (MET, 3, (date(2027, 2, 4), CheckInKind.SESSION)),
        (MET, 4, (date(2027, 2, 5), CheckInKind.SESSION)),
        (MET, 5, (date(2027, 2, 3), CheckInKind.SURVEY)),
        (MET | {"2027-01-20": "status: held"}, 3, (date(2027, 2, 3), CheckInKind.SURVEY)),
        (MET | {"2027-02-09": "status: planned"}, 3, (date(2027, 2, 3), CheckInKind.SURVEY)),
        ({}, 21, (date(2027, 2, 3), CheckInKind.FIRST_MEETING)),
        ({}, 24, (date(2027, 2, 4), CheckInKind.FIRST_MEETING)),
    ],
)
def test_survey_goes_with_a_check_in_that_is_due_within_two_days(
    notes: dict[str, str], grace: int, told: tuple[date, CheckInKind]
) -> None:
    """It would give way to it otherwise: two mails in two days."""
    program = asking("day-30").replace("grace_days: 3", f"grace_days: {grace}")
    found = atelier(notes, program=program)

    days = [date(2027, 2, 1) + number * DAY for number in range(9)]
    tells = [
        (day, check_in.key.kind)
        for day in days
        for check_in in plan(found, day).check_ins
        if check_in.key.kind is CheckInKind.SURVEY or _SURVEY in str(check_in.also)
    ]

    assert tells[0] == told


def test_survey_at_the_end_does_not_wait_for_a_session_that_is_not_asked_for_any_more() -> None:
    last = date(2027, 2, 3)
    found = atelier(MET, program=asking("end"), pair=f"{ACTIVE}expected_end: {last}\n")

    (check_in,) = plan(found, last).check_ins

    assert check_in.key.kind is CheckInKind.FINAL_FEEDBACK
    assert _SURVEY in str(check_in.also)


def test_survey_does_not_wait_for_a_check_in_that_was_answered() -> None:
    written = MET | {"2027-01-31": "status: held"}
    day = date(2027, 2, 3)

    before = plan(atelier(MET, program=asking("day-30")), day)
    after = plan(atelier(written, program=asking("day-30")), day)

    assert [one.key.kind for one in before.check_ins] == []
    assert [one.key.kind for one in after.check_ins] == [CheckInKind.SURVEY]


def test_survey_is_asked_once_and_climbs_no_ladder() -> None:
    found = atelier(program=asking("exit"), pair=ended("ended-early"))

    (check_in,) = plan(found, date(2027, 3, 14)).check_ins

    assert check_in.key.kind is CheckInKind.SURVEY
    assert (check_in.stage, check_in.is_for_coordinators) == (Stage.DUE, False)


def test_survey_goes_by_itself_after_some_days() -> None:
    found = atelier(program=asking("start"))
    key = asked(found, START)[0].key

    assert not is_answered(found, key, START + 14 * DAY)
    assert is_answered(found, key, START + 15 * DAY)
    assert is_survey_over(START, START + 15 * DAY)


def unmatched(status: str = "waiting", moment: str = "unmatched") -> Community:
    return atelier(
        program=asking(moment),
        more={"program/people/botticelli.yaml": person("mentee", status)},
    )


def test_who_found_nobody_is_asked_once_when_the_program_begins() -> None:
    found = unmatched()

    assert list(surveys_of_person(found, BOTTICELLI, START - DAY)) == []
    (question,) = surveys_of_person(found, BOTTICELLI, START)
    assert question.key.kind is CheckInKind.SURVEY_UNMATCHED
    assert question.to == (BOTTICELLI,)
    assert list(surveys_of_person(found, BOTTICELLI, START + 15 * DAY)) == []
    assert plan(found, START).check_ins[0].key == question.key


def test_others_are_not_asked_why_they_found_nobody() -> None:
    assert list(surveys_of_person(unmatched("applied"), BOTTICELLI, START)) == []
    assert list(surveys_of_person(unmatched(moment="start"), BOTTICELLI, START)) == []
    assert list(surveys_of_person(unmatched(), PersonId("leonardo"), START)) == []


def test_survey_of_a_check_in_is_found_again() -> None:
    key = asked(atelier(program=asking("start")), START)[0].key
    alone = CheckInKey(PAIR.program, BOTTICELLI, START, CheckInKind.SURVEY_UNMATCHED)

    found = survey_asked(atelier(program=asking("start")), key)
    assert found is not None
    assert found.at is Moment.START
    assert survey_asked(unmatched(), alone) is not None
    assert survey_asked(atelier(program=asking("end")), key) is None
    assert survey_asked(atelier(), key) is None
    gone = CheckInKey(ProgramId("gone"), PAIR.pair, START, CheckInKind.SURVEY)
    assert survey_asked(atelier(), gone) is None
    other = CheckInKey(PAIR.program, "nobody", START, CheckInKind.SURVEY)
    assert survey_asked(atelier(program=asking("start")), other) is None


def test_pair_without_a_program_is_asked_nothing() -> None:
    found = atelier(more={"pairs/gone/two/pair.yaml": ACTIVE})

    (pair_id,) = (one for one in found.pairs if one.program == "gone")

    assert list(surveys_of_pair(found, pair_id, START)) == []
