import pytest

from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.render.pages.pair_pages import (
    PAIRS_A_PAGE,
    pair_page,
    pairs_page,
    program_pairs_pages,
)
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.program_pages import program_page
from tests.fakes import SETTINGS
from tests.render.pages.workshop import (
    MASTER,
    NOTE,
    PAIR,
    PROGRAM,
    PUPIL,
    WORKSHOP,
    edition,
    without,
)

BOTTEGA = ProgramId("bottega")
PAIR_ID = PairId(BOTTEGA, PairName("verrocchio-leonardo"))
SHY_PUPIL = without(PUPIL, "name, seeks, pairs", "seeks")
SHY_MASTER = without(MASTER, "[name, pronouns", "[pronouns")


def test_a_pair_is_called_by_its_members() -> None:
    assert pair_title(edition(), PAIR_ID) == "Andrea del Verrocchio and Leonardo da Vinci"


def test_a_group_is_called_by_its_title() -> None:
    named = without(PAIR, "status: active", "status: active\n        title: {en: The bench}")

    assert pair_title(edition(named), PAIR_ID) == "The bench"
    assert pair_title(edition(named | SHY_PUPIL), PAIR_ID) != "The bench"


def test_somebody_unnamed_is_a_participant() -> None:
    assert pair_title(edition(SHY_PUPIL), PAIR_ID) == "Andrea del Verrocchio and a participant"


def test_several_unnamed_are_counted() -> None:
    three = without(PAIR, "role: mentee}]", "role: mentee}, {person: cosimo, role: mentee}]")

    title = pair_title(edition(three | SHY_PUPIL), PAIR_ID)

    assert title == "Andrea del Verrocchio and 2 participants"


def test_a_pair_of_strangers_has_a_code() -> None:
    title = pair_title(edition(SHY_PUPIL | SHY_MASTER), PAIR_ID)

    assert title.startswith("Pair ")
    assert "Andrea" not in title


def test_a_proposal_has_no_page() -> None:
    proposed = without(PAIR, "status: active", "status: proposed")

    assert edition(proposed).public_pairs(BOTTEGA) == ()
    assert list(program_pairs_pages(edition(proposed), BOTTEGA)) == []
    assert "No pair has begun" in pairs_page(edition(proposed)).body


def test_the_list_of_programs_counts_pairs() -> None:
    page = pairs_page(edition())

    assert 'href="../pairs/bottega/"' in page.body
    assert "1 pair, 1 active" in page.body


@pytest.mark.parametrize(
    ("kind", "called", "counted"),
    [("group", "Groups", "1 group"), ("peer-circle", "Circles", "1 circle")],
)
def test_a_list_of_groups_is_called_so(kind: str, called: str, counted: str) -> None:
    of_groups = edition(without(PROGRAM, "kind: one-to-one", f"kind: {kind}"))

    (page,) = program_pairs_pages(of_groups, BOTTEGA)

    assert page.title == f"{called} of The workshop year"
    assert page.description == f"The {called.lower()} of The workshop year."
    assert f"<p>{counted}</p>" in page.body
    assert called in program_page(of_groups, BOTTEGA).body


def test_pairs_of_a_program_without_a_page_are_not_listed() -> None:
    draft = edition(without(PROGRAM, "status: running", "status: draft"))

    assert "pairs/bottega/" not in pairs_page(draft).body


def test_goals_of_a_group_say_whose_they_are_where_that_is_published() -> None:
    group = without(PAIR, "role: mentee}", "role: mentee}, {person: leonardo, role: peer}")

    def shown(owner: str) -> str:
        pair = without(PAIR, "statement: Paint", f"owner: {owner}, statement: Paint")[PAIR]
        roles = group[PAIR].splitlines()[0]
        return pair_page(edition({PAIR: "\n".join([roles, *pair.splitlines()[1:]])}), PAIR_ID).body

    assert "Goal of Andrea del Verrocchio" in shown("verrocchio")
    assert "Goal of" not in shown("leonardo")


def test_a_long_list_comes_in_parts() -> None:
    many = {f"pairs/bottega/p{n}/pair.yaml": WORKSHOP[PAIR] for n in range(PAIRS_A_PAGE)}

    first, second = program_pairs_pages(edition(many), BOTTEGA)

    assert second.address == "pairs/bottega/page_2/"
    assert first.body.count("tm-row__name") == PAIRS_A_PAGE
    assert 'href="../../pairs/bottega/page_2/"' in first.body


def test_a_page_shows_sessions_goals_and_what_comes_next() -> None:
    page = pair_page(edition(), PAIR_ID)

    assert page.address == "pairs/bottega/verrocchio-leonardo/"
    assert "We looked at <em>drapery</em>" in page.body
    assert "Paint an angel" in page.body
    assert "22 March 2027" in page.body
    assert "every 2 weeks" in page.body


