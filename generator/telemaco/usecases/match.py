"""Propose pairs for a program, and write them down when asked to."""

from collections.abc import Iterable, Sequence
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.matching.about import About, about
from telemaco.matching.orders import NO_ORDERS, Couple, Orders
from telemaco.matching.propose import consider, propose
from telemaco.matching.result import Match
from telemaco.matching.why import Why, why
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.model.standing import is_current
from telemaco.ports import Translator, Writer
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import pair_path
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


def explain(community: Community, person: str, program: str | None, today: date) -> About:
    """What a matching says of one person, in the program they wait in when it is left out.

    Raises TelemacoError when they take no part in it.
    """
    one = _person(community, person)
    chosen = _program(community, program) if program else _waits_in(community, one)
    found = about(propose(community, chosen, today, chosen), one)
    if found is None:
        raise TelemacoError(
            msg("{person} takes no part in the matching of {program}.", person=one, program=chosen),
            _why_not_in(community, one, chosen),
        )
    return found


def explain_why_not(
    community: Community, person: str, other: str, program: str | None, today: date
) -> Why:
    """Why a mentee and a mentor are not paired in a program; either may be named first.

    When the program is left out it is the one that the first waits in. Raises TelemacoError when
    one of the two takes no part in its matching.
    """
    one, two = _person(community, person), _person(community, other)
    chosen = _program(community, program) if program else _waits_in(community, one)
    considered = consider(community, chosen, today, chosen)
    found = why(considered, one, two) or why(considered, two, one)
    if found is None:
        raise TelemacoError(
            msg(
                "{one} and {other} do not both take part in the matching of {program}, the one "
                "as a mentee and the other as a mentor.",
                one=one,
                other=two,
                program=chosen,
            ),
            _see_who_does(chosen),
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


def _waits_in(community: Community, person: PersonId) -> ProgramId:
    """The one program in which somebody waits for a partner, or has a place for one."""
    programs = dict.fromkeys(
        enrolment.program
        for enrolment in community.people[person].enrolments
        if enrolment.status in _WAITING
        or (enrolment.status is EnrolmentStatus.MATCHED and enrolment.role is not Role.MENTEE)
    )
    if len(programs) == 1:
        return next(iter(programs))
    raise TelemacoError(
        msg(
            "{person} takes part in several programs: {programs}.",
            person=person,
            programs=", ".join(programs),
        )
        if programs
        else msg("{person} does not wait for anybody in any program.", person=person),
        msg("Name the program with --program.") if programs else None,
    )


def _why_not_in(community: Community, person: PersonId, program: ProgramId) -> Message:
    """Somebody who is in a pair already needs no explanation of a matching."""
    for pair_id in community.pairs_of_program.get(program, ()):
        pair = community.pairs[pair_id]
        if is_current(pair) and any(member.person == person for member in pair.members):
            return msg("They are in a pair already: {pair}.", pair=pair_path(pair_id))
    return _see_who_does(program)


def _see_who_does(program: ProgramId) -> Message:
    return msg("Run telemaco match {program} to see who does.", program=program)


_WAITING = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING})
