"""Requests about one repository: slowly enough, again where that is safe, errors in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from types import MappingProxyType

from telemaco.adapters.github.clock import Clock, Pace, written
from telemaco.adapters.github.limits import PATIENCE, wanted_wait
from telemaco.adapters.github.refusals import (
    is_about_repository,
    moved,
    refusal,
    unavailable,
    unclear,
    unreadable,
)
from telemaco.adapters.github.transport import (
    JSON,
    Answer,
    NoAnswerError,
    NotSentError,
    Transport,
)
from telemaco.messages import msg
from telemaco.ports.forge import ForgeError, ForgeRefusedError

SKEW = timedelta(minutes=5)
"""How far this machine's clock may be from GitHub's."""

_BACKOFFS = (timedelta(seconds=1), timedelta(seconds=2), timedelta(seconds=4), None)
"""The waits between tries; after the last there is none."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_STATUS: frozenset[int] = frozenset()
_UNSAID = frozenset({403})
_ABSENT = frozenset({404, 410})
_MOVED = frozenset({301, 302, 307, 308})
_GOOD = range(200, 300)
_SERVER = 500


class Connection:
    """One repository on GitHub; `url` is the address of the interface."""

    def __init__(self, transport: Transport, url: str, repository: str, clock: Clock) -> None:
        self.repository = repository
        self._transport = transport
        self._url = url.rstrip("/")
        self._clock = clock
        self._pace = Pace(clock)
        self._is_clock_checked = False

    def find(self, path: str) -> JSON:
        """One thing; None when there is no such thing (any more). Raises ForgeError."""
        answer = self._asked(_Request("GET", self._address(path), accept=_ABSENT | _MOVED))
        if answer.status in _GOOD:
            return answer.body
        if answer.status in _MOVED:
            self._check_name()
        return None

    def get(self, path: str) -> JSON:
        """One thing that has to be there. Raises ForgeError."""
        answer = self._asked(_Request("GET", self._address(path)))
        return answer.body

    def pages(
        self, path: str, query: Mapping[str, str] = _NOTHING, *, may_be_absent: bool = False
    ) -> Iterator[JSON]:
        """The items of a list, page after page as they are needed. Raises ForgeError.

        `may_be_absent`: what it belongs to may be gone, and then there are none.
        """
        url: str | None = self._address(path)
        asked: Mapping[str, str] = {"per_page": "100", **query}
        while url is not None:
            answer = self._asked(
                _Request("GET", url, asked, accept=_ABSENT if may_be_absent else _NO_STATUS)
            )
            if answer.status in _ABSENT:
                return
            if not isinstance(answer.body, list):
                raise unreadable(f"GET {path}", "list")
            yield from answer.body
            url, asked = self._following(answer), _NOTHING

    def ask_user(self) -> JSON:
        """Whose token it is; None when GitHub does not say. Raises ForgeError."""
        answer = self._asked(_Request("GET", f"{self._url}/user", accept=_UNSAID))
        return answer.body if answer.status in _GOOD else None

    def write(
        self,
        method: str,
        path: str,
        body: JSON = None,
        *,
        repeatable: bool,
        accept: frozenset[int] = _NO_STATUS,
    ) -> Answer:
        """Carry out a change.

        `repeatable`: doing it twice is the same as doing it once. What is not is never sent
        again unless it was certainly not carried out. The statuses in `accept` are answers
        rather than errors. Raises ForgeError.
        """
        address = self._address(path)
        return self._asked(_Request(method, address, _NOTHING, body, repeatable, accept))

    def _address(self, path: str) -> str:
        return f"{self._url}/repos/{self.repository}{path}"

    def _following(self, answer: Answer) -> str | None:
        """The next page, if it is where the token may be shown."""
        if answer.following and not answer.following.startswith(f"{self._url}/"):
            raise unreadable("GET", f"link {answer.following}")
        return answer.following

    def _asked(self, request: "_Request") -> Answer:
        """The answer, after as many tries as are safe. Raises ForgeError."""
        troubles: list[_Trouble] = []
        for backoff in _BACKOFFS:
            result = self._tried(request)
            if isinstance(result, Answer):
                return result
            troubles.append(result)
            is_unsafe = result.is_unclear and not request.repeatable
            if backoff is None or is_unsafe or result.wait > PATIENCE:
                break
            self._clock.sleep(max(result.wait, backoff).total_seconds())
        if any(trouble.is_unclear for trouble in troubles) and request.method != "GET":
            raise unclear(self._name(request))
        raise troubles[-1].error

    def _tried(self, request: "_Request") -> "Answer | _Trouble":
        """One try: the answer, or what to think of it. Raises ForgeError."""
        try:
            answer = self._sent(request)
        except NotSentError as failure:
            reason = msg("GitHub cannot be reached: {reason}", reason=str(failure))
            return _Trouble(unavailable(reason))
        except NoAnswerError as failure:
            reason = msg("GitHub does not answer: {reason}", reason=str(failure))
            return _Trouble(unavailable(reason), is_unclear=True)
        return self._judged(request, answer)

    def _judged(self, request: "_Request", answer: Answer) -> "Answer | _Trouble":
        """What to think of an answer. Raises ForgeError for one that will not change."""
        if answer.status in _GOOD:
            self._check_clock(answer)
            if answer.body is None and request.method == "GET":
                # A page of something in between; it does not say that there is nothing.
                return _Trouble(unreadable(self._name(request), "JSON"), is_unclear=True)
            return answer
        wait = wanted_wait(answer, self._clock.now())
        if wait is not None:
            until = written(self._clock.now() + wait)
            reason = msg("GitHub takes no more requests until {moment}", moment=until)
            return _Trouble(unavailable(reason), wait)
        error = refusal(answer, self._name(request), self.repository)
        if answer.status >= _SERVER:
            return _Trouble(error, is_unclear=True)
        if answer.status in request.accept and _is_by_github(answer):
            return answer
        if answer.status in _MOVED:
            self._check_name()
        raise error

    def _sent(self, request: "_Request") -> Answer:
        """Not too soon after the last write. Raises NotSentError and NoAnswerError."""
        asked = (request.method, request.url, request.query, request.body)
        if request.method == "GET":
            return self._transport.send(*asked)
        self._pace.wait()
        try:
            return self._transport.send(*asked)
        finally:
            self._pace.mark()

    def _name(self, request: "_Request") -> str:
        return f"{request.method} {request.url.removeprefix(self._url)}"

    def _check_name(self) -> None:
        """Raises ForgeRefusedError when the repository has moved, with its new name."""
        home = self._asked(_Request("GET", self._address(""), accept=_MOVED))
        place = home.headers.get("location", "")
        if home.status not in _MOVED:
            return
        if not place.startswith(f"{self._url}/"):
            raise moved(self.repository, None)
        found = self._asked(_Request("GET", place)).body
        name = found.get("full_name") if isinstance(found, dict) else None
        raise moved(self.repository, name if isinstance(name, str) else None)

    def _check_clock(self, answer: Answer) -> None:
        """Raises ForgeRefusedError when ours is wrong: deadlines and claims depend on it."""
        if self._is_clock_checked or "date" not in answer.headers:
            return
        try:
            theirs = parsedate_to_datetime(answer.headers["date"])
        except ValueError:
            return
        if theirs.tzinfo is None:
            return
        ours = self._clock.now()
        if abs(ours - theirs) > SKEW:
            raise ForgeRefusedError(
                msg(
                    "the clock of this machine says {ours}, GitHub's says {theirs}",
                    ours=written(ours),
                    theirs=written(theirs),
                ),
                msg("Set the clock: what is due, and when, is reckoned from it."),
            )
        self._is_clock_checked = True


def _is_by_github(answer: Answer) -> bool:
    """Whether it is about what was asked, and not of something in between or about everything."""
    return answer.status in _MOVED or (bool(answer.said) and not is_about_repository(answer))


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked; `accept` are the statuses that are no errors beside the good ones."""

    method: str
    url: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: JSON = None
    repeatable: bool = True
    accept: frozenset[int] = _NO_STATUS


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A try that failed: what to say, how long to wait, whether it may have had its effect."""

    error: ForgeError
    wait: timedelta = timedelta(0)
    is_unclear: bool = False
