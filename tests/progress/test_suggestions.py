from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.community import community_progress
from telemaco.progress.suggestions import suggestions
from telemaco.progress.values import Suggestion, SuggestionKind
from telemaco.render.repository import Repository
from telemaco.render.suggested import Ways
from tests.fakes import SETTINGS
from tests.progress.atelier import ACTIVE, FACTS, HELD, PAIR, PROGRAM, atelier, person

TODAY = date(2027, 1, 18)
CADENCE = "cadence: {every: 2, unit: week}"
MET = {"2027-01-05": HELD}
AGREED = ACTIVE + (
    "agreement: {version: '1', accepted: {verrocchio: 2027-01-04, leonardo: 2027-01-04}}\n"
)
PROPOSED = FACTS + "status: proposed\nstart: 2027-01-04\n"
ALL_AGREED = PROPOSED.replace("mentor}", "mentor, confirmed: 2027-01-04}").replace(
    "mentee}", "mentee, confirmed: 2027-01-04}"
)


def _found(
    pair: str = AGREED,
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
    today: date = TODAY,
) -> tuple[Suggestion, ...]:
    found = atelier(MET, pair=pair, program=program, more=more)
    return suggestions(found, community_progress(found, today))


def _said(found: Suggestion) -> str:
    return Catalog("en").text(found.what)


def test_nothing_is_suggested_where_all_is_well() -> None:
    assert _found() == ()


@pytest.mark.parametrize(
    ("pair", "today", "kind", "said"),
    [
        (AGREED, date(2027, 3, 15), SuggestionKind.SILENT, "Ask 1 silent pair how it is: "),
        (AGREED, date(2027, 2, 5), SuggestionKind.ATTENTION, "Look after 1 pair that needs "),
        (
            ACTIVE + "expected_end: 2027-01-15\n",
            TODAY,
            SuggestionKind.OVER,
            "Close 1 pair whose time is over: ",
        ),
        (PROPOSED, TODAY, SuggestionKind.BEGINNING, "Ask for an answer to 1 proposal: "),
        (PROPOSED, date(2026, 12, 28), SuggestionKind.BEGINNING, "Ask for an answer to 1 pro"),
        (PROPOSED, date(2026, 12, 27), SuggestionKind.PROPOSED, "Ask for an answer to 1 proposal"),
        (ALL_AGREED, TODAY, SuggestionKind.PROPOSED, "Set 1 pair to confirmed, in which "),
        (
            ALL_AGREED.replace("proposed", "confirmed") + AGREED.removeprefix(ACTIVE),
            TODAY,
            SuggestionKind.PROPOSED,
            "Set 1 confirmed pair to active, whose first day has come: ",
        ),
        (ACTIVE, TODAY, SuggestionKind.AGREEMENT, "Ask 1 pair to accept its agreement: "),
    ],
)
def test_pair_is_named_with_what_it_needs(
    pair: str, today: date, kind: SuggestionKind, said: str
) -> None:
    (found,) = _found(pair, today=today)

    assert found.kind is kind
    assert found.subjects == ("atelier/verrocchio-leonardo",)
    assert _said(found).startswith(said)
    assert bool(found.command) != bool(found.path)


@pytest.mark.parametrize(
    ("kind", "name"), [("group", "group"), ("peer-circle", "circle"), ("reverse", "pair")]
)
@pytest.mark.parametrize(
    ("pair", "today", "begins"),
    [
        (AGREED, date(2027, 3, 15), "Ask 1 silent {} how it is: "),
        (AGREED, date(2027, 2, 5), "Look after 1 {} that needs "),
        (ACTIVE + "expected_end: 2027-01-15\n", TODAY, "Close 1 {} whose time is over: "),
        (ALL_AGREED, TODAY, "Set 1 {} to confirmed, in which everybody said yes: "),
        (ALL_AGREED.replace("proposed", "confirmed"), TODAY, "Set 1 confirmed {} to active, "),
        (ACTIVE, TODAY, "Ask 1 {} to accept its agreement: "),
    ],
)
def test_groups_and_circles_are_called_so(
    pair: str, today: date, begins: str, kind: str, name: str
) -> None:
    found = _found(pair, PROGRAM.replace("one-to-one", kind), today=today)

    assert any(_said(one).startswith(begins.format(name)) for one in found)


