"""The five levels of goal attainment scaling in words, and what a pair's score says."""

from collections.abc import Mapping

from telemaco.messages import Message, msg

LEVELS: Mapping[int, Message] = {
    2: msg("much more than hoped"),
    1: msg("more than hoped"),
    0: msg("as hoped"),
    -1: msg("less than hoped"),
    -2: msg("much less than hoped"),
}
