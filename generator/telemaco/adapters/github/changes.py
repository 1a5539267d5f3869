"""Looks at the pull requests of a repository on GitHub, as their reviewer sees them."""

from collections.abc import Sequence

from telemaco.adapters.github.account import Account
from telemaco.adapters.github.answers import Fields, fields
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.transport import JSON
from telemaco.adapters.github.understanding import understood
from telemaco.ports.changes import ChangedFile, ProposedChange


class GitHubChanges:
    """Implements ChangesReader. Every method raises ForgeError."""

    def __init__(self, connection: Connection, account: Account) -> None:
        self._connection = connection
        self._account = account

    def change(self, number: int) -> ProposedChange | None:
        """One as it is now; None when there is no pull request with this number."""
        path = f"/pulls/{number}"
        raw = self._connection.find(path)
        return None if raw is None else understood(path, raw, self._as_change)

    def files(self, number: int) -> Sequence[ChangedFile]:
        """The files that it touches; of more than 3,000 GitHub tells the first."""
        path = f"/pulls/{number}/files"
        return [understood(path, raw, _file) for raw in self._connection.pages(path)]

    def _as_change(self, raw: JSON) -> ProposedChange:
        known = fields(raw)
        head, base = known.inner("head"), known.inner("base")
        author = known.login()
        return ProposedChange(
            number=known.number("number"),
            author=author,
            is_open=known.word("state") == "open",
            is_ours=self._account.is_ours(author),
            head=head.word("sha"),
            source=_repository(head),
            into=base.word("ref"),
            labels=frozenset(label.word("name") for label in known.items("labels")),
            files=known.number("changed_files"),
        )


def _repository(head: Fields) -> str:
    """Where the commits are; empty when the fork has been deleted."""
    return head.inner("repo").word("full_name") if head.known.get("repo") else ""


def _file(raw: JSON) -> ChangedFile:
    known = fields(raw)
    return ChangedFile(
        path=known.word("filename"),
        former=known.text("previous_filename") or None,
        is_removed=known.word("status") == "removed",
    )
