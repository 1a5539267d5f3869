"""How a project of the ten cohorts (OLS) came out, in the words of a pair."""

from collections.abc import Mapping
from typing import Any

UNKNOWN = ("active", None)
"""A project of which the data do not say how it came out: nobody closed it."""

_NOT_GRADUATED: Mapping[str | None, tuple[str, str | None]] = {
    "Personal circumstances beyond their control": ("ended-early", "other"),
    "Requested to discontinue": ("ended-early", "moved-on"),
    "Not engaged": ("ended-early", "no-contact"),
    "Disqualified": ("ended-early", "conduct"),
    "Finished program but did not attend graduation call": ("ended-early", "program-ended"),
    "Finished program but don't know if attended a graduation call": (
        "ended-early",
        "program-ended",
    ),
    None: ("ended-early", None),
}
"""How projects that did not graduate came out: the pair's status and reason, by the source's.

Only what graduated is completed. Who finished without the last call did not graduate for the
source; their pair ended with the program, and that is the reason.
"""


def outcome(project: Mapping[str, Any]) -> tuple[str, str | None]:
    """The pair's status, and its reason if the source gives one."""
    match project["status"]:
        case "graduated":
            return "completed", "goals-reached"
        case "not graduated":
            return _NOT_GRADUATED[project["reason"]]
        case _:
            return UNKNOWN


def is_without_reason(project: Mapping[str, Any]) -> bool:
    """Whether its pair would have an error, with which nothing is matched."""
    return project["status"] == "not graduated" and project["reason"] is None
