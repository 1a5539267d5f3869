import pytest

from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.records.base import ProgramId
from telemaco.render.pages.program_pages import program_page, programs_page, public_programs
from tests.fakes import SETTINGS
from tests.progress.outcomes.circle import CIRCLE, DONE, Two, files
from tests.render.pages.workshop import MASTER, PAIR, PROGRAM, WORKSHOP, edition, without

BOTTEGA = ProgramId("bottega")


def test_a_page_shows_objectives_days_rhythm_mentors_and_pairs() -> None:
    body = program_page(edition(), BOTTEGA).body

    for words in (
        "Everybody finishes a work", "Works shown", "11 January 2027", "every 2 weeks",
        "60 minutes", "at least 20 sessions", "I keep my word", "I come prepared",
        "Andrea del Verrocchio", "verrocchio-leonardo/",
    ):  # fmt: skip
        assert words in body


def test_a_page_is_in_the_language_asked_for() -> None:
    assert program_page(edition(language="it"), BOTTEGA).title == "L'anno di bottega"


def test_an_open_program_says_until_when_to_apply() -> None:
    open_program = without(
        PROGRAM, "applications_open: 2026-11-01,", "applications_close: 2027-04-01,"
    )
    open_program[PROGRAM] = open_program[PROGRAM].replace("status: running", "status: open")

    assert "Apply by 1 April 2027" in program_page(edition(open_program), BOTTEGA).body
    assert "Apply by 1 April 2027" in programs_page(edition(open_program)).body


def test_a_deadline_that_is_past_is_not_shown() -> None:
    past = without(PROGRAM, "applications_open: 2026-11-01,", "applications_close: 2027-03-14,")
    past[PROGRAM] = past[PROGRAM].replace("status: running", "status: open")

    assert "Apply by" not in program_page(edition(past), BOTTEGA).body


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("applications_close: 2027-03-14,", "Applications closed"),
        ("applications_open: 2027-03-16,", "Not open yet"),
        ("applications_open: 2027-03-15, applications_close: 2027-03-15,", "Open for applications"),
    ],
)
def test_a_program_is_called_open_while_one_can_apply(dates: str, words: str) -> None:
    changed = without(PROGRAM, "applications_open: 2026-11-01,", dates)
    changed[PROGRAM] = changed[PROGRAM].replace("status: running", "status: open")

    page = program_page(edition(changed), BOTTEGA)

    assert words in page.body
    assert words in programs_page(edition(changed)).body
    assert (">Join</a>" in page.body) is (words == "Open for applications")


def test_pairs_are_called_groups_where_people_work_in_groups() -> None:
    groups = edition(without(PROGRAM, "kind: one-to-one", "kind: group"))

    assert "1 pair<" in programs_page(edition()).body
    assert "1 group<" in programs_page(groups).body
    assert ">Groups<" in program_page(groups, BOTTEGA).body


def test_an_informal_program_has_no_rhythm_and_no_end() -> None:
    informal = {
        PROGRAM: """\
            title: The piazza
            summary: Whoever comes, comes.
            status: open
            style: informal
            kind: group
            dates: {start: 2027-01-11}
            chat: {kind: matrix, url: "https://chat.example.org/piazza"}
            """
    }

    body = program_page(edition(informal), BOTTEGA).body

    assert "Rhythm" not in body
    assert "https://chat.example.org/piazza" in body
    assert "Since 11 Jan 2027" in programs_page(edition(informal)).body


def test_busy_mentors_are_said_to_be_busy() -> None:
    assert "busy" in program_page(edition(without(MASTER, ", capacity: 2")), BOTTEGA).body


def test_a_program_that_takes_nobody_now_names_its_mentors_and_no_room() -> None:
    past = without(PROGRAM, "2026-11-01,", "2026-11-01, applications_close: 2026-12-01,")

    body = program_page(edition(past | without(MASTER, ", capacity: 2")), BOTTEGA).body

    assert '<h2 id="mentors">Mentors</h2>' in body
    assert "Andrea del Verrocchio</a>" in body
    assert "Applications closed on 1 December 2026." in body
    assert "you can ask" not in body
    assert "room" not in body.lower()
    assert "busy" not in body


