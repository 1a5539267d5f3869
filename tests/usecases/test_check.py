import gc

import pytest

from telemaco.findings import Finding, Severity
from telemaco.usecases.check import check, check_change, quoting
from tests.fakes import COSIMO, SETTINGS, FakeSources

WHOLE: dict[str, str | bytes] = {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO,
}
ADA = "program/people/ada.yaml"
WRONG = COSIMO + "ofers: []\n"


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int, str]]:
    return [(one.location.path, one.location.line, one.code) for one in findings]


def test_clean_community_has_no_finding() -> None:
    checked = check(FakeSources(WHOLE))

    assert checked.findings == ()
    assert checked.files == 2
    assert not checked.failed


def test_findings_of_files_and_rules_come_in_the_order_of_places() -> None:
    checked = check(FakeSources({**WHOLE, ADA: WRONG, "program/a.png": b"x"}))

    assert told(checked.findings) == [
        ("program/a.png", 1, "unexpected-file"),
        (ADA, COSIMO.count("\n") + 1, "unknown-key"),
    ]
    assert checked.failed


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collector_is_left_as_it_was(enabled: bool) -> None:  # noqa: FBT001 (from the table)
    was_enabled = gc.isenabled()
    (gc.enable if enabled else gc.disable)()

    check(FakeSources(WHOLE))

    assert gc.isenabled() is enabled
    (gc.enable if was_enabled else gc.disable)()


def change(before: dict[str, str | bytes], after: dict[str, str | bytes]) -> tuple[list[str], int]:
    """The codes of what a change brought, and how many findings were there before."""
    found = check_change(FakeSources({**WHOLE, **after}), FakeSources({**WHOLE, **before}))
    return [finding.code for finding in found.checked.findings], found.known


def test_what_was_wrong_before_is_only_counted() -> None:
    assert change({ADA: WRONG}, {ADA: WRONG}) == ([], 1)


def test_what_a_change_brought_is_told() -> None:
    assert change({ADA: COSIMO}, {ADA: WRONG}) == (["unknown-key"], 0)


def test_lines_and_entries_above_make_nothing_new() -> None:
    before = COSIMO + "links: [{lable: x}]\nname: y\n"
    after = "# said\n" + COSIMO + "links: [{lable: x}]\nname: y\n"

    assert change({ADA: before}, {ADA: after}) == ([], 3)


def test_second_of_the_same_kind_is_new() -> None:
    before = COSIMO + "links: [{label: a, url: b}]\n"
    after = COSIMO + "links: [{label: a, url: b}, {label: a, url: b}]\n"

    assert change({ADA: before}, {ADA: after}) == (["bad-address"], 1)


def test_renamed_file_keeps_its_findings() -> None:
    assert change({ADA: WRONG}, {"program/people/ada-l.yaml": WRONG}) == ([], 1)


def test_copy_of_a_wrong_file_is_new() -> None:
    after: dict[str, str | bytes] = {ADA: WRONG, "program/people/ada-l.yaml": WRONG}

    assert change({ADA: WRONG}, after) == (["unknown-key"], 1)


def test_base_without_a_community_makes_everything_new() -> None:
    found = check_change(FakeSources({**WHOLE, ADA: WRONG}), FakeSources({}))

    assert [finding.code for finding in found.checked.findings] == ["unknown-key"]
    assert found.known == 0


def test_line_is_quoted_and_none_where_there_is_none() -> None:
    line = quoting(FakeSources({ADA: b"a: 1\r\nb: \xff\r\n"}))

    assert [line(ADA, number) for number in (1, 2, 9)] == ["a: 1", "b: \ufffd", ""]
    assert line("gone", 1) == ""


@pytest.mark.parametrize("name", ["cosimo (copy)", "Copy of cosimo", "Cosimo copia"])
def test_copy_with_a_bad_name_is_to_be_deleted_and_not_renamed(name: str) -> None:
    path = f"program/people/{name}.yaml"

    findings = check(FakeSources({**WHOLE, path: COSIMO})).findings
    found = [one for one in findings if one.location.path == path]

    assert [(one.code, one.severity) for one in found] == [("copied-person", Severity.ERROR)]
