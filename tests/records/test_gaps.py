from telemaco.records.gaps import GAP, beside_gap, with_gap
from telemaco.records.layout import Kind
from telemaco.records.parsing import MODELS, parse


def _codes(kind: Kind, value: object) -> list[tuple[str, object]]:
    faults = parse(MODELS[kind], value)
    assert isinstance(faults, tuple)
    return [(fault.type, fault.route[0]) for fault in beside_gap(faults)]


def test_what_is_missing_beside_a_gap_is_not_told_and_what_is_wrong_is() -> None:
    value = with_gap({"name": "Ada", "enrolments": [{"program": "spring"}], "zz": "x"})

    assert {key for _, key in _codes(Kind.PERSON, value)} == {"enrolments", "zz"}


def test_gap_of_a_list_moves_no_other_entry() -> None:
    value = with_gap([{"id": "a", "label": "A"}, {"id": "B !"}])

    assert value[-1] == GAP
    assert {place for _, place in _codes(Kind.SKILLS, value)} == {1}


def test_text_has_no_gap() -> None:
    assert with_gap("a") is None
