"""A record comes back from its two files as it was put into them."""

from dataclasses import replace

from telemaco.records.base import Language
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.filing import Filed, filed, read
from telemaco.render.tracing.inventory import Inventory
from telemaco.render.tracing.lines import with_other_words, with_others
from telemaco.render.tracing.record import Hushed, Leaf, Outcome, Part, Past, Record, Written

EN = Language("en")
PAGE = Written("a/index.html", "d1", "a/", "A", "About a", targets=("b.html",))
FILE = Written("a.ics", "d2")
LEAF = Leaf(
    {"people:a": "w1", "texts:p/a": "w2"},
    {"page": Outcome((0, 1), (PAGE,), is_searched=True), "file": Outcome((0,), (FILE,))},
    (Written("404.html", "d3"),),
    {"mentors": frozenset({"people"})},
    {"home": Part((0,), "text")},
    {"p/a": [0]},
)
RECORD = Record(
    "key",
    {EN: LEAF},
    Inventory(["/", "a/"], [["a.ics"], ["index.html"]], [*range(1, 17)], {"a.ics": "d2"}),
    Past("rest", {"p/a": "w2"}),
    Hushed("key", "secrets", "doubtful", {"p/a": "w"}),
)


def _read(one: Filed, before: bytes = b"") -> Record:
    record = read(one.head, before + one.lines if one.is_more else one.lines)
    assert record is not None
    return record


def test_a_record_is_read_as_it_was_filed() -> None:
    assert _read(filed(RECORD)) == RECORD


def test_all_lines_are_read_at_once_as_one_by_one() -> None:
    record = _read(filed(RECORD))
    leaf = record.leaves[EN]
    page = leaf.outcomes["page"]

    record.read_all()
    RECORD.read_all()

    assert leaf.outcomes["page"] is page
    assert record == RECORD


def test_a_record_of_another_form_is_none() -> None:
    head = b'[0,"key",{},{}]'

    assert read(digest(head).encode() + b"\n" + head, b"") is None


def test_a_damaged_head_is_none() -> None:
    head, lines, _ = filed(RECORD)

    for damaged in (b"", head[:-1], head.replace(b"rest", b"nest"), head[1:]):
        assert read(damaged, lines) is None


def test_only_what_changed_is_put_behind_what_is_there() -> None:
    first = filed(RECORD)
    record = _read(first)
    leaf = record.leaves[EN]
    new = Outcome((0, 1), (PAGE._replace(digest="d4"),), is_searched=True)
    now = replace(
        leaf,
        facts=with_other_words(leaf.facts, {"texts:p/a": "w3", "texts:p/b": "w4"}),
        outcomes=with_others(leaf.outcomes, {"page": new}),
    )

    second = filed(replace(record, leaves={EN: now}, past=Past("rest", {"p/a": "w3"})))

    assert second.is_more
    assert second.lines.count(b"\n") == 1
    found = _read(second, first.lines).leaves[EN]
    assert found.outcomes == {**LEAF.outcomes, "page": new}
    assert found.facts == {"people:a": "w1", "texts:p/a": "w3"}
    assert found.parts == LEAF.parts


def test_lines_that_became_too_many_are_written_anew() -> None:
    record, lines = _read(filed(RECORD)), filed(RECORD).lines
    is_more = True
    for number in range(100):
        leaf = record.leaves[EN]
        new = Outcome((0, 1), (PAGE._replace(description="so " * number),))
        outcomes = with_others(leaf.outcomes, {"page": new})
        head, some, is_more = filed(replace(record, leaves={EN: replace(leaf, outcomes=outcomes)}))
        lines = lines + some if is_more else some
        found = read(head, lines)
        assert found is not None
        assert found.leaves[EN].outcomes == {**LEAF.outcomes, "page": new}
        record = found
        if not is_more:
            break

    assert not is_more
    assert record.inventory == RECORD.inventory


def test_outcomes_and_words_that_lie_in_no_lines_are_taken_as_they_are() -> None:
    assert with_others({"a": 1, "b": 2}, {"a": 3}) == {"a": 3, "b": 2}
    assert with_other_words({"a": "1", "b": "2"}, {"a": "3", "c": "4"}) == {"a": "3", "b": "2"}


def test_what_is_read_is_looked_up_like_any_mapping() -> None:
    leaf = _read(filed(RECORD)).leaves[EN]

    assert [*leaf.outcomes] == ["page", "file"]
    assert len(leaf.outcomes) == 2
    assert leaf.outcomes.get("none") is None
    assert "page" in leaf.outcomes
    assert "none" not in leaf.outcomes
    assert [*leaf.facts] == ["people:a", "texts:p/a"]
    assert len(leaf.facts) == 2
