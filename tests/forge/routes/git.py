"""Git's objects and references, through the interface of GitHub."""

import base64

from tests.forge.bodies import body_of
from tests.forge.call import Answer, Call, RefusedError, Route, page
from tests.forge.description import JSON
from tests.forge.objects import GitError

_BLOB = "100644"


def commit_body(call: Call, sha: str) -> JSON:
    """A commit in the official shape."""
    tree, parents, message = call.repository.objects.facts(sha)
    known = {
        "sha": sha,
        "node_id": sha,
        "message": message,
        "tree": {"sha": tree, "url": f"{call.home}/git/trees/{tree}"},
        "parents": [{"sha": one, "url": f"{call.home}/git/commits/{one}"} for one in parents],
        "url": f"{call.home}/git/commits/{sha}",
        "author": {},
        "committer": {},
        "verification": {"verified": False, "reason": "unsigned"},
    }
    return body_of("git-commit", known)


def _make_blob(call: Call) -> Answer:
    text = call.body["content"]
    is_base64 = call.body.get("encoding", "utf-8") == "base64"
    sha = call.repository.objects.blob(base64.b64decode(text) if is_base64 else text.encode())
    return Answer(201, body_of("short-blob", {"sha": sha, "url": f"{call.home}/git/blobs/{sha}"}))


def _get_blob(call: Call) -> Answer:
    sha = _checked(call, call.places["file_sha"], "blob", 404)
    content = call.repository.objects.content(sha)
    known = {
        "sha": sha,
        "content": base64.b64encode(content).decode(),
        "encoding": "base64",
        "size": len(content),
    }
    return Answer(200, body_of("blob", known))


def _make_tree(call: Call) -> Answer:
    objects = call.repository.objects
    paths = {}
    for entry in call.body["tree"]:
        blob = objects.blob(entry["content"].encode()) if "content" in entry else entry["sha"]
        paths[entry["path"]] = (entry.get("mode", _BLOB), blob)
    if not paths:
        raise RefusedError(422, "Invalid tree info")
    return Answer(201, _tree_body(call, objects.grown_tree(call.body.get("base_tree"), paths)))


def _get_tree(call: Call) -> Answer:
    sha = call.places["tree_sha"]
    if call.repository.objects.kind(sha) not in {"tree", "commit"}:
        raise RefusedError(404, "Not Found")
    return Answer(200, _tree_body(call, sha, deep="recursive" in call.query))


def _tree_body(call: Call, sha: str, *, deep: bool = False) -> JSON:
    entries = [
        {"mode": mode, "type": kind, "sha": one, "path": path}
        for mode, kind, one, path in call.repository.objects.entries(sha, deep=deep)
    ]
    return body_of("git-tree", {"sha": sha, "truncated": False, "tree": entries})


def _make_commit(call: Call) -> Answer:
    objects, body = call.repository.objects, call.body
    tree = _checked(call, body["tree"], "tree", 422)
    parents = [_checked(call, one, "commit", 422) for one in body.get("parents", [])]
    return Answer(
        201, commit_body(call, objects.commit(body["message"], tree, parents, body.get("author")))
    )


def _get_commit(call: Call) -> Answer:
    return Answer(200, commit_body(call, _checked(call, call.places["commit_sha"], "commit", 404)))


def _checked(call: Call, sha: str, kind: str, status: int) -> str:
    if call.repository.objects.kind(sha) != kind:
        raise RefusedError(status, "Object does not exist" if status != 404 else "Not Found")
    return sha


def _get_ref(call: Call) -> Answer:
    name = f"refs/{call.places['ref']}"
    sha = call.repository.objects.ref(name)
    if sha is None:
        raise RefusedError(404, "Not Found")
    return Answer(200, _ref_body(call, name, sha))


def _matching(call: Call) -> Answer:
    found = call.repository.objects.refs(f"refs/{call.places['ref']}")
    return page(call, [_ref_body(call, name, sha) for name, sha in found])


def _make_ref(call: Call) -> Answer:
    name, sha = call.body["ref"], _checked(call, call.body["sha"], "commit", 422)
    if not name.startswith("refs/") or name.count("/") < 2:
        raise RefusedError(
            422, "Reference name must start with 'refs/' and have at least two slashes."
        )
    if call.repository.settings.get("only_branches") and not name.startswith("refs/heads/"):
        raise RefusedError(422, "Reference name is not allowed")
    try:
        call.repository.objects.create_ref(name, sha)
    except GitError as error:
        raise RefusedError(422, "Reference already exists") from error
    return Answer(201, _ref_body(call, name, sha))


def _move_ref(call: Call) -> Answer:
    name, sha = f"refs/{call.places['ref']}", _checked(call, call.body["sha"], "commit", 422)
    old = call.repository.objects.ref(name)
    if old is None:
        raise RefusedError(422, "Reference does not exist")
    try:
        call.repository.objects.move_ref(name, old, sha, force=call.body.get("force", False))
    except GitError as error:
        raise RefusedError(422, "Update is not a fast forward") from error
    return Answer(200, _ref_body(call, name, sha))


def _delete_ref(call: Call) -> Answer:
    name = f"refs/{call.places['ref']}"
    if call.repository.objects.ref(name) is None:
        raise RefusedError(422, "Reference does not exist")
    call.repository.objects.delete_ref(name)
    return Answer(204)


def _ref_body(call: Call, name: str, sha: str) -> JSON:
    target = {"sha": sha, "type": "commit", "url": f"{call.home}/git/commits/{sha}"}
    known = {"ref": name, "node_id": name, "url": f"{call.home}/git/{name}", "object": target}
    return body_of("git-ref", known)


GIT = {
    "POST /git/blobs": Route(_make_blob, "contents", "write"),
    "GET /git/blobs/{file_sha}": Route(_get_blob, "contents"),
    "POST /git/trees": Route(_make_tree, "contents", "write"),
    "GET /git/trees/{tree_sha}": Route(_get_tree, "contents"),
    "POST /git/commits": Route(_make_commit, "contents", "write"),
    "GET /git/commits/{commit_sha}": Route(_get_commit, "contents"),
    "GET /git/ref/{ref}": Route(_get_ref, "contents"),
    "GET /git/matching-refs/{ref}": Route(_matching, "contents"),
    "POST /git/refs": Route(_make_ref, "contents", "write"),
    "PATCH /git/refs/{ref}": Route(_move_ref, "contents", "write"),
    "DELETE /git/refs/{ref}": Route(_delete_ref, "contents", "write"),
}
