import pytest

from telemaco.model.late import Late, LateWhole

KEYS = dict.fromkeys("abc")


def _made(asked: list[str]) -> Late[str, str]:
    def make(key: str) -> str:
        asked.append(key)
        return key.upper()

    return Late(KEYS, make)


def test_a_value_is_made_once_and_only_when_it_is_asked_for() -> None:
    asked: list[str] = []
    late = _made(asked)

    assert ("b" in late, "x" in late, len(late), [*late], [*late.keys()]) == (
        True,
        False,
        3,
        ["a", "b", "c"],
        ["a", "b", "c"],
    )
    assert not asked
    assert (late["b"], late.get("b"), late.get("x"), late.get("x", "none")) == (
        "B",
        "B",
        None,
        "none",
    )
    assert asked == ["b"]
    with pytest.raises(KeyError):
        late["x"]


def test_all_of_it_comes_in_the_order_of_the_keys() -> None:
    asked: list[str] = []
    late = _made(asked)
    late["c"]

    assert [*late.items()] == [("a", "A"), ("b", "B"), ("c", "C")]
    assert [*late.values()] == ["A", "B", "C"]
    assert late == {"a": "A", "b": "B", "c": "C"}
    assert asked == ["c", "a", "b"]


def test_a_whole_mapping_is_made_when_somebody_looks_into_it() -> None:
    looks: list[int] = []
    made = {"a": 1}

    def make() -> dict[str, int]:
        looks.append(1)
        return made

    late = LateWhole(make)
    assert not looks

    assert (late["a"], late.get("b"), "a" in late, [*late], len(late)) == (1, None, True, ["a"], 1)
