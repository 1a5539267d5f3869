"""Issues and who is assigned to them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route, page, read, written
from tests.forge.description import JSON
from tests.forge.routes.labels import label_body, named_labels
from tests.forge.routes.people import user_body
from tests.forge.state import Event, EventKind, Issue, Label


def issue_body(call: Call, issue: Issue) -> JSON:
    """An issue in the official shape; do not change it, it is kept."""
    labels = tuple(call.repository.labels[name] for name in issue.labels)
    comments = sum(one.issue == issue.number for one in call.repository.comments.all())
    return _issue_body(call.base, call.home, issue, labels, comments)


@lru_cache(maxsize=10_000)
def _issue_body(
    base: str, home: str, issue: Issue, labels: tuple[Label, ...], comments: int
) -> JSON:
    address = f"{home}/issues/{issue.number}"
    assignees = [user_body(base, login) for login in issue.assignees]
    known = {
        "id": issue.id,
        "number": issue.number,
        "node_id": f"I_{issue.id}",
        "title": issue.title,
        "body": issue.body,
        "user": user_body(base, issue.author),
        "labels": [label_body(home, label) for label in labels],
        "state": issue.state,
        "state_reason": issue.reason,
        "assignee": assignees[0] if assignees else None,
        "assignees": assignees,
        "comments": comments,
        "created_at": written(issue.created),
        "updated_at": written(issue.updated),
        "closed_at": written(issue.closed) if issue.closed else None,
        "url": address,
        "repository_url": home,
        "html_url": address,
        "author_association": "NONE",
        "locked": False,
    }
    if issue.proposal:
        words = ("url", "html_url", "diff_url", "patch_url")
        known["pull_request"] = dict.fromkeys(words, address)
    return body_of("issue", known)


def issue_of(call: Call) -> Issue:
    """The issue that a request is about. Raises RefusedError."""
    found = call.repository.issues.now(int(call.places["issue_number"]))
    if found is None:
        raise RefusedError(404, "Not Found")
    return found


def _list(call: Call) -> Answer:
    issues = list(call.repository.issues.all(call.repository.as_of(call.lag)))
    key = call.query.get("sort", "created")
    issues.sort(
        key=lambda issue: (getattr(issue, key), issue.number),
        reverse=call.query.get("direction", "desc") == "desc",
    )
    return page(call, [issue_body(call, issue) for issue in issues if _is_asked(call.query, issue)])


def _is_asked(query: Mapping[str, str], issue: Issue) -> bool:
    labels = set(filter(None, query.get("labels", "").split(",")))
    return (
        query.get("state", "open") in {"all", issue.state}
        and labels <= set(issue.labels)
        and query.get("creator", issue.author).lower() == issue.author.lower()
        and ("since" not in query or issue.updated >= read(query["since"]))
    )


def _get(call: Call) -> Answer:
    return Answer(200, issue_body(call, issue_of(call)))


def _open(call: Call) -> Answer:
    repository, now = call.repository, call.repository.now()
    wanted = call.body.get("assignees", []) if call.may_push else []
    strangers = [login for login in wanted if login.lower() not in repository.assignable(0)]
    if strangers:
        raise RefusedError(422, "Validation Failed", [_invalid("assignees", strangers[0])])
    repository.last += 1
    issue = Issue(
        number=repository.last,
        id=call.fresh(),
        author=call.account.login,
        title=str(call.body["title"]),
        body=call.body.get("body"),
        created=now,
        updated=now,
        labels=named_labels(call, call.body.get("labels", [])) if call.may_push else (),
        assignees=tuple(wanted),
    )
    repository.issues.put(issue.number, now, issue)
    _happened(call, "opened", issue)
    return Answer(201, issue_body(call, issue))


def _change(call: Call) -> Answer:
    issue = issue_of(call)
    if not call.may_push and call.account.login != issue.author:
        raise RefusedError(403, "Must have admin rights to Repository.")
    changes = dict(_changes(call, issue))
    changed = call.repository.change(issue, **changes) if changes else issue
    if changed.state != issue.state:
        _happened(call, "closed" if changed.state == "closed" else "reopened", issue)
    return Answer(200, issue_body(call, changed))


def _changes(call: Call, issue: Issue) -> Iterator[tuple[str, JSON]]:
    """Fields of the issue, and their new values, of a request to change it."""
    body = call.body
    yield from ((name, body[name]) for name in ("title", "body") if name in body)
    if "labels" in body:
        yield "labels", named_labels(call, body["labels"])
    # What github3.py's Issue.close() sends: one assignee takes the place of all.
    if "assignee" in body:
        yield "assignees", (body["assignee"],) if body["assignee"] else ()
    if "assignees" in body:
        yield "assignees", tuple(body["assignees"])
    if body.get("state", issue.state) != issue.state:
        yield "state", body["state"]
        is_closed = body["state"] == "closed"
        yield "closed", call.repository.now() if is_closed else None
        yield "reason", body.get("state_reason") or ("completed" if is_closed else "reopened")


def _assign(call: Call) -> Answer:
    issue, repository = issue_of(call), call.repository
    wanted = call.body.get("assignees", [])
    taken = [login for login in wanted if login.lower() in repository.assignable(issue.number)]
    if len(taken) < len(wanted) and repository.refuses_loudly:
        raise RefusedError(422, "Validation Failed", [_invalid("assignees", wanted[0])])
    fresh = tuple(login for login in dict.fromkeys(taken) if login not in issue.assignees)
    if fresh:
        issue = repository.change(issue, assignees=(*issue.assignees, *fresh))
        _happened(call, "assigned", issue)
    return Answer(201, issue_body(call, issue))


def _unassign(call: Call) -> Answer:
    issue = issue_of(call)
    rest = tuple(login for login in issue.assignees if login not in call.body["assignees"])
    return Answer(200, issue_body(call, call.repository.change(issue, assignees=rest)))


def _happened(call: Call, kind: EventKind, issue: Issue) -> None:
    now = call.repository.now()
    call.repository.events.append(Event(kind, issue.number, now, call.account.login))


def _invalid(where: str, value: str) -> dict[str, str]:
    return {"resource": "Issue", "field": where, "code": "invalid", "value": value}


ISSUES = {
    "GET /issues": Route(_list, "issues"),
    "POST /issues": Route(_open, "issues", "write"),
    "GET /issues/{issue_number}": Route(_get, "issues"),
    "PATCH /issues/{issue_number}": Route(_change, "issues", "write"),
    "POST /issues/{issue_number}/assignees": Route(_assign, "issues", "write"),
    "DELETE /issues/{issue_number}/assignees": Route(_unassign, "issues", "write"),
}
