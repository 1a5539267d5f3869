from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import consider, propose
from telemaco.matching.result import Match
from telemaco.matching.why import why
from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.texts import person, program

SPRING = ProgramId("spring")
TODAY = date(2027, 2, 1)
SKILLS = "- {id: fugue, label: Fugue}\n- {id: singing, label: Singing}\n"


def _free(*times: str) -> str:
    parts = (time.split() for time in times)
    hours = ", ".join(f"{{days: [{day}], from: '{a}', to: '{b}'}}" for day, a, b in parts)
    return f"availability: [{hours}]\n"


def _community(
    capacity: str, people: dict[str, str], kind: str = "group", more: str = ""
) -> Community:
    text = program(f"capacity: {{{capacity}}}\n{more}").replace("one-to-one", kind)
    files = {"program/programs/spring.yaml": text, "program/skills.yaml": SKILLS}
    named = {
        f"program/people/{name}.yaml": text.replace("Person", name.title())
        for name, text in people.items()
    }
    return community(files | named)


def _match(capacity: str, people: dict[str, str], kind: str = "group", more: str = "") -> Match:
    return propose(_community(capacity, people, kind, more), SPRING, TODAY, "spring")


def _text(message: Message | None) -> str:
    return Catalog("en").text(message) if message else ""


def _left(found: Match) -> dict[str, tuple[str, str, str]]:
    return {
        one.person: (one.limit, _text(one.binding), _text(one.would_help))
        for one in found.unmatched
    }


def _members(found: Match) -> list[list[tuple[str, str]]]:
    return [[(str(one), role.value) for one, role in pair.members] for pair in found.proposals]


EVENING = _free("tue 18:00 20:00")
PEOPLE = {
    "ada": person("mentor") + _free("mon 18:00 20:00", "tue 18:00 20:00"),
    "bo": person("mentee") + EVENING,
    "carl": person("mentee") + EVENING,
}


def test_group_is_proposed_with_what_all_share() -> None:
    found = _match(
        "group_minimum: 2, group_maximum: 4, co_mentors: 1",
        PEOPLE
        | {
            "zoe": person("mentor") + EVENING,
        },
    )

    assert _members(found) == [
        [("ada", "mentor"), ("zoe", "co-mentor"), ("bo", "mentee"), ("carl", "mentee")]
    ]
    together = found.proposals[0].together
    assert together is not None
    assert _text(together.text) == "all 4 are free Tue 18:00-20:00 in Rome; all 4 speak Italian"
    assert found.search is not None
    assert (found.search.is_proven, found.search.at_most) == (True, 2)
    assert found.unmatched == ()


def test_mentee_who_shares_no_hour_with_the_group_is_told_the_hours() -> None:
    found = _match(
        "group_minimum: 2, group_maximum: 4",
        PEOPLE | {"dan": person("mentee") + _free("mon 18:00 20:00")},
    )

    assert _left(found) == {
        "dan": (
            "meeting",
            (
                "no hour that all 4 share: the group of Ada is free Tue 18:00-20:00 in Rome, Dan "
                "Mon 18:00-20:00 in Rome"
            ),
            "",
        )
    }


def test_mentee_who_shares_no_language_with_the_group_is_told_the_languages() -> None:
    people = {
        "ada": person("mentor", languages="{it: native, de: native}"),
        "bo": person("mentee"),
        "carl": person("mentee"),
        "dan": person("mentee", languages="{de: native}"),
    }

    left = _left(_match("group_minimum: 2, group_maximum: 4", people))

    assert left["dan"][1] == (
        "no language that all 4 speak: the group of Ada speaks Italian, Dan German"
    )


def test_mentees_of_whom_one_rules_out_the_other_are_not_in_one_group() -> None:
    people = PEOPLE | {"dan": person("mentee") + EVENING + "excludes: [bo, carl]\n"}

    found = _match("group_minimum: 2, group_maximum: 4", people)

    assert _left(found)["dan"][1] == (
        "somebody in the group of Ada and Dan are not to meet: a limit says so"
    )


