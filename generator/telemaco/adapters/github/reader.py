"""Looks at the issues of a repository on GitHub."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from telemaco.adapters.github import answers
from telemaco.adapters.github.account import Account
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.transport import JSON
from telemaco.adapters.github.understanding import understood
from telemaco.ports.forge import ForgeComment, ForgeIssue, Permission

_BY_NUMBER = {"state": "all", "sort": "created", "direction": "asc"}
_PAGE = 100
_NEWEST_FIRST = {"state": "all", "sort": "created", "direction": "desc"}


class GitHubReader:
    """Implements ForgeReader. Every method raises ForgeError."""

    def __init__(self, connection: Connection, account: Account) -> None:
        self._connection = connection
        self._account = account
        self._own: dict[int, ForgeIssue] | None = None

    def own_issues(self) -> Sequence[ForgeIssue]:
        """Every issue of ours, open and closed, in the order of numbers."""
        self._own = {
            issue.number: issue
            for login in self._account.logins
            for issue in self._listed(creator=login, **_BY_NUMBER)
            if issue.is_ours
        }
        return _by_number(self._own)

    def own_issues_by_now(self) -> Sequence[ForgeIssue]:
        """The same, of which only what has come since the last listing is asked for."""
        if self._own is None:
            return self.own_issues()
        last = max(self._own, default=0)
        newest = self._listed(creator=self._account.logins[0], **_NEWEST_FIRST)
        for place, issue in enumerate(newest, start=1):
            if issue.number <= last and place > _PAGE:
                break
            self._own[issue.number] = issue
        return _by_number(self._own)

    def issues(self, label: str) -> Sequence[ForgeIssue]:
        """Every issue with the label, open and closed, in the order of numbers."""
        return _by_number({one.number: one for one in self._listed(labels=label, **_BY_NUMBER)})

    def open_issues(self) -> Sequence[ForgeIssue]:
        """Every open issue, whoever wrote it, in the order of numbers."""
        listed = self._listed(**{**_BY_NUMBER, "state": "open"})
        return _by_number({one.number: one for one in listed})

    def issue(self, number: int) -> ForgeIssue | None:
        """One issue as it is now; None when there is none."""
        path = f"/issues/{number}"
        raw = self._connection.find(path)
        return None if raw is None else understood(path, raw, self._issue)

    def comments(self, number: int) -> Sequence[ForgeComment]:
        """The comments on an issue, oldest first; none when there is no such issue."""
        path = f"/issues/{number}/comments"
        listed = self._connection.pages(path, may_be_absent=True)
        return [understood(path, raw, self._comment) for raw in listed]

    def comments_since(self, moment: datetime) -> Sequence[ForgeComment]:
        """Comments on any issue that were written or changed since then, in one listing."""
        path = "/issues/comments"
        since = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        query = {"since": since, "sort": "updated", "direction": "asc"}
        listed = self._connection.pages(path, query)
        return [understood(path, raw, self._comment) for raw in listed]

    def permission(self, login: str) -> Permission:
        """What an account may do in the repository."""
        path = f"/collaborators/{quote(login, safe='')}/permission"
        raw = self._connection.find(path)
        return "none" if raw is None else understood(path, raw, answers.permission)

    def labels(self) -> frozenset[str]:
        """The names of the labels there are."""
        return frozenset(self._words("/labels", "name"))

    def _listed(self, **query: str) -> Iterator[ForgeIssue]:
        for raw in self._connection.pages("/issues", query):
            issue = understood("/issues", raw, self._issue)
            if issue is not None:
                yield issue

    def _words(self, path: str, name: str) -> Iterator[str]:
        for raw in self._connection.pages(path):
            yield understood(path, raw, lambda entry: answers.fields(entry).word(name))

    def _issue(self, raw: JSON) -> ForgeIssue | None:
        return answers.issue(raw, self._account.is_ours)

    def _comment(self, raw: JSON) -> ForgeComment:
        return answers.comment(raw, self._account.is_ours)


def _by_number(issues: Mapping[int, ForgeIssue]) -> Sequence[ForgeIssue]:
    return [issues[number] for number in sorted(issues)]
