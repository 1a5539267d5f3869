"""A GitHub of our own: a server on loopback over real bare repositories.

It keeps state, knows what each token may do, fails when asked to, and judges every request and
every answer by GitHub's official description: `complaints` must be empty at the end of a test.
"""

import json
import re
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.forge.call import Answer, Call, RefusedError, Route
from tests.forge.description import JSON, Operation, header_complaints, operation
from tests.forge.faults import Fault, Faults, no_faults
from tests.forge.objects import Objects
from tests.forge.routes import ROUTES
from tests.forge.server import Server
from tests.forge.state import Account, Level, Repository

BOT = "github-actions[bot]"


@dataclass(frozen=True)
class Seen:
    """A request that came, its status (0 for none) and the fault that met it."""

    method: str
    path: str
    query: Mapping[str, str]
    status: int
    fault: Fault | None = None

    @property
    def is_write(self) -> bool:
        return self.method != "GET"


def _now() -> datetime:
    return datetime.now(UTC)


class FakeGitHub:
    """Serves while it is entered; set its public fields at any time."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = _now) -> None:
        self._folder = folder
        self.now = now
        self.accounts: dict[str, Account] = {}
        self.repositories: dict[str, Repository] = {}
        self.renamed: dict[str, str] = {}
        self.faults: Faults = no_faults
        self.lag: Callable[[], float] = float
        self.moved_issues: dict[str, str] = {}
        self.spoil: Callable[[JSON], JSON] = lambda body: body
        self.hang: Callable[[], None] = lambda: time.sleep(0.3)
        self.seen: list[Seen] = []
        self.complaints: list[str] = []
        self._ids = count(1001)
        self._lock = RLock()
        self._server = Server(self._respond)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return self._server.url

    @property
    def writes(self) -> list[Seen]:
        """The requests that were to change something."""
        return [seen for seen in self.seen if seen.is_write]

    def repository(self, name: str, **collaborators: Level) -> Repository:
        """Make a repository; its collaborators by login."""
        folder = self._folder / f"{name}.git"
        made = Repository(next(self._ids), name, Objects(folder), self.now, collaborators)
        self.repositories[name] = made
        return made

    def token(self, token: str, login: str = BOT, **permissions: str) -> Account:
        """Make a token of Actions with these permissions, or of a person without any."""
        made = Account(login, permissions if login.endswith("[bot]") else None)
        self.accounts[token] = made
        return made

    def quiet(self) -> AbstractContextManager[object]:
        """While it is entered, no request is carried out."""
        return self._lock

    def rename(self, old: str, new: str) -> None:
        """Give a repository another name; the old one leads there."""
        self.repositories[new] = self.repositories.pop(old)
        self.repositories[new].full_name = new
        self.renamed[old] = new
        self.renamed.pop(new, None)

    def _respond(
        self, method: str, target: str, headers: Mapping[str, str], raw: bytes
    ) -> Answer | None:
        """What is answered; None when the connection is to be dropped."""
        parts = urlsplit(target)
        request = _Request(method, parts.path, dict(parse_qsl(parts.query)), headers, raw)
        fault = self.faults(f"{method} {unquote(request.path)}")
        if fault is None:
            return self._carried_out(request, None)
        if fault in {Fault.TIMED_OUT_BEFORE, Fault.LATE}:
            self.hang()
        self._carried_out(request, fault)
        if fault is Fault.TIMED_OUT_AFTER:
            self.hang()
        return fault.answer

    def _carried_out(self, request: "_Request", fault: Fault | None) -> Answer:
        with self._lock:
            answer = self._judged(request) if fault is None or fault.is_carried_out else Answer(0)
            status = 0 if fault else answer.status
            self.seen.append(
                Seen(request.method, unquote(request.path), request.query, status, fault)
            )
            return answer

    def _judged(self, request: "_Request") -> Answer:
        asked = operation(request.method, self._described(request.path))
        if asked is None:
            self.complaints.append(f"{request.method} {request.path}: there is no such operation")
            return _refusal(404, "Not Found")
        self._complain(request, header_complaints(request.headers))
        self._complain(request, asked.check_request(request.query, request.body))
        try:
            answer = self._answered(request, asked)
        except Exception:  # noqa: BLE001 (whatever it is, it is ours, and shall be seen)
            self.complaints.append(traceback.format_exc())
            answer = _refusal(500, "This is not GitHub's fault")
        self._complain(request, asked.check_answer(answer.status, answer.body))
        headers = {**answer.headers, "date": _http_date(self.now())}
        return Answer(answer.status, self.spoil(answer.body), headers)

    def _complain(self, request: "_Request", complaints: Iterable[str]) -> None:
        self.complaints += [f"{request.method} {request.path}: {one}" for one in complaints]

    def _new_place(self, name: str, path: str) -> str | None:
        """Where a renamed repository or a moved issue is now."""
        if name in self.renamed:
            number = self.repositories[self.renamed[name]].id
            return f"/repositories/{number}{path.removeprefix(f'/repos/{name}')}"
        moved = self.moved_issues.get(path.removeprefix("/repos/"))
        return f"/repos/{moved}" if moved else None

    def _described(self, path: str) -> str:
        """The path by name where it is by the number of a repository."""
        found = re.match(r"/repositories/(\d+)", path)
        names = {str(one.id): name for name, one in self.repositories.items()}
        if not found or found[1] not in names:
            return path
        return f"/repos/{names[found[1]]}{path[found.end() :]}"

    def _answered(self, request: "_Request", asked: Operation) -> Answer:
        path = self._described(request.path)
        places = asked.pattern.fullmatch(path)
        assert places is not None
        account = self.accounts.get(request.headers.get("authorization", "").partition(" ")[2])
        if account is None:
            return _refusal(401, "Bad credentials")
        name = "/".join(path.split("/")[2:4])
        place = self._new_place(name, path)
        if place:
            address = f"{self.url}{place}"
            body = {"message": "Moved Permanently", "url": address, "documentation_url": ""}
            return Answer(301, body, {"location": address})
        call = Call(
            account=account,
            found=self.repositories.get(name),
            path=request.path,
            places={place: unquote(value) for place, value in places.groupdict().items()},
            query=request.query,
            body=request.body,
            base=self.url,
            lag=self.lag() if request.method == "GET" else 0.0,
            fresh=lambda: next(self._ids),
        )
        route = ROUTES[f"{asked.method} {asked.path}"]
        limits = _limits(account, self.now())
        try:
            _let_in(call, route)
            answer = route.answer(call)
        except RefusedError as error:
            needed = {"x-accepted-github-permissions": f"{route.permission}={route.level}"}
            refusal = _refusal(error.status, error.message, *error.errors)
            return replace(refusal, headers={**limits, **needed})
        return replace(answer, headers={**limits, **answer.headers})


@dataclass(frozen=True)
class _Request:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> JSON:
        return json.loads(self.raw) if self.raw else None


def _let_in(call: Call, route: Route) -> None:
    """Raises RefusedError where GitHub would not even look at what is asked."""
    account = call.account
    if account.remaining == 0 and not call.path.startswith("/rate_limit"):
        raise RefusedError(403, f"API rate limit exceeded for {account.login}.")
    account.remaining -= 1
    if not call.path.startswith(("/repos/", "/repositories/")):
        return
    if call.found is None:
        raise RefusedError(404, "Not Found")
    if not _is_allowed(call, route):
        raise RefusedError(403, "Resource not accessible by integration")
    if call.found.is_archived and route.level == "write":
        raise RefusedError(403, "Repository was archived so is read-only.")
    if route.permission == "issues" and not call.found.has_issues:
        raise RefusedError(410, "Issues has been disabled in this repository.")


def _is_allowed(call: Call, route: Route) -> bool:
    permissions = call.account.permissions
    if route.permission in {None, "metadata"} or permissions is None:
        return True
    has = permissions.get(str(route.permission), "none")
    if route.permission == "issues" and _is_about_pull_request(call):
        # https://docs.github.com/rest/authentication/permissions-required-for-github-apps
        has = max(has, permissions.get("pull_requests", "none"), key=_LEVELS.index)
    is_open = not call.repository.is_private and route.permission != "administration"
    return has == "write" or (route.level == "read" and (has == "read" or is_open))


_LEVELS = ("none", "read", "write")


def _is_about_pull_request(call: Call) -> bool:
    """Whether either permission will do: for labels as such, and what belongs to such an issue."""
    places, repository = call.places, call.repository
    number = places.get("issue_number")
    if "comment_id" in places:
        comment = repository.comments.now(int(places["comment_id"]))
        number = str(comment.issue) if comment else "0"
    if number is None:
        return call.path.endswith("/labels")
    issue = repository.issues.now(int(number))
    return issue is not None and issue.proposal is not None


def _limits(account: Account, now: datetime) -> dict[str, str]:
    reset = account.reset or now
    return {
        "x-ratelimit-limit": "5000",
        "x-ratelimit-remaining": str(account.remaining),
        "x-ratelimit-reset": str(int(reset.timestamp())),
    }


def _refusal(status: int, message: str, *errors: Mapping[str, JSON]) -> Answer:
    body = {"message": message, "documentation_url": "https://docs.github.com/rest"}
    return Answer(status, {**body, **({"errors": list(errors)} if errors else {})})


def _http_date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
