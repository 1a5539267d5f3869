import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.findings import Severity, TelemacoError
from telemaco.review.result import read_result
from telemaco.review.told import Difference, Told

FINDING = {
    "code": "unknown-key",
    "severity": "error",
    "path": "program/people/leonardo.yaml",
    "line": 3,
    "column": 1,
    "route": ["ofers"],
    "message": '"ofers" is not a key',
    "hint": None,
    "help": "https://example.org/",
}
GOOD: dict[str, Any] = {
    "number": b"7\n",
    "check.json": {"form": 1, "findings": [FINDING]},
    "pages.json": {"form": 1, "changed": ["people/leonardo/index.html"], "removed": []},
}


def files(**changes: Any) -> dict[str, bytes]:  # noqa: ANN401 (JSON)
    """The files of a result, others in the place of some; None leaves one out."""
    whole = {**GOOD, **{name.replace("_json", ".json"): value for name, value in changes.items()}}
    return {
        name: value if isinstance(value, bytes) else json.dumps(value).encode()
        for name, value in whole.items()
        if value is not None
    }


def test_result_of_the_check_is_read() -> None:
    result = read_result(files())

    assert result.number == 7
    assert result.told == (
        Told("program/people/leonardo.yaml", 3, Severity.ERROR, '"ofers" is not a key', None),
    )
    assert result.pages == Difference(("people/leonardo/index.html",), ())
    assert (result.count(Severity.ERROR), result.count(Severity.WARNING)) == (1, 0)


def test_there_need_be_no_preview() -> None:
    assert read_result(files(pages_json=None)).pages is None


@pytest.mark.parametrize(
    "changes",
    [
        {"number": None},
        {"number": b""},
        {"number": b"0"},
        {"number": b"-7"},
        {"number": b"7; rm -rf /"},
        {"number": b"7\n8"},
        {"number": "\uff17".encode()},
        {"number": b"9" * 10},
        {"check_json": None},
        {"check_json": b"no JSON"},
        {"check_json": b"\xff\xfe"},
        {"check_json": b"[" * 100_000},
        {"check_json": b'{"form": 1, "findings": [' + b"9" * 5000 + b"]}"},
        {"check_json": []},
        {"check_json": {"form": 2, "findings": []}},
        {"check_json": {"form": 1}},
        {"check_json": {"form": 1, "findings": ["all is right"]}},
        {"check_json": {"form": 1, "findings": [{**FINDING, "line": 0}]}},
        {"check_json": {"form": 1, "findings": [{**FINDING, "line": 10**12}]}},
        {"check_json": {"form": 1, "findings": [{**FINDING, "line": "3"}]}},
        {"check_json": {"form": 1, "findings": [{**FINDING, "severity": "fine"}]}},
        {"check_json": {"form": 1, "findings": [{**FINDING, "message": None}]}},
        {"check_json": {"form": 1, "findings": [{**FINDING, "hint": 3}]}},
        {"pages_json": {"form": 1, "changed": "all", "removed": []}},
        {"pages_json": {"form": 1, "changed": [7], "removed": []}},
        {"pages_json": {"form": 1, "changed": []}},
    ],
)
def test_anything_else_is_refused_in_words(changes: dict[str, Any]) -> None:
    with pytest.raises(TelemacoError, match="the result of the check cannot be used") as refusal:
        read_result(files(**changes))

    assert "Nothing was written" in str(refusal.value.hint)


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.binary(max_size=200)))
def test_no_bytes_do_more_than_be_refused(content: dict[str, bytes]) -> None:
    try:
        result = read_result(content)
    except TelemacoError:
        return
    assert result.number > 0
