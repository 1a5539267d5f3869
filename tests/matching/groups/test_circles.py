from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.groups import circles as module
from telemaco.matching.groups.circles import are_few, circles
from telemaco.matching.groups.peers import Circle, Peers, peers_of
from telemaco.matching.participants import Participant
from tests.matching.groups.companies import VALUES, can_meet, group_table
from tests.matching.people import participant


def _peers(
    values: list[dict[str, Any]], most: int | None, first: int | None = None, **capacity: int
) -> Peers:
    people = [
        participant(f"mentee-{at}", one, role="peer", comes_first=at == first)
        for at, one in enumerate(values)
    ]
    matching = {"spread": "even" if capacity.pop("even", 0) else "none"}
    return peers_of(group_table(people, people, capacity=capacity, matching=matching), most)


@st.composite
def peers(draw: st.DrawFn, people: int = 6) -> tuple[Peers, list[Participant]]:
    """Up to six people who look for circles."""
    values = draw(st.lists(VALUES, max_size=people))
    least = draw(st.integers(1, 3))
    capacity = {"group_minimum": least, "group_maximum": draw(st.integers(least, 4))}
    even, most = draw(st.integers(0, 1)), draw(st.sampled_from((None, None, 1, 2)))
    found = _peers(values, most, first=draw(st.integers(0, 9)), even=even, **capacity)
    return found, [participant(f"mentee-{at}", one) for at, one in enumerate(values)]


def _partitions(given_peers: Peers, left: tuple[int, ...]) -> Iterator[list[Circle]]:
    """Every set of circles of these people."""
    if not left:
        yield []
        return
    first, *rest = left
    yield from _partitions(given_peers, tuple(rest))
    for size in range(given_peers.least, given_peers.most + 1):
        for others in combinations(rest, size - 1):
            circle = (first, *others)
            if given_peers.can_meet(circle):
                remaining = tuple(one for one in rest if one not in others)
                yield from ([circle, *more] for more in _partitions(given_peers, remaining))


def _best(asked: Peers) -> tuple[int, ...]:
    everybody = tuple(range(len(asked.shared)))
    allowed = (
        found
        for found in _partitions(asked, everybody)
        if asked.circles is None or len(found) <= asked.circles
    )
    return max(map(asked.value, allowed))


@settings(max_examples=80, deadline=None)
@given(asked=peers())
def test_few_people_get_the_best_circles(asked: tuple[Peers, list[Participant]]) -> None:
    given_peers, _ = asked

    found = circles(given_peers)

    assert are_few(given_peers)
    assert given_peers.value(found) == _best(given_peers)


@settings(max_examples=80, deadline=None)
@given(asked=peers())
def test_circles_of_many_people_keep_to_everything(
    asked: tuple[Peers, list[Participant]],
) -> None:
    given_peers, people = asked
    group_terms = given_peers.shares.terms

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", -1)
        found = circles(given_peers)

    members = [one for circle in found for one in circle]
    assert len(members) == len(set(members))
    assert given_peers.circles is None or len(found) <= given_peers.circles
    for circle in found:
        assert given_peers.least <= len(circle) <= given_peers.most
        assert can_meet([people[one] for one in circle], group_terms)
        assert all(given_peers.fits[one, two] for one in circle for two in circle if one != two)
    assert given_peers.value(found) <= _best(given_peers)


def test_circles_of_many_people_place_nearly_as_many_as_can_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = np.random.default_rng(4)
    asked = [_at_random(chance, people=9) for _ in range(40)]
    best = [sum(map(len, circles(one))) for one in asked]

    monkeypatch.setattr(module, "_FEW", -1)
    placed = [sum(map(len, circles(one))) for one in asked]

    assert sum(placed) >= 0.98 * sum(best)


def _at_random(chance: np.random.Generator, people: int) -> Peers:
    values = [
        {
            "languages": {str(chance.choice(("it", "de"))): "native", "en": "basic"},
            "availability": [
                {
                    "days": [str(chance.choice(("mon", "tue")))],
                    "from": f"{at}:00",
                    "to": f"{at + 2}:00",
                }
                for at in chance.choice(range(10, 20), 3, replace=False).tolist()
            ],
        }
        for _ in range(people)
    ]
    return _peers(values, None, group_minimum=2, group_maximum=4)


def test_more_people_are_placed_and_the_circles_made_better_by_changes() -> None:
    hours = ("mon", "tue", "wed", "thu")
    values = [
        {
            "availability": [
                {"days": [hours[at % 4], hours[(at * 3 + 1) % 4]], "from": "18:00", "to": "20:00"}
            ],
            "seeks": [{"skill": ("fugue", "organ", "singing")[at % 3]}],
            "offers": [{"skill": ("organ", "singing")[at % 2]}],
        }
        for at in range(30)
    ]
    asked = _peers(values, None, group_minimum=3, group_maximum=5)

    found = circles(asked)

    assert not are_few(asked)
    assert sum(map(len, found)) == 30
    assert len(found) in {6, 7}
    assert found == circles(asked)


def test_who_comes_first_is_placed_before_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _peers([{}] * 5, 1, first=4, group_minimum=2, group_maximum=3)

    for few in (12, -1):
        monkeypatch.setattr(module, "_FEW", few)
        (circle,) = circles(asked)
        assert 4 in circle
        assert len(circle) == 3


def test_search_for_circles_ends_where_there_are_too_many_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = _at_random(np.random.default_rng(6), people=14)

    monkeypatch.setattr("telemaco.matching.groups.rearranging._MOST_TRIED", 1)
    found = circles(asked)

    assert all(map(asked.can_meet, found))
