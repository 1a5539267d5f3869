"""Under whose name we write, so that nobody else's issue is taken for ours."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from telemaco.adapters.github.answers import fields
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.understanding import understood
from telemaco.messages import msg
from telemaco.ports.forge import ForgeIssue, ForgeRefusedError

LOGIN_VARIABLE = "TELEMACO_GITHUB_LOGIN"

ACTIONS_BOT = "github-actions[bot]"
"""Who a workflow's own token writes as."""


class Account:
    """The account that a token belongs to.

    GitHub tells a person's token whose it is, but not the token of a workflow or an app. So
    the logins can be given, the one that we write as first; ones that we wrote as before may
    follow. Without any, a token that GitHub does not name is taken for a workflow's own.
    """

    def __init__(self, connection: Connection, logins: Sequence[str] = ()) -> None:
        self._connection = connection
        self._given = tuple(logins)

    @cached_property
    def logins(self) -> tuple[str, ...]:
        """Whose issues are ours. Raises ForgeError."""
        if self._given:
            return self._given
        user = self._connection.ask_user()
        if user is None:
            return (ACTIONS_BOT,)
        return (understood("/user", user, lambda raw: fields(raw).word("login")),)

    def is_ours(self, author: str) -> bool:
        """Whether an author is us. Raises ForgeError."""
        return author.casefold() in {login.casefold() for login in self.logins}

    def check_author(self, opened: ForgeIssue) -> None:
        """Raises ForgeRefusedError when what we just opened is not by whom we think we are."""
        if not opened.is_ours:
            raise ForgeRefusedError(
                msg(
                    "issue {number} was opened as {author}, and {expected} was expected",
                    number=opened.number,
                    author=opened.author,
                    expected=self.logins[0],
                ),
                msg(
                    "Set {variable} to {author}, so that the next run knows its issues again.",
                    variable=LOGIN_VARIABLE,
                    author=opened.author,
                ),
            )

    def check_others(self, issues: Iterable[ForgeIssue]) -> None:
        """Raises ForgeRefusedError when another program's account has opened check-ins here.

        It is most likely ours under a former name, and each of its issues would be doubled.
        """
        for issue in issues:
            if not issue.is_ours and issue.author.endswith("[bot]"):
                raise ForgeRefusedError(
                    msg(
                        "{author} opened check-ins here, and this token writes as {expected}",
                        author=issue.author,
                        expected=self.logins[0],
                    ),
                    msg(
                        "Set {variable} to both names with a space between, the present one first.",
                        variable=LOGIN_VARIABLE,
                    ),
                )
