"""When the reminders last ran, as far as somebody asked."""

from telemaco.messages import msg
from telemaco.reminders.heartbeat import SILENT_AFTER
from telemaco.render.pages.edition import Edition


def heartbeat(edition: Edition) -> tuple[str, bool] | None:
    """A sentence, and whether somebody should look after them; None where nobody knows."""
    day = edition.reminders_ran
    if day is None or edition.community.settings.today:
        return None
    written = edition.dates.day(day)
    if edition.today - day > SILENT_AFTER:
        said = msg(
            "The reminders have not run since {day}. A coordinator can start them again: under "
            "Actions, choose {workflow}, then Run workflow.",
            day=written,
            workflow=msg("Reminders"),
        )
        return edition.words(said), True
    return edition.words(msg("The reminders last ran on {day}.", day=written)), False
