"""Propose pairs for a program, and write them down when asked to."""

from collections.abc import Iterable, Sequence
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.matching.orders import NO_ORDERS, Couple, Orders
from telemaco.matching.propose import consider, propose
from telemaco.matching.result import Match
from telemaco.matching.why import Why, why
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.ports import Translator, Writer
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role
from telemaco.usecases.match_files import files_of


def match(
    community: Community,
    program: str,
    today: date,
    seed: str | None,
    orders: Orders = NO_ORDERS,
) -> Match:
    """The pairs that are best for the program; raises TelemacoError when there is none.

    `seed` is the word that decides between equals, the program's id when left out. Raises it too
    when an order cannot be followed.
    """
    return propose(community, _program(community, program), today, seed or program, orders)


def orders_of(
    community: Community, pins: Sequence[str], forbids: Sequence[str], *, force: bool
) -> Orders:
    """The orders that somebody wrote as `one=other`. Raises TelemacoError."""
    return Orders(
        tuple(_couple(community, pin) for pin in pins),
        tuple(_couple(community, pair) for pair in forbids),
        force,
    )


def explain(
    community: Community, mentee: str, mentor: str, program: str | None, today: date
) -> Why:
    """Why the two are not paired in a program, the mentee's own one when it is left out.

    Raises TelemacoError when one of the two takes no part in its matching.
    """
    learner, helper = _person(community, mentee), _person(community, mentor)
    chosen = _program(community, program) if program else _waits_in(community, learner)
    found = why(consider(community, chosen, today, chosen), learner, helper)
    if found is None:
        raise TelemacoError(
            msg(
                "{mentee} and {mentor} do not both take part in the matching of {program}, the one "
                "as a mentee and the other as a mentor.",
                mentee=learner,
                mentor=helper,
                program=chosen,
            ),
            msg("Run telemaco match {program} to see who does.", program=chosen),
        )
    return found


def write_match(
    found: Match, community: Community, writer: Writer, translator: Translator
) -> tuple[str, ...]:
    """Write the proposed pairs, then the receipt; the answer is the paths that were written.

    `translator` puts the receipt's sentences into the community's language. When nothing is
    proposed nothing is written. Raises TelemacoError.
    """
    files = files_of(found, community, translator)
    for file in files:
        writer.write(file.path, file.content)
    return tuple(file.path for file in files)


def _program(community: Community, program: str) -> ProgramId:
    if program in community.programs:
        return ProgramId(program)
    raise TelemacoError(
        msg("There is no program {name}.", name=program),
        _meant(program, community.programs)
        or msg("Name one of the files in program/programs/, without .yaml."),
    )


def _couple(community: Community, written: str) -> Couple:
    one, equals, other = written.partition("=")
    if not equals:
        raise TelemacoError(
            msg("{written} does not name two people.", written=written),
            msg("Write the names of their files with = between them: ada=grace."),
        )
    return _person(community, one), _person(community, other)


def _person(community: Community, person: str) -> PersonId:
    if person in community.people:
        return PersonId(person)
    raise TelemacoError(
        msg("There is no person {name}.", name=person),
        _meant(person, community.people)
        or msg("Name one of the files in program/people/, without .yaml."),
    )


def _meant(name: str, names: Iterable[str]) -> Message | None:
    meant = closest(name, names)
    return msg("Did you mean {meant}?", meant=meant) if meant else None


def _waits_in(community: Community, mentee: PersonId) -> ProgramId:
    """The one program in which somebody is a mentee who waits for a mentor."""
    programs = [
        enrolment.program
        for enrolment in community.people[mentee].enrolments
        if enrolment.role is Role.MENTEE
        and enrolment.status in {EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING}
    ]
    if len(programs) == 1:
        return programs[0]
    raise TelemacoError(
        msg(
            "{mentee} waits in several programs: {programs}.",
            mentee=mentee,
            programs=_row(programs),
        )
        if programs
        else msg("{mentee} does not wait for a mentor in any program.", mentee=mentee),
        msg("Name the program with --program.") if programs else None,
    )


def _row(programs: Sequence[ProgramId]) -> str:
    return ", ".join(programs)
