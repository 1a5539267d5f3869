"""What a coordinator could do today, the most urgent first, and what happens otherwise."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.model.agreements import acceptance
from telemaco.model.community import Community
from telemaco.model.retention import due_people
from telemaco.model.schedule import end_of
from telemaco.model.standing import is_current
from telemaco.progress.naming import named, names_of
from telemaco.progress.newcomers import (
    TAKES_PEOPLE,
    agreed_proposals,
    confirmed,
    has_closed,
    left_behind,
    sign_ups,
    unanswered_proposals,
    unpaired,
)
from telemaco.progress.values import (
    CommunityProgress,
    HealthKind,
    ProgramProgress,
    Suggestion,
    SuggestionKind,
)
from telemaco.records.layout import PairId, pair_path, program_path
from telemaco.records.pair import PairStatus
from telemaco.records.program import Program, ProgramStatus

_BEFORE = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING})


def suggestions(
    community: Community, progress: CommunityProgress, wrong_files: int = 0
) -> tuple[Suggestion, ...]:
    """Everything there is to do in the programs that `progress` tells of, the most urgent first.

    `wrong_files` is the number of files with errors.
    """
    found = [
        suggestion
        for program in progress.programs
        for find in _FINDERS
        for suggestion in find(community, program, progress.today)
    ]
    order = tuple(SuggestionKind)
    ordered = sorted(found, key=lambda one: (order.index(one.kind), -len(one.subjects)))
    return (*_files(wrong_files), *ordered, *_due(community, progress.today))


def _files(number: int) -> Iterator[Suggestion]:
    if number:
        yield Suggestion(
            SuggestionKind.FILES,
            None,
            (),
            msg_n("Mend {count} file with errors.", "Mend {count} files with errors.", number),
            msg("Whoever stands in them is missing from figures, matching and check-ins."),
            command=("check",),
        )


def _due(community: Community, today: date) -> Iterator[Suggestion]:
    names = tuple(one.person for one in due_people(community, today))
    if names:
        yield Suggestion(
            SuggestionKind.RETENTION,
            None,
            names,
            msg_n(
                "Forget {count} person whose time is over: {names}",
                "Forget {count} people whose time is over: {names}",
                len(names),
                names=named(names),
            ),
            msg("Their data is kept longer than privacy.retention_months says."),
            command=("forget", "--due"),
        )


def _silent(_community: Community, program: ProgramProgress, _today: date) -> Iterator[Suggestion]:
    names = names_of(_pairs(program, HealthKind.SILENT))
    if names:
        yield Suggestion(
            SuggestionKind.SILENT,
            program.id,
            names,
            msg_n(
                "Ask {count} silent pair how it is: {names}",
                "Ask {count} silent pairs how they are: {names}",
                len(names),
                names=named(names),
            ),
            msg("Silent pairs seldom come back by themselves, and their places stay taken."),
            command=("remind",),
        )


def _over(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    over = [pair.id for pair in program.pairs if _is_over(community, pair.id, today)]
    names = names_of(over)
    if names:
        yield Suggestion(
            SuggestionKind.OVER,
            program.id,
            names,
            msg_n(
                "Close {count} pair whose time is over: {names}",
                "Close {count} pairs whose time is over: {names}",
                len(names),
                names=named(names),
            ),
            msg("They count as under way, and their members are not free for others."),
            command=("close", program.id),
        )


def _attention(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    names = names_of(
        pair
        for pair in _pairs(program, HealthKind.NEEDS_ATTENTION)
        if not _is_over(community, pair, today)
    )
    if names:
        yield Suggestion(
            SuggestionKind.ATTENTION,
            program.id,
            names,
            msg_n(
                "Look after {count} pair that needs attention: {names}",
                "Look after {count} pairs that need attention: {names}",
                len(names),
                names=named(names),
            ),
            msg("What slips once slips again, until the pair is silent."),
            command=("status", program.id, "--all"),
        )


def _program(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    record = community.programs[program.id]
    found = _program_status(record, program.id, today) or _all_over(community, program, record)
    if found is not None:
        what, otherwise = found
        yield Suggestion(
            SuggestionKind.PROGRAM,
            program.id,
            (program.id,),
            what,
            otherwise,
            path=program_path(program.id),
        )


def _program_status(program: Program, name: str, today: date) -> tuple[Message, Message] | None:
    """The status that the program should have by its dates, and what follows otherwise."""
    dates = program.dates
    if program.status is ProgramStatus.DRAFT:
        return (
            msg("Fill in {program}, and set it to open when it is ready.", program=name),
            msg("Nobody can apply, and the site does not show it."),
        )
    if program.status in TAKES_PEOPLE and dates.end is not None and dates.end < today:
        return (
            msg("Set {program} to closing: it ended on {day}.", program=name, day=dates.end),
            msg("Its pairs go on being asked for sessions that nobody plans any more."),
        )
    if program.status in _BEFORE and dates.start <= today:
        what = msg("Set {program} to running: it began on {day}.", program=name, day=dates.start)
        otherwise = _not_running(program, today)
        return (what, otherwise) if otherwise else None
    if program.status is ProgramStatus.OPEN and has_closed(program, today):
        return (
            msg("Set {program} to matching: applications are closed.", program=name),
            msg("The site says nothing of the pairs that are being made."),
        )
    return None


def _not_running(program: Program, today: date) -> Message | None:
    """What follows from a program that began and is not called running; None for nothing.

    Where no rhythm was agreed nobody is asked anyway, and people can go on applying.
    """
    if program.cadence is not None:
        return msg("Its pairs are not asked how they get on before it runs.")
    if program.evaluation:
        return msg("Its surveys are not sent before it runs.")
    if program.status is ProgramStatus.MATCHING or has_closed(program, today):
        return msg("The site does not say that it runs.")
    return None


def _all_over(
    community: Community, program: ProgramProgress, record: Program
) -> tuple[Message, Message] | None:
    """That a closing program is completed, once none of its pairs goes on."""
    if record.status is not ProgramStatus.CLOSING or any(
        is_current(community.pairs[pair.id]) for pair in program.pairs
    ):
        return None
    return (
        msg("Set {program} to completed: all its pairs are over.", program=program.id),
        msg("It counts as going on, and waits for pairs that do not come."),
    )


def _agreements(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    lacking = [
        pair.id
        for pair in program.pairs
        if _lacks_agreement(community, pair.id, today) and not _is_over(community, pair.id, today)
    ]
    names = names_of(lacking)
    if names:
        yield Suggestion(
            SuggestionKind.AGREEMENT,
            program.id,
            names,
            msg_n(
                "Ask {count} pair to accept its agreement: {names}",
                "Ask {count} pairs to accept their agreement: {names}",
                len(names),
                names=named(names),
            ),
            msg("What stays between them, and how they may end, was never said."),
            path=pair_path(lacking[0]),
        )


_FINDERS: Sequence[Callable[[Community, ProgramProgress, date], Iterator[Suggestion]]] = (
    _silent,
    sign_ups,
    unanswered_proposals,
    agreed_proposals,
    confirmed,
    left_behind,
    unpaired,
    _over,
    _attention,
    _program,
    _agreements,
)


def _is_over(community: Community, pair_id: PairId, today: date) -> bool:
    end = end_of(community, pair_id)
    is_going_on = community.pairs[pair_id].status is PairStatus.ACTIVE
    return is_going_on and end is not None and end < today


def _lacks_agreement(community: Community, pair_id: PairId, today: date) -> bool:
    found = acceptance(community, pair_id, today)
    return found.is_expected and bool(found.missing)


def _pairs(program: ProgramProgress, kind: HealthKind) -> Sequence[PairId]:
    return [pair.id for pair in program.pairs if pair.health.kind is kind]
