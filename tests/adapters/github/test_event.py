"""What is believed of an event: two numbers."""

from pathlib import Path

import pytest

from telemaco.adapters.github.event import VARIABLE, Event, event_of
from telemaco.findings import TelemacoError


def _event(folder: Path, text: str) -> Event | None:
    path = folder / "event.json"
    path.write_text(text)
    return event_of({VARIABLE: str(path)})


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('{"issue": {"number": 7, "title": "x"}}', Event(7, None)),
        ('{"issue": {"number": 7}, "comment": {"id": 70, "body": "/confirm"}}', Event(7, 70)),
        ('{"schedule": "23 7 * * *"}', None),
        ('{"issue": null}', None),
    ],
)
def test_event_is_about_an_issue_or_not(tmp_path: Path, text: str, event: Event | None) -> None:
    assert _event(tmp_path, text) == event


def test_without_a_workflow_there_is_no_event() -> None:
    assert event_of({}) is None


@pytest.mark.parametrize(
    "text", ["", "[]", '{"issue": 7}', '{"issue": {"number": "7; id"}}', '{"issue": {}}', "\xff"]
)
def test_event_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(TelemacoError, match="cannot be read"):
        _event(tmp_path, text)


def test_event_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TelemacoError, match="cannot be read"):
        event_of({VARIABLE: str(tmp_path / "event.json")})
