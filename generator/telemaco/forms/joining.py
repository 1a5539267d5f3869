"""The forms by which people join a program."""

from collections.abc import Iterator
from typing import get_args

from telemaco.forms.about_people import (
    OFFERS,
    SEEKS,
    approach,
    languages_and_hours,
    needed_zone,
    skills,
    who,
)
from telemaco.forms.members import mentors_field, people_field
from telemaco.forms.notices import notices
from telemaco.forms.programs import about, asked_of, program_field, to_join_as
from telemaco.forms.values import Area, Box, Boxes, Choice, Field, Form, Line, Option, Told
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.wording import VALUES
from telemaco.records.person import PersonField, PersonValue
from telemaco.records.program import Role

MENTOR, MENTEE, PEER = "join-as-mentor", "join-as-mentee", "join-as-peer"

_MOST_MENTEES = 5


def join_as_mentor(community: Community) -> Form:
    """The form for somebody who wants to help others."""
    programs = to_join_as(community, Role.MENTOR)
    return Form(
        MENTOR,
        msg("Join as a mentor"),
        msg("You want to help somebody learn what you know."),
        MENTOR,
        (
            *_opening(community),
            *about(community, programs),
            *asked_of(community, programs, Role.MENTOR),
            program_field(community, msg("Program in which you would be a mentor"), programs),
            *who(),
            *needed_zone(),
            *languages_and_hours(community),
            *skills(community, OFFERS, msg("What you can help with")),
            _the_rest(),
            Choice(
                "capacity",
                msg("How many mentees would you take?"),
                tuple(Option(str(number), str(number)) for number in range(1, _MOST_MENTEES + 1)),
            ),
            *background(),
            *approach(),
            *_closing(),
        ),
    )


def join_as_mentee(community: Community) -> Form:
    """The form for somebody who wants to learn."""
    programs = to_join_as(community, Role.MENTEE)
    return Form(
        MENTEE,
        msg("Join as a mentee"),
        msg("You want to learn something, and somebody to learn it with."),
        MENTEE,
        (
            *_opening(community),
            *about(community, programs),
            *asked_of(community, programs, Role.MENTEE),
            program_field(community, msg("Program in which you would be a mentee"), programs),
            *who(),
            *needed_zone(),
            *languages_and_hours(community),
            *skills(community, SEEKS, msg("What you want to learn")),
            Area("goal", msg("What do you want to reach?"), msg("One sentence is enough.")),
            _the_rest(),
            mentors_field(
                community,
                "prefers",
                msg("Is there a mentor whom you would like?"),
                msg("Names from the list of mentors, one a line, the one you want most first."),
            ),
            *background(),
            *approach(),
            *_closing(),
        ),
    )


def join_as_peer(community: Community) -> Form:
    """The form for somebody who wants to learn among equals."""
    programs = to_join_as(community, Role.PEER)
    return Form(
        PEER,
        msg("Join a circle of peers"),
        msg("You want to work on something together with others, where nobody is the mentor."),
        PEER,
        (
            *_opening(community),
            *about(community, programs),
            *asked_of(community, programs, Role.PEER),
            program_field(community, msg("Circle that you would like to join"), programs),
            *who(),
            *needed_zone(),
            *languages_and_hours(community),
            *skills(community, SEEKS, msg("What you would like to work on")),
            Area("goal", msg("What do you want to reach?"), msg("One sentence is enough.")),
            _the_rest(),
            *skills(community, OFFERS, msg("What you can help others with")),
            people_field(
                community,
                "prefers",
                msg("Is there somebody whom you would like in your circle?"),
                msg("Names, one a line, the one you want most first."),
            ),
            *background(),
            *(field for field in approach() if field.id != "initiative"),
            *_closing(),
        ),
    )


def _opening(community: Community) -> Iterator[Told]:
    becomes = msg(
        "What you fill in becomes a file of this repository, once a coordinator has looked at "
        "it. The site shows only what you choose below, under What may the site show. Needed are "
        "your time zone and what has a star."
    )
    return notices(community, becomes)


def _the_rest() -> Told:
    return Told(
        msg(
            "What follows helps to find somebody who suits you. You can leave any of it out now, "
            "and add it later."
        )
    )


def background() -> Iterator[Field]:
    """Time, experience and what matters to somebody."""
    yield Line("hours", msg("Hours a month you have for it"), None, "4")
    yield Line("experience", msg("Years of experience in the field"), None, "7")
    yield Choice(
        "values",
        msg("What matters to you?"),
        tuple(Option(value, VALUES[value]) for value in get_args(PersonValue)),
        msg("Three at most."),
        takes_several=True,
    )


def publish() -> Choice:
    """What the site may show of somebody."""
    return Choice(
        "publish",
        msg("What may the site show?"),
        tuple(Option(field, _FIELDS[field]) for field in get_args(PersonField)),
        msg(
            "The site shows what you choose here, and nothing else. Without your name nobody finds "
            "you in the list."
        ),
        takes_several=True,
    )


def _closing() -> Iterator[Field]:
    yield publish()
    yield Boxes(
        "consent",
        msg("Do you agree?"),
        (
            Box(
                "public",
                msg("I know that this issue can be read by others, and that a file is made of it."),
                is_required=True,
            ),
            Box(
                "conduct",
                msg("I keep to the code of conduct, and to what the program asks for."),
                is_required=True,
            ),
        ),
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
    "trained": msg("trainings that I completed"),
    "pairs": msg("that I belong to a pair"),
    "certificate": msg("a certificate when I complete a program"),
}
