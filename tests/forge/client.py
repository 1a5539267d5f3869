"""The barest client: for what our own side of GitHub does not ask (yet)."""

import json
from dataclasses import dataclass
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.forge.description import API_VERSION, JSON
from tests.forge.github import FakeGitHub

_HEADERS = {
    "Accept": "application/vnd.github+json",
    "User-Agent": "telemaco/test",
    "X-GitHub-Api-Version": API_VERSION,
}


@dataclass(frozen=True)
class Client:
    """Asks with a token, about one repository."""

    github: FakeGitHub
    token: str
    home: str

    def ask(self, method: str, path: str, body: JSON = None, **headers: str) -> tuple[int, JSON]:
        """Status and body of an answer."""
        request = Request(  # noqa: S310 (it is here)
            f"{self.github.url}{self.home}{path}",
            None if body is None else json.dumps(body).encode(),
            {**_HEADERS, "Authorization": f"token {self.token}", **headers},
            method=method,
        )
        try:
            with urlopen(request) as answer:  # noqa: S310 (it is here)
                said = answer.read()
                return answer.status, json.loads(said) if said else None
        except HTTPError as error:
            with error:
                return error.code, json.loads(error.read() or "null")
