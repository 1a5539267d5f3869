from datetime import date
from itertools import permutations
from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import propose
from telemaco.matching.result import Match, Unmatched
from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 1)
AIMLESS = (
    "Person names neither a skill to learn nor a goal: the score says nothing about what they "
    "want, so ask"
)
SKILLS = "- {id: fugue, label: Fugue}\n- {id: singing, label: Singing}\n"
NO_PAIR = "telemaco accept spring b --as waiting if they look for a partner, --as withdrawn if not"


def _match(files: dict[str, str], seed: str = "spring") -> Match:
    return propose(_community(files), ProgramId("spring"), TODAY, seed)


def _community(files: dict[str, str]) -> Community:
    whole = {"program/programs/spring.yaml": program(), "program/skills.yaml": SKILLS, **files}
    return community(whole)


def _people(**texts: str) -> dict[str, str]:
    return {f"program/people/{name}.yaml": text for name, text in texts.items()}


def _members(found: Match) -> list[list[str]]:
    return [[str(one) for one, _ in proposal.members] for proposal in found.proposals]


def _left(found: Match, name: str) -> Unmatched:
    return next(one for one in found.unmatched if one.person == name)


def _text(message: Message | None) -> str:
    return Catalog("en").text(message) if message else ""


def test_mentees_get_the_mentors_who_teach_what_they_seek() -> None:
    found = _match(
        _people(
            bach=person("mentee", seeks=["fugue"]),
            haydn=person("mentee", seeks=["singing"]),
            porpora=person("mentor", offers=["singing"]),
            reincken=person("mentor", offers=["fugue"]),
        )
    )

    assert _members(found) == [["porpora", "haydn"], ["reincken", "bach"]]
    link = found.proposals[1].links[0]
    assert [share.criterion for share in link.shares] == ["skills", "languages"]
    assert [_text(one) for one in link.evidence] == ["Fugue", "Italian (native)"]
    assert [(one.of, one.person, one.score) for one in link.runners_up] == [
        ("bach", "porpora", 50_000),
        ("reincken", "haydn", 50_000),
    ]
    assert found.unmatched == ()


def test_order_of_files_changes_nothing() -> None:
    texts = _people(
        a=person("mentee", seeks=["fugue"]),
        b=person("mentee", seeks=["fugue"]),
        m=person("mentor", offers=["fugue"]),
        n=person("mentor", offers=["fugue"]),
    )

    found = [_match(dict(order)) for order in list(permutations(texts.items()))[:20]]

    assert all(one == found[0] for one in found)


def test_digest_changes_with_what_went_in() -> None:
    texts = _people(a=person("mentee"), m=person("mentor"))

    digests = {
        _match(texts).digest,
        _match(texts, "other").digest,
        _match(texts | _people(b=person("mentee"))).digest,
    }

    assert len(digests) == 3


@pytest.mark.parametrize(
    ("status", "extra", "takes_part"),
    [
        ("accepted", "", True),
        ("waiting", "", True),
        ("applied", "", False),
        ("matched", "", False),
        ("withdrawn", "", False),
        ("accepted", "paused_until: 2027-03-01\n", False),
        ("accepted", "paused_until: 2027-01-01\n", True),
    ],
)
def test_who_takes_part(status: str, extra: str, *, takes_part: bool) -> None:
    texts = _people(a=person("mentee", status=status) + extra, m=person("mentor"))

    assert bool(_match(texts).proposals) is takes_part


def test_those_left_aside_are_told_with_the_reason() -> None:
    found = _match(
        _people(
            a=person("mentee") + "paused_until: 2027-03-01\n",
            b=person("mentee", status="matched"),
            c=person("mentee", status="applied"),
            d=person("mentee", until="2027-01-15"),
            e=person("mentee", status="paused"),
            f=person("mentee", status="declined"),
            m=person("mentor", capacity=0),
        )
    )

    assert [(one.person, _text(one.reason)) for one in found.asides] == [
        ("a", "paused until 1 March 2027"),
        (
            "b",
            "the enrolment says matched, but there is no current pair: " + NO_PAIR,
        ),
        ("c", "not accepted: the enrolment's status is applied"),
        ("e", "paused: the enrolment's status says so"),
        ("m", "no place to offer: the capacity is 0"),
    ]
    assert "1 person has applied" in _text(found.notices[0])