def test_proposal_whose_first_day_is_past_is_told_so() -> None:
    (found,) = _found(PROPOSED, today=date(2027, 2, 1))

    assert Catalog("en").text(found.otherwise) == (
        "The first of them was to begin on 4 January 2027, and nobody knows whether it did."
    )


def test_proposal_whose_first_day_is_today_is_told_so() -> None:
    (found,) = _found(PROPOSED, today=date(2027, 1, 4))

    assert Catalog("en").text(found.otherwise) == (
        "The first of them begins today, and nobody knows whether it does."
    )


def test_proposal_whose_first_day_is_near_comes_before_all_pairs() -> None:
    (found,) = _found(PROPOSED, today=date(2027, 1, 2))

    assert Catalog("en").text(found.otherwise) == (
        "The first of them begins on 4 January 2027, and nobody knows whether it does."
    )
    kinds = tuple(SuggestionKind)
    assert kinds.index(SuggestionKind.BEGINNING) < kinds.index(SuggestionKind.SILENT)


def test_sign_ups_are_decided_on_while_the_program_takes_people() -> None:
    more = {f"program/people/p{n}.yaml": person("mentee", "applied") for n in range(5)}

    (found,) = _found(more=more)

    assert _said(found) == "Decide on 5 sign-ups to atelier: p0, p1, p2 and 2 more"
    assert found.command == ("accept", "atelier")
    assert _found(AGREED, PROGRAM.replace("running", "closing"), more) == ()


FREE = {"program/people/ghiberti.yaml": person("mentor", "accepted")}


@pytest.mark.parametrize(
    ("since", "otherwise"),
    [
        ("", "They go on waiting."),
        (", since: 2027-01-18", "They go on waiting."),
        (", since: 2027-01-08", "They go on waiting; the longest has waited for 10 days."),
    ],
)
def test_who_waits_leads_to_the_matching(since: str, otherwise: str) -> None:
    waiting = person("mentee", "accepted").replace("accepted}", f"accepted{since}}}")

    (found,) = _found(more={"program/people/lippi.yaml": waiting, **FREE})

    assert found.command == ("match", "atelier")
    assert Catalog("en").text(found.otherwise) == otherwise


CLOSED = PROGRAM.replace("start:", "applications_close: 2027-01-01, start:")
PATHS = {"form": "program/people", "file": "program/programs/atelier.yaml"}


@pytest.mark.parametrize(
    ("program", "said", "way"),
    [
        (PROGRAM, "Ask for a mentor for 1 person in atelier, where no mentor has room", "form"),
        (CLOSED, "Ask for a mentor for 1 person in atelier, where no mentor has room", "file"),
        (
            CLOSED.replace("running", "open"),
            "Ask for a mentor for 1 person in atelier, where no mentor has room",
            "file",
        ),
        (
            PROGRAM + "capacity: {pairs: 1}\n",
            "Make room for 1 person in atelier, which is full",
            "file",
        ),
        (PROGRAM.replace("one-to-one", "group"), "Ask for a mentor for 1 person", "form"),
    ],
)
def test_who_waits_where_nobody_has_room_leads_to_more_mentors(
    program: str, said: str, way: str
) -> None:
    mentee = {"program/people/lippi.yaml": person("mentee", "accepted")}

    (found,) = (
        one for one in _found(program=program, more=mentee) if one.kind is SuggestionKind.UNPAIRED
    )

    assert _said(found).startswith(said)
    assert found.path == PATHS[way]
    form = "https://github.com/a/b/issues/new?template=join-as-mentor.yml"
    assert (Ways(".", Repository("a/b")).link(found) == form) is (way == "form")


@pytest.mark.parametrize(
    ("mentor", "rest", "is_free"),
    [
        ("mentor, capacity: 2", "", True),
        ("mentor, capacity: 1", "", True),
        ("mentor, capacity: 0", "", False),
        ("mentor", "paused_until: 2027-01-19\n", False),
        ("mentor, until: 2027-01-17", "", False),
        ("mentee", "", False),
    ],
)
def test_room_is_that_of_mentors_who_are_there(mentor: str, rest: str, *, is_free: bool) -> None:
    more = {
        "program/people/lippi.yaml": person("mentee", "accepted"),
        "program/people/ghiberti.yaml": person(mentor, "accepted", rest),
    }

    (found,) = _found(more=more)

    assert (found.command == ("match", "atelier")) is is_free


