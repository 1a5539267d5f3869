import json
import re
from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Finding, Location, Severity
from telemaco.messages import msg
from telemaco.render.findings import FORMATS, Report, as_text
from telemaco.render.findings.excerpt import excerpt
from telemaco.render.findings.paint import Part, plain
from telemaco.render.findings.report import closing

ENGLISH = Catalog("en")
ADA = "program/people/ada.yaml"
HOSTILE = "bad\n::notice::forged\r\x1b[31m\u202e%0A,:"
ERROR = Finding(
    "unknown-key",
    Location(ADA, 2, 3, ("links", 0, "lable")),
    msg("{key} is unknown", key="lable"),
    msg("Did you mean label?"),
)
WARNING = Finding(
    "bad-name", Location("program/x\udcff.yaml", 1), msg("odd"), severity=Severity.WARNING
)
FORGED = Finding("unknown-key", Location(f"program/{HOSTILE}", 1, 1), msg("{key}", key=HOSTILE))


def line(_path: str, _number: int) -> str:
    return "  lable: \x1b[2J x"


def written(form: str, *findings: Finding, folder: str = "") -> str:
    return FORMATS[form](Report(findings, 7, line, folder), ENGLISH, plain)


def test_text_has_the_place_the_line_and_the_next_step() -> None:
    assert written("text", ERROR) == (
        "program/people/ada.yaml:2:3: error[unknown-key] lable is unknown\n"
        "  2 |   lable: \\x1b[2J x\n"
        "    |   ^\n"
        "  Did you mean label?\n\n"
    )


def test_file_as_a_whole_is_not_quoted() -> None:
    assert written("text", WARNING) == "program/x\\udcff.yaml:1:1: warning[bad-name] odd\n\n"


def test_blank_line_is_not_quoted() -> None:
    assert "|" not in as_text([ERROR], ENGLISH, lambda _path, _number: "")


def test_parts_are_painted() -> None:
    def brackets(part: Part, text: str) -> str:
        return f"<{part} {text}>"

    found = as_text([ERROR], ENGLISH, line, brackets)

    assert re.findall(r"<(\w+) ", found) == ["place", "error", "gutter", "gutter", "caret"]


def test_github_gets_one_command_a_finding() -> None:
    assert written("github", ERROR, folder="data/") == (
        "::error file=data/program/people/ada.yaml,line=2,col=3,title=unknown-key::"
        "lable is unknown%0ADid you mean label?\n"
    )


def test_github_gets_errors_first_since_it_shows_the_first_only() -> None:
    found = written("github", WARNING, ERROR, WARNING)

    assert [line.partition(" ")[0] for line in found.splitlines()] == [
        "::error",
        "::warning",
        "::warning",
    ]


def test_markdown_groups_findings_by_file_and_begins_with_errors() -> None:
    other = Finding(ERROR.code, Location(ADA, 1, 1), msg("odd"), severity=Severity.WARNING)

    assert written("markdown", WARNING, other, ERROR) == (
        "### Checked 7 files: 1 error, 2 warnings.\n"
        "\n#### program/people/ada.yaml\n\n"
        "- **error**, line 2: lable is unknown\n  <br>Did you mean label?\n"
        "- **warning**, line 1: odd\n"
        "\n#### program/x.yaml\n\n"
        "- **warning**, line 1: odd\n"
    )


def test_markdown_without_findings_says_that_all_is_right() -> None:
    assert written("markdown") == "### Checked 7 files: all is right.\n"


def test_markdown_counts_what_does_not_fit() -> None:
    found = written("markdown", *[ERROR] * 301)

    assert found.count("**error**") == 300
    assert found.endswith("\n1 more is not shown here.\n")


def test_nothing_in_a_file_is_markdown() -> None:
    hostile = "@everyone [x](https://evil.example) <b> #1\n# All is right"
    found = written("markdown", Finding("x", Location(hostile, 1, 1), msg("{it}", it=hostile)))

    for word in ("@everyone", "[x](", "<b>", " #1", "\n# All"):
        assert word not in found


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_in_a_file_forges_a_command_or_moves_the_cursor(form: str) -> None:
    found = written(form, FORGED, ERROR)

    commands = [one for one in found.split("\n") if one.strip().startswith("::")]
    assert commands == [one for one in commands if one.startswith("::error file=program/")]
    assert len(commands) == (2 if form == "github" else 0)
    assert all(letter.isprintable() or letter == "\n" for letter in found)


