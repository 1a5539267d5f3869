from datetime import date

import pytest

from telemaco.cli.heartbeat import RAN, reminders_ran
from telemaco.findings import TelemacoError


def test_day_is_taken_from_the_environment() -> None:
    assert reminders_ran({RAN: "2027-03-01"}) == date(2027, 3, 1)
    assert reminders_ran({RAN: ""}) is None
    assert reminders_ran({}) is None


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(TelemacoError, match='TELEMACO_REMINDERS_RAN: "yesterday" is not a day'):
        reminders_ran({RAN: "yesterday"})
