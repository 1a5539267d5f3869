"""How long the reminders may be silent."""

from datetime import timedelta

SILENT_AFTER = timedelta(days=3)
"""Without a run for so long something is wrong: GitHub turns a schedule off after 60 idle days."""
