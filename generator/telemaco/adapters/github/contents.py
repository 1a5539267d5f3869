"""Looks at the commits, branches and pull requests of a repository on GitHub, and adds to them."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from telemaco.adapters.github.account import Account
from telemaco.adapters.github.answers import Fields, UnreadableError, fields, state
from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.refusals import refusal
from telemaco.adapters.github.seeking import sought, written
from telemaco.adapters.github.transport import JSON, Answer
from telemaco.adapters.github.understanding import understood
from telemaco.ports.contents import Commit, NewCommit, NewPullRequest, PullRequest
from telemaco.ports.forge import ForgeUnclearError

_REFUSED = frozenset({409, 422})
_FILE = "100644"


class GitHubContentsReader:
    """Implements ContentsReader. Every method raises ForgeError."""

    def __init__(self, connection: Connection, account: Account) -> None:
        self._connection = connection
        self._account = account

    def default_branch(self) -> str:
        """The branch that everything is merged into."""
        raw = self._connection.get("")
        return understood("/", raw, lambda one: fields(one).word("default_branch"))

    def head(self, branch: str) -> Commit | None:
        """The last commit of a branch; None when there is no such branch."""
        path = f"/git/ref/heads/{quote(branch)}"
        raw = self._connection.find(path)
        if raw is None:
            return None
        name = understood(path, raw, lambda one: fields(one).inner("object").word("sha"))
        return self.commit(name)

    def commit(self, name: str) -> Commit | None:
        """A commit; None when GitHub does not know it."""
        path = f"/git/commits/{quote(name, safe='')}"
        raw = self._connection.find(path)
        return None if raw is None else understood(path, raw, lambda one: _commit(fields(one)))

    def file(self, commit: str, path: str) -> bytes | None:
        """A file as a commit has it; None when it is not in it."""
        address = f"/contents/{quote(path)}"
        raw = self._connection.find(f"{address}?ref={quote(commit, safe='')}")
        return None if raw is None else understood(address, raw, lambda one: _content(fields(one)))

    def pull_requests(self, branch: str) -> Sequence[PullRequest]:
        """Those from a branch, open and closed, in the order of numbers."""
        owner = self._connection.repository.partition("/")[0]
        query = {"head": f"{owner}:{branch}", "state": "all", "direction": "asc"}
        listed = self._connection.pages("/pulls", query)
        found = [understood("/pulls", raw, self.pull_request) for raw in listed]
        return sorted(found, key=lambda one: one.number)

    def pull_request(self, raw: JSON) -> PullRequest:
        """What an answer of GitHub's says of a pull request. Raises UnreadableError."""
        known = fields(raw)
        return PullRequest(
            number=known.number("number"),
            title=known.text("title"),
            body=known.text("body"),
            state=state(known.word("state")),
            is_merged=bool(known.text("merged_at")),
            is_ours=self._account.is_ours(known.login()),
        )


class GitHubContentsWriter:
    """Implements ContentsWriter. Every method raises ForgeError."""

    def __init__(self, connection: Connection, reader: GitHubContentsReader, clock: Clock) -> None:
        self._connection = connection
        self._reader = reader
        self._clock = clock

    def tree(self, base: str, files: Mapping[str, bytes | None]) -> str:
        """The tree `base` with files by path laid over it, without those that are None."""
        entries: list[JSON] = [_entry(path, content) for path, content in sorted(files.items())]
        return self._made("/git/trees", {"base_tree": base, "tree": entries})

    def commit(self, new: NewCommit) -> str:
        """Make a commit that no branch leads to yet; the answer is its name."""
        parents: list[JSON] = list(new.parents)
        body: JSON = {"message": new.message, "tree": new.tree, "parents": parents}
        return self._made("/git/commits", body)

    def make_branch(self, branch: str, commit: str) -> bool:
        """Make it; False when somebody else made it first."""
        body: JSON = {"ref": f"refs/heads/{branch}", "sha": commit}
        answer = self._connection.write("POST", "/git/refs", body, repeatable=True, accept=_REFUSED)
        return self._is_there(answer, branch, commit)

    def advance_branch(self, branch: str, commit: str) -> bool:
        """Move it forwards; False when the commit does not come after what is there now."""
        path = f"/git/refs/heads/{quote(branch)}"
        body: JSON = {"sha": commit, "force": False}
        answer = self._connection.write("PATCH", path, body, repeatable=True, accept=_REFUSED)
        return self._is_there(answer, branch, commit)

    def open_pull_request(self, new: NewPullRequest) -> PullRequest:
        """Open it, unless there is an open one from that branch: then this one.

        GitHub itself lets no branch have two that are open.
        """
        body: JSON = {"title": new.title, "body": new.body, "head": new.branch, "base": new.into}
        request = "POST /pulls"
        try:
            answer = self._connection.write(
                "POST", "/pulls", body, repeatable=False, accept=_REFUSED
            )
        except ForgeUnclearError:
            return sought(self._clock, lambda: self._open_one(new.branch), request)
        if answer.status not in _REFUSED:
            return written("/pulls", answer, self._reader.pull_request)
        if "already exists" not in answer.said:
            raise refusal(answer, request, self._connection.repository)
        return sought(self._clock, lambda: self._open_one(new.branch), request)

    def edit_pull_request(self, number: int, title: str, body: str) -> None:
        """Change what it says."""
        changes: JSON = {"title": title, "body": body}
        self._connection.write("PATCH", f"/pulls/{number}", changes, repeatable=True)

    def _is_there(self, answer: Answer, branch: str, commit: str) -> bool:
        """Whether the branch is where it was to be; a refusal may be of a second try of ours.

        Raises ForgeError for a refusal that is about something else.
        """
        if answer.status not in _REFUSED:
            return True
        head = self._reader.head(branch)
        if head is None:
            raise refusal(answer, f"refs/heads/{branch}", self._connection.repository)
        return head.name == commit

    def _open_one(self, branch: str) -> PullRequest | None:
        found = self._reader.pull_requests(branch)
        return next((one for one in found if one.state == "open"), None)

    def _made(self, path: str, body: JSON) -> str:
        """The name of a new object; to make it twice does no harm, nothing points to it."""
        answer = self._connection.write("POST", path, body, repeatable=True)
        return understood(path, answer.body, lambda raw: fields(raw).word("sha"))


def _commit(known: Fields) -> Commit:
    return Commit(
        name=known.word("sha"),
        tree=known.inner("tree").word("sha"),
        parents=tuple(parent.word("sha") for parent in known.items("parents")),
        message=known.text("message"),
    )


def _content(known: Fields) -> bytes:
    """A file's bytes. Raises UnreadableError."""
    if known.word("encoding") != "base64":
        raise UnreadableError("encoding")
    try:
        return base64.b64decode(known.text("content"))
    except binascii.Error as error:
        raise UnreadableError("content") from error


def _entry(path: str, content: bytes | None) -> JSON:
    entry: dict[str, JSON] = {"path": path, "mode": _FILE, "type": "blob"}
    return {**entry, **({"sha": None} if content is None else {"content": content.decode()})}