@pytest.mark.parametrize(
    ("status", "leads"),
    [("cancelled", ()), ("ended-early", ()), ("completed", ("match", "atelier"))],
)
def test_no_matching_is_proposed_with_mentors_who_were_tried_before(
    status: str, leads: tuple[str, ...]
) -> None:
    end = "" if status == "cancelled" else "end: 2027-01-10\n"
    reason = "" if status == "completed" else "reason: no-fit\n"
    more = {
        "program/people/lippi.yaml": person("mentee", "accepted"),
        "program/people/ghiberti.yaml": person("mentor", "accepted"),
        "pairs/atelier/ghiberti-lippi/pair.yaml": (
            "members: [{person: ghiberti, role: mentor}, {person: lippi, role: mentee}]\n"
            f"status: {status}\nstart: 2027-01-04\n{end}{reason}"
        ),
    }

    (found,) = (one for one in _found(more=more) if one.kind is SuggestionKind.UNPAIRED)

    assert found.command == leads
    assert ("tried before" in _said(found)) is (not leads)


def test_peers_who_wait_take_each_other_in() -> None:
    circle = PROGRAM.replace("one-to-one", "peer-circle")

    found = _found(program=circle, more={"program/people/lippi.yaml": person("peer", "accepted")})

    assert ("match", "atelier") in [one.command for one in found]


@pytest.mark.parametrize(
    ("status", "rest", "is_named"),
    [
        ("accepted", "", True),
        ("matched", "", True),
        ("declined", "", False),
        ("accepted", "paused_until: 2027-12-31\n", False),
    ],
)
def test_facilitator_without_a_circle_is_named_once_there_is_one(
    status: str, rest: str, *, is_named: bool
) -> None:
    circle = PROGRAM.replace("one-to-one", "peer-circle")
    lippi = {"program/people/lippi.yaml": person("facilitator", status, rest)}
    cancelled = FACTS + "status: cancelled\nstart: 2027-01-04\nreason: other\n"

    found = [one for one in _found(program=circle, more=lippi) if one.subjects == ("lippi",)]

    said = (
        "1 facilitator has no circle in atelier: add a line with role: facilitator to members in "
        "pair.yaml: lippi"
    )
    path = "pairs/atelier/verrocchio-leonardo/pair.yaml"
    assert [(_said(one), one.path) for one in found] == [(said, path)] * is_named
    without = _found(cancelled, program=circle, more=lippi)
    assert not [one for one in without if one.subjects == ("lippi",)]


def test_facilitator_is_shown_the_folder_where_there_are_several_circles() -> None:
    other = ACTIVE.replace("verrocchio", "lippi").replace("leonardo", "ghiberti")
    more = {
        "program/people/lippi.yaml": person("mentor"),
        "program/people/ghiberti.yaml": person("mentee"),
        "program/people/vasari.yaml": person("facilitator"),
        "pairs/atelier/lippi-ghiberti/pair.yaml": other,
    }

    found = _found(program=PROGRAM.replace("one-to-one", "peer-circle"), more=more)

    assert [one.path for one in found if one.subjects == ("vasari",)] == ["pairs/atelier"]


def test_whose_pair_broke_off_is_not_forgotten() -> None:
    ended = FACTS + "status: ended-early\nstart: 2027-01-04\nend: 2027-01-15\n"

    (found,) = _found(ended + "reason: no-time\n")

    assert found.subjects == ("leonardo", "verrocchio")
    assert found.command == ("accept", "atelier", "leonardo", "verrocchio", "--as", "waiting")
    assert _said(found) == (
        "Ask 2 people of atelier who are matched with nobody any more, and set their places to "
        "waiting or withdrawn: leonardo, verrocchio"
    )
    (done,) = _found(ended + "reason: goals-reached\n")
    assert done.command == ("close", "atelier")
    assert _said(done) == (
        "Bring up to date the places of 2 people of atelier who completed: leonardo, verrocchio"
    )
    (last,) = _found(ended + "reason: no-time\n", PROGRAM.replace("running", "closing"))
    assert _said(last) == "Set atelier to completed: nobody goes on in it."


OVER = PROGRAM.replace("running", "completed")
ENDED = "start: 2027-01-04\nend: 2027-01-15\n"


