"""Surveys asked for at their moment, over the adapter and our own GitHub: once, and never lost."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.model.community import Community
from telemaco.ports.forge import ForgeError
from telemaco.reminders.board import board
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.usecases.remind import carry_out, plan_reminders
from tests.forge.faults import Fault
from tests.forge.scene import Scene
from tests.forge.state import Comment
from tests.progress.atelier import FACTS, HELD, PROGRAM, person
from tests.reminders.on_forge import workshop

DAY = date(2027, 2, 3)
"""Thirty days after the pair began, which meets every other week."""
FORMS = "forms: {mentor: https://forms.example.org/a, mentee: https://forms.example.org/b}"
ASKING = PROGRAM + f"evaluation: [{{survey: midpoint, at: day-30, {FORMS}}}]\n"
MET = {f"2027-{day}": HELD for day in ("01-05", "01-19", "02-02", "02-16")}
_CANCELLED = FACTS + "status: cancelled\nstart: 2027-01-04\nreason: no-fit\n"


def _run(scene: Scene, community: Community, days: int) -> None:
    """A run so many days after the survey's moment."""
    day = DAY + timedelta(days=days)
    morning = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    scene.hands.moment = max(scene.hands.moment, morning)
    forge = scene.run()
    letters = GithubLetters(community, None, day, Catalog)
    plan = plan_reminders(community, forge.reader, letters, day)
    carry_out(plan, forge.reader, forge.writer)


def _told(scene: Scene) -> list[tuple[str, int]]:
    return [(event.kind, event.issue) for event in scene.home.events]


def _body(scene: Scene, number: int) -> str:
    issue = scene.home.issues.now(number)
    assert issue is not None
    return issue.body or ""


def _answer(scene: Scene, number: int, text: str, login: str) -> None:
    now = scene.hands.now()
    issue = scene.home.issues.now(number)
    assert issue is not None
    comment = Comment(7000 + number, number, login, text, now, now)
    scene.home.comments.put(comment.id, now, comment)
    scene.home.issues.put(number, now, replace(issue, updated=now))


@pytest.fixture
def early(scene: Scene) -> Scene:
    """GitHub before anything is due."""
    scene.hands.moment = datetime(2027, 1, 1, 8, tzinfo=UTC)
    return scene


def test_survey_is_asked_for_once_and_goes_by_itself(early: Scene) -> None:
    pair = workshop(MET, program=ASKING)

    for days in (-1, 0, 1, 14):
        _run(early, pair, days)
    while_asked = _told(early)
    _run(early, pair, 15)
    _run(early, pair, 16)

    assert while_asked == [("opened", 1)]
    assert _told(early) == [("opened", 1), ("closed", 1)]
    assert "(https://forms.example.org/a)" in _body(early, 1)
    assert "(https://forms.example.org/b)" in _body(early, 1)


def test_who_says_done_is_left_alone_and_nobody_has_to_write_it_down(early: Scene) -> None:
    pair = workshop(MET, program=ASKING)
    _run(early, pair, 0)
    _answer(early, 1, "/done", "leonardo")

    for days in (1, 2):
        _run(early, pair, days)

    assert _told(early) == [("opened", 1), ("closed", 1)]


def test_survey_that_is_put_off_waits_in_its_own_issue(early: Scene) -> None:
    pair = workshop(MET, program=ASKING)
    _run(early, pair, 0)
    _answer(early, 1, "/snooze 1w", "verrocchio")

    for days in (1, 8, 15):
        _run(early, pair, days)

    assert [told for told in _told(early) if told[0] != "commented"] == [
        ("opened", 1),
        ("closed", 1),
    ]


def test_survey_is_asked_along_with_a_note_that_is_owed_and_then_by_itself(early: Scene) -> None:
    for days in (-10, 0):
        _run(early, workshop({}, program=ASKING), days)
    along = _body(early, 1)
    for days in (2, 6, 15):
        _run(early, workshop(MET, program=ASKING), days)

    assert "/first-meeting" in along
    assert "(https://forms.example.org/a)" in along
    issues = board(early.run().reader.own_issues()).issues
    assert {(known.key.kind.value, known.is_open) for known in issues} == {
        ("first-meeting", False),
        ("survey", False),
    }
    assert max(Counter(_told(early)).values()) == 1


def test_survey_goes_in_one_mail_with_a_note_that_is_owed_the_day_after(early: Scene) -> None:
    silent = workshop({"2027-01-05": HELD}, program=ASKING)

    for days in (0, 1, 2):
        _run(early, silent, days)

    assert _told(early) == [("opened", 1)]
    assert "/session" in _body(early, 1)
    assert "(https://forms.example.org/a)" in _body(early, 1)


def test_survey_that_gives_way_to_a_note_that_is_owed_is_asked_along_with_it(early: Scene) -> None:
    later = ASKING.replace("grace_days: 3", "grace_days: 6")
    silent = workshop({"2027-01-05": HELD}, program=later)

    for days in (0, 4, 5):
        _run(early, silent, days)

    assert _told(early) == [("opened", 1), ("closed", 1), ("opened", 2)]
    assert "/session" in _body(early, 2)
    assert "(https://forms.example.org/a)" in _body(early, 2)


def test_survey_for_who_found_nobody_is_asked_of_them(early: Scene) -> None:
    unmatched = PROGRAM + (
        "evaluation: [{survey: unmatched, at: unmatched,"
        " forms: {mentee: https://forms.example.org/u}}]\n"
    )
    waits = person("mentee", "waiting", "confirmed: 2027-01-01\ngithub: botticelli\n")
    town = workshop(
        {}, program=unmatched, more={"program/people/botticelli.yaml": waits}, pair=_CANCELLED
    )

    for days in (-29, -28, -16, -15, -14):
        _run(early, town, days)

    told = [kind for kind, number in _told(early) if "forms.example.org/u" in _body(early, number)]
    assert told == ["opened", "closed"]


def test_survey_missed_by_two_weeks_of_no_runs_is_not_asked_any_more(early: Scene) -> None:
    _run(early, workshop(MET, program=ASKING), 15)

    assert _told(early) == []


def test_lists_that_are_behind_ask_for_no_survey_twice(early: Scene) -> None:
    pair = workshop(MET, program=ASKING)
    _run(early, pair, 0)
    early.github.lag = lambda: 5.0

    for days in (1, 1, 15, 15, 15):
        _run(early, pair, days)

    assert _told(early) == [("opened", 1), ("closed", 1)]


@pytest.mark.parametrize("seed", range(2))
def test_faults_lose_no_survey_and_double_none(early: Scene, seed: int) -> None:
    pair = workshop(MET, program=ASKING)
    random = Random(seed)  # noqa: S311 (no secret)
    faults = [fault for fault in Fault if not fault.is_slow]

    for days in (0, 15):
        early.github.faults = lambda _: random.choice(faults) if random.random() < 0.3 else None
        for _ in range(3):
            with suppress(ForgeError):
                _run(early, pair, days)
            early.hands.moment += timedelta(minutes=10)
        early.github.faults = lambda _: None
        _run(early, pair, days)

    (known,) = board(early.run().reader.own_issues()).issues
    assert (known.key.kind, known.is_open) == ("survey", False)
    assert Counter(_told(early)) == {("opened", 1): 1, ("closed", 1): 1}
