from telemaco.render.tracing.notebook import WHOLE, Notebook, Traced

LETTERS = {"a": 1, "b": 2}


def _traced() -> tuple[Traced[str, int], Notebook]:
    notebook = Notebook()
    return Traced("letters", LETTERS, notebook), notebook


def test_a_traced_mapping_answers_as_the_one_below() -> None:
    traced, _ = _traced()

    assert (traced["a"], traced.get("b"), traced.get("c"), traced.get("c", 3)) == (1, 2, None, 3)
    assert ("a" in traced, "c" in traced, len(traced), list(traced)) == (True, False, 2, ["a", "b"])
    assert (list(traced.keys()), list(traced.values())) == (["a", "b"], [1, 2])
    assert dict(traced.items()) == dict(traced) == LETTERS


def test_what_is_asked_for_is_noted_down_whether_it_is_there_or_not() -> None:
    traced, notebook = _traced()

    assert (traced["a"], traced.get("b"), "c" in traced) == (1, 2, False)

    assert notebook.tear_out() == {("letters", "a"), ("letters", "b"), ("letters", "c")}
    assert notebook.tear_out() == frozenset()


def test_going_through_all_is_noted_down_as_one_fact() -> None:
    for look in (len, list, Traced.keys, Traced.values, Traced.items):
        traced, notebook = _traced()
        look(traced)
        assert notebook.tear_out() == {("letters", WHOLE)}