@pytest.mark.parametrize(
    ("pair", "command", "said"),
    [
        (
            f"{FACTS}status: completed\n{ENDED}",
            ("close", "atelier"),
            "Complete the places of 2 people in atelier, which is over: leonardo, verrocchio",
        ),
        (
            f"{FACTS}status: ended-early\nreason: no-time\n{ENDED}",
            ("accept", "atelier", "leonardo", "verrocchio", "--as", "withdrawn"),
            (
                "Set the places of 2 people in atelier, which is over, to withdrawn: leonardo, "
                "verrocchio"
            ),
        ),
    ],
)
def test_who_is_matched_in_a_completed_program_is_not_forgotten(
    pair: str, command: tuple[str, ...], said: str
) -> None:
    (found,) = _found(pair, OVER)

    assert found.command == command
    assert _said(found) == said


def test_who_came_to_no_session_of_a_pair_that_completed_leaves_the_program() -> None:
    pair = f"{FACTS}status: completed\n{ENDED}"
    away = "---\nstatus: held\nattendance: {leonardo: absent}\n---\n"
    notes = {f"pairs/{PAIR.program}/{PAIR.pair}/{day}.md": away for day in MET}

    stays, completes = sorted(_found(pair, OVER, notes), key=lambda one: str(one.command))

    assert stays.command == ("accept", "atelier", "leonardo", "--as", "withdrawn")
    assert (completes.command, completes.subjects) == (("close", "atelier"), ("verrocchio",))


def test_who_waits_in_a_completed_program_leaves_it_and_who_left_the_pair_does_too() -> None:
    pair = f"{FACTS}status: completed\n{ENDED}".replace("mentee}", "mentee, until: 2027-01-08}")
    more = {
        "program/people/lippi.yaml": person("mentee", "waiting"),
        "program/people/verrocchio.yaml": person("mentor", "completed"),
    }

    (found,) = _found(pair, OVER, more)

    assert found.command == ("accept", "atelier", "leonardo", "lippi", "--as", "withdrawn")


@pytest.mark.parametrize("status", ["applied", "accepted", "paused"])
def test_who_found_no_pair_is_named_once_the_program_is_completed(status: str) -> None:
    more = {
        "program/people/lippi.yaml": person("mentee", status),
        "program/people/verrocchio.yaml": person("mentor", "accepted"),
        "program/people/leonardo.yaml": person("mentee", "completed"),
    }

    complete, leave = _found(f"{FACTS}status: completed\n{ENDED}", OVER, more)

    assert (complete.subjects, complete.command) == (("verrocchio",), ("close", "atelier"))
    assert leave.command == ("accept", "atelier", "lippi", "--as", "withdrawn")


def test_who_found_no_pair_is_asked_about_the_next_run() -> None:
    series = f"{OVER}series: atelier\n"
    later = series.replace("2027-01-04", "2027-03-01").replace("completed", "open")
    more = {
        "program/people/lippi.yaml": person("mentee", "accepted"),
        "program/programs/next.yaml": later,
        "program/programs/next-but-one.yaml": later.replace("2027-03-01", "2027-06-01"),
        "program/programs/draft.yaml": later.replace("open", "cancelled"),
    }
    pair = f"{FACTS}status: cancelled\nstart: 2027-01-04\n"
    done = {
        f"program/people/{one}.yaml": person("mentor", "withdrawn")
        for one in ("verrocchio", "leonardo")
    }

    found = _found(pair, series, more | done)

    assert _said(found[0]) == (
        "Ask 1 person whether they apply for next, and set their place in atelier, which is "
        "over, to withdrawn: lippi"
    )


def test_several_agreements_are_asked_for_at_once() -> None:
    second = ACTIVE.replace("leonardo", "lippi")
    more = {
        "program/people/lippi.yaml": person("mentee"),
        "pairs/atelier/verrocchio-lippi/pair.yaml": second,
        "pairs/atelier/verrocchio-lippi/2027-01-05.md": f"---\n{HELD}\n---\n",
    }

    (found,) = _found(ACTIVE, more=more)

    assert _said(found).startswith("Ask 2 pairs to accept their agreement: ")
    assert found.path == "pairs/atelier"
    form = "https://github.com/a/b/issues/new?template=accept-the-agreement.yml"
    assert Ways(".", Repository("a/b")).link(found) == form


def test_whoever_has_a_pair_that_goes_on_in_a_completed_program_stays() -> None:
    assert _found(AGREED, OVER) == ()


