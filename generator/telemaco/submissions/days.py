"""What is said of a day that is none."""

from dataclasses import replace

from telemaco.forms.values import Wording
from telemaco.submissions.plain_words import NO_DAY
from telemaco.submissions.values import Problem


def no_day(field: Wording | None, written: str) -> Problem:
    """Says that somebody wrote no day; the rules say the same of a file."""
    message, hint = NO_DAY
    return Problem(field, replace(message, facts={"value": f'"{written}"'}), hint=hint)
