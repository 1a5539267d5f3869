"""What the criteria of the matching are called."""

from collections.abc import Mapping

from telemaco.messages import Message, msg

NAMES: Mapping[str, Message] = {
    "skills": msg("Skills"),
    "goals": msg("Goals"),
    "languages": msg("Languages"),
    "availability": msg("Free hours in common"),
    "approach": msg("Ways to learn and to teach"),
    "experience": msg("Experience"),
    "preference": msg("People asked for"),
}
"""For sentences and headings."""

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

WEIGHTS: Mapping[str, Message] = {
    "required": msg("required"),
    "high": msg("high"),
    "medium": msg("medium"),
    "low": msg("low"),
}
"""How much a criterion counts."""
