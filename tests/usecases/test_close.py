from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import EndReason
from telemaco.render.dates import Dates
from telemaco.usecases.check import check
from telemaco.usecases.close import Ends, endings
from telemaco.usecases.decisions import LeftOut, decided
from tests.progress.atelier import ACTIVE, FACTS, PAIR, PROGRAM, person
from tests.usecases.deciding import FOLDER, PAIR_FILE, PROPOSED, files_of, sources_of, told

ATELIER = ProgramId("atelier")
NAME = "atelier/verrocchio-leonardo"
END = date(2027, 12, 31)
LATER = date(2028, 1, 15)
HELD = {f"{FOLDER}/2027-02-01.md": "---\nstatus: held\nminutes: 60\n---\n"}
PLANNED = {f"{FOLDER}/2028-01-20.md": "---\nstatus: planned\n---\n"}
PROGRAM_COMPLETED = "atelier: the program: running -> completed"
RATED = """\
goals:
  - {id: a, statement: A, status: partly, ratings: [{on: 2028-01-04, by: x, level: 0}]}
"""
TO_COMPLETE = "to complete it: telemaco close atelier verrocchio-leonardo"
COMPLETED = FACTS + "status: completed\nstart: 2027-01-04\nend: 2027-11-30\n"


def under_way(pair: str = ACTIVE, program: str = PROGRAM, **more: str) -> dict[str, str]:
    return files_of(pair, "matched", "matched", program, {**HELD, **more})


def read(files: dict[str, str]) -> Community:
    return load(sources_of(files).files()).community


def found(files: dict[str, str], today: date = LATER, ends: Ends | None = None) -> list[str]:
    return told(endings(read(files), ends or Ends(ATELIER), today))


def test_pairs_complete_on_their_last_day_and_people_with_them() -> None:
    files = under_way(**PLANNED)

    plan = decided(endings(read(files), Ends(ATELIER), LATER), sources_of(files), LATER)

    assert told(plan.decisions) == [
        f"{NAME}: active -> completed on 31 December 2027",
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> completed",
        PROGRAM_COMPLETED,
    ]
    assert b"status: completed" in plan.files["program/programs/atelier.yaml"]
    text = plan.files[PAIR_FILE].decode()
    assert text == ACTIVE.replace("active", "completed") + "end: 2027-12-31\n"
    assert b"until: 2027-12-31" in plan.files["program/people/leonardo.yaml"]
    assert b"status: cancelled" in plan.files[f"{FOLDER}/2028-01-20.md"]


@pytest.mark.parametrize(
    ("files", "today", "said"),
    [
        (
            under_way(),
            date(2027, 6, 1),
            "its last day is 31 December 2027; to end it before, say --reason",
        ),
        (
            under_way(program=PROGRAM + "completion: {minimum_sessions: 5}\n"),
            END,
            f"met 1 of 5 times; {TO_COMPLETE}, to end it early: the same with --reason",
        ),
        (
            under_way(program=PROGRAM.replace("unit: week", "unit: week, minimum_sessions: 6")),
            END,
            f"met 1 of 6 times; {TO_COMPLETE}, to end it early: the same with --reason",
        ),
        (
            files_of(ACTIVE, "matched", "matched"),
            END,
            "never met; to end it: telemaco close atelier verrocchio-leonardo --reason no-contact",
        ),
        (
            under_way(program=PROGRAM.replace(", end: 2027-12-31", "")),
            END,
            "has no last day; to complete it: telemaco close atelier verrocchio-leonardo",
        ),
        (files_of(), END, "never began; to cancel it: telemaco close atelier verrocchio-leonardo"),
        (files_of(), date(2027, 1, 2), "has not begun"),
    ],
)
def test_pair_that_goes_on_says_why(files: dict[str, str], today: date, said: str) -> None:
    assert found(files, today) == [f"{NAME} stays: {said}"]


def test_words_fit_a_circle_in_italian_too() -> None:
    say, program = Catalog("it").text, PROGRAM.replace("one-to-one", "peer-circle")
    (why,) = [
        one.why
        for one in endings(read(files_of(program=program)), Ends(ATELIER), END)
        if isinstance(one, LeftOut) and one.subject == NAME
    ]

    assert say(why) == (
        "non ha mai avuto inizio; per annullare: telemaco close atelier verrocchio-leonardo"
    )


def test_pair_that_is_named_completes_with_few_sessions_and_without_a_last_day() -> None:
    files = files_of(ACTIVE, "matched", "matched", PROGRAM.replace(", end: 2027-12-31", ""))

    assert found(files, END, Ends(ATELIER, [PAIR])) == [
        (
            f"{NAME}: active -> completed on 31 December 2027; no note says that it met: "
            "--reason no-contact ends it"
        ),
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> accepted",
    ]


