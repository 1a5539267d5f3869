"""The one comment in which we answer an issue: found again, and never made twice.

It is known by a marker, a hidden line of its text, which counts only in what we wrote ourselves.
Every method raises `ForgeError`, or one of its kinds, when it could not be carried out.
"""

from typing import Protocol

from telemaco.ports.forge import ForgeComment


class AnswerReader(Protocol):
    """Looks at single comments: as they are now, not as in a list that may be behind."""

    def comment(self, comment: int) -> ForgeComment | None:
        """The comment with this id; None when there is none."""
        ...

    def answer(self, issue: int, marker: str) -> ForgeComment | None:
        """Our answer to an issue; None when there is none yet, or none any more."""
        ...


class AnswerWriter(Protocol):
    """Answers issues, each with one comment of ours."""

    def give(self, issue: int, marker: str, body: str) -> ForgeComment | None:
        """Make it unless it is there; None when another run is at it, and the next will see."""
        ...
