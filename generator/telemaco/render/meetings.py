"""Slots for a session, and sessions that are planned, moved or called off: as text and as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from telemaco.meetings.values import Attendee, Proposal
from telemaco.messages import Message, msg, msg_n
from telemaco.model.meetings import Span
from telemaco.model.zones import same_clock
from telemaco.ports import Translator
from telemaco.render.dates import Dates
from telemaco.render.member_events import Invitation
from telemaco.render.tables import table
from telemaco.render.visible import visible


def proposal_as_text(proposal: Proposal, translator: Translator, width: int) -> str:
    """The slots, a row each, by the clock of every member; or why there is none."""
    dates, say = Dates(translator.language), translator.text
    head = msg_n(
        "A session of {count} minute, about {day}:",
        "A session of {count} minutes, about {day}:",
        proposal.minutes,
        day=dates.day(proposal.about),
    )
    if not proposal.slots:
        lines = [say(msg("No time was found until {day}.", day=dates.day(proposal.last)))]
        lines += [say(one) for one in (*proposal.obstacles, *_without(proposal))]
        return "".join(f"{visible(line)}\n" for line in lines)
    clocks = _clocks(proposal.attendees, dates)
    header = ["#", *(visible(f"{one.cities}: {one.names}") for one in clocks)]
    rows = [
        [str(number), *_local_times(slot, clocks, dates)]
        for number, slot in enumerate(proposal.slots, 1)
    ]
    told = "".join(
        f"{visible(say(one))}\n" for one in (*_silence(proposal.attendees), *_without(proposal))
    )
    return f"{visible(say(head))}\n\n{table(header, rows, width)}{told and chr(10) + told}"


def proposal_as_json(proposal: Proposal, translator: Translator) -> str:
    """Every slot with its moments in UTC and by everybody's clock."""
    value = {
        "pair": str(proposal.pair),
        "minutes": proposal.minutes,
        "about": proposal.about.isoformat(),
        "looked_until": proposal.last.isoformat(),
        "members": [
            {"person": one.person, "timezone": one.zone, "names_hours": not one.is_silent}
            for one in proposal.attendees
        ],
        "slots": [
            {"slot": number, **_moments(slot, proposal.attendees)}
            for number, slot in enumerate(proposal.slots, 1)
        ],
        "without": [{"name": one.name, "back": one.back.isoformat()} for one in proposal.missed],
        "obstacles": [translator.text(one) for one in proposal.obstacles],
    }
    return _json(value)


def sessions_as_text(
    invitations: Sequence[Invitation], attendees: Sequence[Attendee], translator: Translator
) -> str:
    """The sessions with their times, the room where one is known, and whether they are off."""
    dates = Dates(translator.language)
    lines = [
        line for one in invitations for line in _session_lines(one, attendees, dates, translator)
    ]
    return "".join(f"{visible(line)}\n" for line in lines)


def sessions_as_json(
    invitations: Sequence[Invitation],
    attendees: Sequence[Attendee],
    told: Mapping[str, Any],
) -> str:
    """The sessions as events; `told` is what else there is to say."""
    sessions = [
        {
            "note": str(one.session.id),
            "status": one.session.note.status.value,
            "uid": one.event.uid,
            "sequence": one.event.sequence,
            "room": one.event.room,
            **(_moments(span, attendees) if (span := _span(one)) else {}),
        }
        for one in invitations
    ]
    return _json({**told, "sessions": sessions})


class _Clock(NamedTuple):
    clock: ZoneInfo
    cities: str
    names: str


def _clocks(attendees: Sequence[Attendee], dates: Dates) -> Sequence[_Clock]:
    """The clocks of the members, each once, whatever their zones are called."""
    found: dict[str, list[Attendee]] = {}
    for one in attendees:
        found.setdefault(same_clock(one.zone), []).append(one)
    return [
        _Clock(
            same[0].clock,
            ", ".join(dict.fromkeys(dates.city(one.zone) for one in same)),
            ", ".join(one.name for one in same),
        )
        for same in found.values()
    ]


def _local_times(slot: Span, clocks: Sequence[_Clock], dates: Dates) -> Iterator[str]:
    for one in clocks:
        yield dates.appointment(slot.start.astimezone(one.clock), slot.end.astimezone(one.clock))


def _silence(attendees: Sequence[Attendee]) -> Iterator[Message]:
    for one in attendees:
        if one.is_silent:
            yield msg("{name} names no free hours; 8:00 to 21:00 were taken.", name=one.name)


def _without(proposal: Proposal) -> Iterator[Message]:
    for one in proposal.missed:
        yield msg(
            "Without {name}, who is away until {day}; later days were not looked at.",
            name=one.name,
            day=one.back,
        )


def _session_lines(
    invitation: Invitation, attendees: Sequence[Attendee], dates: Dates, translator: Translator
) -> Iterator[str]:
    span = _span(invitation)
    if span is None:
        yield dates.day(invitation.session.day)
    else:
        clocks = _clocks(attendees, dates)
        for one, time in zip(clocks, _local_times(span, clocks, dates), strict=True):
            yield f"{time}  {one.cities} ({one.names})"
    if invitation.event.room:
        yield translator.text(msg("Room: {address}", address=invitation.event.room))
    if invitation.event.is_cancelled:
        yield translator.text(msg("Called off."))


def _span(invitation: Invitation) -> Span | None:
    start, end = invitation.event.start, invitation.event.end
    return Span(start, end) if end is not None and isinstance(start, datetime) else None


def _moments(slot: Span, attendees: Sequence[Attendee]) -> Mapping[str, Any]:
    return {
        "start": slot.start.isoformat(),
        "end": slot.end.isoformat(),
        "local": {one.person: slot.start.astimezone(one.clock).isoformat() for one in attendees},
    }


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
