"""One request to our own GitHub as its routes see it, and what they answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode

from tests.forge.description import JSON
from tests.forge.state import Account, Repository


@dataclass(frozen=True)
class Answer:
    """Status, body (None without one) and headers."""

    status: int
    body: JSON = None
    headers: Mapping[str, str] = field(default_factory=dict)


class RefusedError(Exception):
    """GitHub says no."""

    def __init__(
        self, status: int, message: str, errors: Sequence[Mapping[str, JSON]] = ()
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = errors


@dataclass(frozen=True)
class Call:
    """A request that was let in.

    `base` is the server's address; `lag` is how many seconds a list is behind; `fresh` makes
    an id.
    """

    account: Account
    found: Repository | None
    path: str
    places: Mapping[str, str]
    query: Mapping[str, str]
    body: JSON
    base: str
    lag: float
    fresh: Callable[[], int]

    @property
    def repository(self) -> Repository:
        assert self.found is not None
        return self.found

    @property
    def home(self) -> str:
        """The repository's address."""
        return f"{self.base}/repos/{self.repository.full_name}"

    @property
    def may_push(self) -> bool:
        """Whether labels and assignees are taken from this account."""
        permissions = self.account.permissions
        if permissions is not None:
            return permissions.get("issues") == "write"
        return self.repository.level(self.account.login) in {"write", "admin"}


@dataclass(frozen=True)
class Route:
    """What answers an operation, and the permission that it needs, such as `issues: write`."""

    answer: Callable[[Call], Answer]
    permission: str | None = None
    level: str = "read"


def page(call: Call, items: Sequence[JSON]) -> Answer:
    """The page of a list that was asked for, with the address of the next."""
    size = min(int(call.query.get("per_page", "30")), 100)
    number = int(call.query.get("page", "1"))
    headers = {}
    if len(items) > size * number:
        following = urlencode({**call.query, "page": str(number + 1)})
        headers["link"] = f'<{call.base}{call.path}?{following}>; rel="next"'
    return Answer(200, list(items[size * (number - 1) : size * number]), headers)


def written(moment: datetime) -> str:
    """A moment as GitHub writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(moment: str) -> datetime:
    """A moment as GitHub reads it."""
    return datetime.fromisoformat(moment)