def test_full_groups_and_groups_that_are_too_small_are_told() -> None:
    full = _match(
        "group_minimum: 2, group_maximum: 2", PEOPLE | {"dan": person("mentee") + EVENING}
    )
    small = _match("group_minimum: 3, group_maximum: 4", PEOPLE)

    assert [one[:2] for one in _left(full).values()] == [("full", "1 group fits and is full")]
    assert _left(small) == {
        "bo": (
            "group",
            "fewer than 3 mentees would come together",
            "a smaller capacity.group_minimum",
        ),
        "carl": (
            "group",
            "fewer than 3 mentees would come together",
            "a smaller capacity.group_minimum",
        ),
        "ada": (
            "group",
            "of the mentees who fit fewer than 3 could meet with them at one hour",
            "",
        ),
    }


def test_number_of_groups_binds_those_whom_another_mentor_would_take() -> None:
    people = PEOPLE | {
        "dan": person("mentee") + EVENING,
        "eve": person("mentee") + EVENING,
        "zoe": person("mentor") + EVENING,
    }

    left = _left(_match("pairs: 1, group_minimum: 2, group_maximum: 2", people))

    assert len(left) == 3
    assert {one[:2] for one in left.values()} == {("program", "the program takes 1 group")}


def test_mentor_who_comes_first_leads_a_group_though_others_fit_better() -> None:
    people = {
        "ada": person("mentor", offers=["fugue"]),
        "zoe": person("mentor", comes_first=True),
        "bo": person("mentee", seeks=["fugue"]),
        "carl": person("mentee", seeks=["fugue"]),
    }

    found = _match("group_minimum: 2, group_maximum: 4", people)

    assert [members[0] for members in _members(found)] == [("zoe", "mentor")]


@pytest.mark.parametrize(("spread", "sizes"), [("even", [3, 3]), ("none", [2, 4])])
def test_groups_are_as_even_as_the_program_asks(spread: str, sizes: list[int]) -> None:
    people = {
        "ada": person("mentor", languages="{it: fluent}"),
        "zoe": person("mentor"),
        **{name: person("mentee") for name in ("bo", "carl", "dan", "eve", "flo", "gus")},
    }

    found = _match(
        "group_minimum: 2, group_maximum: 4", people, more=f"matching: {{spread: {spread}}}"
    )

    assert sorted(len(pair.links) for pair in found.proposals) == sizes


GOAL = "goals: [{statement: Sing in great operas abroad}]\n"
BOTH = ["fugue", "singing"]
SWAPPED = {
    "ada": person("mentor", offers=BOTH),
    "zoe": person("mentor", offers=BOTH),
    **{name: person("mentee", seeks=["fugue"]) for name in ("bo", "dan")},
    **{name: person("mentee", seeks=BOTH) + GOAL for name in ("carl", "eve")},
}


def test_swaps_that_were_made_are_told() -> None:
    known = _community("group_minimum: 2, group_maximum: 2", SWAPPED)

    seeds = [propose(known, SPRING, TODAY, f"seed {at}") for at in range(6)]

    told = [found for found in seeds if found.swaps]
    assert told
    for found in seeds:
        groups = [{str(link.mentee) for link in pair.links} for pair in found.proposals]
        assert sorted(map(sorted, groups)) == [["bo", "dan"], ["carl", "eve"]]
    swaps = told[0].swaps
    assert swaps is not None
    assert swaps.moved == 2
    assert swaps.shared[0] < swaps.shared[1]
    assert any(
        _text(notice).startswith("Members who changed groups (2) raised what a group shares")
        for notice in told[0].notices
    )