def test_a_note_that_is_not_public_is_only_counted() -> None:
    page = pair_page(edition(without(NOTE, "visibility: public")), PAIR_ID)

    assert "drapery" not in page.body
    assert "1 March 2027" in page.body


def test_goals_are_counted_when_a_member_keeps_the_pair_private() -> None:
    page = pair_page(edition(SHY_PUPIL), PAIR_ID)

    assert "Paint an angel" not in page.body
    assert "1 goal stays between the members" in page.body
    assert "Leonardo" not in page.body


OWN_GOAL = "goals: [{statement: Paint a living horse}]\n        enrolments:"
COPIED = (
    "goals: [{id: goal-1, statement: Paint a living horse, owner: leonardo, "
    "copied_from: leonardo}, {id: angel,"
)


def _begun_with_own_goal(publish: str, own: str = OWN_GOAL, pair: str = COPIED) -> dict[str, str]:
    """The pair, made before the pupil published `pairs`, has a goal that they wrote themselves."""
    pupil = WORKSHOP[PUPIL].replace("enrolments:", own).replace("seeks, pairs", publish)
    return {PUPIL: pupil, PAIR: WORKSHOP[PAIR].replace("goals: [{id: angel,", pair)}


@pytest.mark.parametrize(
    ("publish", "own", "pair"),
    [
        ("pairs", OWN_GOAL, COPIED),
        ("pairs", OWN_GOAL.replace("Paint a living horse", "'paint a living horse.'"), COPIED),
        ("pairs", OWN_GOAL.replace("Paint a living horse", "{it: Paint a living horse}"), COPIED),
        ("pairs", OWN_GOAL, COPIED.replace("owner: leonardo", "success: It moves")),
        ("pairs", "enrolments:", COPIED),
        ("pairs", "enrolments:", COPIED.replace("owner", "success: It moves, owner")),
        ("pairs", "enrolments:", COPIED.replace("owner", "baseline: -1, owner")),
        (
            "pairs",
            "enrolments:",
            COPIED.replace("goal-1", "horse").replace("owner: leonardo, ", ""),
        ),
        ("pairs", "enrolments:", COPIED.replace("owner: leonardo", "owner: verrocchio")),
    ],
)
def test_a_goal_that_somebody_keeps_is_not_shown_when_they_publish_their_pairs(
    publish: str, own: str, pair: str
) -> None:
    body = pair_page(edition(_begun_with_own_goal(publish, own, pair)), PAIR_ID).body

    assert "living horse" not in body
    assert "Paint an angel" in body
    assert "1 more goal stays between its members." in body


@pytest.mark.parametrize(
    ("publish", "own", "pair"),
    [
        ("pairs, goals", OWN_GOAL, COPIED),
        ("pairs", "enrolments:", COPIED.replace(", copied_from: leonardo", "")),
    ],
)
def test_a_goal_that_is_published_or_that_the_pair_made_its_own_is_shown(
    publish: str, own: str, pair: str
) -> None:
    body = pair_page(edition(_begun_with_own_goal(publish, own, pair)), PAIR_ID).body

    assert "Paint a living horse" in body
    assert "more goal" not in body


@pytest.mark.parametrize("status", ["paused", "completed", "ended-early"])
def test_a_pair_that_does_not_meet_has_no_next_session(status: str) -> None:
    resting = without(PAIR, "status: active", f"status: {status}")

    assert "Next session" not in pair_page(edition(resting), PAIR_ID).body


def test_a_page_shows_the_guide_of_the_next_session() -> None:
    body = pair_page(edition(), PAIR_ID).body

    assert "For the next session" in body
    assert "<summary>A regular session</summary>" in body
    assert "What was useful today?" in body


def test_guide_of_the_community_says_how_long_it_takes() -> None:
    own = "---\ntitle: Our hour\nminutes: 45\n---\n- What now?\n"

    body = pair_page(edition({"program/agendas/regular.en.md": own}), PAIR_ID).body

    assert "<summary>Our hour (45 minutes)</summary>" in body
    assert "<h3>" not in body[body.index("Our hour") : body.index("What now?")]


def test_guide_follows_the_day_of_the_next_session() -> None:
    last = {"pairs/bottega/verrocchio-leonardo/2027-12-18.md": "---\nstatus: planned\n---\n"}

    assert "The last meeting" in pair_page(edition(last), PAIR_ID).body


