"""A break, the end of a pair, leaving a program, or having one's entry removed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import OVER
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, person_path
from telemaco.records.person import EnrolmentStatus, Person
from telemaco.submissions.answers import day, label_of, text_of
from telemaco.submissions.days import no_day
from telemaco.submissions.draft import Draft, EditedFile, Origin
from telemaco.submissions.ending import Ending, ended, is_group, paused
from telemaco.submissions.membership import member_of, own_pairs, pair_id_of, pair_named
from telemaco.submissions.removing import removal
from telemaco.submissions.spoken import titled
from telemaco.submissions.values import Filled, Problem
from telemaco.yamltext.changes import Change, Set


@dataclass(frozen=True, slots=True)
class _Request:
    """Who asks for what, on which day."""

    filled: Filled
    community: Community
    author: PersonId
    today: date

    @property
    def person(self) -> Person:
        """The author's entry."""
        return self.community.people[self.author]

    @property
    def pairs(self) -> tuple[PairId, ...]:
        """The pairs that the author belongs to, and that are not over."""
        return tuple(map(pair_id_of, own_pairs(self.community, self.author)))

    def answer(self, field: str) -> str:
        """What was answered to a field."""
        return text_of(self.filled.answers, field)


def leave(filled: Filled, community: Community, today: date) -> Draft:
    """Pause, end a pair, leave a program, or leave altogether."""
    author = member_of(filled, community)
    if isinstance(author, Problem):
        return Draft(msg("A break, or a farewell"), problems=(author,))
    request = _Request(filled, community, author.id, today)
    match request.answer("what"):
        case "pause":
            return _pause(request)
        case "end-pair" | "leave-group":
            return _end_pair(request)
        case "leave":
            return _leave(request)
        case _:
            return _remove(request)


def _pause(request: _Request) -> Draft:
    """The entry rests until a day, and with it the pair that is meant."""
    title = msg("{name} takes a break", name=request.author)
    until = day(request.answer("until"))
    if isinstance(until, str) or until <= request.today:
        return _refused(request, title, _no_day_to_come(request, until))
    pair_id = _pair_meant(request)
    if isinstance(pair_id, Problem) and (request.answer("pair") or len(request.pairs) > 1):
        return _refused(request, title, pair_id)
    endings = (
        [paused(request.community, pair_id, request.author, until)]
        if isinstance(pair_id, PairId)
        else []
    )
    return _drafted(request, title, [Set(("paused_until",), until)], endings)


def _no_day_to_come(request: _Request, until: date | str) -> Problem:
    label = label_of(request.filled.form, "until")
    hint = msg("Write year, month and day: 2027-02-03.")
    if isinstance(until, date):
        return Problem(label, msg("{day} is not a day to come", day=until), hint=hint)
    if until:
        return no_day(label, until)
    return Problem(label, msg("a break needs the day on which you are back"), hint=hint)


def _end_pair(request: _Request) -> Draft:
    """The pair that is meant ends, or the group goes on without its member, who waits."""
    ends, leaves = (
        msg("{name} ends a pair", name=request.author),
        msg("{name} leaves a group", name=request.author),
    )
    pair_id = _pair_meant(request)
    if isinstance(pair_id, Problem):
        return _refused(request, ends if request.answer("what") == "end-pair" else leaves, pair_id)
    title = leaves if is_group(request.community, pair_id) else ends
    others = {one.program for one in request.pairs if one != pair_id}
    changes = [
        Set(("enrolments", position, "status"), EnrolmentStatus.WAITING.value)
        for position, enrolment in enumerate(request.person.enrolments)
        if enrolment.program == pair_id.program
        and enrolment.program not in others
        and enrolment.status is EnrolmentStatus.MATCHED
    ]
    ending = ended(request.community, pair_id, request.author, request.today)
    return _drafted(request, title, changes if ending.files else [], [ending])


def _leave(request: _Request) -> Draft:
    """The place in a program is given up, and with it the pairs there."""
    current = _programs(request)
    chosen = ProgramId(request.answer("program"))
    title = msg("{name} leaves a program", name=request.author)
    if chosen not in current and (chosen or len(current) != 1):
        problem = Problem(
            label_of(request.filled.form, "program"),
            msg("you do not take part in it")
            if chosen
            else msg("it is not clear which program is meant"),
            tuple(titled(request.community, one) for one in current),
            msg("Choose the program that you want to leave."),
        )
        return _refused(request, title, problem)
    program = chosen or current[0]
    title = msg("{name} leaves {program}", name=request.author, program=program)
    endings = _endings(request, [program])
    return _drafted(request, title, _withdrawals(request, endings), _all(endings))