def test_proposal_that_is_named_is_cancelled() -> None:
    files = files_of(PROPOSED)

    plan = decided(endings(read(files), Ends(ATELIER, [PAIR]), END), sources_of(files), END)

    assert told(plan.decisions) == [
        f"{NAME}: proposed -> cancelled",
        PROGRAM_COMPLETED,
    ]
    assert plan.files[PAIR_FILE].decode() == PROPOSED.replace("proposed #", "cancelled #")


def test_reason_why_a_pair_never_began_is_kept() -> None:
    files, day = files_of(PROPOSED), date(2027, 1, 6)
    ends = Ends(ATELIER, [PAIR], EndReason.NO_CONTACT)

    plan = decided(endings(read(files), ends, day), sources_of(files), day)

    assert told(plan.decisions)[0] == f"{NAME}: proposed -> cancelled, reason: no-contact"
    assert plan.files[PAIR_FILE].decode() == (
        PROPOSED.replace("proposed #", "cancelled #") + "reason: no-contact\n"
    )


def test_next_step_is_told_while_a_program_has_no_pairs() -> None:
    files = files_of()
    del files[PAIR_FILE]

    assert found(files, date(2027, 1, 4), Ends(ATELIER)) == [
        "atelier stays: has no matches yet: telemaco match atelier"
    ]


def test_pair_ends_early_with_its_reason_and_its_people_are_asked() -> None:
    files, day = under_way(), date(2027, 6, 1)
    ends = Ends(ATELIER, [PAIR], EndReason.NO_TIME)

    plan = decided(endings(read(files), ends, day), sources_of(files), day)

    assert told(plan.decisions) == [f"{NAME}: active -> ended-early on 1 June 2027"]
    assert plan.files[PAIR_FILE].decode() == (
        ACTIVE.replace("active", "ended-early") + "end: 2027-06-01\nreason: no-time\n"
    )


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ("", "2027-12-31"),
        ("milestones: [{id: goals, done_on: 2028-01-03}]\n", "2028-01-03"),
        (RATED, "2028-01-04"),
        ("closing: {on: 2028-01-05}\n", "2028-01-05"),
        ("closing: {on: 2028-02-05}\n", "2028-01-15"),
    ],
)
def test_pair_that_ends_early_after_the_programs_end_ended_with_it(more: str, last: str) -> None:
    day = Dates("en").day(date.fromisoformat(last))
    files, ends = under_way(ACTIVE + more), Ends(ATELIER, [PAIR], EndReason.NO_TIME)

    assert found(files, LATER, ends)[0] == f"{NAME}: active -> ended-early on {day}"


def test_check_accepts_the_day_on_which_a_pair_ended() -> None:
    files, ends = under_way(), Ends(ATELIER, [PAIR], EndReason.NO_TIME)
    plan = decided(endings(read(files), ends, LATER), sources_of(files), LATER)
    after = files | {path: content.decode() for path, content in plan.files.items()}

    codes = {one.code for one in check(sources_of(after)).findings}

    assert "end: 2027-12-31\n" in after[PAIR_FILE]
    assert not codes & {"pair-outlives-program", "outside-pair", "outside-program"}


def test_session_held_after_the_programs_end_is_part_of_the_pair() -> None:
    met = {f"{FOLDER}/2028-01-10.md": HELD[f"{FOLDER}/2027-02-01.md"]}
    ends = Ends(ATELIER, [PAIR], EndReason.NO_TIME)

    told_of = found(under_way(**met, **PLANNED), LATER, ends)

    assert told_of[0] == f"{NAME}: active -> ended-early on 10 January 2028"


def test_who_reached_their_goals_completed_and_the_mentor_has_room_again() -> None:
    ends = Ends(ATELIER, [PAIR], EndReason.GOALS_REACHED)

    assert found(under_way(), date(2027, 6, 1), ends)[1:] == [
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> accepted",
    ]


def test_mentor_with_another_pair_goes_on() -> None:
    other = ACTIVE.replace("leonardo", "lippi") + "expected_end: 2028-06-01\n"
    files = under_way(
        program=PROGRAM.replace("2027-12-31", "2028-12-31"),
        pair=ACTIVE + "expected_end: 2027-12-31\n",
        **{
            "program/people/lippi.yaml": person("mentee"),
            "pairs/atelier/verrocchio-lippi/pair.yaml": other,
        },
    )

    assert found(files) == [
        f"{NAME}: active -> completed on 31 December 2027",
        (
            "atelier/verrocchio-lippi stays: its last day is 1 June 2028; to end it before, say "
            "--reason"
        ),
        "leonardo: mentee: matched -> completed",
    ]


