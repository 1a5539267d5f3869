import pytest

from telemaco.findings import Severity
from telemaco.loading.file import Entry, read_file
from telemaco.records.layout import address_of
from tests.fakes import COSIMO

PATH = "program/people/ada.yaml"


def found(text: str) -> list[tuple[str, str, Severity]]:
    address = address_of(PATH)
    assert address is not None
    read = read_file(PATH, address, text)
    findings = read.findings if isinstance(read, Entry) else read
    return [(one.code, str(one.location.route[-1]), one.severity) for one in findings]


@pytest.mark.parametrize(
    ("line", "key", "severity"),
    [
        ("headline: # Poet", "headline", Severity.WARNING),
        ("headline:  #Poet", "headline", Severity.WARNING),
        ("location: # London", "location", Severity.WARNING),
        ("headline:\n  it: # Poeta\n  en: Poet", "it", Severity.ERROR),
        ("goals:\n  - statement: # Weave", "statement", Severity.ERROR),
    ],
)
def test_text_that_is_a_comment_is_told(line: str, key: str, severity: Severity) -> None:
    assert found(f"{COSIMO}{line}\n") == [("text-in-comment", key, severity)]


@pytest.mark.parametrize(
    "lines",
    [
        "confirmed: # the day they last said so",
        "headline: Poet # and more",
        "headline: # one line\n  Poet",
        "headline: # by language\n  en: Poet",
        "bio: |\n  headline: # no key",
        "location:",
        "offers: # what they teach\n  - {skill: weaving}",
        "headline: #",
    ],
)
def test_other_comments_are_left_alone(lines: str) -> None:
    assert not found(f"{COSIMO}{lines}\n")


def test_other_findings_stay_beside_it() -> None:
    assert [code for code, _, _ in found(f"{COSIMO}location: # London\nvalues: [x]\n")] == [
        "not-allowed",
        "text-in-comment",
    ]
