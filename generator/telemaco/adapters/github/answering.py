"""Answers issues on GitHub with one comment each; a ledger keeps which comment it is."""

from telemaco.adapters.github import answers
from telemaco.adapters.github.account import Account
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.opening import Turn, Wanted, has_marker, opened
from telemaco.adapters.github.reader import GitHubReader
from telemaco.adapters.github.transport import JSON
from telemaco.adapters.github.understanding import understood
from telemaco.adapters.github.writer import GitHubWriter
from telemaco.ports.forge import ForgeComment


class GitHubAnswerReader:
    """Implements AnswerReader. Every method raises ForgeError."""

    def __init__(
        self, connection: Connection, account: Account, reader: GitHubReader, turn: Turn
    ) -> None:
        self._connection = connection
        self._account = account
        self._reader = reader
        self._ledger = turn.ledger

    def comment(self, comment: int) -> ForgeComment | None:
        """The comment with this id; None when there is none."""
        path = f"/issues/comments/{comment}"
        raw = self._connection.find(path)
        return None if raw is None else understood(path, raw, self._comment)

    def answer(self, issue: int, marker: str) -> ForgeComment | None:
        """Our answer to an issue; None when there is none yet, or none any more.

        The one that the ledger names; where it names none, the first in the list.
        """
        entry = self._ledger.read(claim_of(issue, marker)) if self._ledger else None
        if entry is not None and entry.issue is not None:
            return self.marked(entry.issue, marker)
        return self.listed(issue, marker)

    def marked(self, comment: int, marker: str) -> ForgeComment | None:
        """The comment with this id, if it is one of ours with the marker."""
        found = self.comment(comment)
        return found if found is not None and has_marker(found, marker) else None

    def listed(self, issue: int, marker: str) -> ForgeComment | None:
        """The first comment of ours with the marker in the list of an issue's comments."""
        found = self._reader.comments(issue)
        return next((comment for comment in found if has_marker(comment, marker)), None)

    def _comment(self, raw: JSON) -> ForgeComment:
        return answers.comment(raw, self._account.is_ours)


class GitHubAnswerWriter:
    """Implements AnswerWriter. Every method raises ForgeError."""

    def __init__(self, reader: GitHubAnswerReader, writer: GitHubWriter, turn: Turn) -> None:
        self._reader = reader
        self._writer = writer
        self._turn = turn

    def give(self, issue: int, marker: str, body: str) -> ForgeComment | None:
        """Make it unless it is there; None when another run is at it, and the next will see."""
        wanted = Wanted(
            marker=claim_of(issue, marker),
            find=lambda comment: self._reader.marked(comment, marker),
            look=lambda: self._reader.listed(issue, marker),
            create=lambda: self._writer.comment(issue, body),
            number=lambda comment: comment.id,
        )
        return opened(wanted, self._turn)


def claim_of(issue: int, marker: str) -> str:
    """What is claimed in the ledger: the answer with a marker to an issue."""
    return f"{marker} {issue}"