def test_nobody_is_matched_while_people_can_still_apply() -> None:
    program = PROGRAM.replace("running", "open").replace("start: 2027-01-04", "start: 2027-06-01")
    open_yet = program.replace("{start", "{applications_close: 2027-05-01, start")
    closed = program.replace("{start", "{applications_close: 2027-01-10, start")
    more = {"program/people/lippi.yaml": person("mentee", "accepted")}

    assert _found(ALL_AGREED.replace("proposed", "cancelled"), open_yet, more) == ()
    kinds = [one.kind for one in _found(ALL_AGREED.replace("proposed", "cancelled"), closed, more)]
    assert kinds == [SuggestionKind.UNPAIRED, SuggestionKind.PROGRAM]


@pytest.mark.parametrize(
    ("today", "style", "commands"),
    [
        (date(2027, 5, 24), "formal", []),
        (date(2027, 5, 25), "formal", [("match", "atelier")]),
        (date(2027, 5, 27), "formal", [("match", "atelier")]),
        (date(2027, 5, 27), "informal", []),
    ],
)
def test_pairs_are_proposed_a_week_before_the_first_day_though_the_program_is_open(
    today: date, style: str, commands: list[tuple[str, ...]]
) -> None:
    program = PROGRAM.replace("running", "open").replace("start: 2027-01-04", "start: 2027-06-01")
    more = {"program/people/lippi.yaml": person("mentee", "accepted")}

    found = _found(
        ALL_AGREED.replace("proposed", "cancelled"),
        program.replace("style: formal", f"style: {style}"),
        more,
        today,
    )

    assert [one.command for one in found] == commands


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            PROGRAM.replace("running", "draft"),
            "Fill in the file of atelier, and write status: open there when it is ready.",
        ),
        (
            PROGRAM.replace("2027-12-31", "2027-01-10"),
            "Set atelier to completed: it ended on 10 January 2027, and nobody goes on in it.",
        ),
        (
            PROGRAM.replace("running", "matching"),
            "Set atelier to running: it began on 4 January 2027.",
        ),
    ],
)
def test_program_gets_the_status_of_its_days(program: str, said: str) -> None:
    found = _found(AGREED.replace("active", "cancelled"), program)

    assert [_said(one) for one in found] == [said]


@pytest.mark.parametrize(
    ("pair", "program", "said"),
    [
        (
            AGREED + "expected_end: 2027-12-31\n",
            PROGRAM.replace("2027-12-31", "2027-01-10"),
            "Set atelier to closing: it ended on 10 January 2027. close",
        ),
        (
            AGREED,
            PROGRAM.replace("running", "matching").replace("2027-01-04", "2027-03-01"),
            "Set atelier to running: people in it have begun to meet. begin",
        ),
    ],
)
def test_status_that_does_not_fit_the_pairs_has_its_command(
    pair: str, program: str, said: str
) -> None:
    (found,) = (one for one in _found(pair, program) if one.kind is SuggestionKind.PROGRAM)

    assert f"{_said(found)} {found.command[0]}" == said
    assert found.command[1:] == ("atelier",)


@pytest.mark.parametrize(
    ("changes", "otherwise"),
    [
        ({}, "Nobody in it is asked how they get on before it runs."),
        ({CADENCE: "evaluation: [{survey: start, at: start}]"}, "Its surveys are not sent"),
        ({CADENCE: ""}, "The site does not say that it runs."),
    ],
)
def test_what_follows_of_a_program_that_is_not_called_running_is_true(
    changes: Mapping[str, str], otherwise: str
) -> None:
    program = PROGRAM.replace("status: running", "status: matching")
    for old, new in changes.items():
        assert old in program
        program = program.replace(old, new)

    (found,) = _found(AGREED.replace("active", "cancelled"), program)

    assert Catalog("en").text(found.otherwise).startswith(otherwise)


def test_program_that_asks_nobody_may_stay_open_as_long_as_people_can_apply() -> None:
    informal = PROGRAM.replace("status: running", "status: open").replace(CADENCE, "")
    closed = informal.replace("{start", "{applications_close: 2027-01-10, start")
    pair = AGREED.replace("active", "cancelled")

    assert _found(pair, informal) == ()
    assert [_said(one) for one in _found(pair, closed)] == [
        "Set atelier to running: it began on 4 January 2027."
    ]


