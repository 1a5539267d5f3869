"""The forms by which people change their entry, take a break or leave."""

from collections.abc import Iterator
from dataclasses import replace

from telemaco.forms.about_people import (
    OFFERS,
    SEEKS,
    approach,
    changed_zone,
    languages_and_hours,
    skills,
    who,
)
from telemaco.forms.joining import background, publish
from telemaco.forms.members import pair_field
from telemaco.forms.notices import agreement, notices
from telemaco.forms.programs import current, program_field
from telemaco.forms.values import DELETE, Area, Boxes, Choice, Field, Form, Line, Option, Told
from telemaco.messages import msg
from telemaco.model.community import Community

UPDATE, LEAVE = "update-my-entry", "pause-or-leave"


def update_my_entry(community: Community) -> Form:
    """The form for somebody whose entry is no longer right; what is left empty stays."""
    return Form(
        UPDATE,
        msg("Change my entry"),
        msg("Something in your entry is no longer right, or you want to say that it is."),
        UPDATE,
        (
            *notices(
                community,
                msg(
                    "What you fill in changes your file in this repository, once a coordinator "
                    "has looked at it. The site shows of it what you allowed."
                ),
            ),
            Told(
                msg(
                    "What you leave empty stays as it is. What you choose from a list takes the "
                    "place of what you chose before; of your skills, name all of them. To delete "
                    "a text, write a hyphen ({dash}) in its place.",
                    dash=DELETE,
                )
            ),
            Choice(
                "confirm",
                msg("Is your entry still right?"),
                (
                    Option("changed", msg("yes, apart from what I fill in below")),
                    Option("right", msg("yes, all of it")),
                ),
                is_required=True,
            ),
            *(_optional(field) for field in _entry(community)),
            publish(),
            agreement(msg("I know that others can read this issue, and the file that it changes.")),
        ),
    )


def pause_or_leave(community: Community) -> Form:
    """The form for somebody who needs a break, or goes. No reason is asked."""
    return Form(
        LEAVE,
        msg("Pause or leave"),
        msg("You need a break, or you want to go. You need not say why."),
        LEAVE,
        (
            *notices(
                community,
                msg(
                    "A coordinator changes your file in this repository accordingly. The site "
                    "never says who ended something, or why."
                ),
            ),
            Choice("what", msg("What would you like?"), _WISHES, is_required=True),
            Line("until", msg("Until when?"), msg("For a break: year, month, day."), "2027-09-01"),
            _optional(
                program_field(
                    community,
                    msg("Which program?"),
                    current(community),
                    msg("If you take part in one only, leave this as it is."),
                )
            ),
            _optional(
                pair_field(
                    community,
                    msg("Which pair, group or circle?"),
                    msg("If you belong to one only, leave this empty."),
                    msg("Which pair?"),
                )
            ),
            Area("words", msg("Something you want to say"), msg("Nothing is expected here.")),
            agreement(msg("I know that others can read this issue.")),
        ),
    )


_WISHES = (
    Option("pause", msg("a break, until the day below")),
    Option("end-pair", msg("to end my pair, and stay in the program")),
    Option("leave-group", msg("to leave my group or circle, and stay in the program")),
    Option("leave", msg("to leave the program")),
    Option("remove", msg("to leave, and to have my entry removed")),
)


def _entry(community: Community) -> Iterator[Field]:
    yield from who()
    yield from changed_zone()
    yield from languages_and_hours(community)
    yield from skills(community, OFFERS, msg("What you can help with"))
    yield from skills(community, SEEKS, msg("What you want to learn"))
    yield from background()
    yield from approach()


def _optional(field: Field) -> Field:
    return field if isinstance(field, Boxes) else replace(field, is_required=False)
