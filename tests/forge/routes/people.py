"""Accounts, what they may do, and how much they have left to ask."""

from functools import lru_cache
from urllib.parse import quote

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route, page
from tests.forge.description import JSON


@lru_cache(maxsize=1000)
def user_body(base: str, login: str) -> JSON:
    """An account in the official shape."""
    known = {
        "login": login,
        "id": 1 + sum(map(ord, login)),
        "type": "Bot" if login.endswith("[bot]") else "User",
        "url": f"{base}/users/{quote(login)}",
    }
    return body_of("simple-user", known)


def association(call: Call, login: str) -> str:
    """What GitHub calls an account's relation to the repository."""
    if login == call.repository.full_name.partition("/")[0]:
        return "OWNER"
    return "COLLABORATOR" if login in call.repository.collaborators else "NONE"


def _myself(call: Call) -> Answer:
    if call.account.permissions is not None:
        raise RefusedError(403, "Resource not accessible by integration")
    return Answer(200, body_of("public-user", user_body(call.base, call.account.login)))


def _limits(call: Call) -> Answer:
    used = 5000 - call.account.remaining
    rate = {"limit": 5000, "used": used, "remaining": call.account.remaining, "reset": 0}
    known = {"resources": {"core": rate, "search": rate}, "rate": rate}
    return Answer(200, body_of("rate-limit-overview", known))


def _permission(call: Call) -> Answer:
    login = call.places["username"]
    known = {
        "permission": call.repository.level(login),
        "role_name": call.repository.level(login),
        "user": user_body(call.base, login),
    }
    return Answer(200, body_of("repository-collaborator-permission", known))


def _assignees(call: Call) -> Answer:
    return page(
        call, [user_body(call.base, login) for login in sorted(call.repository.collaborators)]
    )


def _is_assignable(call: Call) -> Answer:
    if call.places["assignee"].lower() not in call.repository.assignable(0):
        raise RefusedError(404, "Not Found")
    return Answer(204)


_HOME = "/repos/{owner}/{repo}"

PEOPLE = {
    "GET /user": Route(_myself),
    "GET /rate_limit": Route(_limits),
    f"GET {_HOME}/collaborators/{{username}}/permission": Route(_permission, "metadata"),
    f"GET {_HOME}/assignees": Route(_assignees, "metadata"),
    f"GET {_HOME}/assignees/{{assignee}}": Route(_is_assignable, "metadata"),
}
