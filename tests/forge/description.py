"""Judges requests and answers by GitHub's official OpenAPI description.

`github-openapi.json` is cut from it by scripts/openapi.py; where it is known to differ from
what GitHub does, `errata.json` says so, and why. A validator is made when it is first needed.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from jsonschema_rs import Draft202012Validator

API_VERSION = "2022-11-28"

JSON: TypeAlias = Any

_FOLDER = Path(__file__).parent
_MANY_SEGMENTS = {"path", "ref"}
_NUMBERS = {"issue_number", "pull_number", "comment_id"}


@dataclass(frozen=True, eq=False)
class Operation:
    """One method on one path of the description."""

    method: str
    path: str
    pattern: re.Pattern[str]
    parameters: Mapping[str, JSON]
    body: JSON
    answers: Mapping[str, JSON]

    def check_request(self, query: Mapping[str, str], body: JSON) -> Iterator[str]:
        """What the description does not allow; `body` is None when nothing was sent."""
        for name, value in query.items():
            if name not in self.parameters:
                yield f"query {name} is not described"
            elif not any(_of_query(self, name).is_valid(form) for form in (value, _typed(value))):
                yield f"query {name}={value} is not allowed"
        if body is None:
            yield from ["the body is missing"] if self.body and self.body.get("required") else []
        elif self.body is None:
            yield "a body is not described"
        else:
            yield from _complaints(_of_body(self), body)
            yield from _unknown_keys(_body_schema(self), body)

    def check_answer(self, status: int, body: JSON) -> Iterator[str]:
        """What the description does not allow in an answer; `body` is None without one."""
        if not self._may_answer(status):
            yield f"status {status} is not described"
        elif self.answer_schema(status) is not None:
            yield from _complaints(_of_answer(self, status), body)
        elif body is not None:
            yield f"a body with status {status} is not described"

    def _may_answer(self, status: int) -> bool:
        name = f"{self.method} {self.path} {status}"
        return str(status) in self.answers or any(
            status in erratum.get("statuses", ()) or name in erratum.get("operations", ())
            for erratum in _errata()
        )

    def answer_schema(self, status: int) -> JSON:
        """The schema of the answer with this status; None when it has no body."""
        answer = _resolved(self.answers.get(str(status), _COMMON_ANSWER))
        return next(iter(answer["content"].values()))["schema"] if "content" in answer else None


_COMMON_ANSWER = {
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/basic-error"}}}
}


def operation(method: str, path: str) -> Operation | None:
    """The operation that a request asks for; None when it is not described."""
    asked = (one for one in _operations() if one.method == method and one.pattern.fullmatch(path))
    return next(asked, None)


def schema(name: str) -> JSON:
    """One of the description's named schemas."""
    return _resolved({"$ref": f"#/components/schemas/{name}"})


def resolved(value: JSON) -> JSON:
    """What a reference points to; anything else as it is."""
    return _resolved(value)


def header_complaints(headers: Mapping[str, str]) -> Iterator[str]:
    """What a request should say of itself; the names of headers in small letters."""
    if headers.get("x-github-api-version") != API_VERSION:
        yield f"X-GitHub-Api-Version is not {API_VERSION}"
    if not headers.get("user-agent", "").startswith("telemaco/"):
        yield "User-Agent does not name us"
    if headers.get("accept") != "application/vnd.github+json":
        yield "Accept is not application/vnd.github+json"


@cache
def _description() -> JSON:
    whole = json.loads((_FOLDER / "github-openapi.json").read_text(encoding="utf-8"))
    for erratum in _errata():
        for place in erratum.get("enumerations", ()):
            _at(whole, place)["enum"].append(None)
        for place in erratum.get("alternatives", ()):
            _at(whole, place)["anyOf"] = _at(whole, place).pop("oneOf")
    return _as_json_schema(whole)


def _at(whole: JSON, place: str) -> JSON:
    """What a JSON pointer points to. Raises KeyError when the description has changed."""
    for step in place.split("/")[1:]:
        whole = whole[step.replace("~1", "/")]
    return whole


@cache
def _errata() -> JSON:
    return json.loads((_FOLDER / "errata.json").read_text(encoding="utf-8"))


def _as_json_schema(value: JSON) -> JSON:
    """OpenAPI 3.0 says `nullable` where JSON Schema lists null among the types."""
    if isinstance(value, list):
        return [_as_json_schema(item) for item in value]
    if not isinstance(value, dict):
        return value
    is_nullable = value.get("nullable") is True
    plain = {
        key: _as_json_schema(item)
        for key, item in value.items()
        if not (is_nullable and key == "nullable")
    }
    if is_nullable and "type" in plain:
        return {**plain, "type": [plain["type"], "null"]}
    return {"anyOf": [{"type": "null"}, plain]} if is_nullable else plain


@cache
def _operations() -> list[Operation]:
    """All operations; those with the fewest places for parameters first."""
    found = (
        Operation(
            method.upper(),
            path,
            _pattern(path),
            {
                parameter["name"]: parameter["schema"]
                for parameter in map(_resolved, [*item["parameters"], *said.get("parameters", [])])
                if parameter["in"] == "query"
            },
            said.get("requestBody"),
            said["responses"],
        )
        for path, item in _description()["paths"].items()
        for method, said in item.items()
        if method != "parameters"
    )
    return sorted(found, key=lambda one: one.path.count("{"))


def _pattern(path: str) -> re.Pattern[str]:
    def place(found: re.Match[str]) -> str:
        name = found[1]
        form = ".+" if name in _MANY_SEGMENTS else "[^/]+"
        return rf"(?P<{name}>{r'[0-9]+' if name in _NUMBERS else form})"

    return re.compile(re.sub(r"\\\{(\w+)\\\}", place, re.escape(path)))


def _resolved(value: JSON) -> JSON:
    while "$ref" in value:
        _, _, kind, name = value["$ref"].split("/")
        value = _description()["components"][kind][name]
    return value


@cache
def _of_query(operation: Operation, name: str) -> Draft202012Validator:
    return _validator(operation.parameters[name])


@cache
def _of_body(operation: Operation) -> Draft202012Validator:
    return _validator(_body_schema(operation))


@cache
def _of_answer(operation: Operation, status: int) -> Draft202012Validator:
    return _validator(operation.answer_schema(status))


def _body_schema(operation: Operation) -> JSON:
    return operation.body["content"]["application/json"]["schema"]


def _validator(schema: JSON) -> Draft202012Validator:
    components = _description()["components"]
    return Draft202012Validator(
        {"allOf": [schema], "components": components}, validate_formats=True
    )


def _complaints(validator: Draft202012Validator, body: JSON) -> Iterator[str]:
    for error in validator.iter_errors(body):
        place = "/".join(str(step) for step in error.instance_path)
        yield f"body at {place or 'the top'}: {error.message[:300]}"


def _unknown_keys(schema: JSON, body: JSON) -> Iterator[str]:
    """The description allows any further key; ours must mean something to GitHub."""
    if isinstance(body, dict) and "properties" in schema:
        for key in sorted(body.keys() - schema["properties"].keys()):
            yield f"body: {key} is not described"


def _typed(value: str) -> JSON:
    """A value of a query, which is text, as a number or truth value if it looks like one."""
    if re.fullmatch(r"-?\d+", value):
        return int(value)
    return {"true": True, "false": False}.get(value, value)
