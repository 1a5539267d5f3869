"""A small world for tests: our own GitHub with one repository, a clock, and our side of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.repository import GitHubRepository, github_repository
from telemaco.ports.forge import NewIssue
from tests.forge.github import BOT, FakeGitHub
from tests.forge.objects import Objects
from tests.forge.state import Issue, Proposal, Repository

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


@dataclass(frozen=True)
class Proposed:
    """A pull request to be there: who opens it, what it changes (None removes), and whence."""

    author: str = "leonardo"
    files: Mapping[str, str | None] = field(default_factory=dict)
    source: str | None = "leonardo/workshop"
    into: str = "main"


def propose(home: Repository, proposed: Proposed) -> tuple[int, str]:
    """Open a pull request; its number and its last commit."""
    home.last += 1
    number, now = home.last, home.now()
    issue = Issue(number, 20_000 + number, proposed.author, "My entry", None, now, now)
    proposal = Proposal(f"change-{number}", proposed.into, source=proposed.source)
    objects = home.objects
    base = objects.ref(f"refs/heads/{proposed.into}")
    assert base is not None
    commit = objects.commit("Change", _tree(objects, base, proposed.files), [base])
    objects.create_ref(proposal.ref(number), commit)
    home.issues.put(number, now, replace(issue, proposal=proposal))
    return number, commit


def put_files(home: Repository, files: Mapping[str, str | None]) -> None:
    """Let main have them."""
    objects = home.objects
    base = objects.ref("refs/heads/main") or ""
    commit = objects.commit("Files", _tree(objects, base, files), [base])
    objects.move_ref("refs/heads/main", base, commit)


def _tree(objects: Objects, base: str, files: Mapping[str, str | None]) -> str:
    laid = {
        path: ("100644", None if text is None else objects.blob(text.encode()))
        for path, text in files.items()
    }
    return objects.grown_tree(base, laid)
