from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from telemaco.progress.outcomes.suppression import (
    are_few_together,
    hidden,
    hidden_rows,
    shown_steps,
)
from telemaco.records.base import PersonId

_GROUPS = st.lists(st.frozensets(st.integers(0, 30).map(lambda n: PersonId(f"p{n}")), max_size=12))


def test_small_groups_are_hidden_and_the_smallest_other_with_them() -> None:
    groups = [
        [PersonId(f"{name}{n}") for n in range(size)]
        for name, size in zip("abcd", (9, 2, 6, 0), strict=True)
    ]

    assert hidden(groups, 5) == {1, 2}


@given(_GROUPS, st.integers(1, 8))
def test_those_hidden_are_many_together_or_nobody_or_everybody(
    groups: list[frozenset[PersonId]], few: int
) -> None:
    left_out = hidden(groups, few)

    together = {one for place in left_out for one in groups[place]}
    told = [group for place, group in enumerate(groups) if place not in left_out]
    assert all(not group or len(group) >= few for group in told)
    assert not 0 < len(together) < few or not any(told)


def test_rows_are_left_out_until_no_column_of_them_is_of_few() -> None:
    people = [PersonId(f"p{n}") for n in range(12)]
    rows = [(people[:6], people[:5]), (people[:2], people[5:]), (people[6:], people[:5])]

    assert hidden_rows(rows, 5) == {0, 1}
    assert hidden_rows([(people[:2], people[5:])], 5) == {0}
    assert are_few_together([rows[1]], 5)
    assert not are_few_together([], 5)


def test_a_step_of_few_is_not_told() -> None:
    assert shown_steps([20, 18, 12, 12], 5, [3, 2, 2, 2]) == {0, 2, 3}
    assert shown_steps([20, 18, 18, 18], 5, [3, 2, 2, 2]) == {1, 2, 3}
    assert shown_steps([3, 2], 5, [1, 1]) == set()
    assert shown_steps([], 5, []) == set()


@given(st.lists(st.integers(0, 40)), st.integers(1, 8))
def test_told_counts_differ_by_many_or_not_at_all(counts: list[int], few: int) -> None:
    counts.sort(reverse=True)

    shown = shown_steps(counts, few, [1] * len(counts))

    told = [counts[place] for place in sorted(shown)]
    assert all(count == 0 or count >= few for count in told)
    assert all(a == b or a - b >= few for a, b in pairwise(told))
