from collections.abc import Mapping

import pytest

from telemaco.forms.pairing import confirm_a_pair, propose_a_pair
from telemaco.records.base import PersonId
from telemaco.submissions.membership import pair_id_of
from telemaco.submissions.values import Filled
from telemaco.usecases.submit import submit
from tests.submissions.workshop import (
    FILES,
    PERSON,
    TODAY,
    after,
    community,
    said,
    sent,
    sources,
    told,
    whole,
)

Given = Mapping[str, str | tuple[str, ...]]
Files = Mapping[str, str]

PROGRAM = "program/programs/{}.yaml"
NEW = "pairs/workshop/botticelli-filippino/pair.yaml"
WISH: Given = {
    "program": "workshop",
    "mentors": ("botticelli",),
    "mentees": ("filippino",),
    "start": "2027-03-01",
    "consent": ("public",),
}
PROPOSED: Files = {
    NEW: """\
members:
  - {person: botticelli, role: mentor} # the elder
  - {person: filippino, role: mentee, confirmed: 2027-02-10}
status: proposed
start: 2027-03-01
"""
}
YES: Given = {"pair": "workshop/botticelli-filippino", "answer": "yes"}
NO: Given = {"pair": "workshop/botticelli-filippino", "answer": "no"}


def _enrolled(role: str, *people: str) -> Files:
    """The people take part in the evenings, too."""
    place = f"  - {{program: evenings, role: {role}, status: accepted}}\n"
    return {
        PERSON.format(person): FILES[PERSON.format(person)].replace(
            "enrolments:\n", f"enrolments:\n{place}"
        )
        for person in people
    }


def test_proposal_is_confirmed_by_its_author_alone() -> None:
    found = sent(propose_a_pair, WISH, "filippino")

    assert {path: text.decode() for path, text in found.files.items()} == {
        NEW: (
            "# yaml-language-server: $schema=../../../docs/schema/pair.json\n"
            "members:\n"
            "  - person: botticelli\n"
            "    role: mentor\n"
            "  - person: filippino\n"
            "    role: mentee\n"
            "    confirmed: 2027-02-17\n"
            "status: proposed\n"
            "start: 2027-03-01\n"
            "expected_end: 2027-12-31\n"
        )
    }
    assert found.confirm == ("botticelli",)
    assert said(found.title) == "workshop/botticelli-filippino: a proposal"
    after(found)


def test_those_who_said_yes_since_are_noted_and_it_is_the_same_proposal() -> None:
    base = community()
    filled = Filled(propose_a_pair(base), whole(WISH), "filippino", 12)
    agreed = Filled(filled.form, filled.answers, "filippino", 12, (PersonId("botticelli"),))

    found = submit(agreed, base, sources(), TODAY)

    pair = after(found).pairs[pair_id_of("workshop/botticelli-filippino")]
    assert [member.confirmed for member in pair.members] == [TODAY, TODAY]
    assert found.material == submit(filled, base, sources(), TODAY).material


def test_without_a_day_it_begins_today() -> None:
    found = sent(propose_a_pair, {**WISH, "start": ""}, "sandro")

    assert after(found).pairs[pair_id_of("workshop/botticelli-filippino")].start == TODAY


def test_group_has_a_name_and_co_mentors() -> None:
    changes = {
        **_enrolled("mentor", "botticelli", "verrocchio"),
        **_enrolled("mentee", "filippino", "leonardo"),
    }
    answers: Given = {
        "program": "evenings",
        "mentors": ("verrocchio", "botticelli"),
        "mentees": ("leonardo", "filippino"),
        "title": "By the river",
    }

    found = sent(propose_a_pair, answers, "verrocchio", changes)

    pair = after(found, changes).pairs[pair_id_of("evenings/verrocchio-group")]
    assert [(one.person, one.role) for one in pair.members] == [
        ("verrocchio", "mentor"),
        ("botticelli", "co-mentor"),
        ("leonardo", "mentee"),
        ("filippino", "mentee"),
    ]
    assert (pair.title, pair.expected_end) == ("By the river", None)


def test_circle_is_one_of_peers() -> None:
    circle = FILES[PROGRAM.format("evenings")].replace("kind: group", "kind: peer-circle")
    changes = {
        PROGRAM.format("evenings"): circle,
        **_enrolled("peer", "filippino", "leonardo"),
        **_enrolled("facilitator", "botticelli"),
    }
    answers: Given = {
        "program": "evenings",
        "mentors": ("botticelli",),
        "mentees": ("leonardo", "filippino"),
    }

    found = sent(propose_a_pair, answers, "filippino", changes)

    pair = after(found, changes).pairs[pair_id_of("evenings/botticelli-circle")]
    assert [member.role for member in pair.members] == ["facilitator", "peer", "peer"]


