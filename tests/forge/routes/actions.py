"""The repository's settings, workflows and their runs."""

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route
from tests.forge.description import JSON
from tests.forge.routes.people import user_body


def _repository(call: Call) -> Answer:
    found = call.repository
    owner, _, name = found.full_name.partition("/")
    known = {
        "id": found.id,
        "name": name,
        "full_name": found.full_name,
        "owner": user_body(call.base, owner),
        "private": found.is_private,
        "visibility": "private" if found.is_private else "public",
        "archived": found.is_archived,
        "has_issues": found.has_issues,
        "has_pages": found.settings.get("pages") is not None,
        "default_branch": "main",
        "fork": False,
        "url": call.home,
        "html_url": call.home,
        "permissions": {"admin": False, "pull": True, "push": call.may_push},
    }
    return Answer(200, body_of("full-repository", known))


def _permissions(call: Call) -> Answer:
    enabled = call.repository.settings.get("actions", True)
    return Answer(200, body_of("actions-repository-permissions", {"enabled": enabled}))


def _of_workflows(call: Call) -> Answer:
    settings = call.repository.settings
    known = {
        "default_workflow_permissions": settings.get("default_workflow_permissions", "read"),
        "can_approve_pull_request_reviews": settings.get("can_approve_pull_request_reviews", True),
    }
    return Answer(200, body_of("actions-get-default-workflow-permissions", known))


def _pages(call: Call) -> Answer:
    pages = call.repository.settings.get("pages")
    if pages is None:
        raise RefusedError(404, "Not Found")
    return Answer(200, body_of("page", pages))


def _workflows(call: Call) -> Answer:
    found = [_workflow_body(one) for one in call.repository.workflows]
    return Answer(200, {"total_count": len(found), "workflows": found})


def _workflow(call: Call) -> Answer:
    return Answer(200, _workflow_body(_asked(call)))


def _enable(call: Call) -> Answer:
    _asked(call)["state"] = "active"
    return Answer(204)


def _start(call: Call) -> Answer:
    workflow = _asked(call)
    run = {"id": call.fresh(), "path": workflow["path"], "event": "workflow_dispatch"}
    call.repository.runs.append({**run, "status": "queued"})
    return Answer(204)


def _runs(call: Call) -> Answer:
    found = call.repository.runs
    if "workflow_id" in call.places:
        path = _asked(call)["path"]
        found = [run for run in found if run["path"] == path]
    for word in ("event", "status"):
        if word in call.query:
            found = [run for run in found if call.query[word] in {run[word], run.get("conclusion")}]
    newest = [_run_body(call, run) for run in reversed(found)]
    size = int(call.query.get("per_page", "30"))
    return Answer(200, {"total_count": len(newest), "workflow_runs": newest[:size]})


def _workflow_body(known: JSON) -> JSON:
    return body_of("workflow", {"state": "active", "name": known["path"], **known})


def _run_body(call: Call, known: JSON) -> JSON:
    whole = {"full_name": call.repository.full_name, "name": call.repository.full_name}
    return body_of("workflow-run", {"repository": whole, "head_repository": whole, **known})


def _asked(call: Call) -> dict[str, JSON]:
    wanted = call.places["workflow_id"]
    for workflow in call.repository.workflows:
        if wanted in {str(workflow["id"]), workflow["path"].rpartition("/")[2]}:
            return workflow
    raise RefusedError(404, "Not Found")


ACTIONS = {
    "GET ": Route(_repository, "metadata"),
    "GET /actions/permissions": Route(_permissions, "administration"),
    "GET /actions/permissions/workflow": Route(_of_workflows, "administration"),
    "GET /actions/workflows": Route(_workflows, "actions"),
    "GET /actions/workflows/{workflow_id}": Route(_workflow, "actions"),
    "PUT /actions/workflows/{workflow_id}/enable": Route(_enable, "actions", "write"),
    "POST /actions/workflows/{workflow_id}/dispatches": Route(_start, "actions", "write"),
    "GET /actions/workflows/{workflow_id}/runs": Route(_runs, "actions"),
    "GET /actions/runs": Route(_runs, "actions"),
    "GET /pages": Route(_pages, "pages"),
}
