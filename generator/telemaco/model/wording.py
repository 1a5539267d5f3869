"""What choices of the records are called where more than one part speaks of them."""

from collections.abc import Mapping

from telemaco.messages import Message, msg
from telemaco.records.program import Role

ROLES: Mapping[Role, Message] = {
    Role.MENTOR: msg("mentor"),
    Role.MENTEE: msg("mentee"),
    Role.PEER: msg("peer"),
    Role.FACILITATOR: msg("facilitator"),
}

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

STATUSES: Mapping[str, Message] = {
    "draft": msg("{draft}", draft="draft"),
    "open": msg("{open}", open="open"),
    "matching": msg("{matching}", matching="matching"),
    "running": msg("{running}", running="running"),
    "closing": msg("{closing}", closing="closing"),
    "archived": msg("{archived}", archived="archived"),
    "proposed": msg("{proposed}", proposed="proposed"),
    "confirmed": msg("{confirmed}", confirmed="confirmed"),
    "active": msg("{active}", active="active"),
    "paused": msg("{paused}", paused="paused"),
    "completed": msg("{completed}", completed="completed"),
    "ended-early": msg("{ended_early}", ended_early="ended-early"),
    "cancelled": msg("{cancelled}", cancelled="cancelled"),
    "applied": msg("{applied}", applied="applied"),
    "waiting": msg("{waiting}", waiting="waiting"),
    "accepted": msg("{accepted}", accepted="accepted"),
    "matched": msg("{matched}", matched="matched"),
    "withdrawn": msg("{withdrawn}", withdrawn="withdrawn"),
    "declined": msg("{declined}", declined="declined"),
}
"""A status in a sentence: as the files have it, beside what it means where that is no such word."""
