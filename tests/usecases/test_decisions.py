from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.submissions.draft import EditedFile
from telemaco.usecases.decisions import Decision, decided, write_together
from telemaco.yamltext.changes import Set
from tests.fakes import FakeWriter
from tests.usecases.deciding import PAIR_FILE, files_of, sources_of

TODAY = date(2027, 1, 2)
PERSON = "program/people/leonardo.yaml"


def decision(path: str, *changes: Set) -> Decision:
    return Decision("x", msg("no change"), (EditedFile(path, changes),))


def refusal(files: dict[str, str], *decisions: Decision) -> str:
    with pytest.raises(TelemacoError) as refused:
        decided(decisions, sources_of(files), TODAY)
    return Catalog("en").text(refused.value.message)


def test_changes_of_one_file_come_together_and_the_same_one_once() -> None:
    status = Set(("enrolments", 0, "status"), "matched")
    since = Set(("enrolments", 0, "since"), TODAY)

    plan = decided(
        [decision(PERSON, status), decision(PERSON, status, since)], sources_of(files_of()), TODAY
    )

    assert b"status: matched, since: 2027-01-02" in plan.files[PERSON]


def test_nothing_is_planned_that_a_check_would_refuse() -> None:
    assert refusal(files_of(), decision(PAIR_FILE, Set(("status",), "completed"))) == (
        f"{PAIR_FILE}: status: completed, but end is missing"
    )


def test_file_that_cannot_be_changed_is_named() -> None:
    files = files_of() | {PERSON: "name: [\n"}

    assert refusal(files, decision(PERSON, Set(("name",), "L"))) == (
        f"{PERSON} cannot be changed without harm; change it by hand"
    )


class FullDisk(FakeWriter):
    """Has no room for the second file."""

    def write(self, path: str, content: bytes) -> None:
        if path == "b" and content == b"new":
            raise TelemacoError(msg("no room"))
        super().write(path, content)


def test_files_are_written_all_or_not_at_all() -> None:
    before = sources_of({"a": "old", "b": "old", "c": "old"})
    whole, full = FakeWriter(), FullDisk()

    write_together({"a": b"new", "b": b"new"}, before, whole)
    with pytest.raises(TelemacoError):
        write_together({"a": b"new", "b": b"new", "c": b"new"}, before, full)

    assert whole.written == {"a": b"new", "b": b"new"}
    assert full.written == {"a": b"old", "b": b"old"}