def test_guide_that_nobody_wrote_is_not_shown() -> None:
    program = without(
        PROGRAM, "cadence:", "agendas: [{session: default, agenda: gone}]\n        cadence:"
    )

    assert "For the next session" not in pair_page(edition(program), PAIR_ID).body


@pytest.mark.parametrize("status", ["paused", "completed", "ended-early"])
def test_a_pair_that_does_not_meet_needs_no_guide(status: str) -> None:
    resting = without(PAIR, "status: active", f"status: {status}")

    assert "For the next session" not in pair_page(edition(resting), PAIR_ID).body


def test_a_planned_session_is_the_next() -> None:
    planned = {"pairs/bottega/verrocchio-leonardo/2027-03-18.md": "---\nstatus: planned\n---\n"}

    assert "18 March 2027" in pair_page(edition(planned), PAIR_ID).body


def test_no_page_says_why_a_pair_ended() -> None:
    ended = without(PAIR, "status: active", "status: ended-early\n        reason: no-contact")

    body = pair_page(edition(ended), PAIR_ID).body

    assert "no-contact" not in body
    assert "Ended" in body


@pytest.mark.parametrize(("status", "is_shown"), [("completed", True), ("ended-early", False)])
def test_only_a_pair_that_completed_looks_back(status: str, *, is_shown: bool) -> None:
    closing = "\n        closing: {on: 2027-03-02, reflection: We *laughed* a lot}"
    closed = without(PAIR, "status: active", f"status: {status}{closing}")

    assert ("<em>laughed</em>" in pair_page(edition(closed), PAIR_ID).body) is is_shown


def test_a_pair_of_an_unknown_program_has_a_page() -> None:
    lost = {PROGRAM: "", PAIR: WORKSHOP[PAIR], NOTE: ""}

    page = pair_page(edition(lost), PAIR_ID)

    assert "bottega" in page.body
    assert "No session is noted yet" in page.body


@pytest.mark.parametrize(("minutes", "words"), [("60", "1 h"), ("150", "2 h 30 min")])
def test_time_together_is_told_in_hours_and_minutes(minutes: str, words: str) -> None:
    page = pair_page(edition(without(NOTE, "minutes: 60", f"minutes: {minutes}")), PAIR_ID)

    assert f"<dd>{words}</dd>" in page.body


def test_a_goal_shows_its_way_in_words_and_as_a_line() -> None:
    rated = without(
        PAIR,
        "his brush down}]",
        "his brush down, baseline: -1, ratings: [{on: 2027-02-01, by: leonardo, level: 0}]},\n"
        "        {id: cast, statement: Cast a bell, ratings: [{on: 2027-02-02, by: leonardo,"
        " level: 2}]}, {id: fly, statement: Build a wing, baseline: -2},\n"
        "        {id: sail, statement: Build a boat, baseline: -1, status: achieved}]",
    )

    body = pair_page(edition(rated), PAIR_ID).body

    assert "At the start: less than hoped. On 1 February 2027: as hoped." in body
    assert 'role="img" aria-label="At the start: less than hoped.' in body
    assert "<title>at the start: less than hoped</title>" in body
    assert "On 2 February 2027: much more than hoped." in body
    assert "At the start: much less than hoped. Not rated yet." in body
    assert "<p>At the start: less than hoped.</p>" in body
    assert body.count("<svg") == 1
    assert "Goal attainment: 62, of 2 goals; 50 is as hoped." in body


@pytest.mark.parametrize(("objective", "is_named"), [("work", True), ("none-of-it", False)])
def test_a_goal_names_the_objective_of_the_program_that_it_serves(
    objective: str, *, is_named: bool
) -> None:
    serves = without(PAIR, "brush down}]", f"brush down, objective: {objective}}}]")
    link = '<a href="../../../programs/bottega/#objective-work">Everybody finishes a work</a>'

    body = pair_page(edition(serves), PAIR_ID).body

    assert (f"Serves this objective of the program: {link}" in body) is is_named
    assert '<h3 id="objective-work">' in program_page(edition(serves), BOTTEGA).body


def test_goals_with_a_start_show_how_far_they_came() -> None:
    goal = "baseline: -1, ratings: [{on: 2027-02-01, by: leonardo, level: 1}]"
    both = without(
        PAIR,
        "his brush down}]",
        f"his brush down, {goal}}},\n        {{id: cast, statement: Cast a bell, {goal}}}]",
    )

    body = pair_page(edition(both), PAIR_ID).body

    assert "Goal attainment: from 38 to 62, of 2 goals; 50 is as hoped." in body


