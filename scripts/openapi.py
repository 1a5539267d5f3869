"""Cuts GitHub's official OpenAPI description down to what the tests' own GitHub answers.

Usage: openapi.py [--check]. Fetches the npm package `@octokit/openapi` (MIT licence) with
`npm pack`, keeps the operations below and what they refer to, drops prose and examples, and
writes tests/forge/github-openapi.json; with --check it leaves with 1 if that would change it.
"""

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

VERSION = "23.0.2"
FILE = Path(__file__).parents[1] / "tests" / "forge" / "github-openapi.json"

_REPOSITORY = "/repos/{owner}/{repo}"
_OPERATIONS = {
    "/rate_limit": "get",
    "/user": "get",
    _REPOSITORY: "get",
    _REPOSITORY + "/actions/permissions": "get",
    _REPOSITORY + "/actions/permissions/workflow": "get",
    _REPOSITORY + "/actions/runs": "get",
    _REPOSITORY + "/actions/workflows": "get",
    _REPOSITORY + "/actions/workflows/{workflow_id}": "get",
    _REPOSITORY + "/actions/workflows/{workflow_id}/dispatches": "post",
    _REPOSITORY + "/actions/workflows/{workflow_id}/enable": "put",
    _REPOSITORY + "/actions/workflows/{workflow_id}/runs": "get",
    _REPOSITORY + "/assignees": "get",
    _REPOSITORY + "/assignees/{assignee}": "get",
    _REPOSITORY + "/branches/{branch}": "get",
    _REPOSITORY + "/collaborators/{username}/permission": "get",
    _REPOSITORY + "/contents/{path}": "get put",
    _REPOSITORY + "/git/blobs": "post",
    _REPOSITORY + "/git/blobs/{file_sha}": "get",
    _REPOSITORY + "/git/commits": "post",
    _REPOSITORY + "/git/commits/{commit_sha}": "get",
    _REPOSITORY + "/git/matching-refs/{ref}": "get",
    _REPOSITORY + "/git/ref/{ref}": "get",
    _REPOSITORY + "/git/refs": "post",
    _REPOSITORY + "/git/refs/{ref}": "patch delete",
    _REPOSITORY + "/git/trees": "post",
    _REPOSITORY + "/git/trees/{tree_sha}": "get",
    _REPOSITORY + "/issues": "get post",
    _REPOSITORY + "/issues/comments": "get",
    _REPOSITORY + "/issues/comments/{comment_id}": "get patch delete",
    _REPOSITORY + "/issues/{issue_number}": "get patch",
    _REPOSITORY + "/issues/{issue_number}/assignees": "post delete",
    _REPOSITORY + "/issues/{issue_number}/comments": "get post",
    _REPOSITORY + "/issues/{issue_number}/labels": "get post put",
    _REPOSITORY + "/issues/{issue_number}/labels/{name}": "delete",
    _REPOSITORY + "/labels": "get post",
    _REPOSITORY + "/labels/{name}": "get patch delete",
    _REPOSITORY + "/pages": "get",
    _REPOSITORY + "/pulls": "get post",
    _REPOSITORY + "/pulls/{pull_number}": "get patch",
    _REPOSITORY + "/pulls/{pull_number}/files": "get",
}
_PROSE = {"description", "summary", "example", "examples", "externalDocs", "tags", "title"}


def main(arguments: list[str]) -> int:
    """Write the file, or say whether it is as it would be written."""
    text = _written(_cut(_official()))
    if "--check" in arguments:
        return int(FILE.read_text(encoding="utf-8") != text)
    FILE.write_text(text, encoding="utf-8")
    print(f"{FILE}: {len(text) // 1024} KiB")
    return 0


def _official() -> dict[str, Any]:
    """The whole description, as the package has it."""
    with TemporaryDirectory() as folder:
        command = ("npm", "pack", "--silent", f"@octokit/openapi@{VERSION}")
        packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603 (ours)
        with tarfile.open(Path(folder) / packed.stdout.split()[-1]) as package:
            member = package.extractfile("package/generated/api.github.com.json")
            if member is None:
                raise SystemExit("the package has no description of api.github.com")
            whole: dict[str, Any] = json.load(member)
            return whole


def _cut(whole: dict[str, Any]) -> dict[str, Any]:
    paths = {
        path: {
            "parameters": _plain(whole["paths"][path].get("parameters", [])),
            **{method: _plain(whole["paths"][path][method]) for method in methods.split()},
        }
        for path, methods in _OPERATIONS.items()
    }
    components: dict[str, dict[str, Any]] = {}
    waiting = list(_references(paths))
    while waiting:
        _, _, kind, name = waiting.pop().split("/")
        if name not in components.setdefault(kind, {}):
            components[kind][name] = _plain(whole["components"][kind][name])
            waiting += _references(components[kind][name])
    return {
        "openapi": whole["openapi"],
        "info": {key: whole["info"][key] for key in ("title", "version", "license")},
        "paths": paths,
        "components": components,
    }


def _plain(value: Any, *, names: bool = False) -> Any:  # noqa: ANN401 (any JSON)
    """Without prose; below `properties` (`names`) the keys are the fields' own names."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _plain(item, names=key == "properties" and not names)
        for key, item in value.items()
        if names or (key not in _PROSE and not key.startswith("x-"))
    }


def _references(value: Any) -> Iterator[str]:  # noqa: ANN401 (any JSON)
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _references(item)


def _written(cut: dict[str, Any]) -> str:
    """One line a path and a component, so that a new version is a diff that can be read."""
    parts = [
        f'"openapi": {json.dumps(cut["openapi"])}',
        f'"info": {json.dumps(cut["info"], sort_keys=True)}',
        f'"paths": {_lines(cut["paths"], 1)}',
        f'"components": {_lines({kind: cut["components"][kind] for kind in cut["components"]}, 2)}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(entries: dict[str, Any], depth: int) -> str:
    lines = (
        f"{json.dumps(name)}: "
        + (
            _lines(entry, depth - 1)
            if depth > 1
            else json.dumps(entry, sort_keys=True, separators=(",", ":"))
        )
        for name, entry in sorted(entries.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
