"""A ledger of claims in the repository itself: one Git reference a check-in or answer.

GitHub makes a reference only if there is none yet, and moves it only forwards; so of several
runs one is the first, and of several that start from the same entry one replaces it. An entry
is a commit: who claims, since when, which issue. The references are outside of branches and
tags: nobody fetches or sees them by chance. Their names are digests and the commits hold
neither names nor files of the community, so that the ledger does not keep what is to be
forgotten.
"""

import json
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256

from telemaco.adapters.github.answers import Fields, UnreadableError, fields
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.refusals import refusal, unreadable
from telemaco.adapters.github.transport import JSON, Answer
from telemaco.adapters.github.understanding import understood
from telemaco.ports.forge import LedgerEntry

CHECK_INS, ANSWERS = "check-ins", "answers"
"""What claims are about: issues that we open, and comments in which we answer others."""

_TITLES = {CHECK_INS: "Claim a check-in", ANSWERS: "Claim an answer"}
_EXPLANATION = "Telemaco keeps here which of its runs opens which issue, so that none is doubled.\n"
_LOST = frozenset({409, 422})
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class GitLedger:
    """Implements Ledger. Every method raises ForgeError."""

    def __init__(self, connection: Connection, about: str = CHECK_INS) -> None:
        """`about` is one of those above."""
        self._connection = connection
        self._about = about

    def read(self, marker: str) -> LedgerEntry | None:
        """What stands there; None when nobody ever claimed it."""
        revision = self._revision(marker)
        if revision is None:
            return None
        path = f"/git/commits/{revision}"
        commit = self._connection.find(path)
        message = understood(path, commit, lambda raw: fields(raw).text("message"))
        return _entry(marker, revision, message)

    def claim(self, marker: str, run: str, at: datetime) -> LedgerEntry | None:
        """Be the first; None when somebody else was."""
        entry = self._committed(marker, None, run, at, None)
        body: JSON = {"ref": f"refs/{self._ref(marker)}", "sha": entry.revision}
        answer = self._connection.write("POST", "/git/refs", body, repeatable=True, accept=_LOST)
        return self._settled(answer, entry, before=None)

    def advance(
        self, entry: LedgerEntry, run: str, at: datetime, issue: int | None = None
    ) -> LedgerEntry | None:
        """Replace the entry; None when it is no longer what was read."""
        new = self._committed(entry.marker, entry.revision, run, at, issue)
        body: JSON = {"sha": new.revision, "force": False}
        path = f"/git/refs/{self._ref(entry.marker)}"
        answer = self._connection.write("PATCH", path, body, repeatable=True, accept=_LOST)
        return self._settled(answer, new, before=entry.revision)

    def _settled(
        self, answer: Answer, entry: LedgerEntry, before: str | None
    ) -> LedgerEntry | None:
        """The entry if it stands; None when another does. Raises ForgeError.

        A refusal does not tell whether somebody else was faster or an earlier try of ours, whose
        answer never came. If nothing has changed, it means something else.
        """
        if answer.status not in _LOST:
            return entry
        now = self._revision(entry.marker)
        if now == before:
            raise refusal(answer, f"refs/{self._ref(entry.marker)}", self._connection.repository)
        return entry if now == entry.revision else None

    def _revision(self, marker: str) -> str | None:
        """The commit that the reference points to."""
        path = f"/git/ref/{self._ref(marker)}"
        raw = self._connection.find(path)
        return None if raw is None else _sha(path, fields(raw).known.get("object"))

    def _committed(
        self, marker: str, parent: str | None, run: str, at: datetime, issue: int | None
    ) -> LedgerEntry:
        """A new entry, to which no reference points yet."""
        facts = {"run": run, "at": at.astimezone(UTC).isoformat(), "issue": issue}
        body: JSON = {
            "message": f"{_TITLES[self._about]}\n\n{json.dumps(facts)}",
            "tree": self._tree,
            "parents": [] if parent is None else [parent],
        }
        revision = self._made("/git/commits", body)
        return LedgerEntry(marker, run, at, issue, revision)

    @cached_property
    def _tree(self) -> str:
        """A tree that has nothing to do with the community's files."""
        file: JSON = {"path": "README", "mode": "100644", "type": "blob", "content": _EXPLANATION}
        return self._made("/git/trees", {"tree": [file]})

    def _ref(self, marker: str) -> str:
        """The reference of a check-in or answer, without `refs/`."""
        return f"telemaco/{self._about}/{sha256(marker.encode()).hexdigest()[:40]}"

    def _made(self, path: str, body: JSON) -> str:
        """The name of a new object; to make it twice does no harm, nothing points to it."""
        return _sha(path, self._connection.write("POST", path, body, repeatable=True).body)


def _sha(path: str, raw: JSON) -> str:
    try:
        return fields(raw).word("sha")
    except UnreadableError as error:
        raise unreadable(path, str(error)) from error


def _entry(marker: str, revision: str, message: str) -> LedgerEntry:
    """An entry as it was written; one that cannot be read counts as a claim of long ago."""
    try:
        known = fields(json.loads(message.partition("\n\n")[2]))
        return LedgerEntry(marker, known.text("run"), known.moment("at"), _issue(known), revision)
    except (ValueError, UnreadableError):
        return LedgerEntry(marker, "", _LONG_AGO, None, revision)


def _issue(known: Fields) -> int | None:
    return None if known.known.get("issue") is None else known.number("issue")
