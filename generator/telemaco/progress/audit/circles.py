"""The checks of a circle of peers: those of other programs, less what a circle cannot have."""

from collections.abc import Iterator, Mapping

from telemaco.messages import Message, msg
from telemaco.progress.audit import judges
from telemaco.progress.audit.standards import LINES, Line


def lines_of_a_circle() -> Iterator[Line]:
    """The checks of a program of circles, in the order of its life."""
    for topics, says, judge, advice in LINES:
        if judge is judges.has_statements:
            yield topics, _STATEMENTS, judges.has_statements_for_peers, _WRITE_THEM
        elif judge is not judges.mentors_are_prepared:
            yield (
                topics,
                _IN_A_CIRCLE.get(says.text, says),
                judge,
                _IN_A_CIRCLE.get(advice.text, advice),
            )


_STATEMENTS = msg("Peers agree to statements on what is expected of them.")
_WRITE_THEM = msg("Write statements for `peer` under `eligibility` in the program's file.")
_IN_A_CIRCLE: Mapping[str, Message] = {
    "The goals of pairs serve the objectives.": msg("The goals of circles serve the objectives."),
    "Who mentors minors or vulnerable adults is screened as the law asks.": msg(
        "Who meets minors or vulnerable adults is screened as the law asks."
    ),
    "A handbook tells mentors, mentees and coordinators what is theirs to do.": msg(
        "A handbook tells peers and coordinators what is theirs to do."
    ),
    "How pairs were found can be worked out again by anybody.": msg(
        "How circles were formed can be worked out again by anybody."
    ),
    "Both sides agree before a pair begins.": msg("Everybody agrees before a circle begins."),
    "Pairs have an agreement, and every member has accepted it.": msg(
        "Circles have an agreement, and every member has accepted it."
    ),
    "A pair that does not work can end without blame, and its members find another.": msg(
        "A circle that does not work can end without blame, and anybody can leave it."
    ),
    "Somebody notices when a pair does not meet.": msg(
        "Somebody notices when a circle does not meet."
    ),
    "Pairs close with a last look at what they did.": msg(
        "Circles close with a last look at what they did."
    ),
    "Name the `objective` in the goals of the pairs.": msg(
        "Name the `objective` in the goals of the circles."
    ),
    "Ask the pairs to accept their agreement.": msg("Ask the circles to accept their agreement."),
    "Ask pairs that end for their closing words.": msg(
        "Ask circles that end for their closing words."
    ),
}
"""What the same check says there; the words of the others fit as they are."""