@pytest.mark.parametrize("objective", ["stable", "total", "coverage"])
def test_every_objective_makes_groups_that_are_large_enough(objective: str) -> None:
    people = {
        "ada": person("mentor", offers=["fugue"]),
        "zoe": person("mentor", offers=["singing"]),
        "bo": person("mentee", seeks=["fugue"]),
        "carl": person("mentee", seeks=["fugue"]),
        "dan": person("mentee", seeks=["singing"]),
        "eve": person("mentee", seeks=["fugue"]) + "excludes: [bo]\n",
    }

    found = _match(
        "group_minimum: 2, group_maximum: 4", people, more=f"matching: {{objective: {objective}}}"
    )

    assert all(2 <= len(pair.links) <= 4 for pair in found.proposals)
    assert found.openings == ()


def test_why_not_says_what_keeps_somebody_from_a_group() -> None:
    known = _community(
        "group_minimum: 2, group_maximum: 4",
        PEOPLE | {"dan": person("mentee") + _free("mon 18:00 20:00")},
    )

    considered = consider(known, SPRING, TODAY, "spring")
    found = why(considered, PersonId("dan"), PersonId("ada"))
    own = why(considered, PersonId("bo"), PersonId("ada"))

    assert found is not None
    assert _text(found.forbidden).startswith("no hour that all 4 share")
    assert own is not None
    assert own.forbidden is None


CIRCLE = {name: person("peer") + EVENING for name in ("ada", "bo")}


def test_peers_without_a_circle_are_told_why() -> None:
    late = {"carl": person("peer") + _free("mon 18:00 20:00")}
    able = {"dan": person("peer") + _free("mon 18:00 20:00", "tue 18:00 20:00")}
    capacity = "group_minimum: 3, group_maximum: 4"

    found = _match(capacity, CIRCLE | late | able, "peer-circle")

    assert _members(found) == [[("ada", "peer"), ("bo", "peer"), ("dan", "peer")]]
    limit, binding, _ = _left(found)["carl"]
    assert limit == "circle"
    assert binding.startswith("no common 1 h in one go: Carl is free Mon 18:00-20:00 in Rome")


@pytest.mark.parametrize(
    ("capacity", "more", "expected"),
    [
        (
            "group_minimum: 2, group_maximum: 2",
            {"carl": EVENING},
            ("full", "the circles are full", "a larger capacity.group_maximum"),
        ),
        (
            "group_minimum: 2, group_maximum: 2, pairs: 1",
            {"carl": EVENING, "dan": EVENING},
            ("program", "the program takes 1 group", "a larger capacity.pairs"),
        ),
        (
            "group_minimum: 4, group_maximum: 4",
            {"carl": EVENING},
            (
                "group",
                "fewer than 4 people would come together",
                "a smaller capacity.group_minimum",
            ),
        ),
    ],
)
def test_sizes_and_number_of_circles_bind(
    capacity: str, more: dict[str, str], expected: tuple[str, str, str]
) -> None:
    people = CIRCLE | {name: person("peer") + text for name, text in more.items()}

    left = _left(_match(capacity, people, "peer-circle"))

    assert set(left.values()) == {expected}


@pytest.mark.parametrize(
    ("more", "limit", "binding"),
    [
        (
            {
                "carl": person("peer") + _free("mon 18:00 20:00"),
                "dan": person("peer") + _free("mon 18:00 20:00", "tue 18:00 20:00"),
            },
            "meeting",
            "no hour that 4 share: of Dan and the 3 who fit at most 3 are free at once",
        ),
        (
            {
                "carl": person("peer") + EVENING + "excludes: [ada, bo]\n",
                "dan": person("peer") + EVENING,
            },
            "group",
            "fewer than 4 people would come together",
        ),
        (
            {
                "carl": person("peer") + _free("mon 18:00 20:00"),
                "dan": person("peer") + EVENING + "excludes: [bo]\n",
            },
            "excluded",
            "a circle needs 4, and 1 other fits: 1 ruled out, 1 without a common time to meet",
        ),
        (
            {
                "carl": person("peer") + _free("mon 18:00 20:00"),
                "dan": person("peer") + _free("wed 18:00 20:00"),
            },
            "meeting",
            "3 without a common time to meet",
        ),
    ],
)
def test_peers_of_whom_no_circle_comes_together_hear_what_is_in_the_way(
    more: dict[str, str], limit: str, binding: str
) -> None:
    left = _left(_match("group_minimum: 4, group_maximum: 6", CIRCLE | more, "peer-circle"))

    assert left["dan"][:2] == (limit, binding)


