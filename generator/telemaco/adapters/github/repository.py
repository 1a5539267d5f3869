"""A repository on GitHub, ready to be read and written."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from telemaco.adapters.github.account import ACTIONS_BOT, LOGIN_VARIABLE, Account
from telemaco.adapters.github.answering import GitHubAnswerReader, GitHubAnswerWriter
from telemaco.adapters.github.changes import GitHubChanges
from telemaco.adapters.github.clock import SYSTEM_CLOCK, Clock
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.contents import GitHubContentsReader, GitHubContentsWriter
from telemaco.adapters.github.inspector import GitHubInspector
from telemaco.adapters.github.ledger import ANSWERS, GitLedger
from telemaco.adapters.github.opening import Turn
from telemaco.adapters.github.reader import GitHubReader
from telemaco.adapters.github.transport import TIME_OUTS, GitHubTransport
from telemaco.adapters.github.writer import GitHubWriter
from telemaco.messages import msg
from telemaco.ports.forge import ForgeRefusedError

_OF_AN_APP = "ghs_"
"""How the tokens of apps begin, a workflow's own among them; GitHub does not name their owner."""

_GITHUB = "https://api.github.com"
_NAME = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class GitHubRepository:
    """All sides of a repository; they share what has been read."""

    reader: GitHubReader
    writer: GitHubWriter
    inspector: GitHubInspector
    contents_reader: GitHubContentsReader
    contents_writer: GitHubContentsWriter
    answer_reader: GitHubAnswerReader
    answer_writer: GitHubAnswerWriter
    changes: GitHubChanges


def github_repository(
    environment: Mapping[str, str],
    name: str | None = None,
    *,
    with_ledger: bool = False,
    clock: Clock = SYSTEM_CLOCK,
    time_outs: tuple[float, float] = TIME_OUTS,
) -> GitHubRepository:
    """A repository by its name, or the one whose workflow is running. Raises ForgeRefusedError.

    Read from the environment: GITHUB_TOKEN; GITHUB_API_URL, on a GitHub of one's own;
    GITHUB_REPOSITORY, without a name; TELEMACO_GITHUB_LOGIN, the account or accounts that the
    token writes and wrote as, where GitHub does not tell it. The ledger needs the permission
    `contents: write`, and so does everything that changes contents or answers issues.
    """
    url = _checked_address(environment.get("GITHUB_API_URL") or _GITHUB)
    token = _checked_token(environment.get("GITHUB_TOKEN", ""))
    wanted = _checked_name(name or environment.get("GITHUB_REPOSITORY", ""))
    connection = Connection(GitHubTransport(token, time_outs), url, wanted, clock)
    account = Account(connection, _logins(environment, token))
    reader = GitHubReader(connection, account)
    ledger = GitLedger(connection) if with_ledger else None
    run = _run_name(environment)
    writer = GitHubWriter(connection, account, reader, Turn(run, clock, ledger))
    answering = Turn(run, clock, GitLedger(connection, ANSWERS))
    contents = GitHubContentsReader(connection, account)
    answers = GitHubAnswerReader(connection, account, reader, answering)
    return GitHubRepository(
        reader,
        writer,
        GitHubInspector(connection),
        contents,
        GitHubContentsWriter(connection, contents, clock),
        answers,
        GitHubAnswerWriter(answers, writer, answering),
        GitHubChanges(connection, account),
    )


def _logins(environment: Mapping[str, str], token: str) -> Sequence[str]:
    """Who the token writes as, as far as it can be told without asking."""
    given = environment.get(LOGIN_VARIABLE, "").split()
    if not given and token.startswith(_OF_AN_APP):
        return (ACTIONS_BOT,)
    return given


def _run_name(environment: Mapping[str, str]) -> str:
    """A name that no other run has."""
    known = [environment.get(f"GITHUB_RUN_{word}", "") for word in ("ID", "ATTEMPT")]
    return "-".join([*filter(None, known), secrets.token_hex(4)])


def _checked_address(url: str) -> str:
    """The token goes nowhere unencrypted, except to this very machine."""
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or "")):
        return url
    raise ForgeRefusedError(
        msg('GITHUB_API_URL: "{url}" does not begin with https://', url=url),
        msg("Leave GITHUB_API_URL out for github.com; a GitHub of your own has its address there."),
    )


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _checked_token(token: str) -> str:
    if token.isascii() and token.isprintable() and token.strip() == token and token:
        return token
    raise ForgeRefusedError(
        msg("GITHUB_TOKEN holds no token") if token else msg("GITHUB_TOKEN is not set"),
        msg("Put a token that may write issues into the environment variable GITHUB_TOKEN."),
    )


def _checked_name(name: str) -> str:
    if _NAME.fullmatch(name):
        return name
    raise ForgeRefusedError(
        msg('"{name}" names no repository', name=name)
        if name
        else msg("it is not said which repository the reminders go to"),
        msg("Write owner/name as forge.repository in program/community.yaml."),
    )
