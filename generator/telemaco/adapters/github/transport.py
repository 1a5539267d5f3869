"""Sends one request to GitHub through github3.py, and brings back one answer.

github3.py gives the session, the authentication and the reading of errors. Its models are
left alone: they demand fields that GitHub does not promise, and `Issue.close()` writes back
a stale title, stale labels and one assignee of several.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import requests
from github3.exceptions import error_for  # type: ignore[import-untyped]  # (it has no types)
from github3.session import GitHubSession  # type: ignore[import-untyped]  # (it has no types)
from urllib3.exceptions import NewConnectionError

from telemaco import __version__

API_VERSION = "2022-11-28"
"""The newest leaves fields out that people's tools rely on; this one is promised until 2028."""

_BAD = 400
TIME_OUTS = (5.0, 20.0)
"""Seconds to connect, and to wait for an answer; GitHub itself gives up after 10."""

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"


class NotSentError(Exception):
    """The request did not reach GitHub."""


class NoAnswerError(Exception):
    """The request was sent, and may have been carried out; no answer came."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What GitHub answered.

    `body` is None when there is none, or none that is JSON. The names of headers are in small
    letters. `said` is GitHub's own explanation of an error; `following` the address of the next
    page of a list.
    """

    status: int
    body: JSON = None
    headers: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    following: str | None = None


class Transport(Protocol):
    """Sends requests one at a time."""

    def send(self, method: str, url: str, query: Mapping[str, str], body: JSON) -> Answer:
        """One request and its answer. Raises NotSentError and NoAnswerError."""
        ...


class GitHubTransport:
    """Requests with a token, over connections that are kept."""

    def __init__(self, token: str, time_outs: tuple[float, float] = TIME_OUTS) -> None:
        self._time_outs = time_outs
        self._session = GitHubSession()
        self._session.token_auth(token)
        self._session.headers.update(
            {
                "Accept": "application/vnd.github+json",
                "User-Agent": f"telemaco/{__version__}",
                "X-GitHub-Api-Version": API_VERSION,
            }
        )

    def send(self, method: str, url: str, query: Mapping[str, str], body: JSON) -> Answer:
        """One request and its answer. Raises NotSentError and NoAnswerError.

        A redirection is an answer like any other: followed blindly, it would turn a POST into
        a GET, and take the token elsewhere.
        """
        try:
            response = self._session.request(
                method,
                url,
                params=query,
                json=body,
                allow_redirects=False,
                timeout=self._time_outs,
            )
        except requests.RequestException as error:
            if _is_before_sending(error):
                raise NotSentError(_reason(error)) from error
            raise NoAnswerError(_reason(error)) from error
        return _answer(response)


def _is_before_sending(error: requests.RequestException) -> bool:
    """Whether the connection failed before anything of the request was on its way."""
    before = (requests.exceptions.ConnectTimeout, requests.exceptions.SSLError)
    if isinstance(error, (*before, requests.exceptions.ProxyError)):
        return True
    if isinstance(error, requests.ConnectionError):
        cause = error.args[0] if error.args else None
        return isinstance(getattr(cause, "reason", None), NewConnectionError)
    return isinstance(error, ValueError)  # an address or a header that cannot be sent


def _reason(error: BaseException) -> str:
    """What is at the bottom of it, in the words of the operating system or the library."""
    inner = getattr(error, "reason", error.args[-1] if error.args else None)
    return _reason(inner) if isinstance(inner, BaseException) else str(error)


def _answer(response: requests.Response) -> Answer:
    return Answer(
        status=response.status_code,
        body=_json(response),
        headers={name.lower(): value for name, value in response.headers.items()},
        said=_explanation(response),
        following=response.links.get("next", {}).get("url"),
    )


def _json(response: requests.Response) -> JSON:
    if not response.content:
        return None
    try:
        body: JSON = response.json()
    except requests.JSONDecodeError:
        return None
    return body


def _explanation(response: requests.Response) -> str:
    """What GitHub says of an error: its message, and which fields are meant."""
    if response.status_code < _BAD or not isinstance(_json(response), dict):
        return ""
    error = error_for(response)
    details = [_detail(entry) for entry in error.errors or () if isinstance(entry, dict)]
    return ": ".join([str(error.msg), *filter(None, [", ".join(details)])])


def _detail(entry: Mapping[str, object]) -> str:
    if "message" in entry:
        return str(entry["message"])
    return " ".join(str(entry[word]) for word in ("field", "code", "value") if word in entry)
