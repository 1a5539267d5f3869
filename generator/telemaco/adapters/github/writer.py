"""Changes the issues of a repository on GitHub."""

from collections.abc import Sequence
from urllib.parse import quote

from telemaco.adapters.github import answers
from telemaco.adapters.github.account import Account
from telemaco.adapters.github.connection import SKEW, Connection
from telemaco.adapters.github.opening import Turn, Wanted, has_marker, opened
from telemaco.adapters.github.reader import GitHubReader
from telemaco.adapters.github.seeking import sought, written
from telemaco.adapters.github.transport import JSON
from telemaco.ports.forge import (
    CloseReason,
    ForgeComment,
    ForgeIssue,
    ForgeUnclearError,
    NewIssue,
)

_NOT_FOUND = frozenset({404})
_EXISTS = frozenset({422})
_NOT_ASSIGNABLE = frozenset({404, 422})


class GitHubWriter:
    """Implements ForgeWriter. Every method raises ForgeError."""

    def __init__(
        self, connection: Connection, account: Account, reader: GitHubReader, turn: Turn
    ) -> None:
        """`reader` may have listed our issues already; then only newer ones are asked for."""
        self._connection = connection
        self._account = account
        self._reader = reader
        self._clock = turn.clock
        self._turn = turn
        self._is_account_checked = False

    def open_issue(self, issue: NewIssue) -> ForgeIssue | None:
        """Open it; None when another run holds the claim to it, and the next run will see."""
        if not self._is_account_checked and not self._reader.own_issues_by_now():
            self._account.check_others(self._reader.issues(issue.labels[0]))
        self._is_account_checked = True
        wanted = Wanted(
            marker=issue.marker,
            find=lambda number: self._found(number, issue.marker),
            look=lambda: self._look(issue.marker),
            create=lambda: self._create(issue),
            number=lambda one: one.number,
        )
        return opened(wanted, self._turn)

    def assign(self, number: int, logins: Sequence[str]) -> Sequence[str]:
        """Assign one after the other; the logins that GitHub did not take."""
        return [login for login in logins if not self._is_assigned(number, login)]

    def edit(self, number: int, *, title: str | None = None, body: str | None = None) -> None:
        """Change what is given, and nothing else."""
        given: dict[str, JSON] = {"title": title, "body": body}
        self._change(number, {name: text for name, text in given.items() if text is not None})

    def comment(self, number: int, body: str) -> ForgeComment:
        """Add a comment."""
        path = f"/issues/{number}/comments"
        try:
            answer = self._connection.write("POST", path, {"body": body}, repeatable=False)
        except ForgeUnclearError:
            return sought(self._clock, lambda: self._commented(number, body), f"POST {path}")
        return written(path, answer, self._as_comment)

    def edit_comment(self, comment: int, body: str) -> None:
        """Replace the text of the comment with this id."""
        self._connection.write(
            "PATCH", f"/issues/comments/{comment}", {"body": body}, repeatable=True
        )

    def close(self, number: int, reason: CloseReason) -> None:
        """Close it; assignees and labels stay."""
        self._change(number, {"state": "closed", "state_reason": reason})

    def reopen(self, number: int) -> None:
        """Open it again; assignees and labels stay."""
        self._change(number, {"state": "open"})

    def ensure_label(self, name: str, colour: str, description: str) -> None:
        """Make the label unless it is there; `colour` is six hexadecimal digits."""
        body: JSON = {"name": name, "color": colour, "description": description}
        self._connection.write("POST", "/labels", body, repeatable=True, accept=_EXISTS)

    def add_labels(self, number: int, names: Sequence[str]) -> None:
        """Add labels to an issue."""
        body: JSON = {"labels": list(names)}
        self._connection.write("POST", f"/issues/{number}/labels", body, repeatable=True)

    def remove_label(self, number: int, name: str) -> None:
        """Take a label from an issue, if it has it."""
        path = f"/issues/{number}/labels/{quote(name, safe='')}"
        self._connection.write("DELETE", path, repeatable=True, accept=_NOT_FOUND)

    def _found(self, number: int, marker: str) -> ForgeIssue | None:
        issue = self._reader.issue(number)
        return issue if issue is not None and has_marker(issue, marker) else None

    def _look(self, marker: str) -> ForgeIssue | None:
        """The issue with a marker; of several the first, the only one that stays open."""
        own = self._reader.own_issues_by_now()
        found = [issue for issue in own if has_marker(issue, marker)]
        for surplus in found[1:]:
            if surplus.state == "open":
                self.close(surplus.number, "not_planned")
        return found[0] if found else None

    def _create(self, issue: NewIssue) -> ForgeIssue:
        body: JSON = {"title": issue.title, "body": issue.body, "labels": list(issue.labels)}
        try:
            answer = self._connection.write("POST", "/issues", body, repeatable=False)
        except ForgeUnclearError:
            return sought(self._clock, lambda: self._look(issue.marker), "POST /issues")
        made = written("/issues", answer, self._as_issue)
        self._account.check_author(made)
        return made

    def _is_assigned(self, number: int, login: str) -> bool:
        path = f"/issues/{number}/assignees"
        body: JSON = {"assignees": [login]}
        answer = self._connection.write("POST", path, body, repeatable=True, accept=_NOT_ASSIGNABLE)
        if answer.status in _NOT_ASSIGNABLE:
            return False
        # GitHub passes over in silence whom it does not take.
        taken = written(path, answer, self._as_issue).assignees
        return login.casefold() in {one.casefold() for one in taken}

    def _change(self, number: int, fields: dict[str, JSON]) -> None:
        self._connection.write("PATCH", f"/issues/{number}", fields, repeatable=True)

    def _commented(self, number: int, body: str) -> ForgeComment | None:
        """A comment of ours with this text from the last minutes."""
        since = self._clock.now() - SKEW
        for comment in reversed(self._reader.comments(number)):
            is_same = comment.body.splitlines() == body.splitlines()
            if comment.is_ours and is_same and comment.created_at >= since:
                return comment
        return None

    def _as_issue(self, raw: JSON) -> ForgeIssue:
        found = answers.issue(raw, self._account.is_ours)
        if found is None:
            raise answers.UnreadableError("pull_request")
        return found

    def _as_comment(self, raw: JSON) -> ForgeComment:
        return answers.comment(raw, self._account.is_ours)
