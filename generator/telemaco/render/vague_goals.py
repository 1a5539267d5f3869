"""What a goal does not say yet, in words: a suggestion, never a fault."""

from collections.abc import Mapping, Sequence

from telemaco.messages import Message, msg, msg_n
from telemaco.model.goals import Lack
from telemaco.records.layout import PairId

_WORDS: Mapping[Lack, Message] = {
    Lack.SPECIFIC: msg("what exactly you want to reach"),
    Lack.SUCCESS: msg("how you will see that it is reached"),
    Lack.BASELINE: msg("where you stand at the start"),
    Lack.OWNER: msg("whose it is"),
    Lack.OBJECTIVE: msg("which objective of the program it serves"),
    Lack.DUE: msg("by when"),
}


def lacks_in_words(lacks: Sequence[Lack]) -> Message:
    """The questions that a goal leaves open, between commas; there is at least one."""
    first, *rest = lacks
    if not rest:
        return _WORDS[first]
    return msg("{first}, {rest}", first=_WORDS[first], rest=lacks_in_words(rest))


def could_say_more(number: int) -> Message:
    """The title of a list of so many goals."""
    return msg_n(
        "{count} goal could say more; suggest it when you talk to them",
        "{count} goals could say more; suggest it when you talk to them",
        number,
    )


def have_no_goal(counted: Message, pairs: Sequence[PairId]) -> Message:
    """Which pairs have written none, and how many of what that are."""
    names = ", ".join(map(str, pairs))
    return msg("{pairs} without a goal yet: {names}", pairs=counted, names=names)
