"""Comments on issues."""

from dataclasses import replace

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route, page, read, written
from tests.forge.description import JSON
from tests.forge.routes.issues import issue_of
from tests.forge.routes.people import association, user_body
from tests.forge.state import Comment, Event


def comment_body(call: Call, comment: Comment) -> JSON:
    """A comment in the official shape."""
    known = {
        "id": comment.id,
        "node_id": f"IC_{comment.id}",
        "body": comment.body,
        "user": user_body(call.base, comment.author),
        "created_at": written(comment.created),
        "updated_at": written(comment.updated),
        "issue_url": f"{call.home}/issues/{comment.issue}",
        "url": f"{call.home}/issues/comments/{comment.id}",
        "html_url": f"{call.home}/issues/{comment.issue}#issuecomment-{comment.id}",
        "author_association": association(call, comment.author),
    }
    return body_of("issue-comment", known)


def _all(call: Call) -> Answer:
    comments = _known(call)
    if "since" in call.query:
        since = read(call.query["since"])
        comments = [one for one in comments if one.updated >= since]
    key = call.query.get("sort", "created")
    comments.sort(
        key=lambda one: (getattr(one, key), one.id), reverse=call.query.get("direction") == "desc"
    )
    return page(call, [comment_body(call, one) for one in comments])


def _of_issue(call: Call) -> Answer:
    number = issue_of(call).number
    return page(call, [comment_body(call, one) for one in _known(call) if one.issue == number])


def _known(call: Call) -> list[Comment]:
    return list(call.repository.comments.all(call.repository.as_of(call.lag)))


def _add(call: Call) -> Answer:
    issue, now, author = issue_of(call), call.repository.now(), call.account.login
    if not call.body["body"].strip():
        raise RefusedError(422, "Validation Failed", [{"code": "missing_field", "field": "body"}])
    comment = Comment(call.fresh(), issue.number, author, call.body["body"], now, now)
    call.repository.comments.put(comment.id, now, comment)
    call.repository.change(issue)
    call.repository.events.append(Event("commented", issue.number, now, author))
    return Answer(201, comment_body(call, comment))


def _get(call: Call) -> Answer:
    return Answer(200, comment_body(call, _asked(call)))


def _change(call: Call) -> Answer:
    now = call.repository.now()
    changed = replace(_asked(call), body=call.body["body"], updated=now)
    call.repository.comments.put(changed.id, now, changed)
    return Answer(200, comment_body(call, changed))


def _delete(call: Call) -> Answer:
    call.repository.comments.drop(_asked(call).id)
    return Answer(204)


def _asked(call: Call) -> Comment:
    found = call.repository.comments.now(int(call.places["comment_id"]))
    if found is None:
        raise RefusedError(404, "Not Found")
    return found


COMMENTS = {
    "GET /issues/comments": Route(_all, "issues"),
    "GET /issues/comments/{comment_id}": Route(_get, "issues"),
    "PATCH /issues/comments/{comment_id}": Route(_change, "issues", "write"),
    "DELETE /issues/comments/{comment_id}": Route(_delete, "issues", "write"),
    "GET /issues/{issue_number}/comments": Route(_of_issue, "issues"),
    "POST /issues/{issue_number}/comments": Route(_add, "issues", "write"),
}
