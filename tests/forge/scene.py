"""A small world for tests: our own GitHub with one repository, a clock, and our side of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.repository import GitHubRepository, github_repository
from telemaco.ports.forge import NewIssue
from tests.forge.github import BOT, FakeGitHub
from tests.forge.state import Issue, Repository

NAME = "atelier/workshop"
TOKEN = "token-of-the-workflow"  # noqa: S105 (it opens nothing)
LABEL = "telemaco: check-in"
START = datetime(2027, 3, 1, 6, 17, tzinfo=UTC)


@dataclass
class Hands:
    """A clock that moves only when somebody waits; `waits` are the seconds of each wait."""

    moment: datetime = START
    waits: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.moment += timedelta(seconds=seconds)


@dataclass
class Scene:
    """What a test works with; `run` makes our side of another run."""

    github: FakeGitHub
    hands: Hands
    home: Repository

    def run(
        self,
        *,
        token: str = TOKEN,
        name: str = NAME,
        with_ledger: bool = False,
        login: str = "",
        now: Callable[[], datetime] | None = None,
    ) -> GitHubRepository:
        environment = {
            "GITHUB_API_URL": self.github.url,
            "GITHUB_TOKEN": token,
            "TELEMACO_GITHUB_LOGIN": login,
        }
        clock = Clock(now or self.hands.now, self.hands.sleep)
        return github_repository(environment, name, with_ledger=with_ledger, clock=clock)

    def fill(self, count: int) -> None:
        """Let us have opened so many issues already."""
        for _ in range(count):
            self.home.last += 1
            number, now = self.home.last, self.hands.now()
            body = check_in(f"pair-{number}").body
            issue = Issue(number, 10_000 + number, BOT, "How did it go?", body, now, now)
            self.home.issues.put(number, now, issue)

    def issues(self, marker: str) -> list[int]:
        """The numbers of the issues with a marker, whoever wrote them."""
        return [one.number for one in self.home.issues.all() if marker in (one.body or "")]


def set_scene(github: FakeGitHub, hands: Hands) -> Scene:
    """One repository with two members, and a workflow's token for it."""
    github.now = hands.now
    github.hang = lambda: None
    home = github.repository(NAME, verrocchio="write", leonardo="read")
    github.token(TOKEN, issues="write", contents="write")
    return Scene(github, hands, home)


def check_in(marker: str = "leonardo", **changes: object) -> NewIssue:
    """An issue to be opened."""
    line = f"<!-- telemaco:v1 {marker} -->"
    facts = {"marker": line, "title": "How did it go?", "body": f"Tell us.\n\n{line}"}
    return NewIssue(**{**facts, "labels": (LABEL,), **changes})  # type: ignore[arg-type]