def test_who_completed_a_pair_before_is_done_when_their_last_pair_is_closed_by_name() -> None:
    lippi = PairId(ATELIER, PairName("verrocchio-lippi"))
    files = under_way(
        COMPLETED,
        **{
            "program/people/lippi.yaml": person("mentee"),
            "pairs/atelier/verrocchio-lippi/pair.yaml": ACTIVE.replace("leonardo", "lippi"),
        },
    )

    assert found(files, ends=Ends(ATELIER, [lippi], EndReason.NO_CONTACT)) == [
        "atelier/verrocchio-lippi: active -> ended-early on 31 December 2027",
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> completed",
        PROGRAM_COMPLETED,
    ]


def test_people_of_a_pair_that_was_closed_by_hand_follow_it() -> None:
    assert found(under_way(COMPLETED)) == [
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> completed",
        PROGRAM_COMPLETED,
    ]
    assert found(under_way(COMPLETED), ends=Ends(ATELIER, [PAIR])) == [
        f"{NAME} stays: is completed already"
    ]


def test_who_has_a_place_in_a_program_that_is_over_is_named() -> None:
    over = PROGRAM.replace("running", "completed")
    people = {
        "program/people/verrocchio.yaml": person("mentor", "accepted"),
        "program/people/lippi.yaml": person("mentee", "accepted"),
        "program/people/melzi.yaml": person("mentee", "applied"),
        "program/people/salai.yaml": person("mentee", "declined"),
    }
    why = "has no match in a program that is over: telemaco accept atelier"

    assert found(under_way(COMPLETED, over, **people)) == [
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: accepted -> completed",
        f"lippi stays: {why} lippi --as withdrawn",
        f"melzi stays: {why} melzi --as withdrawn",
    ]


def test_who_was_absent_from_every_session_is_named_and_not_completed() -> None:
    away = "---\nstatus: held\nattendance: {leonardo: absent}\n---\n"
    notes = {f"{FOLDER}/2027-02-01.md": away}
    stays = (
        "leonardo stays: was absent from every session, by the notes, so the place is not "
        "completed. If the notes are wrong, correct them; else: telemaco accept atelier leonardo "
        "--as withdrawn"
    )

    told_once = found(under_way(**notes))
    told_again = found(under_way(COMPLETED, **notes))

    assert told_once == [
        f"{NAME}: active -> completed on 31 December 2027",
        stays,
        "verrocchio: mentor: matched -> completed",
        PROGRAM_COMPLETED,
    ]
    assert told_again == [stays, *told_once[2:]]


def test_who_came_once_is_completed() -> None:
    away = "---\nstatus: held\nattendance: {leonardo: excused}\n---\n"

    assert "leonardo: mentee: matched -> completed" in found(
        under_way(**{f"{FOLDER}/2027-02-15.md": away})
    )


def test_mentor_who_has_room_again_in_a_program_that_goes_on_stays_accepted() -> None:
    people = {
        "program/people/verrocchio.yaml": person("mentor", "accepted"),
        "program/people/lippi.yaml": person("mentee", "accepted"),
    }

    assert found(under_way(COMPLETED, **people), date(2027, 12, 1)) == [
        "leonardo: mentee: matched -> completed"
    ]


def test_pair_that_completes_proves_that_who_is_accepted_was_matched() -> None:
    open_ended = PROGRAM.replace(", end: 2027-12-31", "")
    files = files_of(ACTIVE, "accepted", "accepted", open_ended, HELD)

    assert found(files, END, Ends(ATELIER, [PAIR])) == [
        f"{NAME}: active -> completed on 31 December 2027",
        "leonardo: mentee: accepted -> completed",
    ]


def test_whole_program_ends_early_with_all_its_pairs() -> None:
    ends = Ends(ATELIER, reason=EndReason.PROGRAM_ENDED, is_whole=True)
    lippi = {
        "program/people/lippi.yaml": person("mentee"),
        "program/people/raffaello.yaml": person("mentee", "accepted"),
        "pairs/atelier/verrocchio-lippi/pair.yaml": ACTIVE.replace("leonardo", "lippi"),
    }
    pair = ACTIVE + "expected_end: 2027-05-01\n"
    files = under_way(pair, **lippi)

    plan = decided(endings(read(files), ends, date(2027, 6, 1)), sources_of(files), END)

    assert told([*plan.decisions, *plan.left_out]) == [
        f"{NAME}: active -> completed on 1 May 2027",
        "atelier/verrocchio-lippi: active -> ended-early on 1 June 2027",
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> completed",
        PROGRAM_COMPLETED,
        (
            "raffaello stays: has no match in a program that is over: telemaco accept atelier "
            "raffaello --as withdrawn"
        ),
    ]
    ended = plan.files["pairs/atelier/verrocchio-lippi/pair.yaml"]
    assert b"reason: program-ended" in ended


