"""What a goal does not say yet, in words: a suggestion, never a fault."""

from collections.abc import Mapping, Sequence

from telemaco.messages import Message, msg
from telemaco.model.goals import Lack

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
