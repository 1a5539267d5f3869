"""What choices of the records are called where more than one part speaks of them."""

from collections.abc import Mapping

from telemaco.messages import Message, msg

LEARNS_BY: Mapping[str, Message] = {
    "doing": msg("doing"),
    "discussing": msg("discussing"),
    "reading": msg("reading"),
    "watching": msg("watching"),
    "writing": msg("writing"),
}

VALUES: Mapping[str, Message] = {
    "curiosity": msg("curiosity"),
    "honesty": msg("honesty"),
    "patience": msg("patience"),
    "courage": msg("courage"),
    "kindness": msg("kindness"),
    "fairness": msg("fairness"),
    "independence": msg("independence"),
    "excellence": msg("excellence"),
    "playfulness": msg("playfulness"),
    "service": msg("service"),
    "tradition": msg("tradition"),
    "growth": msg("growth"),
}
