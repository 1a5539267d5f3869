"""What GitHub says of the event that a workflow runs for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from telemaco.adapters.github.answers import UnreadableError, fields
from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg

VARIABLE = "GITHUB_EVENT_PATH"


@dataclass(frozen=True, slots=True)
class Event:
    """The number of the issue that an event is about, and the id of the comment, if it is one.

    Nothing else is believed: what they say is read again from GitHub itself.
    """

    issue: int
    comment: int | None


def event_of(environment: Mapping[str, str]) -> Event | None:
    """The event, or None when it is about no issue, or there is none. Raises TelemacoError."""
    path = environment.get(VARIABLE)
    if not path:
        return None
    try:
        known = fields(json.loads(Path(path).read_bytes()))
        if known.known.get("issue") is None:
            return None
        comment = known.known.get("comment")
        return Event(
            known.inner("issue").number("number"),
            None if comment is None else fields(comment).number("id"),
        )
    except OSError as error:
        raise _unread(path, reason_of(error)) from error
    except (ValueError, UnreadableError) as error:
        raise _unread(path, str(error)) from error


def _unread(path: str, reason: Message | str) -> TelemacoError:
    return TelemacoError(
        msg("the event of this run, {path}, cannot be read ({reason})", path=path, reason=reason),
        msg("Name the issue with --issue."),
    )
