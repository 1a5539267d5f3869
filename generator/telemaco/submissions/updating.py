"""Changing one's own entry: what was filled in takes the place of what was there."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from telemaco.forms.values import DELETE, Answers
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.base import Language
from telemaco.records.layout import person_path
from telemaco.records.person import LanguageLevel, Person
from telemaco.submissions.answers import text_of
from telemaco.submissions.draft import Draft, EditedFile, Origin
from telemaco.submissions.membership import member_of
from telemaco.submissions.profile import (
    SKILLS,
    WORKING,
    consent,
    groups_of,
    origins,
    profile,
    skills,
    texts,
)
from telemaco.submissions.values import Filled, Problem
from telemaco.yamltext.changes import Append, Change, Remove, Set

_WELL = frozenset({LanguageLevel.FLUENT, LanguageLevel.NATIVE})


def update(filled: Filled, community: Community, today: date) -> Draft:
    """Change the author's own entry, and say that the rest of it is right."""
    author = member_of(filled, community)
    if isinstance(author, Problem):
        return Draft(msg("A change of an entry"), problems=(author,))
    path, person = person_path(author.id), community.people[author.id]
    changes = tuple(_changes(filled.answers, person, today))
    title = (
        msg("{name} changes their entry", name=author.id)
        if changes
        else msg("{name} says that their entry is right", name=author.id)
    )
    return Draft(
        title,
        author.id,
        changes=(EditedFile(path, (*changes, Set(("confirmed",), today))),),
        origins=tuple(Origin(path, route, field) for route, field in origins(filled.answers)),
        meant={field: (msg("to be deleted"),) for field, _ in _deleted(filled.answers)},
        material=(author.id,),
    )


def _changes(answers: Answers, person: Person, today: date) -> Iterator[Change]:
    deleted = {key for _, key in _deleted(answers)}
    said = profile(answers)
    for key in deleted:
        if getattr(person, key) is not None:
            yield Remove((key,))
    for key, value in said.items():
        if key == "approach":
            yield from (Set((key, scale), one) for scale, one in value.items())
        elif key not in {*SKILLS, *deleted, "languages"}:
            yield Set((key,), value)
    yield from _languages(answers, person)
    for prefix in SKILLS:
        if any(answers.get(field) for field in groups_of(answers, prefix)):
            yield from _skills(answers, person, prefix)
    if answers.get("publish"):
        yield Set(("consent",), consent(answers, today))


def _deleted(answers: Answers) -> Iterator[tuple[str, str]]:
    """The fields whose text is to go, with the key of the file."""
    for field, key in texts():
        if text_of(answers, field) == DELETE:
            yield field, key


def _languages(answers: Answers, person: Person) -> Iterator[Change]:
    """Each list that was filled in, for its own levels; native stays native."""
    wanted: dict[str, str] = dict.fromkeys(answers.get("fluent", ()), LanguageLevel.FLUENT.value)
    working = [code for field in WORKING for code in answers.get(field, ())]
    for spoken, level in person.languages.items():
        is_chosen_anew = bool(answers.get("fluent")) if level in _WELL else bool(working)
        if is_chosen_anew and spoken not in wanted and spoken not in working:
            yield Remove(("languages", spoken))
    for code, wish in (dict.fromkeys(working, LanguageLevel.WORKING.value) | wanted).items():
        known = person.languages.get(Language(code))
        if known is None or not (known.value == wish or (known in _WELL and code in wanted)):
            yield Set(("languages", code), wish)


def _skills(answers: Answers, person: Person, prefix: str) -> Iterator[Change]:
    """Those that are named no more go, new ones come; what is said of the others stays."""
    wanted = skills(answers, prefix)
    known: list[Any] = [one.skill for one in getattr(person, prefix)]
    for position in reversed(range(len(known))):
        if known[position] not in wanted:
            yield Remove((prefix, position))
    yield from (Append((prefix,), {"skill": one}) for one in wanted if one not in known)
