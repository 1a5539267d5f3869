from collections.abc import Mapping

import pytest

from telemaco.forms.staying import pause_or_leave
from telemaco.records.base import PersonId
from telemaco.submissions.membership import pair_id_of
from tests.submissions.workshop import FILES, PAIR, PERSON, TODAY, after, said, sent, told

Given = Mapping[str, str | tuple[str, ...]]
Files = Mapping[str, str]

NAME = "workshop/verrocchio-leonardo"
LEONARDO = PersonId("leonardo")
GROUP_NAME = "evenings/verrocchio-group"
GROUP = f"pairs/{GROUP_NAME}/pair.yaml"


def in_group() -> Files:
    """Leonardo is in a group, too, with Filippino and Botticelli."""
    roles = {"verrocchio": "mentor", "leonardo": "mentee", "filippino": "mentee",
             "botticelli": "mentee"}  # fmt: skip
    entries = {
        PERSON.format(person): FILES[PERSON.format(person)].replace(
            "enrolments:\n",
            f"enrolments:\n  - {{program: evenings, role: {role}, status: matched}}\n",
        )
        for person, role in roles.items()
    }
    members = "".join(f"  - {{person: {one}, role: {role}}}\n" for one, role in roles.items())
    pair = f"members:\n{members}status: active\nstart: 2027-01-10\n"
    return {**entries, GROUP: pair}


def test_break_rests_the_entry_and_the_only_pair() -> None:
    found = sent(pause_or_leave, {"what": "pause", "until": "2027-04-01"}, "leo-from-vinci")

    base = after(found)
    assert str(base.people[LEONARDO].paused_until) == "2027-04-01"
    pair = base.pairs[pair_id_of(NAME)]
    assert (pair.status, str(pair.paused_until)) == ("paused", "2027-04-01")
    assert (found.tell, found.may_object) == (("verrocchio",), ())
    assert said(found.title) == "leonardo takes a break"


def test_break_leaves_a_group_and_a_proposal_as_they_are() -> None:
    changes = {PAIR: FILES[PAIR].replace("status: active", "status: proposed"), **in_group()}
    answers: Given = {"what": "pause", "until": "2027-04-01"}

    group = sent(pause_or_leave, {**answers, "pair": GROUP_NAME}, "leo-from-vinci", changes)
    proposed = sent(pause_or_leave, {**answers, "pair": NAME}, "leo-from-vinci", changes)

    assert group.files.keys() == proposed.files.keys() == {PERSON.format("leonardo")}
    assert group.tell == ("verrocchio", "filippino", "botticelli")


def test_break_of_somebody_without_a_pair_rests_the_entry() -> None:
    found = sent(pause_or_leave, {"what": "pause", "until": "2027-04-01"}, "sandro")

    assert found.files.keys() == {PERSON.format("botticelli")}


def test_end_of_a_pair_is_neutral_and_its_member_waits() -> None:
    found = sent(pause_or_leave, {"what": "end-pair"}, "leo-from-vinci")

    assert found.files[PAIR].decode() == (
        FILES[PAIR].replace("active", "ended-early") + "end: 2027-02-17\nreason: other\n"
    )
    text = found.files[PERSON.format("leonardo")].decode()
    assert "{program: workshop, role: mentee, status: waiting}" in text
    assert found.tell == ("verrocchio",)
    assert [said(one) for one in found.to_do] == [
        (
            "The pair workshop/verrocchio-leonardo ends. Ask its other member about a new one, and "
            "mend their entry."
        )
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("before", "now"),
    [("status: active", "status: proposed"), ("start: 2027-01-10", "start: 2027-03-01")],
)
def test_pair_that_had_not_begun_is_cancelled(before: str, now: str) -> None:
    changes = {
        PAIR: FILES[PAIR].replace(before, now),
        "pairs/workshop/verrocchio-leonardo/2027-02-03.md": "---\nstatus: cancelled\n---\n",
    }

    found = sent(pause_or_leave, {"what": "end-pair"}, "leo-from-vinci", changes)

    assert b"status: cancelled\n" in found.files[PAIR]
    assert b"end:" not in found.files[PAIR]


def test_leaving_a_group_leaves_it_to_the_others() -> None:
    answers: Given = {"what": "end-pair", "pair": GROUP_NAME}

    found = sent(pause_or_leave, answers, "leo-from-vinci", in_group())

    pair = after(found, in_group()).pairs[pair_id_of(GROUP_NAME)]
    assert pair.status == "active"
    assert [member.end for member in pair.members] == [None, TODAY, None, None]
    assert found.to_do == ()