def test_program_without_pairs_ends_and_one_that_is_over_stays_so() -> None:
    ends = Ends(ATELIER, reason=EndReason.PROGRAM_ENDED, is_whole=True)
    over = PROGRAM.replace("running", "completed")

    assert found(under_way(COMPLETED), END, ends)[-1] == PROGRAM_COMPLETED
    assert not any("program" in one for one in found(under_way(COMPLETED, over), END, ends))


def test_plan_after_the_plan_was_written_is_empty() -> None:
    files = under_way(**PLANNED)
    plan = decided(endings(read(files), Ends(ATELIER), LATER), sources_of(files), LATER)
    after = files | {path: content.decode() for path, content in plan.files.items()}

    assert found(after) == []


def test_program_that_ended_is_closing_while_a_pair_goes_on() -> None:
    longer = under_way(ACTIVE + "expected_end: 2028-06-01\n")

    assert found(longer)[-1] == "atelier: the program: running -> closing"
    assert found(longer, END)[-1].startswith(NAME), "not on its last day"


def test_program_that_is_closing_is_completed_with_its_last_pair() -> None:
    program = PROGRAM.replace("running", "closing").replace("2027-12-31", "2028-12-31")
    pair = ACTIVE + "expected_end: 2027-12-31\n"

    assert found(under_way(pair, program))[-1] == "atelier: the program: closing -> completed"


def test_reason_is_said_of_pairs_that_are_named() -> None:
    with pytest.raises(TelemacoError, match="pairs that are named"):
        found(under_way(), ends=Ends(ATELIER, reason=EndReason.NO_FIT))
    with pytest.raises(TelemacoError, match="pairs that are named"):
        found(under_way(), ends=Ends(ATELIER, reason=EndReason.NO_FIT, is_whole=True))


GOALS = "goals: [{id: hands, statement: Draw}, {id: wings, statement: Fly, status: dropped}]\n"


def test_goals_without_an_outcome_are_named_when_a_pair_ends() -> None:
    (said, *_) = found(under_way(ACTIVE + GOALS))

    assert said.endswith(
        "completed on 31 December 2027; what became of hands? Write status: achieved, partly or "
        "dropped there"
    )


def test_goals_are_achieved_where_a_pair_ends_because_they_are() -> None:
    files = under_way(ACTIVE + GOALS)
    ends = Ends(ATELIER, [PAIR], EndReason.GOALS_REACHED)

    plan = decided(endings(read(files), ends, LATER), sources_of(files), LATER)

    assert told(plan.decisions)[0].endswith("; achieved: hands")
    text = plan.files[PAIR_FILE].decode()
    assert text.count("status: achieved") == 1
    assert "status: dropped" in text


def test_who_completes_and_met_too_seldom_for_a_certificate_is_told() -> None:
    program = PROGRAM + "completion: {minimum_sessions: 2, certificate: true}\n"
    lets = person("mentee", rest="").replace("[name]", "[name, certificate]")
    files = under_way(program=program) | {
        "program/people/leonardo.yaml": lets.replace("accepted", "matched")
    }
    by_name = Ends(ATELIER, [PAIR])
    early = Ends(ATELIER, [PAIR], EndReason.GOALS_REACHED)

    said = found(files, ends=by_name)
    reached = found(files, ends=early)

    assert [one for one in said if not one.startswith("atelier")] == [
        "leonardo: mentee: matched -> completed; no certificate: 1 of 2 sessions, by the notes",
        "verrocchio: mentor: matched -> completed; no certificate: 1 of 2 sessions, by the notes",
    ]
    assert [one.partition("; ")[2] for one in reached if not one.startswith("atelier")] == [
        "",
        "no certificate: consent.publish would have to name certificate and name",
    ]


def test_who_completes_without_publishing_a_certificate_is_told() -> None:
    program = PROGRAM + "completion: {certificate: true}\n"

    said = found(under_way(program=program))

    assert [one.partition("; ")[2] for one in said if one.startswith("leonardo")] == [
        "no certificate: consent.publish would have to name certificate and name"
    ]


def test_pair_that_has_had_its_single_session_completes_before_its_last_day() -> None:
    flash = PROGRAM.replace("kind: one-to-one", "kind: flash")

    assert found(under_way(program=flash), date(2027, 2, 1))[0].startswith(
        f"{NAME} stays: its last day"
    )
    assert found(under_way(program=flash), date(2027, 2, 2)) == [
        f"{NAME}: active -> completed on 2 February 2027",
        "leonardo: mentee: matched -> completed",
        "verrocchio: mentor: matched -> accepted",
    ]
    planned = under_way(program=flash, **PLANNED)
    assert found(planned, date(2027, 2, 2))[0].startswith(f"{NAME} stays: its last day")
