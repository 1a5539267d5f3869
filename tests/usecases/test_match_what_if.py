from collections.abc import Mapping, Sequence

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.matching.what_if import WhatIf
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.usecases.match import Wanted, run_of
from telemaco.usecases.match_orders import orders_of
from telemaco.usecases.match_what_if import what_if
from telemaco.usecases.suppositions import supposing
from tests.fakes import community
from tests.matching.texts import person, program
from tests.usecases.runs import FIRST, applied, couples, spring

SAY = Catalog("en").text
SPRING = ProgramId("spring")
FILES = spring(
    a=person("mentee", seeks=["organ"]),
    b=person("mentee", seeks=["singing"], languages="{it: native, de: fluent, fr: basic}"),
    c=person("mentee", seeks=["organ"], languages="{de: native}"),
    m=person("mentor", offers=["singing"]),
    n=person("mentor", offers=["organ"]),
)


def _what_if(
    *suppositions: str, files: Mapping[str, str] = FILES, wanted: Wanted | None = None
) -> WhatIf:
    known = community(files)
    return what_if(known, run_of(known, "spring", FIRST, wanted or Wanted()), suppositions)


def _supposed(*suppositions: str, files: Mapping[str, str] = FILES) -> Community:
    return supposing(community(files), SPRING, suppositions)


def _moves(found: WhatIf) -> list[tuple[str, Sequence[str], Sequence[str]]]:
    return [
        (
            change.person,
            change.old.partners if change.old else (),
            change.new.partners if change.new else (),
        )
        for change in found.changes
    ]


def test_nothing_changes_where_nothing_is_supposed_to() -> None:
    assert _what_if("objective=fair").changes == ()


def test_mentor_without_a_place_moves_those_they_had() -> None:
    found = _what_if("capacity.n=0")

    assert _moves(found) == [("a", ("n",), ())]
    assert found.newcomers == {}
    assert not found.weights_differ


def test_more_places_and_fewer_demands_serve_more() -> None:
    found = _what_if("capacity.n = 2", "weights.languages=low")

    assert ("c", (), ("n",)) in _moves(found)
    assert found.weights_differ
    assert len(found.then.proposals) == len(found.now.proposals) + 1


def test_one_more_mentor_serves_somebody() -> None:
    found = _what_if("mentor: skill=organ level=advanced language=de zone=europe/berlin")

    assert _moves(found) == [("c", (), ("new-mentor-1",))]
    assert found.newcomers == {"new-mentor-1": ("organ",)}


def test_new_mentor_is_by_default_what_most_mentees_are() -> None:
    people = _supposed("mentor: skill=organ,singing", "mentor: skill=organ capacity=3").people

    first, second = people[PersonId("new-mentor-1")], people[PersonId("new-mentor-2")]
    assert (first.timezone, first.languages) == ("Europe/Rome", {"de": "native"})
    assert [(offer.skill, offer.level) for offer in first.offers] == [
        ("organ", "expert"),
        ("singing", "expert"),
    ]
    assert (first.enrolments[0].capacity, second.enrolments[0].capacity) == (None, 3)


def test_new_mentor_of_a_program_without_mentees_speaks_its_community_s_language() -> None:
    alone = spring(m=person("mentor"))

    person_ = _supposed("mentor: skill=organ", files=alone).people[PersonId("new-mentor-1")]

    assert (person_.timezone, person_.languages) == ("UTC", {"en": "native"})


def test_rules_of_the_program_hold_in_what_is_supposed() -> None:
    rules = program("matching: {rules: ['must differ: location', 'must agree: values']}")

    supposed = _supposed("minimum_score=20", files=FILES | {"program/programs/spring.yaml": rules})

    matching = supposed.programs[SPRING].matching
    assert matching.rules == ("must differ: location", "must agree: values")
    assert matching.minimum_score == 20