@pytest.mark.parametrize(
    ("what", "path", "title"),
    [("end-pair", PAIR, "leonardo ends a pair"), ("leave-group", GROUP, "leonardo leaves a group")],
)
def test_pair_or_group_is_found_by_what_is_wanted(what: str, path: str, title: str) -> None:
    found = sent(pause_or_leave, {"what": what}, "leo-from-vinci", in_group())

    assert found.files.keys() == {PERSON.format("leonardo"), path}
    assert said(found.title) == title


def test_group_of_two_ends_when_one_of_them_leaves_it() -> None:
    found = sent(pause_or_leave, {"what": "leave-group"}, "leo-from-vinci")

    assert b"status: ended-early\n" in found.files[PAIR]
    assert said(found.title) == "leonardo ends a pair"


def test_circle_goes_on_without_the_one_who_led_it() -> None:
    roles = {"verrocchio": "facilitator", "leonardo": "peer", "filippino": "peer"}
    members = "".join(f"  - {{person: {one}, role: {role}}}\n" for one, role in roles.items())
    circle = "pairs/conversations/florence/pair.yaml"
    changes = {circle: f"members:\n{members}status: active\nstart: 2027-01-10\n"} | {
        PERSON.format(one): FILES[PERSON.format(one)].replace(
            "enrolments:\n",
            f"enrolments:\n  - {{program: conversations, role: {role}, status: matched}}\n",
        )
        for one, role in roles.items()
    }

    found = sent(pause_or_leave, {"what": "leave-group"}, "verrocchio", changes)

    members_after = after(found, changes).pairs[pair_id_of("conversations/florence")].members
    assert [member.end for member in members_after] == [TODAY, None, None]
    assert found.to_do == ()


def test_group_whose_only_mentor_leaves_is_for_a_coordinator() -> None:
    answers: Given = {"what": "end-pair", "pair": GROUP_NAME}

    found = sent(pause_or_leave, answers, "verrocchio", in_group())

    assert (found.files, found.problems) == ({}, ())
    assert [said(one) for one in found.to_do] == [
        (
            "verrocchio wants to leave the group evenings/verrocchio-group, which has nobody "
            "else to "
            "lead it. Find somebody, or end the group."
        )
    ]


def test_leaving_a_program_ends_its_pairs_and_no_others() -> None:
    answers: Given = {"what": "leave", "program": "workshop"}

    found = sent(pause_or_leave, answers, "leo-from-vinci", in_group())

    assert found.files.keys() == {PERSON.format("leonardo"), PAIR}
    text = found.files[PERSON.format("leonardo")].decode()
    assert "{program: workshop, role: mentee, status: withdrawn, until: 2027-02-17}" in text
    assert "{program: evenings, role: mentee, status: matched}" in text
    assert said(found.title) == "leonardo leaves workshop"


@pytest.mark.parametrize("what", ["leave", "remove"])
def test_mentor_of_a_group_stays_in_it_until_somebody_else_leads_it(what: str) -> None:
    answers: Given = {"what": what, "program": "evenings"}

    found = sent(pause_or_leave, answers, "verrocchio", in_group())

    assert found.problems == ()
    assert GROUP not in found.files
    text = found.files.get(PERSON.format("verrocchio"), b"").decode()
    assert "{program: evenings, role: mentor, status: withdrawn" not in text
    assert ("{program: workshop, role: mentor, status: withdrawn" in text) == (what == "remove")
    assert "has nobody else to lead it" in said(found.to_do[0])


def test_only_program_need_not_be_named() -> None:
    found = sent(pause_or_leave, {"what": "leave"}, "sandro")

    assert b"status: withdrawn, until: 2027-02-17" in found.files[PERSON.format("botticelli")]


def test_removal_ends_everything_and_the_rest_is_a_coordinators() -> None:
    found = sent(pause_or_leave, {"what": "remove"}, "leo-from-vinci", in_group())

    assert found.files.keys() == {PERSON.format("leonardo"), PAIR, GROUP}
    text = found.files[PERSON.format("leonardo")].decode()
    assert "publish: []" in text
    assert text.count("withdrawn") == 2
    assert [said(task) for task in found.to_do[-2:]] == [
        (
            "leonardo asks to be removed. Once this is taken in, run telemaco forget leonardo: it "
            "shows what would change in every file, and --apply does it."
        ),
        "Git keeps what was in the files before: see the page Privacy of the handbook.",
    ]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (
            "https://mentors.example.org/",
            "[Privacy](https://mentors.example.org/handbook/privacy/) in",
        ),
        ("https://mentors.example.org/a(b", "the page Privacy of"),
    ],
)
def test_removal_leads_to_what_git_keeps(url: str, kept: str) -> None:
    settings = FILES["program/community.yaml"] + f"url: {url}\n"

    found = sent(pause_or_leave, {"what": "remove"}, "sandro", {"program/community.yaml": settings})

    first, second = map(said, found.to_do)
    assert first == (
        "botticelli asks to be removed. Once this is taken in, run telemaco forget botticelli: it "
        "shows what would change in every file, and --apply does it."
    )
    assert second == f"Git keeps what was in the files before: see {kept} the handbook."


