"""Say what a matching means for one person, or why two people are no pair in it."""

from collections.abc import Iterable
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.matching.about import About, about
from telemaco.matching.propose import consider
from telemaco.matching.recorded import Recorded, recorded_pairs
from telemaco.matching.why import Why, why
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import belongs_to, current_members
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, pair_path
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role
from telemaco.usecases.match import Run, Wanted, carry_out, run_of
from telemaco.usecases.named import person_named, program_named

_WAITING = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING})


def explained_run(
    community: Community, person: str, program: str | None, today: date, wanted: Wanted
) -> Run:
    """The run in which somebody is explained: of the program they wait in when it is left out.

    Raises TelemacoError when there are several, or none.
    """
    named = person_named(community, person)
    return run_of(community, program or _waits_in(community, named), today, wanted)


def explain_settled(community: Community, person: str, program: str | None) -> tuple[Recorded, ...]:
    """Why somebody is with whom they are, by the receipts. Raises TelemacoError."""
    one = person_named(community, person)
    known = program_named(community, program) if program else None
    return tuple(recorded_pairs(community, one, known))


def explain_further(
    community: Community, person: str, program: str | None, today: date, wanted: Wanted
) -> About | None:
    """What a run would say besides of somebody who is in a pair; None where it has nothing new."""
    try:
        found = explain(community, person, explained_run(community, person, program, today, wanted))
    except TelemacoError:
        return None
    return found if found.proposals or found.unmatched else None


def explain(community: Community, person: str, run: Run) -> About:
    """What a run says of one person. Raises TelemacoError when they take no part in it."""
    one = person_named(community, person)
    found = about(carry_out(community, run), one)
    if found is None:
        own = community.pairs_of_person.get(one, ())
        _refuse_paired(community, one, [pair for pair in own if pair.program == run.program])
        raise TelemacoError(
            msg(
                "{person} takes no part in the matching of {program}.",
                person=one,
                program=run.program,
            ),
            _see_who_does(run.program),
        )
    return found


def explain_why_not(community: Community, person: str, other: str, run: Run) -> Why:
    """Why a mentee and a mentor are not paired in a run; either may be named first.

    Raises TelemacoError when one of the two takes no part in it.
    """
    one, two = person_named(community, person), person_named(community, other)
    considered = consider(community, run.program, run.today, run.seed, run.orders)
    found = why(considered, one, two) or why(considered, two, one)
    if found is None:
        raise TelemacoError(
            msg(
                "{one} and {other} do not both take part in the matching of {program}, the one "
                "as a mentee and the other as a mentor.",
                one=one,
                other=two,
                program=run.program,
            ),
            _see_who_does(run.program),
        )
    return found


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
    if not programs:
        _refuse_paired(community, person, community.pairs_of_person.get(person, ()))
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


def _refuse_paired(community: Community, person: PersonId, pairs: Iterable[PairId]) -> None:
    """Raise TelemacoError for somebody who is in a pair already: no matching is about them."""
    for pair_id in pairs:
        pair = community.pairs[pair_id]
        if belongs_to(pair, person):
            since = max(
                one.start or pair.start for one in current_members(pair) if one.person == person
            )
            raise TelemacoError(
                msg(
                    "{person} is in {pair} since {day}, and so in no matching now.",
                    person=person,
                    pair=str(pair_id),
                    day=since,
                ),
                msg("Who else is in it stands in {path}.", path=pair_path(pair_id)),
            )


def _see_who_does(program: ProgramId) -> Message:
    return msg("Run telemaco match {program} to see who does.", program=program)
