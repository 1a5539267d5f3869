"""Labels of the repository and of its issues."""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route, page
from tests.forge.description import JSON
from tests.forge.state import Issue, Label


@lru_cache(maxsize=1000)
def label_body(home: str, label: Label) -> JSON:
    """A label in the official shape."""
    known = {
        "name": label.name,
        "color": label.colour,
        "description": label.description,
        "default": False,
        "url": f"{home}/labels/{quote(label.name, safe='')}",
    }
    return body_of("label", known)


def named_labels(call: Call, names: Sequence[JSON]) -> tuple[str, ...]:
    """The labels with these names, which are made if they are not there."""
    wanted = [name if isinstance(name, str) else name["name"] for name in names]
    for name in wanted:
        call.repository.labels.setdefault(name, Label(name))
    return tuple(dict.fromkeys(wanted))


def _list(call: Call) -> Answer:
    labels = call.repository.labels
    return page(call, [label_body(call.home, labels[name]) for name in sorted(labels)])


def _make(call: Call) -> Answer:
    name = call.body["name"]
    if name.lower() in {one.lower() for one in call.repository.labels}:
        error = {"resource": "Label", "code": "already_exists", "field": "name"}
        raise RefusedError(422, "Validation Failed", [error])
    label = Label(name, call.body.get("color", "ededed"), call.body.get("description"))
    call.repository.labels[name] = label
    return Answer(201, label_body(call.home, label))


def _get(call: Call) -> Answer:
    return Answer(200, label_body(call.home, _named(call)))


def _change(call: Call) -> Answer:
    old = _named(call)
    label = Label(
        old.name, call.body.get("color", old.colour), call.body.get("description", old.description)
    )
    call.repository.labels[old.name] = label
    return Answer(200, label_body(call.home, label))


def _delete(call: Call) -> Answer:
    call.repository.delete_label(_named(call).name)
    return Answer(204)


def _named(call: Call) -> Label:
    found = call.repository.labels.get(call.places["name"])
    if found is None:
        raise RefusedError(404, "Not Found")
    return found


def _of_issue(call: Call) -> Answer:
    return page(call, _bodies(call, _issue(call)))


def _add(call: Call) -> Answer:
    issue = _issue(call)
    names = dict.fromkeys([*issue.labels, *named_labels(call, call.body["labels"])])
    return _set(call, issue, tuple(names))


def _replace(call: Call) -> Answer:
    return _set(call, _issue(call), named_labels(call, call.body["labels"]))


def _remove(call: Call) -> Answer:
    issue = _issue(call)
    if call.places["name"] not in issue.labels:
        raise RefusedError(404, "Label does not exist")
    rest = tuple(name for name in issue.labels if name != call.places["name"])
    return _set(call, issue, rest)


def _set(call: Call, issue: Issue, names: tuple[str, ...]) -> Answer:
    changed = call.repository.change(issue, labels=names) if names != issue.labels else issue
    return Answer(200, _bodies(call, changed))


def _bodies(call: Call, issue: Issue) -> list[JSON]:
    return [label_body(call.home, call.repository.labels[name]) for name in issue.labels]


def _issue(call: Call) -> Issue:
    found = call.repository.issues.now(int(call.places["issue_number"]))
    if found is None:
        raise RefusedError(404, "Not Found")
    return found


LABELS = {
    "GET /labels": Route(_list, "issues"),
    "POST /labels": Route(_make, "issues", "write"),
    "GET /labels/{name}": Route(_get, "issues"),
    "PATCH /labels/{name}": Route(_change, "issues", "write"),
    "DELETE /labels/{name}": Route(_delete, "issues", "write"),
    "GET /issues/{issue_number}/labels": Route(_of_issue, "issues"),
    "POST /issues/{issue_number}/labels": Route(_add, "issues", "write"),
    "PUT /issues/{issue_number}/labels": Route(_replace, "issues", "write"),
    "DELETE /issues/{issue_number}/labels/{name}": Route(_remove, "issues", "write"),
}
