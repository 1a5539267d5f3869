"""What an examination of a community's surroundings comes to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from telemaco.messages import Message
from telemaco.model.community import Community

REMINDERS = "reminders.yml"
WORKFLOWS = ("check.yml", "intake.yml", REMINDERS, "review.yml", "site.yml")
"""The workflows of a community, below `.github/workflows/`."""


class Verdict(StrEnum):
    """What an examination came to."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at, what was found, and what to do about it."""

    what: Message
    verdict: Verdict
    found: Message
    advice: Message | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known without a forge.

    `errors` counts the findings of severity error, `outdated_schemas` the schemas of
    `docs/schema/` that say something else than this version, `outdated_forms` the issue forms that
    do not say what the files say; `workflows` are the files in
    `.github/workflows/`, `code_owners` is what that file says, None when there is none; `now` is
    this machine's clock, aware.
    """

    community: Community
    errors: int
    outdated_schemas: int
    workflows: frozenset[str]
    now: datetime
    code_owners: bytes | None = None
    outdated_forms: int = 0
