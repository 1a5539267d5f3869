"""What `telemaco doctor --heartbeat` hands on to `telemaco build`."""

from collections.abc import Mapping
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.messages import msg

RAN = "TELEMACO_REMINDERS_RAN"
"""This environment variable holds the day on which the reminders last ended well."""


def reminders_ran(environment: Mapping[str, str]) -> date | None:
    """The day; None when nobody asked. Raises TelemacoError for what is no day."""
    said = environment.get(RAN)
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise TelemacoError(
            msg('{variable}: "{value}" is not a day', variable=RAN, value=str(said)),
            msg("Write it as telemaco doctor --heartbeat does: 2027-03-01."),
        ) from error