def test_wrong_files_come_first() -> None:
    found = atelier()
    first, *_ = suggestions(found, community_progress(found, date(2027, 3, 15)), 2)

    assert first.command == ("check",)
    assert _said(first) == "Mend 2 files with errors."


def test_who_is_to_be_forgotten_comes_last() -> None:
    kept = {
        "program/community.yaml": SETTINGS + "privacy: {retention_months: 1}\n",
        "program/people/lippi.yaml": person("mentee", "withdrawn"),
    }

    (found,) = _found(more=kept, today=date(2027, 2, 1))

    assert found.command == ("forget", "--due")
    assert found.subjects == ("lippi",)


WAITING = {"program/people/lippi.yaml": person("mentee", "waiting, since: 2027-01-03")}


@pytest.mark.parametrize(
    ("today", "command"),
    [
        (date(2027, 12, 4), ("match", "atelier")),
        (date(2027, 12, 5), ("accept", "atelier", "lippi", "--as", "withdrawn")),
        (date(2027, 12, 31), ("accept", "atelier", "lippi", "--as", "withdrawn")),
    ],
)
def test_no_partner_is_looked_for_when_too_few_days_are_left(
    today: date, command: tuple[str, ...]
) -> None:
    found = _found(more={**WAITING, **FREE}, today=today)

    assert [one.command for one in found if one.kind is SuggestionKind.UNPAIRED] == [command]


def test_nobody_is_matched_after_the_programs_end() -> None:
    kinds = [one.kind for one in _found(more=WAITING, today=date(2028, 1, 2))]

    assert SuggestionKind.UNPAIRED not in kinds
    assert SuggestionKind.OVER in kinds


def test_one_close_is_suggested_for_the_pairs_and_the_program_that_are_over() -> None:
    day = date(2028, 1, 2)
    closed = ACTIVE.replace("active", "completed") + "end: 2027-12-31\n"

    before, after = _found(today=day), _found(pair=closed, today=day)

    assert [one.kind for one in before if one.command == ("close", "atelier")] == [
        SuggestionKind.OVER
    ]
    assert [one.kind for one in after if one.command == ("close", "atelier")] == [
        SuggestionKind.PROGRAM
    ]


def test_who_waits_too_late_is_told_so() -> None:
    (said,) = (
        _said(one)
        for one in _found(more=WAITING, today=date(2027, 12, 20))
        if one.kind is SuggestionKind.UNPAIRED
    )

    assert said == (
        "Tell 1 person that it is too late for a match in atelier, which ends on 31 December 2027, "
        "and ask whether they apply for the next run: lippi"
    )


FLASH = PROGRAM.replace("kind: one-to-one", "kind: flash")


@pytest.mark.parametrize(
    ("pair", "program", "today", "is_asked"),
    [
        (AGREED, FLASH, date(2027, 1, 5), False),
        (AGREED, FLASH, date(2027, 1, 6), True),
        (AGREED, FLASH.replace(", end: 2027-12-31", ""), date(2028, 1, 6), True),
        (AGREED, PROGRAM, date(2027, 1, 6), False),
        (AGREED.replace("active", "completed") + "end: 2027-01-05\n", FLASH, TODAY, False),
    ],
)
def test_pair_that_has_had_its_single_session_is_to_be_closed(
    pair: str, program: str, today: date, *, is_asked: bool
) -> None:
    found = [_said(one) for one in _found(pair, program, today=today)]

    assert [said for said in found if said.startswith("Close")] == is_asked * [
        "Close 1 pair that has had its single session: atelier/verrocchio-leonardo"
    ]


@pytest.mark.parametrize(
    ("program", "otherwise"),
    [
        (PROGRAM, "What slips once slips again, until nobody is heard of any more."),
        (FLASH, "They meet only once: an hour that is missed does not come back by itself."),
    ],
)
def test_what_follows_of_a_pair_that_is_not_looked_after_fits_the_kind(
    program: str, otherwise: str
) -> None:
    found = atelier({"2027-01-05": "status: planned"}, pair=AGREED, program=program)

    (one,) = suggestions(found, community_progress(found, date(2027, 1, 12)))

    assert one.kind is SuggestionKind.ATTENTION
    assert Catalog("en").text(one.otherwise) == otherwise


