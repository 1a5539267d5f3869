"""The forms by which people join a program, change their entry, or leave."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

from telemaco.forms.about_people import OFFERS, SEEKS, approach, skills, where_and_when, who
from telemaco.forms.values import Area, Box, Boxes, Choice, Field, Form, Line, Option, Told
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.person import PersonField, PersonValue
from telemaco.records.program import Program, ProgramKind, ProgramStatus
from telemaco.records.text import worded

MENTOR, MENTEE = "join-as-mentor", "join-as-mentee"
UPDATE, LEAVE = "update-my-entry", "pause-or-leave"

_OPEN = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING, ProgramStatus.RUNNING})
_MOST_MENTEES = 5

_PUBLIC = msg(
    "This form becomes an issue that everybody can read, for good: people who follow the "
    "repository get it by mail at once. So write no e-mail address, no phone number and no "
    "address, and nothing that you would not say in public."
)


def join_as_mentor(community: Community, today: date) -> Form:
    """The form for somebody who wants to help others."""
    return Form(
        MENTOR,
        msg("Join as a mentor"),
        msg("You want to help somebody learn what you know."),
        MENTOR,
        (
            *_opening(community),
            _program(community, today),
            *who(),
            *where_and_when(community),
            *skills(community, OFFERS, msg("What you can help with:")),
            Choice(
                "capacity",
                msg("How many mentees would you take?"),
                tuple(Option(str(number), str(number)) for number in range(1, _MOST_MENTEES + 1)),
            ),
            *_background(),
            *approach(),
            *_closing(community),
        ),
    )


def join_as_mentee(community: Community, today: date) -> Form:
    """The form for somebody who wants to learn."""
    return Form(
        MENTEE,
        msg("Join as a mentee"),
        msg("You want to learn something, and somebody to learn it with."),
        MENTEE,
        (
            *_opening(community),
            _program(community, today),
            *who(),
            *where_and_when(community),
            *skills(community, SEEKS, msg("What you want to learn:")),
            Area("goal", msg("What do you want to reach?"), msg("One sentence is enough.")),
            Line(
                "prefers",
                msg("Is there a mentor whom you would like?"),
                msg("Names from the list of mentors, the dearest first, with commas between them."),
            ),
            *_background(),
            *approach(),
            *_closing(community),
        ),
    )


def update_my_entry(community: Community, _today: date) -> Form:
    """The form for somebody whose entry is no longer right; what is left empty stays."""
    return Form(
        UPDATE,
        msg("Change my entry"),
        msg("Something in your entry is no longer right, or you want to say that it is."),
        UPDATE,
        (
            Told(_PUBLIC),
            Told(msg("What you leave empty stays as it is.")),
            *(_optional(field) for field in who()),
            *(_optional(field) for field in where_and_when(community)),
            *skills(community, OFFERS, msg("What you can help with:")),
            *skills(community, SEEKS, msg("What you want to learn:")),
            *_background(),
            _publish(),
            Boxes(
                "confirm",
                msg("Is your entry right?"),
                (
                    Box("yes", msg("Apart from what I changed here my entry is right.")),
                    Box("public", msg("I know that this issue is public."), is_required=True),
                ),
            ),
        ),
    )


def pause_or_leave(_community: Community, _today: date) -> Form:
    """The form for somebody who needs a break, or goes. No reason is asked."""
    return Form(
        LEAVE,
        msg("Pause or leave"),
        msg("You need a break, or you want to go. You need not say why."),
        LEAVE,
        (
            Told(_PUBLIC),
            Choice(
                "what",
                msg("What would you like?"),
                (
                    Option("pause", msg("a break, until the day below")),
                    Option("end-pair", msg("to end my pair, and stay")),
                    Option("leave", msg("to leave the program")),
                    Option("remove", msg("to leave, and to have my entry removed")),
                ),
                is_required=True,
            ),
            Line("until", msg("Until when?"), msg("For a break: year, month, day."), "2027-09-01"),
            Area(
                "words", msg("Something you want to say?"), msg("Everybody can read it. Optional.")
            ),
        ),
    )


def _opening(community: Community) -> Iterator[Told]:
    yield Told(_PUBLIC)
    yield Told(
        msg(
            "What you fill in is kept in a file of this repository. The site shows only what you "
            "tick under What may the site show. To have it removed, write to {contact}.",
            contact=community.settings.contact,
        )
    )


def _program(community: Community, today: date) -> Choice:
    fallbacks = community.settings.languages
    options = tuple(
        Option(program_id, worded(program.title, fallbacks))
        for program_id, program in community.programs.items()
        if _takes(program, today)
    )
    return Choice("program", msg("Program"), options, is_required=True)


def _takes(program: Program, today: date) -> bool:
    """Whether somebody can join on a day."""
    if program.status not in _OPEN or program.kind is ProgramKind.PEER_CIRCLE:
        return False
    opens, closes = program.dates.applications_open, program.dates.applications_close
    return (opens or today) <= today <= (closes or today)


def _optional(field: Field) -> Field:
    return field if isinstance(field, Boxes) else replace(field, is_required=False)


def _background() -> Iterator[Field]:
    yield Line("hours", msg("Hours a month you have for it"), None, "4")
    yield Line("experience", msg("Years of experience in the field"), None, "7")
    yield Choice(
        "values",
        msg("What matters to you?"),
        tuple(Option(value, _VALUES[value]) for value in get_args(PersonValue)),
        msg("Three at most."),
        takes_several=True,
    )


_VALUES: dict[str, Message] = {
    "curiosity": msg("curiosity"),
    "honesty": msg("honesty"),
    "patience": msg("patience"),
    "courage": msg("courage"),
    "kindness": msg("kindness"),
    "fairness": msg("fairness"),
    "independence": msg("independence"),
    "excellence": msg("excellence"),
    "playfulness": msg("playfulness"),
    "service": msg("service"),
    "tradition": msg("tradition"),
    "growth": msg("growth"),
}


def _closing(community: Community) -> Iterator[Field]:
    yield _publish()
    conduct = community.settings.code_of_conduct
    yield Boxes(
        "consent",
        msg("Do you agree?"),
        (
            Box(
                "public",
                msg("I know that this issue is public and that a file is made of it."),
                is_required=True,
            ),
            Box(
                "conduct",
                msg("I keep to the code of conduct ({where}).", where=conduct),
                is_required=True,
            ),
        ),
    )


def _publish() -> Choice:
    return Choice(
        "publish",
        msg("What may the site show?"),
        tuple(Option(field, _FIELDS[field]) for field in get_args(PersonField)),
        msg("Without your name nobody finds you in the list. Nothing else is shown."),
        takes_several=True,
    )


_FIELDS: dict[str, Message] = {
    "name": msg("name"),
    "pronouns": msg("pronouns"),
    "github": msg("login on GitHub"),
    "timezone": msg("time zone"),
    "languages": msg("languages"),
    "location": msg("place"),
    "headline": msg("the line about me"),
    "bio": msg("more about me"),
    "links": msg("links"),
    "availability": msg("free hours"),
    "hours_per_month": msg("hours a month"),
    "offers": msg("what I can help with"),
    "seeks": msg("what I want to learn"),
    "goals": msg("goals"),
    "experience_years": msg("years of experience"),
    "approach": msg("how I like to work"),
    "values": msg("what matters to me"),
    "pairs": msg("that I belong to a pair"),
}