def _remove(request: _Request) -> Draft:
    """Everything ends, the site shows nothing more; a coordinator removes the entry itself."""
    endings = _endings(request, _programs(request))
    changes = [*_withdrawals(request, endings), Set(("consent", "publish"), [])]
    title = msg("{name} leaves", name=request.author)
    draft = _drafted(request, title, changes, _all(endings))
    return replace(draft, to_do=(*draft.to_do, *removal(request.community, request.author)))


def _programs(request: _Request) -> list[ProgramId]:
    """The programs that the author takes part in, or has applied for."""
    enrolments = request.person.enrolments
    return list(dict.fromkeys(one.program for one in enrolments if one.status not in OVER))


def _endings(
    request: _Request, programs: Sequence[ProgramId]
) -> Mapping[ProgramId, tuple[Ending, ...]]:
    """How the author's pairs in the programs end."""
    return {
        program: tuple(
            ended(request.community, pair_id, request.author, request.today)
            for pair_id in request.pairs
            if pair_id.program == program
        )
        for program in programs
    }


def _withdrawals(
    request: _Request, endings: Mapping[ProgramId, tuple[Ending, ...]]
) -> list[Change]:
    """The places given up: not those where a group has nobody else to lead it."""
    left = {program for program, some in endings.items() if all(one.files for one in some)}
    return [
        change
        for position, enrolment in enumerate(request.person.enrolments)
        if enrolment.program in left and enrolment.status not in OVER
        for change in (
            Set(("enrolments", position, "status"), EnrolmentStatus.WITHDRAWN.value),
            Set(("enrolments", position, "until"), request.today),
        )
    ]


def _pair_meant(request: _Request) -> PairId | Problem:
    """The pair that is named, or the only one there is."""
    label, hint = label_of(request.filled.form, "pair"), msg("Write the one that you mean.")
    current = tuple(map(str, request.pairs))
    if request.answer("pair"):
        named = pair_named(request.filled, request.community, request.author)
        if isinstance(named, Problem) or named in request.pairs:
            return named
        return Problem(label, msg("it is over, or you have left it"), current, hint)
    suitable = tuple(one for one in request.pairs if _suits(request, one))
    if len(suitable or request.pairs) == 1:
        return (suitable or request.pairs)[0]
    if not request.pairs:
        return Problem(label, msg("you belong to no pair, group or circle that goes on"))
    return Problem(label, msg("it is not clear which one is meant"), current, hint)


def _suits(request: _Request, pair_id: PairId) -> bool:
    """Whether a pair is meant and it is one, or a group and it is one; a break suits all."""
    match request.answer("what"):
        case "end-pair":
            return not is_group(request.community, pair_id)
        case "leave-group":
            return is_group(request.community, pair_id)
        case _:
            return True


def _all(endings: Mapping[ProgramId, tuple[Ending, ...]]) -> Sequence[Ending]:
    return [ending for some in endings.values() for ending in some]


def _refused(request: _Request, title: Message, problem: Problem) -> Draft:
    return Draft(title, request.author, problems=(problem,))


def _drafted(
    request: _Request, title: Message, changes: Sequence[Change], endings: Sequence[Ending]
) -> Draft:
    """The changes of the author's entry and of their pairs, and who is to know of them."""
    path = person_path(request.author)
    files = [EditedFile(path, tuple(changes))] if changes else []
    tell = (person for ending in endings for person in ending.tell)
    return Draft(
        title,
        request.author,
        changes=(*files, *(file for ending in endings for file in ending.files)),
        origins=tuple(_origins(path, endings)),
        tell=tuple(dict.fromkeys(tell)),
        to_do=tuple(message for ending in endings for message in ending.to_do),
        material=(request.author, repr(changes), repr([ending.files for ending in endings])),
    )


def _origins(path: str, endings: Sequence[Ending]) -> Iterator[Origin]:
    yield Origin(path, (), "what")
    yield Origin(path, ("paused_until",), "until")
    for ending in endings:
        for file in ending.files:
            yield Origin(file.path, (), "pair")
            yield Origin(file.path, ("paused_until",), "until")