def test_capacity_of_the_program_is_a_setting() -> None:
    assert _supposed("capacity.pairs=1").programs[SPRING].capacity.pairs == 1


def test_orders_hold_on_both_sides() -> None:
    orders = orders_of(community(FILES), ["m=a"], [], force=False)

    found = _what_if("capacity.m=2", wanted=Wanted(orders=orders))

    assert frozenset("ma") in couples(found.now) & couples(found.then)


def test_proposals_are_made_anew_in_thought_on_request() -> None:
    files = applied(FILES)

    assert _what_if("capacity.n=0", files=files).changes == ()
    assert _moves(_what_if("capacity.n=0", files=files, wanted=Wanted(redo=True)))


@pytest.mark.parametrize(
    ("supposition", "told", "hint"),
    [
        ("more mentors", "more mentors is not understood.", "Write weights.skills=low"),
        (
            "weights.langauges=high",
            "There is no setting weights.langauges.",
            "Did you mean weights.l",
        ),
        ("x=high", "There is no setting x.", "Settings are weights.skills"),
        (
            "weights.skills=hgih",
            'weights.skills: "hgih" is not one of required,',
            "Did you mean high?",
        ),
        (
            "minimum_score=200",
            'minimum_score: "200" is not from 0 to 100',
            "Write a whole number from",
        ),
        (
            "capacity.pairs=0",
            'capacity.pairs: "0" is not from 1 to 100000',
            "Write a whole number from",
        ),
        ("capacity.z=2", "There is no person z.", "Name one of the files"),
        ("capacity.a=2", "a is no mentor of spring.", "The places of a mentor"),
        ("capacity.m=many", 'capacity: "many" is not a whole number', "Write a whole number from"),
        ("mentor: organ", "mentor: organ is not understood.", "Write skill, level,"),
        ("mentor: skil=organ", "mentor: skil=organ is not understood.", "Did you mean skill?"),
        ("mentor: skill=", "mentor: skill= is not understood.", "Write skill, level,"),
        ("mentor: level=expert", "mentor: it is not said which", "Write mentor: skill=SKILL"),
        ("mentor: skill=orgn", "There is no skill orgn.", "Did you mean organ?"),
        ("mentor: skill=xyzzy", "There is no skill xyzzy.", "Choose an id of program/skills"),
        (
            "mentor: skill=organ level=best",
            'level: "best" is not one of none, beginner',
            "Choose one of them.",
        ),
        (
            "mentor: skill=organ capacity=x",
            'capacity: "x" is not a whole number',
            "Write a whole number from 0 to",
        ),
        ("mentor: skill=organ language=x1", "language: ", "Write the language's code"),
        (
            "mentor: skill=organ zone=Rome",
            "There is no time zone Rome.",
            "Did you mean Europe/Rome?",
        ),
        ("mentor: skill=organ zone=xq", "There is no time zone xq.", "Write the continent"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_is_allowed(
    supposition: str, told: str, hint: str
) -> None:
    with pytest.raises(TelemacoError) as refused:
        _supposed(supposition)

    assert SAY(refused.value.message).startswith(told)
    assert refused.value.hint
    assert SAY(refused.value.hint).startswith(hint)


def test_peers_move_from_circle_to_circle() -> None:
    peers = spring(**{name: person("peer") for name in "abc"})
    circle = program("capacity: {group_maximum: 3}").replace("one-to-one", "peer-circle")

    found = _what_if(
        "capacity.group_maximum=2", files=peers | {"program/programs/spring.yaml": circle}
    )

    (left,) = (change for change in found.changes if change.new is None)
    assert left.old is not None
    assert len(left.old.partners) == 2


def test_nobody_mentors_in_a_circle_of_peers() -> None:
    circle = FILES["program/programs/spring.yaml"].replace("one-to-one", "peer-circle")

    with pytest.raises(TelemacoError, match="peers meet there"):
        _supposed("mentor: skill=organ", files=FILES | {"program/programs/spring.yaml": circle})
