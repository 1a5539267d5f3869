"""Whether names that people use are told apart as a person would: see bench/real_pairs.py."""

from bench.real_pairs import measure


def test_what_is_brought_together_is_the_same_skill() -> None:
    found = measure()

    assert found.precision >= 0.95, found.wrongly_joined
    assert found.recall >= 0.75, found.missed
