from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.community import program_progress
from telemaco.progress.surveys_to_do import surveys_to_do
from telemaco.records.base import ProgramId
from tests.fakes import SETTINGS
from tests.progress.atelier import ACTIVE, FACTS, PROGRAM, atelier, person

ATELIER = ProgramId("atelier")
SURVEYS = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-07-01, end: 2027-12-31") + (
    "evaluation: [{survey: midpoint, at: midpoint}, {survey: end, at: end},"
    " {survey: exit, at: exit}, {survey: first-session, at: after-session}]\n"
)
FORMS = "forms: {mentor: https://a.org/b, mentee: https://a.org/b}"
ASKED = SURVEYS.replace("at: midpoint", f"at: midpoint, {FORMS}")
RESULTS = {"pairs/atelier/surveys/midpoint.yaml": "groups: []\n"}
FORGE = {
    "program/community.yaml": f"{SETTINGS}forge: {{kind: github, repository: a/b}}\n"
    "privacy: {small_group: 2}\n"
}
TWO = ACTIVE.replace("role: mentee}", "role: mentee}, {person: perugino, role: mentee}")
LEFT = FACTS + "status: ended-early\nstart: 2027-01-04\nend: 2027-03-01\nreason: no-time\n"
HELD = {"2027-01-20": "status: held"}


def _found(
    today: date,
    program: str = SURVEYS,
    pair: str = ACTIVE,
    more: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
) -> list[tuple[str, tuple[str, ...]]]:
    """What is said of surveys, and the command."""
    found = atelier(notes, program=program, pair=pair, more=more)
    suggested = surveys_to_do(found, program_progress(found, ATELIER, today), today)
    say = Catalog("en").text
    return [(say(one.what), one.command) for one in suggested]


def test_archived_program_is_still_to_ask_for_the_last_survey() -> None:
    pair = FACTS + "status: completed\nstart: 2027-01-04\nend: 2027-12-31\n"
    archived = SURVEYS.replace("running", "archived").replace(
        "{survey: end, at: end}",
        "{survey: end, at: end}, {survey: three-months, at: plus-3-months}",
    )

    assert _found(date(2028, 1, 2), archived, pair) == []
    assert [command[:3] for _, command in _found(date(2028, 3, 31), archived, pair)] == [
        ("survey", "ask", "three-months")
    ]


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2027, 6, 23), None),
        (date(2027, 6, 24), "Set up a form for the survey midpoint of atelier, which is due on "),
        (date(2027, 7, 1), "Ask the survey midpoint of atelier, which was due on 1 July 2027: "),
        (date(2027, 8, 30), "Ask the survey midpoint of atelier, which was due on 1 July 2027: "),
        (date(2027, 8, 31), None),
        (date(2028, 1, 2), "Ask the survey end of atelier, which was due on 31 December 2027: "),
    ],
)
def test_survey_is_named_when_its_day_comes(day: date, begins: str | None) -> None:
    said = [what for what, _ in _found(day)]

    assert len(said) == (begins is not None)
    assert all(begins and one.startswith(begins) for one in said)


def test_command_of_a_survey_prints_its_questions() -> None:
    ((_, command),) = _found(date(2027, 7, 1))

    assert command == ("survey", "ask", "midpoint", "--program", "atelier")


def test_surveys_of_those_who_left_and_met_are_named_once_somebody_did() -> None:
    ((left, _),) = _found(date(2027, 3, 2), pair=LEFT)
    ((met, _),) = _found(date(2027, 1, 22), notes=HELD)

    assert left.startswith("Ask the survey exit of atelier, which was due on 1 March 2027: ")
    assert met.startswith("Ask the survey first-session of atelier, which was due on 20 January ")


@pytest.mark.parametrize(
    ("program", "more"),
    [
        (ASKED, FORGE),
        (ASKED, RESULTS),
        (SURVEYS, RESULTS),
        (SURVEYS.replace("formal", "informal"), {}),
        (SURVEYS.replace("running", "open"), {}),
        (SURVEYS.replace("at: midpoint", "at: midpoint, roles: [peer]"), {}),
    ],
)
def test_survey_that_is_asked_or_was_or_need_not_be_is_not_named(
    program: str, more: Mapping[str, str]
) -> None:
    assert _found(date(2027, 7, 1), program, more=more) == []


def test_role_without_a_form_is_named() -> None:
    half = SURVEYS.replace("at: midpoint", "at: midpoint, forms: {mentee: https://a.org/b}")

    ((said, command),) = _found(date(2027, 7, 1), half)

    assert said == (
        "Set up a form of the survey midpoint of atelier for mentor, too, and write its address "
        "into forms."
    )
    assert command == ("survey", "ask", "midpoint", "--program", "atelier")


@pytest.mark.parametrize(("day", "is_named"), [(14, True), (15, True), (16, False)])
def test_without_a_forge_a_survey_is_sent_by_hand(day: int, *, is_named: bool) -> None:
    found = _found(date(2027, 7, day), ASKED)

    assert [command for _, command in found] == [("remind",)] * is_named


def test_answers_are_counted_when_nobody_is_asked_any_more() -> None:
    asked = _found(date(2027, 7, 15), ASKED, TWO, FORGE)
    ((said, command),) = _found(date(2027, 7, 16), ASKED, TWO, FORGE)
    few = _found(date(2027, 7, 16), ASKED, more=FORGE)

    assert (asked, few) == ([], [])
    assert said == (
        "Count the answers to the survey midpoint of atelier: export them from the forms as "
        "midpoint-mentor.csv, midpoint-mentee.csv."
    )
    assert " ".join(command) == (
        "survey count midpoint midpoint-mentor.csv midpoint-mentee.csv --role mentor --role mentee "
        "--program atelier"
    )