def test_mentor_takes_as_many_as_there_is_room_for_beside_current_pairs() -> None:
    texts = _people(
        a=person("mentee", status="matched"),
        b=person("mentee"),
        c=person("mentee"),
        m=person("mentor", status="matched", capacity=2),
        n=person("mentor", status="matched", capacity=1),
        z=person("mentee", status="matched"),
    )
    pairs = {
        "pairs/spring/m-a/pair.yaml": pair("m", "a"),
        "pairs/spring/n-z/pair.yaml": pair("n", "z"),
    }

    found = _match(texts | pairs)

    assert len(found.proposals) == 1
    assert _members(found)[0][0] == "m"
    (left,) = found.unmatched
    assert _text(left.binding) == "Person, Person compete for 1 place with Person"
    assert _text(left.would_help) == "one more place with Person or Person"
    (rivals,) = found.competitions
    assert (rivals.mentees, rivals.mentors, rivals.places) == (("b", "c"), ("m",), 1)
    assert [_text(one.reason) for one in found.asides] == ["no place left: 1 mentee of 1"]


def test_program_bounds_the_number_of_pairs() -> None:
    texts = _people(a=person("mentee"), b=person("mentee"), m=person("mentor", capacity=2))
    bounded = {"program/programs/spring.yaml": program("capacity: {pairs: 1}")}

    found = _match(texts | bounded)

    assert len(found.proposals) == 1
    (left,) = found.unmatched
    assert _text(left.binding) == "the program takes 1 pair"
    assert _text(left.would_help) == "capacity.pairs: 2, one more than now"


def test_somebody_on_both_sides_is_never_their_own_mentor() -> None:
    both = person("mentee").replace(
        "]\nconsent", ", {program: spring, role: mentor, status: accepted}]\nconsent"
    )

    found = _match(_people(a=both))

    assert found.proposals == ()
    assert [_text(one.binding) for one in found.unmatched] == ["themselves", "themselves"]


def test_unmatched_mentee_is_told_what_stands_in_the_way() -> None:
    found = _match(
        _people(
            a=person("mentee", languages="{de: native}"),
            b=person("mentee"),
            m=person("mentor", capacity=5),
            n=person("mentor", languages="{en: basic}"),
        )
    )

    left = _left(found, "a")
    assert left.limit == "languages"
    assert _text(left.binding) == "2 without a common language"
    assert _text(left.closest) == (
        "The closest, Person: no common language: Person speaks German, Person Italian"
    )
    assert left.change is None
    assert _left(found, "n").limit == "languages"


def test_nobody_on_the_other_side_is_said() -> None:
    alone = _match(_people(a=person("mentee")))
    idle = _match(_people(m=person("mentor")))

    assert _text(alone.unmatched[0].binding) == "there is no mentor with a place"
    assert _text(idle.unmatched[0].binding) == "no mentee waits for a mentor"


def test_mentor_without_a_mentee_hears_how_many_would_fit() -> None:
    found = _match(_people(a=person("mentee"), m=person("mentor"), n=person("mentor")))

    assert [_text(one.binding) for one in found.unmatched] == [
        "1 mentee fits and is with somebody else"
    ]


@pytest.mark.parametrize(
    ("status", "matching", "is_repeated"),
    [
        ("completed", "", True),
        ("completed", "matching: {repeat_pairs: false}", False),
        ("ended-early", "", False),
        ("cancelled", "", False),
    ],
)
def test_former_partners(status: str, matching: str, *, is_repeated: bool) -> None:
    texts = {
        **_people(a=person("mentee"), m=person("mentor")),
        "pairs/spring/m-a/pair.yaml": pair("m", "a", status),
        "program/programs/spring.yaml": program(matching),
    }

    assert bool(_match(texts).proposals) is is_repeated


def test_untimely_program_is_noted() -> None:
    found = _match({"program/programs/spring.yaml": program().replace("open", "completed")})

    texts = [_text(notice) for notice in found.notices]
    assert texts[0].startswith("The program's status is completed")


