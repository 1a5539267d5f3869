"""Joining a program: a file for a newcomer, one more place in the file of somebody known."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from telemaco.findings import Route
from telemaco.forms.joining import MENTEE, MENTOR, PEER
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import OVER
from telemaco.records.base import PersonId
from telemaco.records.layout import person_path
from telemaco.records.person import Enrolment, Person
from telemaco.records.program import Role
from telemaco.submissions.answers import label_of
from telemaco.submissions.draft import Draft, EditedFile, NewFile, Origin
from telemaco.submissions.enrolling import Place, earlier, place_of, there_already
from telemaco.submissions.ownership import author_of
from telemaco.submissions.profile import SKILLS, consent, fields_of, origins, profile
from telemaco.submissions.values import Filled, Problem
from telemaco.yamltext.changes import Append, Change, Remove, Set


def join(filled: Filled, community: Community, today: date) -> Draft:
    """Apply for a place in a program."""
    place = place_of(filled, _ROLES[filled.form.name], today)
    author = author_of(community, filled.author, filled.issue)
    if isinstance(author, Problem):
        return Draft(_title(filled.author, place), problems=(author,))
    draft = Draft(
        _title(author.id, place),
        author.id,
        material=(author.id, place.program, place.role.value, str(place.value["status"])),
    )
    said = {**profile(filled.answers), "consent": consent(filled.answers, today)}
    if author.is_new:
        return _newcomer(draft, filled, said, place)
    person = community.people[author.id]
    before = earlier(person.enrolments, place)
    if before is not None and person.enrolments[before].status not in OVER:
        return replace(draft, problems=(_there_already(filled, community, place),))
    return _known(draft, filled, person, said, place)


def _title(who: str, place: Place) -> Message:
    facts = {"name": who, "program": place.program}
    if place.role is Role.MENTOR:
        return msg("{name} joins {program} as a mentor", **facts)
    if place.role is Role.PEER:
        return msg("{name} joins {program} as a peer", **facts)
    return msg("{name} joins {program} as a mentee", **facts)


_ROLES = {MENTOR: Role.MENTOR, MENTEE: Role.MENTEE, PEER: Role.PEER}
"""What somebody becomes by a form."""


def _newcomer(draft: Draft, filled: Filled, value: Mapping[str, Any], place: Place) -> Draft:
    """A file of their own."""
    of_them = {key: said for key, said in value.items() if key not in {"name", "consent"}}
    whole = {
        "name": value.get("name", ""),
        "github": filled.author,
        **of_them,
        "enrolments": [place.value],
        "consent": value["consent"],
        "confirmed": value["consent"]["on"],
    }
    path = person_path(PersonId(str(draft.author)))
    return replace(
        draft,
        changes=(NewFile(path, whole),),
        origins=(*_profile_origins(path, filled), *_place_origins(path, 0)),
    )


def _known(
    draft: Draft, filled: Filled, person: Person, said: Mapping[str, Any], place: Place
) -> Draft:
    """One more place in their file, with what it did not say yet; what it says stays."""
    path = person_path(PersonId(str(draft.author)))
    before = earlier(person.enrolments, place)
    at = len(person.enrolments) if before is None else before
    steps = (
        *_lacking(person, said),
        *(_again(person.enrolments[at], at, place) if before is not None else ()),
        *((Append(("enrolments",), place.value),) if before is None else ()),
        *((Set(("consent",), said["consent"]),) if filled.answers.get("publish") else ()),
        Set(("confirmed",), said["consent"]["on"]),
    )
    stays = [key for key in said if key not in {*SKILLS, "goals", "consent"} and _has(person, key)]
    hidden = (field for key in stays for field in fields_of(filled.answers, key))
    return replace(
        draft,
        changes=(EditedFile(path, steps),),
        origins=(*_profile_origins(path, filled), *_place_origins(path, at)),
        meant=dict.fromkeys(hidden, ()),
        advice=tuple(_told(filled, person)),
    )


def _told(filled: Filled, person: Person) -> Iterator[Problem]:
    """What may be not as somebody thinks who is there already."""
    yield Problem(None, _STAYS, hint=_CHANGE)
    chosen = filled.answers.get("publish", ())
    if chosen and set(chosen) != set(person.consent.publish):
        label = label_of(filled.form, "publish")
        yield Problem(label, msg("this takes the place of what you allowed before"))


_STAYS = msg("you have an entry already, and what it says of you stays as it is")
_CHANGE = msg("To change it, use the form Change my entry.")


def _lacking(person: Person, said: Mapping[str, Any]) -> Iterator[Change]:
    """What the file does not say yet; lists of skills and goals grow."""
    for key, value in said.items():
        if key in SKILLS:
            known = {one.skill for one in getattr(person, key)}
            yield from (Append((key,), one) for one in value if one["skill"] not in known)
        elif key == "goals":
            goals = [one.statement for one in person.goals]
            yield from (Append((key,), one) for one in value if one["statement"] not in goals)
        elif not _has(person, key) and key != "consent":
            yield Set((key,), value)


def _has(person: Person, key: str) -> bool:
    return getattr(person, key) not in (None, (), {})


def _again(enrolment: Enrolment, at: int, place: Place) -> Iterator[Change]:
    """The steps by which somebody who left applies for the same place again."""
    for key, value in place.value.items():
        if key not in {"program", "role"}:
            yield Set(("enrolments", at, key), value)
    if enrolment.until is not None:
        yield Remove(("enrolments", at, "until"))


def _there_already(filled: Filled, community: Community, place: Place) -> Problem:
    label = label_of(filled.form, "program")
    hint = msg("To change your entry, use the form Change my entry.")
    return Problem(label, there_already(community, place), hint=hint)


def _profile_origins(path: str, filled: Filled) -> Iterator[Origin]:
    for route, field in origins(filled.answers):
        yield Origin(path, route, field)


def _place_origins(path: str, at: int) -> Iterator[Origin]:
    route: Route = ("enrolments", at)
    yield Origin(path, route, "program")
    yield Origin(path, (*route, "capacity"), "capacity")
    yield Origin(path, (*route, "prefers"), "prefers")