def test_peers_who_share_languages_by_two_only_hear_so() -> None:
    spoken = ("{it: native, de: fluent}", "{it: native, fr: fluent}", "{de: native, fr: fluent}")
    names = ("ada", "bo", "carl")
    people = {
        name: person("peer", languages=languages) + EVENING
        for name, languages in zip(names, spoken, strict=True)
    }

    left = _left(_match("group_minimum: 3, group_maximum: 6", people, "peer-circle"))

    said = "no language that 3 speak: of Ada and the 2 who fit at most 2 speak one"
    assert left["ada"][:2] == ("meeting", said)


def test_peer_alone_hears_that_others_are_missing() -> None:
    left = _left(_match("group_minimum: 2", {"ada": person("peer")}, "peer-circle"))

    assert left["ada"][1] == "fewer than 2 people would come together"


def test_facilitator_without_a_circle_is_told_that_they_are_added_by_hand() -> None:
    circle = {
        "ada": person("peer") + EVENING,
        "bo": person("peer") + EVENING,
        "carl": person("facilitator"),
        "dan": person("facilitator", status="paused"),
        "eva": person("facilitator", until="2027-01-01"),
        "flo": person("mentor"),
    }
    found = _match("group_minimum: 2", circle, "peer-circle")

    assert [(one.person, _text(one.reason)[:31]) for one in found.asides] == [
        ("carl", "circles are made of peers alone"),
        ("dan", "paused: the enrolment's status "),
    ]


def test_peer_who_shares_an_hour_with_each_but_not_with_all_is_told() -> None:
    people = {
        "ada": person("peer") + _free("mon 18:00 19:00", "tue 18:00 19:00"),
        "bo": person("peer") + _free("mon 18:00 19:00", "wed 18:00 19:00"),
        "carl": person("peer") + _free("tue 18:00 19:00", "wed 18:00 19:00"),
    }

    found = _match("group_minimum: 2, group_maximum: 3", people, "peer-circle")

    ((_, (limit, binding, _)),) = _left(found).items()
    assert limit == "meeting"
    assert binding.startswith("no hour that all 3 share: the group of ")


@pytest.mark.parametrize(
    ("others", "text"),
    [
        ((), "No groups would serve more people. Whether others would fit better is not proven."),
        (
            ("wolf", "xaver"),
            ("These are the best groups that were found. Others might serve up to 15 people."),
        ),
    ],
)
def test_more_than_a_few_are_grouped_without_a_proof_which_is_told(
    others: tuple[str, ...], text: str
) -> None:
    italian = {f"peer-{at:02}": person("peer") for at in range(13)}
    german = {name: person("peer", languages="{de: native}") for name in others}

    found = _match("group_minimum: 3, group_maximum: 4", italian | german, "peer-circle")

    assert text in map(_text, found.notices)


def test_why_not_names_no_price_after_members_changed_groups() -> None:
    known = _community("group_minimum: 2, group_maximum: 2", SWAPPED)

    changed = next(
        seed
        for seed in (f"seed {at}" for at in range(6))
        if propose(known, SPRING, TODAY, seed).swaps
    )
    answers = [
        why(consider(known, SPRING, TODAY, changed), PersonId("bo"), PersonId(mentor))
        for mentor in ("ada", "zoe")
    ]

    assert all(found and found.forbidden is None and found.cost is None for found in answers)
