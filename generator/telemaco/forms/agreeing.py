"""The form by which each member accepts the agreement of their pair: each for themselves."""

from telemaco.forms.members import pair_field, pair_help
from telemaco.forms.notices import agreement, notices
from telemaco.forms.values import Area, Choice, Form, Line, Option
from telemaco.messages import msg
from telemaco.model.community import Community

ACCEPT = "accept-the-agreement"


def accept_the_agreement(community: Community) -> Form:
    """The form for a member of a pair who has read its agreement."""
    return Form(
        ACCEPT,
        msg("Accept the agreement"),
        msg(
            "You have read the agreement of your pair, group or circle, and want to say yes to it."
        ),
        ACCEPT,
        (
            *notices(
                community,
                msg(
                    "The text stands on the page of your pair, group or circle. If you accept it, "
                    "the day is noted in its file, for you alone: everybody accepts it for "
                    "themselves."
                ),
            ),
            pair_field(
                community,
                msg("Pair, group or circle whose agreement you have read"),
                pair_help(),
                msg("Pair whose agreement you have read"),
            ),
            Choice(
                "answer",
                msg("Do you accept the agreement?"),
                (
                    Option("yes", msg("yes, I accept it")),
                    Option("no", msg("not as it is, I would like to talk about it")),
                ),
                is_required=True,
            ),
            Line(
                "review",
                msg("When do you want to look at it again?"),
                msg("Year, month, day. Leave it empty to keep the day that is noted, if any."),
                "2027-04-01",
            ),
            Area("words", msg("What should be different"), None),
            agreement(msg("I know that others can read this issue.")),
        ),
    )
