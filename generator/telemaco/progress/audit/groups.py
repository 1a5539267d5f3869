"""The checks of a program of groups: those of other programs, said of groups."""

from collections.abc import Iterator, Mapping

from telemaco.messages import Message, msg
from telemaco.progress.audit.standards import LINES, Line


def lines_of_groups() -> Iterator[Line]:
    """The checks of a program of groups, in the order of its life."""
    for topics, says, judge, advice in LINES:
        yield topics, _OF_GROUPS.get(says.text, says), judge, _OF_GROUPS.get(advice.text, advice)


_OF_GROUPS: Mapping[str, Message] = {
    "The goals of pairs serve the objectives.": msg("The goals of groups serve the objectives."),
    "How pairs were found can be worked out again by anybody.": msg(
        "How groups were formed can be worked out again by anybody."
    ),
    "Both sides agree before a pair begins.": msg("Everybody agrees before a group begins."),
    "Pairs have an agreement, and every member has accepted it.": msg(
        "Groups have an agreement, and every member has accepted it."
    ),
    "A pair that does not work can end without blame, and its members find another.": msg(
        "A group that does not work can end without blame, and anybody can leave it."
    ),
    "Somebody notices when a pair does not meet.": msg(
        "Somebody notices when a group does not meet."
    ),
    "Pairs close with a last look at what they did.": msg(
        "Groups close with a last look at what they did."
    ),
    "Name the `objective` in the goals of the pairs.": msg(
        "Name the `objective` in the goals of the groups."
    ),
    "Ask the pairs to accept their agreement.": msg("Ask the groups to accept their agreement."),
    "Ask pairs that end for their closing words.": msg(
        "Ask groups that end for their closing words."
    ),
}
"""What the same check says there; the words of the others fit as they are."""