def test_material_is_what_ends_and_not_what_is_said_about_it() -> None:
    end: Given = {"what": "end-pair"}
    first = sent(pause_or_leave, end, "leo-from-vinci").material

    again = sent(pause_or_leave, {**end, "words": "Thank you."}, "leo-from-vinci")
    assert again.material == first
    assert sent(pause_or_leave, {"what": "leave"}, "leo-from-vinci").material != first


@pytest.mark.parametrize(
    ("author", "answers", "expected"),
    [
        (
            "sandro",
            {"what": "pause"},
            (
                "Until when?: a break needs the day on which you are back - Write year, month and "
                "day: 2027-02-03."
            ),
        ),
        (
            "sandro",
            {"what": "pause", "until": "spring"},
            (
                'Until when?: "spring" is not a day in the form year-month-day - '
                "Write year, month and day: 2027-02-03."
            ),
        ),
        (
            "sandro",
            {"what": "pause", "until": "2027-02-17"},
            (
                "Until when?: 17 February 2027 is not a day to come - Write year, month and day: "
                "2027-02-03."
            ),
        ),
        (
            "sandro",
            {"what": "pause", "until": "2027-03-17", "pair": NAME},
            (
                "Which pair, group or circle?: you do not belong to it - "
                "[evenings/verrocchio-group] - Only its members can say something for it."
            ),
        ),
        (
            "leo-from-vinci",
            {"what": "pause", "until": "2027-03-17"},
            (
                "Which pair, group or circle?: it is not clear which one is meant - "
                "[evenings/verrocchio-group; workshop/verrocchio-leonardo] - Write the one that "
                "you mean."
            ),
        ),
        (
            "cosimo-the-elder",
            {"what": "end-pair"},
            "Which pair, group or circle?: you belong to no pair, group or circle that goes on",
        ),
        (
            "leo-from-vinci",
            {"what": "leave"},
            (
                "Which program?: it is not clear which program "
                "is meant - [Evenings by the river; The year in the workshop] - Choose the program "
                "that you want to leave."
            ),
        ),
        (
            "sandro",
            {"what": "leave", "program": "gone"},
            (
                "Which program?: you do not take part in it - "
                "[Evenings by the river; The year in the workshop] - Choose the program that you "
                "want to leave."
            ),
        ),
        (
            "nobody",
            {"what": "remove"},
            (
                "your account, nobody, is named in no entry here - Join first, with the form "
                "for it. "
                "If you have an entry, ask a coordinator to write your account into it."
            ),
        ),
    ],
)
def test_what_is_unclear_is_asked(author: str, answers: Given, expected: str) -> None:
    found = sent(pause_or_leave, answers, author, in_group())

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [expected]


def test_sessions_that_were_planned_are_called_off_with_the_pair() -> None:
    path = "pairs/workshop/verrocchio-leonardo/2027-03-03.md"
    changes = {path: "---\nstatus: planned # at noon\n---\n"}

    found = sent(pause_or_leave, {"what": "end-pair"}, "leo-from-vinci", changes)

    assert found.problems == ()
    assert found.files[path] == b"---\nstatus: cancelled # at noon\n---\n"


def test_whoever_wants_no_name_any_more_is_not_kept_waiting() -> None:
    note = "pairs/workshop/verrocchio-leonardo/2027-02-03.md"
    path = PERSON.format("leonardo")
    changes = {
        path: FILES[path].replace("publish: [name]", "publish: [name, pairs]"),
        PERSON.format("verrocchio"): FILES[PERSON.format("verrocchio")].replace(
            "[name, offers]", "[name, pairs]"
        ),
        note: FILES[note].replace("minutes", "visibility: public\nminutes") + "Leonardo drew.\n",
    }

    found = sent(pause_or_leave, {"what": "remove"}, "leo-from-vinci", changes)

    assert (found.problems, found.advice) == ((), ())
    assert said(found.to_do[-1]) == (
        f"Somebody is named in {note} who no longer wants to be. Change that first."
    )


@pytest.mark.parametrize("what", ["pause", "end-pair"])
def test_pair_that_is_over_is_left_alone(what: str) -> None:
    over = "status: ended-early\nend: 2027-02-10\nreason: no-time"
    changes = {**in_group(), PAIR: FILES[PAIR].replace("status: active", over)}
    answers: Given = {"what": what, "until": "2027-04-01", "pair": NAME}

    found = sent(pause_or_leave, answers, "leo-from-vinci", changes)

    assert [told(problem) for problem in found.problems] == [
        (
            "Which pair, group or circle?: it is over, or you have left it - "
            "[evenings/verrocchio-group] - Write the one that you mean."
        )
    ]
