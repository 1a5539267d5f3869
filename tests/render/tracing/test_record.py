from hashlib import sha256

from telemaco.ports import Stamp
from telemaco.records.base import Language
from telemaco.render.tracing.record import Leaf, Outcome, Record, Written, as_bytes, of_bytes

PAGE = Written("a/index.html", "d1", "a/", "A", "About a", targets=("b.html",))
FILE = Written("a.ics", "d2")
LEAF = Leaf({"people:a": "w1", "people:*": "w2"}, {"page": Outcome((0, 1), (PAGE, FILE))})
RECORD = Record("key", {Language("en"): LEAF}, {"a/index.html": Stamp(1, 2, 3, 4)})


def test_a_record_is_read_as_it_was_written() -> None:
    assert of_bytes(as_bytes(RECORD)) == RECORD


def test_a_record_of_another_form_is_none() -> None:
    written = b'[0,"key",{},{}]'

    assert of_bytes(sha256(written).hexdigest().encode() + b"\n" + written) is None


def test_a_damaged_record_is_none() -> None:
    whole = as_bytes(RECORD)

    for damaged in (b"", whole[:-1], whole.replace(b"About a", b"About b"), whole[1:]):
        assert of_bytes(damaged) is None


def test_a_fact_that_is_gone_or_another_has_changed() -> None:
    assert LEAF.changed({"people:a": "w1", "people:*": "w2"}) == frozenset()
    assert LEAF.changed({"people:a": "w3"}) == {0, 1}
