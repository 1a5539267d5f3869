"""What a coordinator could do today, the most urgent first, and what happens otherwise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from telemaco.messages import Message, msg, msg_n
from telemaco.model.agreements import acceptance
from telemaco.model.community import Community
from telemaco.model.pairings import Pairing, pairing_of
from telemaco.model.program_steps import next_status
from telemaco.model.retention import due_people
from telemaco.model.schedule import end_of
from telemaco.progress import pairing_words
from telemaco.progress.asking import Deed, asking
from telemaco.progress.concluding import certificates, open_goals, single_sessions
from telemaco.progress.farewells import places_of_completed, places_to_complete, places_to_leave
from telemaco.progress.naming import named, names_of
from telemaco.progress.newcomers import (
    agreed_proposals,
    confirmed,
    facilitators,
    left_behind,
    sign_ups,
    unanswered_proposals,
    unpaired,
)
from telemaco.progress.surveys_to_do import surveys_to_do
from telemaco.progress.values import (
    CommunityProgress,
    HealthKind,
    ProgramProgress,
    Suggestion,
    SuggestionKind,
)
from telemaco.records.layout import PairId, pair_path, pairs_folder, program_path
from telemaco.records.pair import PairStatus
from telemaco.records.program import Program, ProgramKind, ProgramStatus

_Step: TypeAlias = tuple[Message, Message, str]
"""What to set a program to and why, what follows otherwise, and the command that does it."""


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
    return (*_files(wrong_files), *_closed_once(ordered), *_due(community, progress.today))


def _closed_once(found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Without what the same `close` does as one before: it shows all that is to close."""
    closing: set[tuple[str, ...]] = set()
    for suggestion in found:
        if suggestion.command not in closing:
            yield suggestion
        if suggestion.command[:1] == ("close",):
            closing.add(suggestion.command)


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


def _silent(community: Community, program: ProgramProgress, _today: date) -> Iterator[Suggestion]:
    names = names_of(_pairs(program, HealthKind.SILENT))
    what = pairing_words.silent(_kind(community, program), len(names))
    otherwise = msg("Who is silent seldom comes back unasked, and the places stay taken.")
    return asking(SuggestionKind.SILENT, program.id, names, Deed(what, otherwise, ("remind",)))


def _over(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    over = [pair.id for pair in program.pairs if _is_over(community, pair.id, today)]
    what = pairing_words.over(_kind(community, program), len(over))
    otherwise = msg("They count as under way, and their members are not free for others.")
    deed = Deed(what, otherwise, ("close", program.id))
    return asking(SuggestionKind.OVER, program.id, names_of(over), deed)


def _attention(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    names = names_of(
        pair
        for pair in _pairs(program, HealthKind.NEEDS_ATTENTION)
        if not _is_over(community, pair, today)
    )
    what = pairing_words.attention(_kind(community, program), len(names))
    is_single = community.programs[program.id].kind is ProgramKind.FLASH
    otherwise = _ONE_HOUR if is_single else _SLIPS
    deed = Deed(what, otherwise, ("status", program.id, "--all"))
    return asking(SuggestionKind.ATTENTION, program.id, names, deed)


_SLIPS = msg("What slips once slips again, until nobody is heard of any more.")
_ONE_HOUR = msg("They meet only once: an hour that is missed does not come back by itself.")


def _program(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    record = community.programs[program.id]
    if record.status is ProgramStatus.DRAFT:
        yield Suggestion(
            SuggestionKind.PROGRAM,
            program.id,
            (program.id,),
            msg(
                "Fill in the file of {program}, and write status: open there when it is ready.",
                program=program.id,
            ),
            msg("Nobody can apply, and the site does not show it."),
            path=program_path(program.id),
        )
    new = next_status(record, [community.pairs[one.id].status for one in program.pairs], today)
    if new is not None:
        what, otherwise, command = _STEPS[new](record, program.id, today)
        yield Suggestion(
            SuggestionKind.PROGRAM,
            program.id,
            (program.id,),
            what,
            otherwise,
            command=(command, program.id),
        )


def _to_matching(_program: Program, name: str, _today: date) -> _Step:
    return (
        msg("Set {program} to matching: applications are closed.", program=name),
        msg("The site says nothing of the matching that is under way."),
        "begin",
    )


def _to_running(program: Program, name: str, today: date) -> _Step:
    start = program.dates.start
    what = (
        msg("Set {program} to running: it began on {day}.", program=name, day=start)
        if start <= today
        else msg("Set {program} to running: people in it have begun to meet.", program=name)
    )
    if program.cadence is not None:
        return what, msg("Nobody in it is asked how they get on before it runs."), "begin"
    if program.evaluation:
        return what, msg("Its surveys are not sent before it runs."), "begin"
    return what, msg("The site does not say that it runs."), "begin"


def _to_closing(program: Program, name: str, today: date) -> _Step:
    return (
        msg("Set {program} to closing: it ended on {day}.", program=name, day=_end(program, today)),
        msg("Its people go on being asked for sessions that nobody plans any more."),
        "close",
    )


def _to_completed(program: Program, name: str, today: date) -> _Step:
    if program.status is ProgramStatus.CLOSING:
        what = msg("Set {program} to completed: nobody goes on in it.", program=name)
    else:
        what = msg(
            "Set {program} to completed: it ended on {day}, and nobody goes on in it.",
            program=name,
            day=_end(program, today),
        )
    return what, msg("It counts as going on, though nothing is to come any more."), "close"


def _end(program: Program, today: date) -> date:
    return program.dates.end or today


_STEPS: Mapping[ProgramStatus, Callable[[Program, str, date], _Step]] = {
    ProgramStatus.MATCHING: _to_matching,
    ProgramStatus.RUNNING: _to_running,
    ProgramStatus.CLOSING: _to_closing,
    ProgramStatus.COMPLETED: _to_completed,
}


def _agreements(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    lacking = [
        pair.id
        for pair in program.pairs
        if _lacks_agreement(community, pair.id, today) and not _is_over(community, pair.id, today)
    ]
    what = pairing_words.agreeing(_kind(community, program), len(lacking))
    otherwise = msg("What stays between them, and how they may end, was never said.")
    path = pair_path(lacking[0]) if len(lacking) == 1 else pairs_folder(program.id)
    deed = Deed(what, otherwise, path=path)
    return asking(SuggestionKind.AGREEMENT, program.id, names_of(lacking), deed)


_FINDERS: Sequence[Callable[[Community, ProgramProgress, date], Iterator[Suggestion]]] = (
    _silent,
    sign_ups,
    unanswered_proposals,
    agreed_proposals,
    confirmed,
    left_behind,
    unpaired,
    facilitators,
    _over,
    single_sessions,
    _attention,
    _program,
    places_of_completed,
    places_to_complete,
    places_to_leave,
    surveys_to_do,
    open_goals,
    certificates,
    _agreements,
)


def _kind(community: Community, program: ProgramProgress) -> Pairing:
    return pairing_of(community.programs[program.id].kind)


def _is_over(community: Community, pair_id: PairId, today: date) -> bool:
    end = end_of(community, pair_id)
    is_going_on = community.pairs[pair_id].status is PairStatus.ACTIVE
    return is_going_on and end is not None and end < today


def _lacks_agreement(community: Community, pair_id: PairId, today: date) -> bool:
    found = acceptance(community, pair_id, today)
    return found.is_expected and bool(found.missing)


def _pairs(program: ProgramProgress, kind: HealthKind) -> Sequence[PairId]:
    return [pair.id for pair in program.pairs if pair.health.kind is kind]