def test_survey_is_not_sent_once_no_pair_is_asked_for_it() -> None:
    ended = FACTS + "status: ended-early\nstart: 2027-01-04\nend: 2027-07-02\nreason: no-time\n"

    found = _found(date(2027, 7, 2), ASKED.replace("running", "completed"), ended)

    assert [command for _, command in found] == [("survey", "ask", "exit", "--program", "atelier")]


STARTED = PROGRAM + f"evaluation: [{{survey: start, at: start, {FORMS}}}]\n"
LATE = {
    "pairs/atelier/lippi-perugino/pair.yaml": (
        "members: [{person: lippi, role: mentor}, {person: perugino, role: mentee}]\n"
        "status: active\nstart: 2027-02-20\n"
    ),
    "program/people/lippi.yaml": person("mentor"),
    "program/people/perugino.yaml": person("mentee"),
}
COUNT = (
    "Count the answers to the survey start of atelier: export them from the forms as "
    "start-mentor.csv, start-mentee.csv."
)


SEND = (
    "Send the survey start of atelier, which was due on 20 February 2027: the command names those "
    "who are asked, and forms has the address."
)
WAIT = (
    "But wait until 6 March 2027 is over: some who began late are still asked, and answers are "
    "counted once."
)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 2, 19), [COUNT]),
        (date(2027, 2, 20), [SEND, f"{COUNT} {WAIT}"]),
        (date(2027, 3, 7), [COUNT]),
        (date(2027, 12, 1), [COUNT]),
    ],
)
def test_survey_is_sent_to_who_begins_late_and_counted_until_it_is(
    day: date, said: list[str]
) -> None:
    few = {"program/community.yaml": f"{SETTINGS}privacy: {{small_group: 2}}\n"}
    counted = {"pairs/atelier/surveys/start.yaml": "groups: []\n"}

    assert [what for what, _ in _found(day, STARTED, more=LATE | few)] == said
    archived = STARTED.replace("running", "archived")
    assert _found(day, archived, more=LATE | few) == []
    assert _found(day, STARTED, more=LATE | few | counted) == []


def test_answers_are_counted_of_those_who_had_a_form() -> None:
    half = ASKED.replace("{mentor: https://a.org/b, mentee:", "{mentee:")

    assert _found(date(2027, 8, 31), SURVEYS, TWO, FORGE) == []
    ((_, command),) = _found(date(2027, 8, 31), half, TWO, FORGE)
    assert command[:-2] == (
        "survey",
        "count",
        "midpoint",
        "midpoint-mentee.csv",
        "--role",
        "mentee",
    )


def test_survey_of_those_who_found_nobody_is_sent_to_them() -> None:
    unmatched = STARTED.replace("survey: start, at: start", "survey: unmatched, at: unmatched")
    lippi = {"program/people/lippi.yaml": person("mentee", "accepted")}

    assert [command for _, command in _found(date(2027, 1, 5), unmatched, more=lippi)] == [
        ("remind",)
    ]
    assert _found(date(2027, 1, 5), unmatched) == []


FOUR = TWO.replace("}]", "}, {person: botticelli, role: mentor}]")


@pytest.mark.parametrize(
    ("pair", "roles", "is_named"),
    [
        (FOUR, ["mentee"], True),
        (FOUR, ["mentee", "mentor"], False),
        (FOUR, [], False),
        (TWO, ["mentee"], False),
    ],
)
def test_side_whose_answers_are_not_counted_yet_is_named(
    pair: str, roles: list[str], *, is_named: bool
) -> None:
    groups = "".join(f"  - {{role: {role}, answers: 2, items: {{}}}}\n" for role in roles)
    counts = f"groups:\n{groups}" if roles else "groups: []\n"
    more = {**FORGE, "pairs/atelier/surveys/midpoint.yaml": counts}

    found = _found(date(2027, 7, 16), ASKED, pair, more)

    said = (
        "Count the other answers to the survey midpoint of atelier, too (mentor): export them as "
        "midpoint-mentor.csv."
    )
    command = ("survey", "count", "midpoint", "midpoint-mentor.csv", "--role", "mentor")
    assert found == [(said, (*command, "--program", "atelier"))] * is_named


@pytest.mark.parametrize(("status", "is_named"), [("running", False), ("closing", True)])
def test_answers_of_those_who_left_are_counted_once_the_program_is_over(
    status: str, *, is_named: bool
) -> None:
    program = SURVEYS.replace("at: exit", f"at: exit, {FORMS}").replace("running", status)

    left = LEFT.replace("role: mentee}", "role: mentee}, {person: perugino, role: mentee}")

    found = _found(date(2027, 3, 20), program, left, FORGE)

    assert [command[1] for _, command in found] == ["count"] * is_named


NO_FIGURE = (
    "Nobody is asked. No report would show figures so far, as fewer than 2 people can answer in "
    "each role: only coordinators would read what the form collects."
)


@pytest.mark.parametrize(
    ("pair", "otherwise"),
    [(TWO, "Nobody is asked, and the report cannot say how it went."), (ACTIVE, NO_FIGURE)],
)
def test_survey_of_which_no_figure_could_be_shown_says_so(pair: str, otherwise: str) -> None:
    found, today = atelier(program=SURVEYS, pair=pair, more=FORGE), date(2027, 7, 1)

    (one,) = surveys_to_do(found, program_progress(found, ATELIER, today), today)

    assert Catalog("en").text(one.otherwise) == otherwise
