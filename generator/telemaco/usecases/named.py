"""What somebody named on the command line: a program, a person, a receipt."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from telemaco.findings import TelemacoError
from telemaco.messages import Choices, Message, msg, msg_n
from telemaco.model.community import Community, ReceiptId
from telemaco.model.evaluation import Asked, asked_in, is_of_some, roles_in
from telemaco.model.instruments import survey_in, survey_names
from telemaco.model.similar import closest
from telemaco.records.base import PairName, PersonId, ProgramId, SurveyId
from telemaco.records.layout import (
    Kind,
    PairId,
    address_of,
    as_id,
    program_path,
    receipt_path,
    survey_path,
)
from telemaco.records.pair import PairRole
from telemaco.records.program import Role

_YAML = ".yaml"
_FEW = 4
"""So many names are offered at most."""
_A_WORD = 3
"""Letters of which a part of a name has at least."""


def program_named(community: Community, program: str) -> ProgramId:
    """The program with this name. Raises TelemacoError with the nearest name."""
    if program in community.programs:
        return ProgramId(program)
    raise no_program(community, program)


def no_program(community: Community, program: str) -> TelemacoError:
    """The error for a program that is not there, or cannot be read; with those that there are."""
    if community.is_unread(Kind.PROGRAM, program):
        return TelemacoError(
            msg("{path} cannot be read.", path=program_path(ProgramId(program))),
            msg("Run telemaco check to see what is wrong."),
        )
    names = community.ids_of_programs
    return TelemacoError(
        msg("There is no program {name}.", name=program),
        meant(program, names) or programs_there(names),
    )


def programs_there(names: Iterable[str]) -> Message:
    """What one can name as a program."""
    known = tuple(sorted(names))
    if not known:
        return msg("There is no program yet: programs are the files in program/programs/.")
    return msg_n(
        "There is one program: {names}.",
        "There are these programs: {names}.",
        len(known),
        names=", ".join(known),
    )


def survey_named(community: Community, survey: str, program: str | None) -> tuple[ProgramId, Asked]:
    """The survey with this name, and the program that asks it, which is named if several do.

    Raises TelemacoError with the nearest name, or when no program or several ask the survey.
    """
    programs = [program_named(community, program)] if program else list(community.programs)
    found = [
        (one, asked) for one in programs for asked in asked_in(community, one) if asked.id == survey
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise TelemacoError(
            msg(
                "Several programs ask the survey {name}: {programs}.",
                name=survey,
                programs=", ".join(one for one, _ in found),
            ),
            msg("Say which with --program."),
        )
    raise _no_survey(community, survey)


def survey_to_read(community: Community, survey: str, program: str | None) -> Asked:
    """The survey with this name, and all whom it asks, in whichever programs; also where none does.

    Its moment is known where a program asks it of those alone who left or found nobody.

    Raises TelemacoError with the nearest name when there is none, or when the program that is named
    does not ask it.
    """
    if program:
        of_program, asked = survey_named(community, survey, program)
        return _without_nobody(community, of_program, asked)
    found = survey_in(community, SurveyId(survey))
    if found is None:
        raise _no_survey(community, survey)
    asking = [
        asked
        for one in community.programs
        for asked in asked_in(community, one)
        if asked.id == survey
    ]
    asked_roles = [asked.roles for asked in asking]
    there = set(chain(*(asked_roles or map(roles_in, community.programs.values()))))
    roles = tuple(role for role in found.roles if role in there)
    moment = next((asked.moment for asked in asking if is_of_some(asked)), None)
    return Asked(SurveyId(survey), found, moment, roles or found.roles)


def _without_nobody(community: Community, program: ProgramId, asked: Asked) -> Asked:
    """The survey without questions to facilitators, where nobody facilitates."""
    members = (
        member.role
        for pair_id in community.pairs_of_program.get(program, ())
        for member in community.pairs[pair_id].members
    )
    enrolled = (
        one.role
        for person in community.people.values()
        for one in person.enrolments
        if one.program == program
    )
    if PairRole.FACILITATOR in members or Role.FACILITATOR in enrolled:
        return asked
    others = tuple(role for role in asked.roles if role is not Role.FACILITATOR)
    return replace(asked, roles=others or asked.roles)


def person_named(community: Community, person: str) -> PersonId:
    """The person with this name. Raises TelemacoError with the nearest name."""
    if person in community.people:
        return PersonId(person)
    raise TelemacoError(
        msg("There is no person {name}.", name=person),
        meant(person, community.people)
        or msg("Name one of the files in program/people/, without .yaml."),
    )


def pair_named(community: Community, pair: str) -> PairId:
    """The pair that is written program/pair, or with this name, or whose folder or file it is.

    Raises TelemacoError with the nearest name, or when several programs have one of that name.
    """
    written = pair.removesuffix("/pair.yaml").strip("/").removeprefix("pairs/")
    found = [one for one in community.pairs if written in {str(one), one.pair}]
    if len(found) == 1:
        return found[0]
    if found:
        raise TelemacoError(
            msg(
                "Several programs have a pair {name}: {programs}.",
                name=written,
                programs=", ".join(one.program for one in found),
            ),
            msg("Name the program, too: {example}.", example=str(found[0])),
        )
    if community.is_unread(Kind.PAIR, *written.split("/")):
        raise TelemacoError(
            msg("The file of the pair {name} cannot be read.", name=written),
            msg("Run telemaco check to see what is wrong."),
        )
    names = [*map(str, community.pairs), *(one.pair for one in community.pairs)]
    raise TelemacoError(
        msg("There is no pair {name}.", name=written),
        _pairs_of(community, written)
        or meant(written, names)
        or msg("Name one of the folders in pairs/: program/pair."),
    )


def pair_of(community: Community, program: ProgramId, pair: str) -> PairId:
    """The pair of the program that is named in any of these ways, or by its name alone.

    Raises TelemacoError, also when it is one of another program.
    """
    own = PairId(program, PairName(pair))
    found = own if own in community.pairs else pair_named(community, pair)
    if found.program != program:
        raise TelemacoError(
            msg("{pair} is no pair of {program}.", pair=str(found), program=program),
            msg("Name the program {program} before it.", program=found.program),
        )
    return found


def receipt_named(community: Community, receipt: str, program: ProgramId | None) -> ReceiptId:
    """The receipt with this path, or with this name in the program; without one, in any.

    Raises TelemacoError when there is none, or when several programs have one of that name.
    """
    found = _by_path(receipt) or _by_name(community, receipt, program)
    if found in community.receipts:
        return found
    if community.is_unread(Kind.RECEIPT, *found):
        raise TelemacoError(
            msg("{path} cannot be read.", path=receipt_path(*found)),
            msg("Run telemaco check to see what is wrong."),
        )
    raise _no_receipt(community, receipt, found.program)


def meant(name: str, names: Iterable[str]) -> Message | None:
    """A question for those that have the name as a part, or for the one that is nearest."""
    known = sorted(names)
    found = _holding(as_id(name), known)
    if 0 < len(found) <= _FEW:
        return msg("Did you mean {meant}?", meant=Choices(tuple(found)))
    nearest = closest(name, known)
    return msg("Did you mean {meant}?", meant=nearest) if nearest else None


def _holding(part: str, names: Sequence[str]) -> list[str]:
    """The names of which a word begins so; of two for the same, the longer one."""
    if len(part) < _A_WORD:
        return []
    found = [one for one in names if f"-{part}" in "-" + one.replace("/", "-")]
    return [one for one in found if not any(other.endswith(f"/{one}") for other in found)]


def _pairs_of(community: Community, person: str) -> Message | None:
    """That somebody was named, and their pairs; None if there is no such person in a pair."""
    pairs = community.pairs_of_person.get(PersonId(person), ())
    if not pairs:
        return None
    return msg_n(
        "That is a person, in this pair: {names}.",
        "That is a person, in these pairs: {names}.",
        len(pairs),
        names=", ".join(map(str, pairs)),
    )


def _no_survey(community: Community, survey: str) -> TelemacoError:
    names = survey_names(community.surveys)
    if community.is_unread(Kind.SURVEY, survey):
        return TelemacoError(
            msg("{path} cannot be read.", path=survey_path(SurveyId(survey))),
            msg("Run telemaco check to see what is wrong."),
        )
    if survey not in names:
        there = msg("There are these surveys: {names}.", names=", ".join(names))
        unknown = msg("There is no survey {name}.", name=survey)
        return TelemacoError(unknown, meant(survey, names) or there)
    return TelemacoError(
        msg("No program asks a survey {name}.", name=survey),
        msg("Name it in the program's file, under evaluation."),
    )


def _by_path(receipt: str) -> ReceiptId | None:
    address = address_of(PurePosixPath(receipt).as_posix())
    if address is None or address.kind is not Kind.RECEIPT:
        return None
    program, day = address.names
    return ReceiptId(ProgramId(program), day)


def _by_name(community: Community, receipt: str, program: ProgramId | None) -> ReceiptId:
    day = receipt.removesuffix(_YAML)
    if program is not None:
        return ReceiptId(program, day)
    programs = [one.program for one in community.receipts if one.day == day]
    if len(programs) > 1:
        raise TelemacoError(
            msg(
                "Several programs have a receipt {name}: {programs}.",
                name=day,
                programs=", ".join(programs),
            ),
            msg("Name the program, too, or give the whole path."),
        )
    if not programs:
        raise _no_receipt(community, receipt, None)
    return ReceiptId(programs[0], day)


def _no_receipt(community: Community, receipt: str, program: ProgramId | None) -> TelemacoError:
    paths = [
        receipt_path(*one)
        for one in community.receipts
        if program is None or one.program == program
    ]
    days = [one.day for one in community.receipts if one.program == program]
    nearest = closest(receipt, [*paths, *days])
    if nearest:
        hint = msg("Did you mean {meant}?", meant=nearest)
    elif paths:
        hint = msg("The latest one is {path}.", path=max(paths))
    else:
        hint = msg("telemaco match PROGRAM --apply writes one.")
    return TelemacoError(msg("There is no receipt {name}.", name=receipt), hint)