def test_a_page_shows_the_agreement_and_how_many_accepted_it() -> None:
    one = without(
        PAIR,
        "goals:",
        "agreement: {version: '1', accepted: {leonardo: 2027-01-20}, notice_days: 2,"
        " between_us: What is said at the bench, review_on: 2027-05-01}\n        goals:",
    )
    both = {PAIR: one[PAIR].replace("2027-01-20}", "2027-01-20, verrocchio: 2027-01-20}")}

    half, whole = (pair_page(edition(changes), PAIR_ID).body for changes in (one, both))

    assert "Accepted by 1 of 2" in half
    assert "2 days before a meeting" in half
    assert "What is said at the bench" in half
    assert "What is said at the bench" not in pair_page(edition(one | SHY_PUPIL), PAIR_ID).body
    assert "Our agreement (version 1)" in half
    assert "Accepted by everybody" in whole


@pytest.mark.parametrize(
    ("version", "shown"), [("v2", "2"), ("V2.1", "2.1"), ("2027", "2027"), ("vernal", "vernal")]
)
def test_the_word_version_is_not_said_twice(version: str, shown: str) -> None:
    text = f"---\ntitle: Ours\nversion: '{version}'\n---\nWe come.\n"

    body = pair_page(edition({"program/agendas/agreement.en.md": text}), PAIR_ID).body

    assert f"Ours (version {shown})" in body


def test_a_page_says_that_the_agreement_is_missing_only_where_it_is_expected() -> None:
    informal = without(PROGRAM, "style: formal", "style: informal")

    assert "Not accepted yet" in pair_page(edition(), PAIR_ID).body
    assert "Not accepted yet" not in pair_page(edition(informal), PAIR_ID).body


def test_a_pair_that_is_over_has_no_agreement_on_its_page() -> None:
    over = without(PAIR, "status: active", "status: completed\n        end: 2027-02-20")

    assert "agreement" not in pair_page(edition(over), PAIR_ID).body


def test_closing_words_of_a_pair_that_reached_its_goals_early_are_quoted() -> None:
    early = without(
        PAIR,
        "status: active",
        "status: ended-early\n        end: 2027-02-20\n        reason: goals-reached\n"
        "        closing: {on: 2027-02-20, reflection: The angel looks at you}",
    )

    assert "The angel looks at you" in pair_page(edition(early), PAIR_ID).body


def test_what_members_wanted_to_do_is_counted() -> None:
    note = without(
        NOTE,
        "minutes: 60",
        "minutes: 60\n"
        "        actions: [{id: a, text: Draw}, {id: b, text: Look, done_on: 2027-02-20}]",
    )

    body = pair_page(edition(note), PAIR_ID).body

    assert "1 of 2 done" in body
    assert "Draw" not in body
    assert "of 2 done" not in pair_page(edition(), PAIR_ID).body


def test_member_who_left_stands_there_until_their_day() -> None:
    gone = WORKSHOP[PAIR].replace("role: mentee}", "role: mentee, until: 2027-02-28}")
    over = gone.replace("status: active", "status: completed\n        end: 2027-02-28")

    assert "until 28 February 2027" in pair_page(edition({PAIR: gone}), PAIR_ID).body
    assert "until 28" not in pair_page(edition({PAIR: over}), PAIR_ID).body


def test_second_mentor_who_stays_on_alone_is_the_mentor() -> None:
    pair = WORKSHOP[PAIR].replace("role: mentee}", "role: co-mentor}")
    alone = pair.replace("role: mentor}", "role: mentor, until: 2027-02-28}")

    assert "Co-mentor" in pair_page(edition({PAIR: pair}), PAIR_ID).body
    assert "Co-mentor" not in pair_page(edition({PAIR: alone}), PAIR_ID).body


def test_peers_among_themselves_need_no_role() -> None:
    peers = WORKSHOP[PAIR].replace("role: mentor}", "role: peer}").replace("mentee}", "peer}")
    led = peers.replace("verrocchio, role: peer", "verrocchio, role: facilitator")

    assert "Peer" in pair_page(edition({PAIR: led}), PAIR_ID).body
    assert "Peer" not in pair_page(edition({PAIR: peers}), PAIR_ID).body


FORGE = {
    "program/community.yaml": SETTINGS + "forge: {kind: github, repository: bottega/mentoring}\n"
}


def test_agreement_is_accepted_with_the_form_where_there_is_a_forge() -> None:
    form = "https://github.com/bottega/mentoring/issues/new?template=accept-the-agreement.yml"
    named, shy = (pair_page(edition(FORGE | more), PAIR_ID).body for more in ({}, SHY_PUPIL))

    assert f'{form}&amp;pair=bottega%2Fverrocchio-leonardo"' in named
    assert f'{form}"' in shy
    assert "template=accept" not in pair_page(edition(), PAIR_ID).body