def test_rule_of_the_program_forbids_pairs() -> None:
    texts = _people(
        a=person("mentee") + "location: Lucca\n", m=person("mentor") + "location: Lucca\n"
    )
    texts["program/programs/spring.yaml"] = program("matching: {rules: ['must differ: location']}")

    left = _left(_match(texts), "a")

    assert left.limit == "rules"
    assert _text(left.binding) == "1 against the program's rules"


def test_criteria_that_nobody_speaks_of_do_not_count() -> None:
    free = "availability: [{days: [mon], from: 18:00, to: 20:00}]\n"
    speaking = _match(_people(a=person("mentee") + free, m=person("mentor") + free))
    half = _match(_people(a=person("mentee"), m=person("mentor") + free))

    assert [share.criterion for share in speaking.proposals[0].shares] == [
        "languages",
        "availability",
    ]
    assert [share.criterion for share in half.proposals[0].shares] == ["languages"]
    assert any("free hours" in _text(notice) for notice in half.notices)


def _group_program(**capacity: int) -> dict[str, str]:
    words = ", ".join(f"{key}: {value}" for key, value in capacity.items())
    text = program(f"capacity: {{{words}}}").replace("one-to-one", "group")
    return {"program/programs/spring.yaml": text}


def test_groups_are_as_large_as_the_program_asks() -> None:
    texts = _people(
        a=person("mentee", seeks=["fugue"]),
        b=person("mentee", seeks=["fugue"]),
        c=person("mentee", seeks=["singing"]),
        m=person("mentor", offers=["fugue"]),
        n=person("facilitator", offers=["singing"]),
        o=person("mentor", capacity=1),
    )

    found = _match(texts | _group_program(group_minimum=2, group_maximum=3))

    assert _members(found) == [["m", "a", "b", "c"]]
    assert _text(_left(found, "n").binding) == (
        "the groups of the others, of up to 3, take all who fit"
    )
    assert [_text(one.reason) for one in found.asides] == [
        "room for 1 at most, and a group needs 2"
    ]
    assert found.proposals[0].score == (100_000 + 100_000 + 50_000) // 3
    assert [share.points for share in found.proposals[0].shares] == [33_333, 50_000]


def test_program_bounds_the_number_of_groups() -> None:
    texts = _people(
        **{name: person("mentee") for name in "abcd"}, m=person("mentor"), n=person("mentor")
    )
    bounds = _group_program(group_minimum=1, group_maximum=2, pairs=1)

    found = _match(texts | bounds)

    assert [len(members) for members in _members(found)] == [3]
    assert {_text(one.binding) for one in found.unmatched} == {"the program takes 1 group"}


def test_facilitator_without_a_group_is_told_how_large_the_others_are() -> None:
    texts = _people(
        **{name: person("mentee", seeks=["fugue"]) for name in "abcd"},
        m=person("mentor", offers=["fugue"]),
        n=person("mentor"),
    )

    found = _match(texts | _group_program(group_minimum=1, group_maximum=6))

    (left,) = found.unmatched
    assert left.limit == "group"
    assert _text(left.binding) == "the groups of the others, of up to 6, take all who fit"
    assert _text(left.would_help) == "a smaller capacity.group_maximum, or capacity.co_mentors"


def test_mentor_of_a_current_group_leads_no_second_one() -> None:
    texts = _people(a=person("mentee", status="matched"), b=person("mentee"), m=person("mentor"))
    standing = {"pairs/spring/m-group/pair.yaml": pair("m", "a")}

    found = _match(texts | standing | _group_program(group_minimum=1))

    assert [_text(one.reason) for one in found.asides] == ["in a group already"]
    assert _text(found.notices[-1]).startswith("A matching makes new groups. Somebody comes into")


def test_peers_come_together_in_circles_of_people_who_fit() -> None:
    languages = {"a": "it", "b": "it", "c": "it", "d": "it", "e": "de"}
    texts = _people(
        **{
            name: person("peer", languages=f"{{{code}: native}}")
            for name, code in languages.items()
        }
    )
    circle = program("capacity: {group_minimum: 2, group_maximum: 3}")

    found = _match(
        texts | {"program/programs/spring.yaml": circle.replace("one-to-one", "peer-circle")}
    )

    assert sorted(map(len, _members(found))) == [2, 2]
    assert [(one.person, one.limit) for one in found.unmatched] == [(PersonId("e"), "languages")]


