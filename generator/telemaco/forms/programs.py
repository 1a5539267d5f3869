"""Which programs a form offers, and what it tells of them."""

from collections.abc import Iterator, Mapping
from datetime import date

from telemaco.forms.choosing import choice, in_all_languages
from telemaco.forms.values import Choice, Option, Told
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.program_steps import TAKES_PEOPLE, can_apply
from telemaco.records.base import ProgramId
from telemaco.records.program import Program, ProgramKind, ProgramStatus, Role
from telemaco.records.text import worded

_MOST_TOLD = 6
"""Programs that are told about; of more, people read on the site."""

Programs = Mapping[ProgramId, Program]


def to_join(community: Community) -> Programs:
    """The programs that somebody can apply for.

    That does not hang on the day: else a form would be out of date without anybody's change.
    A program in whose status `open` the last day has passed is offered with that day.
    """
    return {
        program_id: program
        for program_id, program in community.programs.items()
        if can_apply(program)
    }


def to_join_as(community: Community, role: Role) -> Programs:
    """The same for a role: peers meet in circles, mentors and mentees everywhere else."""
    return {
        program_id: program
        for program_id, program in to_join(community).items()
        if (program.kind is ProgramKind.PEER_CIRCLE) is (role is Role.PEER)
    }


def informal(community: Community) -> Programs:
    """The programs in which people find one another by themselves."""
    return {
        program_id: program
        for program_id, program in community.programs.items()
        if program.style == "informal" and program.status in TAKES_PEOPLE
    }


def current(community: Community) -> Programs:
    """The programs that are neither over nor still in preparation."""
    going = {*TAKES_PEOPLE, ProgramStatus.CLOSING}
    return {
        program_id: program
        for program_id, program in community.programs.items()
        if program.status in going
    }


def program_field(
    community: Community, label: Message, programs: Programs, told: Message | None = None
) -> Choice:
    """The field in which one of the programs has to be chosen."""
    options = tuple(
        Option(
            program_id,
            worded(program.title, community.settings.languages),
            in_all_languages(program.title),
        )
        for program_id, program in programs.items()
    )
    return choice(Choice("program", label, options, told, is_required=True))


def about(community: Community, programs: Programs) -> Iterator[Told]:
    """A paragraph that says what the programs are, and by when one has to apply."""
    if 0 < len(programs) <= _MOST_TOLD:
        points = [_point(community, program) for program in programs.values()]
        yield Told(msg("What you can join:"), tuple(points))


def asked_of(community: Community, programs: Programs, role: Role) -> Iterator[Told]:
    """What each program asks people to agree to."""
    if len(programs) > _MOST_TOLD:
        return
    languages = community.settings.languages
    for program in programs.values():
        statements = program.eligibility.for_role(role)
        if statements:
            yield Told(
                msg(
                    "Who applies for {program} agrees to this:",
                    program=worded(program.title, languages),
                ),
                tuple(msg("{text}", text=worded(text, languages)) for text in statements),
            )


def _point(community: Community, program: Program) -> Message:
    languages = community.settings.languages
    opens, closes = program.dates.applications_open, program.dates.applications_close
    told = msg(
        "**{program}**: {summary}",
        program=worded(program.title, languages),
        summary=worded(program.summary, languages),
    )
    return _with_days(told, opens, closes)


def _with_days(told: Message, opens: date | None, closes: date | None) -> Message:
    if opens and closes:
        return msg("{told} Apply from {opens} to {closes}.", told=told, opens=opens, closes=closes)
    if opens:
        return msg("{told} Apply from {opens} on.", told=told, opens=opens)
    if closes:
        return msg("{told} Apply by {closes}.", told=told, closes=closes)
    return told