def test_long_list_of_mentors_whom_nobody_can_ask_leads_to_the_whole() -> None:
    past = without(PROGRAM, "2026-11-01,", "2026-11-01, applications_close: 2026-12-01,")
    mentors = {f"program/people/m{n}.yaml": WORKSHOP[MASTER] for n in range(20)}

    body = program_page(edition(past | mentors), BOTTEGA).body

    assert '<a href="../../mentors/">See all mentors</a>' in body
    assert "can be asked" not in body


def test_a_program_without_mentors_and_pairs_says_so() -> None:
    body = program_page(edition({MASTER: "", PAIR: ""}), BOTTEGA).body

    assert "No mentor of this program is listed" in body
    assert "No pair has begun yet" in body


def test_a_program_of_groups_speaks_of_groups() -> None:
    milestones = "milestones: [{id: a, title: Sketch shown, after_days: 20}]"
    groups = without(PROGRAM, "kind: one-to-one", f"kind: group\n        {milestones}")

    body = program_page(edition(groups | {PAIR: ""}), BOTTEGA).body

    assert '<h2 id="pairs">Groups</h2>' in body
    assert "No group has begun yet" in body
    assert "(milestone of each group)" in body
    assert "milestone of each pair" not in body


def test_long_lists_are_cut_and_lead_to_the_whole() -> None:
    many = {f"pairs/bottega/p{n}/pair.yaml": WORKSHOP[PAIR] for n in range(20)}
    roomy = WORKSHOP[MASTER].replace("capacity: 2", "capacity: 90")
    mentors = {f"program/people/m{n}.yaml": roomy for n in range(20)}

    body = program_page(edition(many | mentors), BOTTEGA).body

    assert "The whole list (21)" in body
    assert "20 mentors can be asked: see all" in body


@pytest.mark.parametrize(("status", "is_public"), [("draft", False), ("archived", True)])
def test_a_draft_has_no_page(status: str, *, is_public: bool) -> None:
    changed = edition(without(PROGRAM, "status: running", f"status: {status}"))

    assert (BOTTEGA in public_programs(changed)) is is_public


def test_programs_that_go_on_come_before_those_that_are_over() -> None:
    over = WORKSHOP[PROGRAM].replace("running", "completed").replace("2027-01-11", "2027-02-11")

    both = edition({"program/programs/other.yaml": over})

    assert public_programs(both) == ("bottega", "other")
    body = programs_page(both).body
    assert body.index('id="now"') < body.index('id="earlier"')


def test_no_programs_at_all_is_an_empty_state() -> None:
    assert "tm-empty" in programs_page(edition({PROGRAM: "", MASTER: "", PAIR: ""})).body


def test_a_page_says_how_much_of_an_objective_is_reached() -> None:
    goals = "goals: [{id: angel, statement: Paint an angel, objective: work, status: achieved}]"
    changed = without(
        PAIR,
        "goals: [{id: angel, statement: Paint an angel, success: The master lays his brush down}]",
        goals,
    )

    body = program_page(
        edition({"program/community.yaml": SETTINGS + "privacy: {small_group: 2}\n", **changed}),
        BOTTEGA,
    ).body

    assert "So far: 1 of 1 goal reached" in body
    assert '<rect class="part" width="100" height="2"/>' in body
    assert "Goal attainment" not in body


def test_goals_are_told_of_a_program_of_many_only() -> None:
    goal = "goals: [{id: a, statement: A, objective: work, status: achieved}]\n"
    shown = edition(
        {
            "program/community.yaml": SETTINGS + "privacy: {small_group: 3}\n",
            PAIR: "members: [{person: a, role: mentor}, {person: b, role: mentee}]\n"
            f"status: active\nstart: 2027-01-15\n{goal}",
            "program/programs/other.yaml": WORKSHOP[PROGRAM],
            "pairs/other/all/pair.yaml": "members: [{person: c, role: mentor},"
            " {person: d, role: mentee}, {person: e, role: mentee}]\n"
            f"status: active\nstart: 2027-01-15\n{goal}",
        }
    )

    assert "So far" in program_page(shown, ProgramId("other")).body
    assert "So far" not in program_page(shown, BOTTEGA).body