@pytest.mark.parametrize(
    ("author", "answers", "expected"),
    [
        (
            "verrocchio",
            {},
            [
                ("Mentees, or the members of a circle: you are not among the people you name - "
                "Name yourself, too. Others propose their own pairs.")
            ],
        ),
        (
            "verrocchio",
            {"mentors": ("verrocchio",), "mentees": ("leonardo",)},
            [
                ("Mentor: Andrea del Verrocchio has no room left in The year in the workshop: 1 "
                "at most - Ask them whether they take one more, or look for somebody else."),
                ("Mentees, or the members of a circle: these people are together in the "
                "program already - If it was proposed for you, use the form Confirm a pair, a "
                "group or a circle.")
            ],
        ),
        (
            "filippino",
            {"mentors": ("verrocchio",)},
            [
                ("Mentor: Andrea del Verrocchio has no room left in The year in the workshop: 1 "
                "at most - Ask them whether they take one more, or look for somebody else.")
            ],
        ),
        (
            "sandro",
            {"mentors": ("botticelli",), "mentees": ("botticelli",)},
            [
                ("Mentees, or the members of a circle: Sandro Botticelli is there twice - Name "
                "everybody once.")
            ],
        ),
        (
            "sandro",
            {"mentees": ("cosimo",)},
            [
                ("Mentees, or the members of a circle: Cosimo does not take part in The year in "
                "the workshop in this role - They can join it by a form. Then send this one again.")
            ],
        ),
        (
            "sandro",
            {"mentors": (), "mentees": ()},
            [
                ("Mentees, or the members of a circle: you are not among the people you name - "
                "Name yourself, too. Others propose their own pairs."),
            ],
        ),
        (
            "sandro",
            {"mentees": ()},
            ["Mentees, or the members of a circle: it takes 2 at least - Add what is missing."],
        ),
        (
            "sandro",
            {"mentors": ("botticelli", "verrocchio")},
            [
                ("Mentor: Andrea del Verrocchio has no room left in The year in the workshop: 1 "
                "at most - Ask them whether they take one more, or look for somebody else."),
                ("Mentees, or the members of a circle: in this program it takes one mentor and "
                "one mentee - Choose the people again.")
            ],
        ),
        (
            "sandro",
            {"start": "2028-01-01"},
            [
                ("First day: on 1 January 2028 the program is over; its last day is "
                "31 December 2027 - "
                "Correct the day if it is a slip. If it is right, ask a coordinator.")
            ],
        ),
        (
            "sandro",
            {"start": "in spring"},
            [
                (
                    'First day: "in spring" is not a day in the form year-month-day - Write year, '
                    "month and day: 2027-02-03."
                )
            ],
        ),
        (
            "sandro",
            {"program": "gone"},
            [
                ("Program of the new pair, group or circle: in this program the coordinators "
                "bring people together - Join the program, and name whom you would like to meet.")
            ],
        ),
        (
            "lorenzo",
            {},
            [
                ("your account, lorenzo, is named in no entry here - Join first, with the form for "
                "it. If you have an entry, ask a coordinator to write your account into it.")
            ],
        ),
    ],
)  # fmt: skip
def test_what_keeps_a_pair_from_being_proposed(
    author: str, answers: Given, expected: list[str]
) -> None:
    found = sent(propose_a_pair, {**WISH, **answers}, author)

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == expected


def test_no_form_tells_who_does_not_want_to_meet_whom() -> None:
    settings = "program/community.yaml"
    changes = {
        settings: FILES[settings].replace("public}", "private}"),
        PERSON.format("botticelli"): FILES[PERSON.format("botticelli")] + "excludes: [filippino]\n",
    }

    found = sent(propose_a_pair, WISH, "filippino", changes)

    assert [told(problem) for problem in found.problems] == [
        (
            "Mentees, or the members of a circle: this pair cannot be made with a form - Ask a "
            "coordinator."
        )
    ]