def test_cautions_name_what_the_two_should_know() -> None:
    free = "availability: [{days: [mon], from: '09:00', to: '10:00'}]\n"
    later = free.replace("09", "11").replace("10:00", "12:00")
    weights = "matching: {weights: {languages: low, availability: medium}}"
    texts = _people(
        a=person("mentee", seeks=["fugue"], languages="{de: native}") + free,
        m=person("mentor") + later + "confirmed: 2026-01-01\n",
    )

    found = _match(texts | {"program/programs/spring.yaml": program(weights)})

    assert [_text(one.text).partition(":")[0] for one in found.proposals[0].links[0].cautions] == [
        "they have neither a skill nor an hour in common",
        "no common hour",
        "no common language",
        "no skill in common",
        "Person last confirmed their file on 1 January 2026; ask whether they are still there",
    ]


def test_goal_without_a_skill_is_nothing_to_mind() -> None:
    goal = "goals: [{statement: Finish a fugue}]\n"

    (proposal,) = _match(_people(a=person("mentee") + goal, m=person("mentor"))).proposals

    assert proposal.links[0].cautions == ()


def test_silence_about_hours_is_a_caution_with_the_clocks_apart() -> None:
    free = "availability: [{days: [mon], from: '09:00', to: '10:00'}]\n"
    texts = _people(
        a=person("mentee"),
        b=person("mentee") + free,
        m=person("mentor", capacity=2),
        n=person("mentor", languages="{de: native}") + free,
    )
    texts["program/people/a.yaml"] = texts["program/people/a.yaml"].replace(
        "Europe/Rome", "Asia/Tokyo"
    )

    found: dict[str, Any] = {
        str(proposal.members[1][0]): [_text(one.text) for one in proposal.links[0].cautions]
        for proposal in _match(texts).proposals
    }

    assert found["a"] == [
        "Person does not say when they are free",
        "Person does not say when they are free",
        AIMLESS,
        "Person in Rome and Person in Tokyo: their clocks are 8 h apart",
    ]
    assert found["b"] == ["Person does not say when they are free", AIMLESS]


def test_hours_that_most_leave_unsaid_are_told_once() -> None:
    free = "availability: [{days: [mon], from: '09:00', to: '10:00'}]\n"
    texts = _people(
        a=person("mentee") + free, b=person("mentee"), m=person("mentor") + free, n=person("mentor")
    )
    texts |= _people(c=person("mentee", seeks=["fugue"]))

    found = _match(texts)

    notices = [_text(one) for one in found.notices]
    assert "3 of 5 people do not say when they are free." in notices
    assert (
        "2 of 3 mentees who wait for a mentor name neither a skill to learn nor a goal: "
        "ask them first." in notices
    )
    cautions = {_text(one.text) for pair in found.proposals for one in pair.links[0].cautions}
    assert "Person does not say when they are free" not in cautions


def test_score_that_rests_on_one_criterion_is_said_to_say_little() -> None:
    found = _match(_people(a=person("mentee"), m=person("mentor")))

    assert "Only one criterion counts, so a high score says little." in map(_text, found.notices)


def test_related_skill_counts_in_both_directions() -> None:
    skills = "- {id: fugue, label: Fugue, related: [canon]}\n- {id: canon, label: Canon}\n"
    texts = _people(a=person("mentee", seeks=["canon"]), m=person("mentor", offers=["fugue"]))

    (proposal,) = _match(texts | {"program/skills.yaml": skills}).proposals

    first = proposal.shares[0]
    assert (first.criterion, first.value) == ("skills", 600)


def test_wishes_count_as_soon_as_somebody_asks() -> None:
    asking = person("mentee", seeks=["fugue"]).replace("accepted", "accepted, prefers: [m]")

    (proposal,) = _match(_people(a=asking, m=person("mentor"))).proposals

    assert [share.criterion for share in proposal.shares] == ["skills", "languages", "preference"]
