"""The forms by which people find one another: propose a pair, and agree to one."""

from collections.abc import Iterator
from dataclasses import replace

from telemaco.forms.members import pair_field, pair_help, people_field
from telemaco.forms.notices import agreement, notices
from telemaco.forms.programs import informal, program_field
from telemaco.forms.values import Area, Choice, Field, Form, Line, Option
from telemaco.messages import msg
from telemaco.model.community import Community

PROPOSE, CONFIRM = "propose-a-pair", "confirm-a-pair"


def propose_a_pair(community: Community) -> Form:
    """The form for people who found one another, or want a circle, in an informal program."""
    return Form(
        PROPOSE,
        msg("Propose a pair, a group or a circle"),
        msg("You found somebody to learn with, in a program where people find one another."),
        PROPOSE,
        (
            *notices(
                community,
                msg(
                    "What you fill in becomes a file of this repository, once everybody you name "
                    "has agreed. The site names only those who allow it."
                ),
            ),
            replace(
                program_field(
                    community, msg("Program of the new pair, group or circle"), informal(community)
                ),
                former=(msg("Program of the new pair"),),
            ),
            *_members(community),
            Line("title", msg("Name of the group"), msg("Only for a group or a circle.")),
            Line("start", msg("First day"), msg("Year, month, day."), "2027-02-01"),
            agreement(msg("I know that others can read this issue, and who is named in it.")),
        ),
    )


def confirm_a_pair(community: Community) -> Form:
    """The form for somebody whom a pair was proposed for."""
    return Form(
        CONFIRM,
        msg("Confirm a pair, a group or a circle"),
        msg("A pair, a group or a circle was proposed for you, and you want to say yes or no."),
        CONFIRM,
        (
            *notices(
                community,
                msg(
                    "If you agree, the day is noted in its file. If you do not, nobody learns why "
                    "from the site."
                ),
            ),
            pair_field(
                community,
                msg("Pair, group or circle that was proposed for you"),
                pair_help(),
                msg("Pair that was proposed for you"),
            ),
            Choice(
                "answer",
                msg("Do you want to be part of it?"),
                (
                    Option("yes", msg("yes, I agree")),
                    Option("no", msg("no, thank you"), former=(msg("no, not this one"),)),
                ),
                is_required=True,
                former=(msg("Do you want to be in this pair?"),),
            ),
            Area("words", msg("Something the coordinators should know"), None),
            agreement(msg("I know that others can read this issue.")),
        ),
    )


def _members(community: Community) -> Iterator[Field]:
    yield people_field(
        community,
        "mentors",
        msg("Mentor"),
        msg("Leave it empty for a circle of peers. In a group there may be several, one a line."),
    )
    yield people_field(
        community,
        "mentees",
        msg("Mentees, or the members of a circle"),
        msg("One a line, by the name in the list or the name on GitHub with @. You, too."),
        is_required=True,
    )
