"""What somebody supposes with --what-if, and the community in which it is so.

`weights.languages=high` is a setting of the program's matching, `capacity.ada=3` the places of a
mentor, and `mentor: skill=optics language=nl` one more mentor (see `supposed_mentor`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from telemaco.findings import TelemacoError
from telemaco.loading import record_words
from telemaco.matching.settings import SETTINGS, settings_of, with_settings
from telemaco.messages import Choices, msg
from telemaco.model.community import Community
from telemaco.records.base import ProgramId
from telemaco.records.parsing import Fault, parse
from telemaco.records.person import Enrolment
from telemaco.records.program import Role
from telemaco.usecases.named import meant, person_named
from telemaco.usecases.supposed_mentor import with_mentor

_MENTOR = "mentor:"
_PLACES = "capacity."
_HELPING = frozenset({Role.MENTOR, Role.FACILITATOR})

_Record = TypeVar("_Record")


def supposing(community: Community, program: ProgramId, suppositions: Sequence[str]) -> Community:
    """The community in which all of it is so.

    Raises TelemacoError for what is not understood, with what is allowed.
    """
    for supposition in suppositions:
        community = _supposing(community, program, supposition.strip())
    return community


def _supposing(community: Community, program: ProgramId, supposition: str) -> Community:
    if supposition.startswith(_MENTOR):
        return with_mentor(community, program, supposition.removeprefix(_MENTOR))
    key, equals, value = (part.strip() for part in supposition.partition("="))
    if not equals:
        raise TelemacoError(
            msg("{supposition} is not understood.", supposition=supposition),
            msg("Write weights.skills=low, capacity.ada=3, or mentor: skill=astronomy."),
        )
    if key in SETTINGS:
        return _with_setting(community, program, key, value)
    if key.startswith(_PLACES):
        return _with_places(community, program, key.removeprefix(_PLACES), value)
    raise TelemacoError(
        msg("There is no setting {key}.", key=key),
        meant(key, SETTINGS) or msg("Settings are {keys}.", keys=Choices(SETTINGS)),
    )


def _with_setting(community: Community, program: ProgramId, key: str, value: str) -> Community:
    there = community.programs[program]
    changed = _right(with_settings(there, {**settings_of(there), key: value}))
    return replace(community, programs={**community.programs, program: changed})


def _with_places(community: Community, program: ProgramId, name: str, places: str) -> Community:
    person_id = person_named(community, name)
    person = community.people[person_id]
    own = [one for one in person.enrolments if one.program == program and one.role in _HELPING]
    if not own:
        raise TelemacoError(
            msg("{person} is no mentor of {program}.", person=name, program=program),
            msg("The places of a mentor can be supposed: capacity.MENTOR=NUMBER."),
        )
    enrolments = tuple(
        _right(parse(Enrolment, {**one.model_dump(), "capacity": places})) if one in own else one
        for one in person.enrolments
    )
    changed = person.model_copy(update={"enrolments": enrolments})
    return replace(community, people={**community.people, person_id: changed})


def _right(found: _Record | tuple[Fault, ...]) -> _Record:
    """The record; raises TelemacoError with the first of its faults."""
    if isinstance(found, tuple):
        finding = record_words.finding("", found[0])
        raise TelemacoError(finding.message, finding.hint)
    return found
