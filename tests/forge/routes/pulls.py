"""Pull requests, which are issues too."""

from collections.abc import Iterator

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route, page, written
from tests.forge.description import JSON
from tests.forge.routes.people import user_body
from tests.forge.state import Event, Issue, Proposal


def _body(call: Call, pull: Issue, shape: str) -> JSON:
    assert pull.proposal is not None
    address = f"{call.home}/pulls/{pull.number}"
    merged = written(pull.closed) if pull.closed and pull.proposal.merged else None
    known = {
        "id": pull.id,
        "number": pull.number,
        "title": pull.title,
        "body": pull.body,
        "state": pull.state,
        "user": user_body(call.base, pull.author),
        "head": _side(
            call, pull.proposal.head, pull.proposal.ref(pull.number), pull.proposal.source
        ),
        "base": _side(call, pull.proposal.base, f"refs/heads/{pull.proposal.base}"),
        "created_at": written(pull.created),
        "updated_at": written(pull.updated),
        "merged_at": merged,
        "url": address,
        "html_url": address,
        "issue_url": f"{call.home}/issues/{pull.number}",
        "labels": [{"name": name, "default": False} for name in pull.labels],
        "assignees": [],
        "_links": {},
        "author_association": "NONE",
    }
    if shape == "pull-request":
        known["merged"] = pull.proposal.merged
        known["changed_files"] = len(_changed(call, pull))
        known["comments"] = sum(one.issue == pull.number for one in call.repository.comments.all())
    return body_of(shape, known)


def _side(call: Call, branch: str, ref: str, source: str | None = None) -> JSON:
    name = source or call.repository.full_name
    owner = name.partition("/")[0]
    return {
        "label": f"{owner}:{branch}",
        "ref": branch,
        "sha": call.repository.objects.ref(ref) or "0" * 40,
        "user": user_body(call.base, owner),
        "repo": {"full_name": name, "name": name},
    }


def _list(call: Call) -> Answer:
    found = [
        pull
        for pull in call.repository.issues.all(call.repository.as_of(call.lag))
        if pull.proposal and _is_asked(call, pull, pull.proposal)
    ]
    found.sort(key=lambda pull: pull.number, reverse=call.query.get("direction", "desc") == "desc")
    return page(call, [_body(call, pull, "pull-request-simple") for pull in found])


def _is_asked(call: Call, pull: Issue, proposal: Proposal) -> bool:
    owner = call.repository.full_name.partition("/")[0]
    head = f"{owner}:{proposal.head}"
    return (
        call.query.get("state", "open") in {"all", pull.state}
        and call.query.get("head", head) == head
        and call.query.get("base", proposal.base) == proposal.base
    )


def _open(call: Call) -> Answer:
    repository, now, body = call.repository, call.repository.now(), call.body
    _check_new(call, list(repository.issues.all()))
    repository.last += 1
    pull = Issue(
        number=repository.last,
        id=call.fresh(),
        author=call.account.login,
        title=body["title"],
        body=body.get("body"),
        created=now,
        updated=now,
        proposal=Proposal(body["head"], body["base"]),
    )
    repository.issues.put(pull.number, now, pull)
    repository.events.append(Event("opened", pull.number, now, call.account.login))
    return Answer(201, _body(call, pull, "pull-request"))


def _check_new(call: Call, issues: list[Issue]) -> None:
    """Raises RefusedError."""
    body, objects = call.body, call.repository.objects
    if not call.repository.settings.get("can_approve_pull_request_reviews", True):
        said = "GitHub Actions is not permitted to create or approve pull requests."
        raise RefusedError(403, said)
    for side in ("head", "base"):
        if objects.ref(f"refs/heads/{body[side]}") is None:
            raise RefusedError(422, "Validation Failed", [_error(side, "invalid")])
    for pull in issues:
        if pull.proposal == Proposal(body["head"], body["base"]) and pull.state == "open":
            said = f"A pull request already exists for {body['head']}."
            raise RefusedError(
                422, "Validation Failed", [{**_error("head", "custom"), "message": said}]
            )


def _error(field: str, code: str) -> dict[str, str]:
    return {"resource": "PullRequest", "field": field, "code": code}


def _get(call: Call) -> Answer:
    return Answer(200, _body(call, _asked(call), "pull-request"))


def _change(call: Call) -> Answer:
    pull = _asked(call)
    changes = dict(_changes(call, pull))
    changed = call.repository.change(pull, **changes) if changes else pull
    return Answer(200, _body(call, changed, "pull-request"))


def _changes(call: Call, pull: Issue) -> Iterator[tuple[str, JSON]]:
    yield from ((name, call.body[name]) for name in ("title", "body") if name in call.body)
    if call.body.get("state", pull.state) != pull.state:
        yield "state", call.body["state"]
        yield "closed", call.repository.now() if call.body["state"] == "closed" else None


def _files(call: Call) -> Answer:
    return page(call, [body_of("diff-entry", one) for one in _changed(call, _asked(call))])


def _changed(call: Call, pull: Issue) -> list[dict[str, JSON]]:
    proposal = pull.proposal
    assert proposal is not None
    sides = (f"refs/heads/{proposal.base}", proposal.ref(pull.number))
    words = {"A": "added", "M": "modified", "D": "removed", "R": "renamed"}
    return [
        {
            "filename": paths[-1],
            "status": words[letter[0]],
            **({"previous_filename": paths[0]} if len(paths) > 1 else {}),
        }
        for letter, *paths in call.repository.objects.changes(*sides)
    ]


def _asked(call: Call) -> Issue:
    found = call.repository.issues.now(int(call.places["pull_number"]))
    if found is None or found.proposal is None:
        raise RefusedError(404, "Not Found")
    return found


PULLS = {
    "GET /pulls": Route(_list, "pull_requests"),
    "POST /pulls": Route(_open, "pull_requests", "write"),
    "GET /pulls/{pull_number}": Route(_get, "pull_requests"),
    "PATCH /pulls/{pull_number}": Route(_change, "pull_requests", "write"),
    "GET /pulls/{pull_number}/files": Route(_files, "pull_requests"),
}
