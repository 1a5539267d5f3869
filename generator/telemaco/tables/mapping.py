"""Which column says what, as a coordinator decides it: a small YAML file beside the table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from telemaco.messages import Choices, Message, msg
from telemaco.model.similar import closest
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.records.person import PersonField
from telemaco.records.program import Role
from telemaco.tables.days import DayOrder
from telemaco.tables.fields import SEVERAL, Field
from telemaco.tables.words import parts

CONSENT_TEXT = "v1"
"""The version of the text that people agreed to, when the mapping names none."""


@dataclass(frozen=True)
class ColumnMap:
    """What a mapping says.

    `table` names the form: a key or a name of one form says nothing about people of another.
    `yes` are the texts of a form's boxes that agree to be published; `required` leaves out whoever
    agrees to publish nothing.

    `skills` has the ids for words that people wrote, with commas between them; None leaves the
    words out.

    `cells` has, by the title of a column, what to read in place of a cell; nothing leaves it out.

    `people` has the entries of people who are there already, by the name that rows give them.

    `must_agree` are columns that are not kept: a row that does not say yes there is refused.

    `timezone` and `languages` are for those whose row does not say it, as their cell would.
    """

    columns: Mapping[str, Field]
    table: str
    skills: Mapping[str, str | None] = field(default_factory=dict)
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    people: Mapping[str, PersonId] = field(default_factory=dict)
    timezone: str = ""
    languages: str = ""
    dates: DayOrder | None = None
    consent_text: str = CONSENT_TEXT
    publish: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    required: bool = False
    program: ProgramId | None = None
    role: Role | None = None
    must_agree: tuple[str, ...] = ()

    def skill_ids(self, words: str) -> tuple[SkillId, ...] | None:
        """The skills that words mean, whatever their capital letters; None where nothing is said.

        Words that are there with these very letters come before those with others.
        """
        chosen = self._folded_skills
        for spelling in (words, words.casefold()):
            if spelling in chosen:
                return chosen[spelling]
        return None

    @cached_property
    def _folded_skills(self) -> Mapping[str, tuple[SkillId, ...]]:
        ids = {words: tuple(map(SkillId, parts(text or ""))) for words, text in self.skills.items()}
        return {**{words.casefold(): found for words, found in reversed(ids.items())}, **ids}


def column_map(value: object) -> ColumnMap | tuple[Message, ...]:
    """The mapping that a YAML value says, or everything that is wrong with it."""
    if not isinstance(value, dict):
        return (msg("it is no map of words to values"),)
    problems = list(_problems(value))
    if problems:
        return tuple(problems)
    consent = value.get("consent") or {}
    return ColumnMap(
        {title: Field(word) for title, word in value["columns"].items()},
        value["table"],
        value.get("skills") or {},
        _answers(value.get("cells") or {}),
        {name: PersonId(person) for name, person in (value.get("people") or {}).items() if person},
        value.get("timezone") or "",
        value.get("languages") or "",
        value.get("dates"),
        consent.get("text") or CONSENT_TEXT,
        tuple(consent.get("publish") or ()),
        tuple(consent.get("yes") or ()),
        consent.get("required") == "true",
        value.get("program"),
        Role(value["role"]) if value.get("role") else None,
        tuple(value.get("required") or ()),
    )


def _answers(value: Mapping[str, Mapping[str, str | None] | None]) -> dict[str, dict[str, str]]:
    return {
        title: {cell: text or "" for cell, text in (cells or {}).items()}
        for title, cells in value.items()
    }


def _problems(value: Mapping[str, Any]) -> Iterator[Message]:
    for key in value:
        if key not in _SHAPES:
            yield _unknown(key, key, list(_SHAPES))
        elif value[key] is not None and not _SHAPES[key](value[key]):
            yield msg("{key} does not have the form that docs/import.md shows", key=key)
    if not value.get("table"):
        yield msg(
            "table is missing: it is a name of your choice for this form, which tells its people "
            "from those of other forms"
        )
    if not value.get("columns"):
        yield msg("columns is missing: it says which column is what")
        return
    yield from _column_problems(value["columns"])
    yield from _cell_problems(value["columns"], value.get("required"), value.get("cells"))
    for name in _listed(value.get("consent"), "publish"):
        if name not in _PUBLISHED:
            yield _unknown("consent.publish", name, _PUBLISHED)
    for key, allowed in (("role", [*Role]), ("dates", [*get_args(DayOrder)])):
        if value.get(key) and value[key] not in allowed:
            yield _unknown(key, value[key], allowed)


def _column_problems(columns: object) -> Iterator[Message]:
    if not isinstance(columns, dict):
        return
    taken: dict[str, str] = {}
    for title, word in columns.items():
        if word not in [*Field]:
            yield _unknown(f"columns.{title}", str(word), [*Field])
        elif word in taken and Field(word) not in SEVERAL:
            yield msg(
                'both "{one}" and "{other}" are {word}; only one column can be',
                one=taken[word],
                other=title,
                word=word,
            )
        taken[str(word)] = title


def _cell_problems(columns: object, required: object, answers: object) -> Iterator[Message]:
    if isinstance(columns, dict) and isinstance(answers, dict):
        titles = [*columns, *(required if isinstance(required, list) else ())]
        for title in answers:
            if title not in titles:
                yield _unknown("cells", title, titles)


def _unknown(key: str, word: str, allowed: Sequence[str]) -> Message:
    meant = closest(word, allowed)
    if meant:
        return msg(
            '{key}: "{word}" is not known; did you mean {meant}?', key=key, word=word, meant=meant
        )
    return msg(
        '{key}: "{word}" is not known; it can be {allowed}',
        key=key,
        word=word,
        allowed=Choices((*allowed,)),
    )


def _listed(value: object, key: str) -> list[str]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_map(value: object) -> bool:
    return isinstance(value, dict) and all(
        one is None or isinstance(one, str) for one in value.values()
    )


def _is_map_of_maps(value: object) -> bool:
    return isinstance(value, dict) and all(one is None or _is_map(one) for one in value.values())


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_consent(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= {"text", "publish", "yes", "required"}
        and value.get("required", "false") in {"true", "false"}
        and isinstance(value.get("text", ""), str)
        and all(_is_list(value.get(key) or []) for key in ("publish", "yes"))
    )


_PUBLISHED = get_args(PersonField)
_SHAPES: Mapping[str, Callable[[object], bool]] = {
    "program": _is_text,
    "role": _is_text,
    "table": _is_text,
    "columns": _is_map,
    "consent": _is_consent,
    "timezone": _is_text,
    "languages": _is_text,
    "dates": _is_text,
    "skills": _is_map,
    "cells": _is_map_of_maps,
    "people": _is_map,
    "required": _is_list,
}
