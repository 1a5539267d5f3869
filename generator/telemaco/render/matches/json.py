"""A matching as one JSON object."""

import json
from dataclasses import asdict
from typing import Any

from telemaco.matching.phrases import time_of_day
from telemaco.matching.result import Link, Match, Proposal
from telemaco.matching.together import Together
from telemaco.messages import Message
from telemaco.ports import Translator


def as_json(found: Match, translator: Translator) -> str:
    """Everything that was found; scores and points are of 100000, values of 1000."""
    value = {
        "program": found.program,
        "today": found.today.isoformat(),
        "seed": found.seed,
        "digest": found.digest,
        "pins": [{"mentor": one, "mentee": other} for one, other in found.orders.pins],
        "forbids": [list(couple) for couple in found.orders.forbids],
        "force": found.orders.force,
        "replaces": found.redo.receipt if found.redo else None,
        "settings": dict(found.settings),
        "mentors": found.mentors,
        "mentees": found.mentees,
        "proposals": [_proposal(proposal, translator) for proposal in found.proposals],
        "unmatched": [
            {
                "person": one.person,
                "role": one.role,
                "limit": one.limit,
                "binding": translator.text(one.binding),
                "closest": _maybe(one.closest, translator),
                "would_help": _maybe(one.would_help, translator),
                "change": one.change.kind if one.change else None,
                "partner": one.change.other.id if one.change and one.change.other else None,
            }
            for one in found.unmatched
        ],
        "asides": [
            {"person": one.person, "role": one.role, "reason": translator.text(one.reason)}
            for one in found.asides
        ],
        "notices": [translator.text(notice) for notice in found.notices],
        "competitions": [asdict(competition) for competition in found.competitions],
        "blocking_pairs": found.blocking,
        "blocked": [asdict(blocking) for blocking in found.blocked],
        "openings": [asdict(opening) for opening in found.openings],
        "search": asdict(found.search) if found.search else None,
        "swaps": asdict(found.swaps) if found.swaps else None,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _proposal(proposal: Proposal, translator: Translator) -> dict[str, Any]:
    return {
        "members": [{"person": person, "role": role} for person, role in proposal.members],
        "score": proposal.score,
        "links": [_link(link, translator) for link in proposal.links],
        "together": _together(proposal.together, translator) if proposal.together else None,
    }


def _together(together: Together, translator: Translator) -> dict[str, Any]:
    return {
        "text": translator.text(together.text),
        "language": together.language,
        "times": [
            {
                "timezone": time.person.person.timezone,
                "day": time.day,
                "from": time_of_day(time.start),
                "to": time_of_day(time.end),
            }
            for time in together.times
        ],
        "silent": list(together.silent),
    }


def _link(link: Link, translator: Translator) -> dict[str, Any]:
    return {
        "mentee": link.mentee,
        "mentor": link.mentor,
        "score": link.score,
        "shares": [
            {
                "criterion": share.criterion,
                "weight": share.weight,
                "value": share.value,
                "points": share.points,
                "evidence": translator.text(evidence),
            }
            for share, evidence in zip(link.shares, link.evidence, strict=True)
        ],
        "cautions": [
            {"kind": one.kind, "people": one.people, "text": translator.text(one.text)}
            for one in link.cautions
        ],
        "runners_up": [asdict(one) for one in link.runners_up],
    }


def _maybe(message: Message | None, translator: Translator) -> str | None:
    return translator.text(message) if message else None
