"""Files and branches, through the interface of GitHub."""

import base64

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route
from tests.forge.description import JSON

_BLOB = "100644"


def _get(call: Call) -> Answer:
    objects, path = call.repository.objects, call.places["path"]
    commit = _commit(call, call.query.get("ref", "main"))
    found = {one: (kind, sha) for _, kind, sha, one in objects.entries(commit, deep=True)}
    if path in found and found[path][0] == "blob":
        return Answer(200, _file_body(call, path, found[path][1]))
    inside = [one for one in found if one.rpartition("/")[0] == path.rstrip("/")]
    if not inside:
        raise RefusedError(404, "Not Found")
    return Answer(200, [_entry_body(call, one, *found[one]) for one in inside])


def _commit(call: Call, ref: str) -> str:
    objects = call.repository.objects
    found = objects.ref(f"refs/heads/{ref}") or objects.ref(ref)
    if found is None:
        raise RefusedError(404, f"No commit found for the ref {ref}")
    return found


def _file_body(call: Call, path: str, sha: str) -> JSON:
    content = call.repository.objects.content(sha)
    known = {
        **_facts(call, path, "file", sha),
        "encoding": "base64",
        "content": base64.b64encode(content).decode(),
        "size": len(content),
    }
    return body_of("content-file", known)


def _entry_body(call: Call, path: str, kind: str, sha: str) -> JSON:
    shape = {"blob": "file", "tree": "dir"}[kind]
    entry = body_of("content-file", _facts(call, path, shape, sha))
    return {name: field for name, field in entry.items() if name not in {"content", "encoding"}}


def _facts(call: Call, path: str, kind: str, sha: str) -> dict[str, JSON]:
    address = f"{call.home}/contents/{path}"
    links = {"self": address, "git": address, "html": address}
    return {
        "type": kind,
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": sha,
        "_links": links,
        **dict.fromkeys(("url", "git_url", "html_url", "download_url"), address),
    }


def _put(call: Call) -> Answer:
    objects, path, body = call.repository.objects, call.places["path"], call.body
    branch = f"refs/heads/{body.get('branch', 'main')}"
    parent = _commit(call, body.get("branch", "main"))
    found = {one: sha for _, _, sha, one in objects.entries(parent, deep=True)}
    if path in found and body.get("sha") != found[path]:
        raise RefusedError(
            409 if "sha" in body else 422, f"{path} does not match {body.get('sha')}"
        )
    blob = objects.blob(base64.b64decode(body["content"]))
    tree = objects.grown_tree(objects.facts(parent)[0], {path: (_BLOB, blob)})
    commit = objects.commit(body["message"], tree, [parent])
    objects.move_ref(branch, parent, commit)
    known = {"content": _file_body(call, path, blob), "commit": {"sha": commit}}
    return Answer(200 if path in found else 201, body_of("file-commit", known))


def _branch(call: Call) -> Answer:
    name = call.places["branch"]
    sha = call.repository.objects.ref(f"refs/heads/{name}")
    if sha is None:
        raise RefusedError(404, "Branch not found")
    commit = {"sha": sha, "node_id": sha, "commit": {"tree": {}}, "parents": []}
    known = {"name": name, "commit": commit, "protected": False, "_links": {}, "protection": {}}
    return Answer(200, body_of("branch-with-protection", known))


CONTENTS = {
    "GET /contents/{path}": Route(_get, "contents"),
    "PUT /contents/{path}": Route(_put, "contents", "write"),
    "GET /branches/{branch}": Route(_branch, "contents"),
}