def test_nothing_more_is_to_come_of_a_program_that_is_completed() -> None:
    completed = WORKSHOP[PROGRAM].replace("running", "completed")
    pair = "members: [{person: a, role: mentor}, {person: b, role: mentee}]\n"
    pair += "status: completed\nstart: 2027-01-15\nend: 2027-02-15\n"
    pair += "goals: [{id: a, statement: A, objective: work, status: achieved}]\n"
    settings = SETTINGS + "privacy: {small_group: 2}\n"

    body = program_page(
        edition({"program/community.yaml": settings, PROGRAM: completed, PAIR: pair}), BOTTEGA
    ).body

    assert "<p>1 of 1 goal reached</p>" in body
    assert "So far" not in body


def test_goals_that_the_report_does_not_tell_are_not_on_the_page_either() -> None:
    craft, free = "objective: craft, status: achieved", "status: open"
    pairs = [Two(f"{DONE.facts}goals: [{{id: g, statement: G, {it}}}]\n") for it in (craft, free)]
    shown = edition(files([*[pairs[0]] * 6, pairs[1]]))

    body = program_page(shown, CIRCLE).body

    assert "So far" not in body
    assert [one.goals for one in shown.outcomes[CIRCLE].attainment] == [WITHHELD, 0, WITHHELD]


def test_a_page_says_how_far_an_objective_is_where_enough_goals_are_rated() -> None:
    rated = "objective: work, ratings: [{on: 2027-02-01, by: leonardo, level: 1}]"
    changed = without(
        PAIR,
        "goals: [{id: angel, statement: Paint an angel, success: The master lays his brush down}]",
        f"goals: [{{id: a, statement: A, {rated}}}, {{id: b, statement: B, {rated}}}]",
    )

    body = program_page(
        edition({"program/community.yaml": SETTINGS + "privacy: {small_group: 2}\n", **changed}),
        BOTTEGA,
    ).body

    assert "Goal attainment: 62, of 2 goals; 50 is as hoped." in body


def test_mentors_who_are_not_listed_are_counted_unless_they_are_few() -> None:
    hidden = WORKSHOP[MASTER].replace("offers, seeks", "seeks")
    few = {f"program/people/m{n}.yaml": hidden for n in range(4)}
    many = few | {"program/people/m5.yaml": hidden}

    assert (
        "A few more mentors of this program do not want" in program_page(edition(few), BOTTEGA).body
    )
    assert "5 more mentors of this program do not want" in program_page(edition(many), BOTTEGA).body
    assert "want to be listed" not in program_page(edition(), BOTTEGA).body


def test_who_comes_too_late_is_sent_on() -> None:
    past = without(PROGRAM, "2026-11-01,", "2026-11-01, applications_close: 2026-12-01,")
    other = {"program/programs/piazza.yaml": WORKSHOP[PROGRAM]}

    assert '<a href="../../#contact">Ask us' in program_page(edition(past), BOTTEGA).body
    assert "Other programs take people" in program_page(edition(past | other), BOTTEGA).body


@pytest.mark.parametrize("status", ["closing", "completed", "archived"])
def test_a_program_that_takes_nobody_any_more_asks_nobody_to_apply(status: str) -> None:
    body = program_page(edition(without(PROGRAM, "running", status)), BOTTEGA).body

    assert 'id="apply"' not in body
    assert 'id="mentors"' not in body
    assert 'id="next"' in body
    assert '<a href="../../#contact">Ask us' in body


def test_pair_that_is_yet_to_begin_has_not_begun() -> None:
    ahead = WORKSHOP[PAIR].replace("status: active", "status: confirmed")
    ahead = ahead.replace("2027-01-15", "2027-06-15")

    assert "begins 15 Jun 2027" in program_page(edition({PAIR: ahead}), BOTTEGA).body
    assert "began 15 Jan 2027" in program_page(edition(), BOTTEGA).body
