"""GitHub's JSON into our values; every field that we use is looked at before it is believed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from telemaco.adapters.github.transport import JSON
from telemaco.ports.forge import ForgeComment, ForgeIssue, IssueState, Permission

GHOST = "ghost"
"""Who wrote what an account that is no more has left."""


class UnreadableError(Exception):
    """A field is not as GitHub describes it; says which."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object, whose fields are read by kind. Every method raises UnreadableError."""

    known: dict[str, JSON]

    def text(self, name: str) -> str:
        """A text; empty where GitHub sends null."""
        value = self.known.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise UnreadableError(name)
        return value

    def word(self, name: str) -> str:
        """A text that is not empty."""
        value = self.text(name)
        if not value:
            raise UnreadableError(name)
        return value

    def number(self, name: str) -> int:
        """A whole number."""
        value = self.known.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise UnreadableError(name)
        return value

    def flag(self, name: str) -> bool:
        """Yes or no."""
        value = self.known.get(name)
        if not isinstance(value, bool):
            raise UnreadableError(f"{name} is neither yes nor no")
        return value

    def moment(self, name: str) -> datetime:
        """A moment with its offset."""
        try:
            moment = datetime.fromisoformat(self.word(name))
        except ValueError as error:
            raise UnreadableError(name) from error
        if moment.tzinfo is None:
            raise UnreadableError(name)
        return moment

    def items(self, name: str) -> Iterator["Fields"]:
        """A list of objects; none where GitHub sends null."""
        value = self.known.get(name)
        if value is not None and not isinstance(value, list):
            raise UnreadableError(name)
        yield from map(fields, value or ())

    def inner(self, name: str) -> "Fields":
        """An object inside of it."""
        return fields(self.known.get(name))

    def login(self) -> str:
        """Who wrote it."""
        return fields(self.known["user"]).word("login") if self.known.get("user") else GHOST


def fields(raw: JSON) -> Fields:
    """A JSON object. Raises UnreadableError."""
    if not isinstance(raw, dict):
        raise UnreadableError("object")
    return Fields(raw)


def issue(raw: JSON, is_ours: Callable[[str], bool]) -> ForgeIssue | None:
    """An issue; None for a pull request. Raises UnreadableError."""
    known = fields(raw)
    if known.known.get("pull_request") is not None:
        return None
    author = known.login()
    return ForgeIssue(
        number=known.number("number"),
        title=known.text("title"),
        body=known.text("body"),
        labels=tuple(entry.word("name") for entry in known.items("labels")),
        assignees=tuple(entry.word("login") for entry in known.items("assignees")),
        state=state(known.word("state")),
        state_reason=known.text("state_reason") or None,
        created_at=known.moment("created_at"),
        updated_at=known.moment("updated_at"),
        closed_at=known.moment("closed_at") if known.text("closed_at") else None,
        author=author,
        is_ours=is_ours(author),
    )


def comment(raw: JSON, is_ours: Callable[[str], bool]) -> ForgeComment:
    """A comment. Raises UnreadableError."""
    known = fields(raw)
    author = known.login()
    number = known.word("issue_url").rpartition("/")[2]
    if not number.isdecimal():
        raise UnreadableError("issue_url")
    return ForgeComment(
        id=known.number("id"),
        issue=int(number),
        body=known.text("body"),
        author=author,
        author_association=known.text("author_association") or "NONE",
        created_at=known.moment("created_at"),
        updated_at=known.moment("updated_at"),
        is_ours=is_ours(author),
    )


def permission(raw: JSON) -> Permission:
    """What an account may do. Raises UnreadableError."""
    word = fields(raw).word("permission")
    for known in get_args(Permission):
        if word == known:
            found: Permission = known
            return found
    raise UnreadableError("permission")


def state(word: str) -> IssueState:
    """How an issue or pull request stands. Raises UnreadableError."""
    if word == "open":
        return "open"
    if word == "closed":
        return "closed"
    raise UnreadableError("state")
