"""What the criteria of the matching are called."""

from collections.abc import Mapping

from telemaco.messages import Message, msg

SHORT: Mapping[str, Message] = {
    "skills": msg("skil"),
    "goals": msg("goal"),
    "languages": msg("lang"),
    "availability": msg("time"),
    "approach": msg("appr"),
    "experience": msg("exp"),
    "preference": msg("wish"),
}
"""For columns of a narrow table."""

LONG: Mapping[str, Message] = {
    "skills": msg("skills"),
    "goals": msg("goals"),
    "languages": msg("languages"),
    "availability": msg("free hours"),
    "approach": msg("approach"),
    "experience": msg("experience"),
    "preference": msg("wishes"),
}
"""Written in full."""
