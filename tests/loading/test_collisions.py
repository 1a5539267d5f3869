from dataclasses import replace

from telemaco.findings import Finding, Location
from telemaco.loading.collisions import told_once
from telemaco.messages import msg


def bad(path: str, code: str = "bad-name") -> Finding:
    return Finding(code, Location(path, 1), msg("wrong"))


def test_files_that_differ_in_capitals_only_are_told_together() -> None:
    findings = [bad("a/X.yaml"), bad("a/Y.yaml"), bad("a/X.yaml", "secret")]

    found = told_once(findings, ["a/X.yaml", "a/x.yaml", "a/Y.yaml"])

    assert [(one.code, one.location.path) for one in found] == [
        ("bad-name", "a/Y.yaml"),
        ("secret", "a/X.yaml"),
        ("name-collision", "a/X.yaml"),
    ]


def test_without_bad_names_there_is_nothing_to_tell() -> None:
    findings = [bad("a/x.yaml", "secret")]

    assert told_once(findings, ["a/x.yaml"]) == findings


def test_file_is_not_to_be_renamed_to_what_another_is_called() -> None:
    named = msg("Rename it to {path}.", path="a/x-y.yaml")
    findings = [replace(bad("a/x y.yaml"), hint=named)]

    ((alone,), (beside,)) = (
        told_once(findings, paths) for paths in (["a/x y.yaml"], ["a/x y.yaml", "a/x-y.yaml"])
    )

    assert alone.hint == named
    assert beside.hint == msg(
        "There is {path}: put into it what is right in both, and delete this.", path="a/x-y.yaml"
    )