def test_last_yes_confirms_a_pair_where_people_find_one_another() -> None:
    found = sent(confirm_a_pair, YES, "sandro", PROPOSED)

    assert found.files[NEW].decode() == (
        "members:\n"
        "  - {person: botticelli, role: mentor, confirmed: 2027-02-17} # the elder\n"
        "  - {person: filippino, role: mentee, confirmed: 2027-02-10}\n"
        "status: confirmed\n"
        "start: 2027-03-01\n"
    )
    assert said(found.title) == "workshop/botticelli-filippino: botticelli says yes"
    assert (found.tell, found.to_do) == (("filippino",), ())


def test_yes_that_is_not_the_last_leaves_the_proposal_open() -> None:
    changes = {NEW: PROPOSED[NEW].replace(", confirmed: 2027-02-10", "")}

    found = sent(confirm_a_pair, YES, "sandro", changes)

    pair = after(found, changes).pairs[pair_id_of("workshop/botticelli-filippino")]
    assert (pair.status, [one.confirmed for one in pair.members]) == ("proposed", [TODAY, None])


@pytest.mark.parametrize(
    "change",
    [
        {
            PROGRAM.format("workshop"): FILES[PROGRAM.format("workshop")].replace(
                "style: informal",
                "style: formal\nobjectives: [{id: one, statement: {en: One, it: Uno}}]\n"
                "cadence: {every: 1, unit: week}",
            )
        },
        {
            PERSON.format("filippino"): FILES[PERSON.format("filippino")].replace(
                "status: accepted", "status: waiting"
            )
        },
    ],
)
def test_elsewhere_a_coordinator_confirms_the_pair(change: Files) -> None:
    found = sent(confirm_a_pair, YES, "sandro", {**PROPOSED, **change})

    assert b"status: proposed" in found.files[NEW]
    assert [said(one) for one in found.to_do] == [
        (
            "Everybody has said yes to workshop/botticelli-filippino. Once this is merged: "
            "telemaco confirm workshop botticelli-filippino, or set its status to confirmed."
        )
    ]


def test_no_makes_a_proposal_void() -> None:
    found = sent(confirm_a_pair, NO, "sandro", PROPOSED)

    pair = after(found, PROPOSED).pairs[pair_id_of("workshop/botticelli-filippino")]
    assert pair.status == "cancelled"
    assert found.tell == ("filippino",)
    assert [said(one) for one in found.to_do] == [
        (
            "The proposal workshop/botticelli-filippino is void. Look for another pair for its "
            "members, if they want one."
        )
    ]


@pytest.mark.parametrize(
    ("author", "answers", "expected"),
    [
        ("filippino", YES, "Do you want to be part of it?: you have said yes already"),
        (
            "verrocchio",
            YES,
            (
                "Pair, group or circle that was proposed for you: you do not belong to it - "
                "[workshop/verrocchio-leonardo] - Only its members can say something for it."
            ),
        ),
        (
            "verrocchio",
            {**YES, "pair": "workshop/verrocchio-leonardo"},
            (
                "Pair, group or circle that was proposed for you: it is no longer a proposal - To "
                "end it, or to leave, use the form Pause or leave."
            ),
        ),
        (
            "nobody",
            YES,
            (
                "your account, nobody, is named in no entry here - Join first, with the form "
                "for it. "
                "If you have an entry, ask a coordinator to write your account into it."
            ),
        ),
    ],
)
def test_nobody_answers_for_others(author: str, answers: Given, expected: str) -> None:
    found = sent(confirm_a_pair, answers, author, PROPOSED)

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [expected]


def test_confirmed_pair_is_not_undone_by_a_no() -> None:
    changes = {NEW: PROPOSED[NEW].replace("proposed", "confirmed")}

    assert sent(confirm_a_pair, NO, "sandro", changes).files == {}
    assert sent(confirm_a_pair, YES, "sandro", changes).files != {}


def test_file_that_cannot_be_changed_is_left_to_a_coordinator() -> None:
    base = community(PROPOSED)
    filled = Filled(confirm_a_pair(base), whole(YES), "sandro", 12)

    found = submit(filled, base, sources({**PROPOSED, NEW: "&a {"}), TODAY)

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [
        (
            "this does not go with what the community's files say - A coordinator has to look "
            "at it. "
            "You need not do anything."
        )
    ]


def test_file_that_came_in_meanwhile_is_not_overwritten() -> None:
    base = community()
    filled = Filled(propose_a_pair(base), whole(WISH), "filippino", 12)

    found = submit(filled, base, sources(PROPOSED), TODAY)

    assert found.files == {}
    assert found.problems[0].field is None