GOAL = "goals: [{id: hands, statement: Draw hands}]\n"
FINISHED = AGREED.replace("active", "completed") + "end: 2027-12-31\n"


def _of(kind: SuggestionKind, found: tuple[Suggestion, ...]) -> list[str]:
    return [_said(one) for one in found if one.kind is kind]


@pytest.mark.parametrize(
    ("pair", "today", "is_asked"),
    [
        (AGREED + GOAL, date(2027, 12, 16), False),
        (AGREED + GOAL, date(2027, 12, 17), True),
        (FINISHED + GOAL, date(2028, 2, 29), True),
        (FINISHED + GOAL, date(2028, 3, 1), False),
        (FINISHED + GOAL.replace("}]", ", status: partly}]"), date(2028, 1, 2), False),
        (FINISHED.replace("completed", "cancelled") + GOAL, date(2028, 1, 2), False),
    ],
)
def test_pair_near_its_end_is_asked_what_became_of_its_goals(
    pair: str, today: date, *, is_asked: bool
) -> None:
    said = _of(SuggestionKind.GOALS, _found(pair, today=today))

    assert bool(said) is is_asked
    assert all("what became of its goals, and write status: achieved" in one for one in said)


def test_several_pairs_with_open_goals_lead_to_their_folder() -> None:
    more = {"pairs/atelier/two/pair.yaml": FINISHED + GOAL}

    (found,) = (
        one
        for one in _found(FINISHED + GOAL, more=more, today=date(2028, 1, 2))
        if one.kind is SuggestionKind.GOALS
    )

    assert found.path == "pairs/atelier"
    assert len(found.subjects) == 2
    folder = "https://github.com/a/b/tree/main/pairs/atelier"
    assert Ways(".", Repository("a/b")).link(found) == folder


CERTIFICATE = PROGRAM + "completion: {certificate: true}\n"
PUBLISHES = person("mentor", rest="").replace("[name]", "[name, certificate]")


def test_who_completes_and_publishes_no_certificate_is_named() -> None:
    day, kind = date(2027, 12, 30), SuggestionKind.CERTIFICATES
    mentor = {"program/people/verrocchio.yaml": PUBLISHES}

    (both,) = _of(kind, _found(program=CERTIFICATE, today=day))
    (after,) = _of(kind, _found(FINISHED, program=CERTIFICATE, today=date(2028, 1, 2)))
    (one,) = (
        one for one in _found(program=CERTIFICATE, more=mentor, today=day) if one.kind is kind
    )

    assert both.startswith("Ask 2 people who complete atelier whether they want a certificate")
    assert both.endswith("in the form Change my entry: leonardo, verrocchio")
    assert after == both
    assert one.subjects == ("leonardo",)
    assert one.path == "program/people/leonardo.yaml"
    form = "https://github.com/a/b/issues/new?template=update-my-entry.yml"
    assert Ways(".", Repository("a/b")).link(one) == form
    assert _of(kind, _found(program=CERTIFICATE, today=date(2027, 12, 16))) == []


def test_nobody_is_asked_for_a_certificate_of_an_archived_program() -> None:
    archived = CERTIFICATE.replace("status: running", "status: archived")

    found = _found(FINISHED, program=archived, today=date(2028, 1, 2))

    assert _of(SuggestionKind.CERTIFICATES, found) == []


@pytest.mark.parametrize(("least", "is_asked"), [(1, True), (2, True), (3, False)])
def test_who_can_earn_no_certificate_any_more_is_not_asked_for_it(
    least: int, *, is_asked: bool
) -> None:
    program = PROGRAM + f"completion: {{minimum_sessions: {least}, certificate: true}}\n"

    found = _found(program=program, today=date(2027, 12, 30))

    assert bool(_of(SuggestionKind.CERTIFICATES, found)) == is_asked


@pytest.mark.parametrize(
    ("today", "place"), [(date(2027, 12, 4), "waiting"), (date(2027, 12, 5), "withdrawn")]
)
def test_who_was_left_alone_waits_for_another_pair_while_there_is_time(
    today: date, place: str
) -> None:
    broken = AGREED.replace("active", "ended-early") + "end: 2027-03-01\nreason: no-time\n"

    (found,) = (one for one in _found(broken, today=today) if one.kind is SuggestionKind.UNPAIRED)

    assert found.command == ("accept", "atelier", "leonardo", "verrocchio", "--as", place)
