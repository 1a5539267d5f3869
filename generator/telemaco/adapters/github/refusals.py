"""What GitHub's refusals mean, and what to do about them, in words."""

import re

from telemaco.adapters.github.transport import Answer
from telemaco.messages import Message, msg
from telemaco.ports.forge import (
    ForgeError,
    ForgeRefusedError,
    ForgeUnavailableError,
    ForgeUnclearError,
)

_NO_TOKEN = 401
_FORBIDDEN = 403
_NOT_FOUND = 404
_GONE = 410
_SERVER = 500


def refusal(answer: Answer, request: str, repository: str) -> ForgeError:
    """The error for an answer that is one; `request` is its method and path."""
    if answer.status == _NO_TOKEN:
        return ForgeRefusedError(
            msg("GitHub does not accept the token"),
            msg("Put a token that is still valid into GITHUB_TOKEN."),
        )
    if answer.status == _FORBIDDEN:
        return _forbidden(answer, repository)
    if answer.status == _NOT_FOUND:
        return _not_found(request, repository)
    if _has_no_issues(answer):
        return ForgeRefusedError(
            msg("issues are turned off in {repository}", repository=repository),
            msg("Turn them on in the repository's settings: General, Features, Issues."),
        )
    if answer.status >= _SERVER:
        return unavailable(msg("GitHub answers with status {status}", status=answer.status))
    return ForgeRefusedError(
        msg(
            "GitHub refuses {request}: {said} (status {status})",
            request=request,
            said=answer.said,
            status=answer.status,
        )
    )


def is_about_repository(answer: Answer) -> bool:
    """Whether it says no to everything in the repository rather than to this one thing."""
    return _has_no_issues(answer) or "archived" in answer.said


def moved(repository: str, name: str | None) -> ForgeError:
    """The repository has another name now; None when GitHub does not tell it."""
    if name is None:
        return ForgeRefusedError(
            msg("the repository {repository} has moved", repository=repository),
            msg("Write its new name as forge.repository in program/community.yaml."),
        )
    return ForgeRefusedError(
        msg("the repository {repository} is now called {name}", repository=repository, name=name),
        msg("Write {name} as forge.repository in program/community.yaml.", name=name),
    )


def unavailable(message: Message) -> ForgeError:
    """It cannot be done now."""
    return ForgeUnavailableError(
        message, msg("Nothing is lost: the next run carries on from here.")
    )


def unclear(request: str) -> ForgeError:
    """A write whose outcome is not known."""
    return ForgeUnclearError(
        msg("it is not known whether GitHub carried out {request}", request=request),
        msg("The next run looks before it does anything again."),
    )


def unreadable(request: str, field: str) -> ForgeError:
    """An answer of which a field is not as GitHub describes it."""
    return ForgeUnavailableError(
        msg(
            'GitHub\'s answer to {request} cannot be read, because of "{field}"',
            request=request,
            field=field,
        ),
        msg("Try again later; if it stays so, report it to whoever maintains Telemaco."),
    )


def _has_no_issues(answer: Answer) -> bool:
    return answer.status == _GONE and "disabled" in answer.said


def _forbidden(answer: Answer, repository: str) -> ForgeError:
    if "archived" in answer.said:
        return ForgeRefusedError(
            msg("{repository} is archived: nothing in it can be changed", repository=repository),
            msg("Unarchive the repository in its settings, or turn its workflows off."),
        )
    needed = answer.headers.get("x-accepted-github-permissions")
    return ForgeRefusedError(
        msg(
            "the token may not do this in {repository}: {said}",
            repository=repository,
            said=answer.said,
        ),
        msg("It needs the permission {permission}.", permission=re.sub("=", ": ", needed))
        if needed
        else msg("Give the token more permissions, or use another one."),
    )


def _not_found(request: str, repository: str) -> ForgeError:
    found = re.search(r"/issues/(\d+)", request)
    if found:
        return ForgeRefusedError(
            msg(
                "there is no issue {number} in {repository} any more",
                number=found[1],
                repository=repository,
            ),
            msg("Somebody deleted or moved it. The next run plans without it."),
        )
    return ForgeRefusedError(
        msg(
            "GitHub knows no repository {repository}, or does not show it to this token",
            repository=repository,
        ),
        msg(
            "Compare forge.repository in program/community.yaml with the repository's address. "
            "A private one needs a token that may read it."
        ),
    )