def test_properties_of_a_command_cannot_be_left() -> None:
    properties = written("github", FORGED).removeprefix("::error ").split("::")[0]

    assert properties.count(",") == 3
    assert "%2C%3A" in properties
    assert "%250A" in properties


def test_json_says_everything() -> None:
    found = json.loads(written("json", ERROR, WARNING))

    assert {name: found[name] for name in ("form", "language", "files", "errors", "warnings")} == {
        "form": 1,
        "language": "en",
        "files": 7,
        "errors": 1,
        "warnings": 1,
    }
    assert found["findings"][0] == {
        "code": "unknown-key",
        "severity": "error",
        "path": ADA,
        "line": 2,
        "column": 3,
        "route": ["links", 0, "lable"],
        "message": "lable is unknown",
        "hint": "Did you mean label?",
        "help": "https://github.com/telemaco-mentoring/telemaco/blob/main/docs/findings.md#unknown-key",
    }
    assert found["findings"][1]["hint"] is None


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_formats_for_programs_are_ascii(form: str) -> None:
    assert written(form, FORGED, WARNING).isascii()


def sarif(*findings: Finding) -> Any:  # noqa: ANN401 (JSON)
    return json.loads(written("sarif", *findings, folder="data/"))["runs"][0]


def test_sarif_names_rules_and_places() -> None:
    found = sarif(ERROR, WARNING)

    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == ["bad-name", "unknown-key"]
    result = found["results"][0]
    assert result["ruleId"] == "unknown-key"
    assert result["ruleIndex"] == 1
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/program/people/ada.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 3}
    other = found["results"][1]["locations"][0]["physicalLocation"]
    assert other["artifactLocation"]["uri"] == "data/program/x%FF.yaml"


def test_fingerprint_stays_when_lines_move_and_tells_twins_apart() -> None:
    moved = Finding(
        ERROR.code, Location(ADA, 9, 3, ("links", 4, "lable")), ERROR.message, ERROR.hint
    )

    first, second = (result["partialFingerprints"] for result in sarif(ERROR, moved)["results"])
    (alone,) = (result["partialFingerprints"] for result in sarif(moved)["results"])

    assert alone == first
    assert first != second


@pytest.mark.parametrize(
    ("findings", "known", "sentence"),
    [
        ([], None, "Checked 7 files: all is right."),
        ([ERROR, WARNING], None, "Checked 7 files: 1 error, 1 warning."),
        ([], 0, "Checked 7 files: all is right. Nothing was wrong before this change."),
        ([ERROR], 1, "Checked 7 files: 1 error, 0 warnings. 1 more was there before this change."),
        ([], 2, "Checked 7 files: all is right. 2 more were there before this change."),
    ],
)
def test_closing_sentence_counts(findings: list[Finding], known: int | None, sentence: str) -> None:
    assert ENGLISH.text(closing(Report(findings, 7, known=known))) == sentence


@pytest.mark.parametrize(
    ("text", "column", "shown", "caret"),
    [
        ("name: Ada", 7, "name: Ada", "      ^"),
        ("a:\tb", 4, "a:    b", "      ^"),
        ("中文: b", 5, "中文: b", "      ^"),
        ("e\u0301: b", 5, "e\u0301: b", "   ^"),
        ("a: \x1b", 9, "a: \\x1b", "       ^"),
        ("name: Ada", 99, "name: Ada", "         ^"),
    ],
)
def test_caret_stands_below_its_place(text: str, column: int, shown: str, caret: str) -> None:
    assert excerpt(text, column) == (shown, caret)


@pytest.mark.parametrize("column", [1, 80, 5_000, 60_000])
def test_long_line_is_cut_around_the_place(column: int) -> None:
    text = "".join(chr(97 + place % 26) for place in range(60_000))

    found = excerpt(text, column)

    assert found
    assert len(found.line) <= 110
    assert found.line[len(found.caret) - 1] == text[column - 1]


def test_report_quotes_nothing_unless_told_how() -> None:
    assert FORMATS["text"](Report([ERROR], 1), ENGLISH, plain).count("|") == 0
