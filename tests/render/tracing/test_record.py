from telemaco.render.tracing.record import Leaf, Outcome, hanging_again, hanging_on_texts

LEAF = Leaf({"people:a": "w1", "people:*": "w2"}, {"page": Outcome((0, 1), ())})
FACTS = ["people:a", "texts:p/a", "texts:p/b"]


def test_a_fact_that_is_gone_or_another_has_changed() -> None:
    assert LEAF.changed({"people:a": "w1", "people:*": "w2"}) == frozenset()
    assert LEAF.changed({"people:a": "w3"}) == {0, 1}


def test_what_hangs_on_texts_is_told_by_pair() -> None:
    outcomes = {"x": Outcome((0,), ()), "y": Outcome((0, 1, 2), ()), "z": Outcome((2,), ())}

    assert hanging_on_texts(FACTS, outcomes) == {"p/a": [1], "p/b": [1, 2]}


def test_an_outcome_that_is_new_hangs_on_what_it_looked_at_now() -> None:
    before = {"p/a": [1], "p/b": [1, 2]}

    assert hanging_again(before, FACTS, {1: Outcome((0, 1), ()), 3: Outcome((2,), ())}) == {
        "p/a": [1],
        "p/b": [2, 3],
    }
