"""What `telemaco meet` was asked for, and the plan or the proposal that answers it."""

from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.adapters.translations import Catalog
from telemaco.cli.meet_output import Wishes
from telemaco.cli.options import wrong_use
from telemaco.findings import TelemacoError
from telemaco.meetings.attending import attendees_of
from telemaco.meetings.proposing import propose
from telemaco.meetings.values import Proposal, Wish
from telemaco.messages import msg
from telemaco.model.community import Session
from telemaco.model.zones import zone_meant, zone_named
from telemaco.records.base import Start
from telemaco.records.layout import PairId
from telemaco.usecases.meet import (
    Meeting,
    MeetingPlan,
    Scene,
    plan_cancel,
    plan_meetings,
    plan_move,
    planned_session,
)
from telemaco.usecases.meet_times import days_of_series, refuse_who_does_not_meet
from telemaco.usecases.note import minutes_of

_NO_ZONE = "UTC"
"""The clock where no member has one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The options by which a session is chosen; `series` of 0 goes to the pair's end."""

    pair: PairId
    day: date | None
    minute: int | None
    zone: str | None
    slot: int | None
    minutes: int | None
    series: int | None
    of: date | None
    is_moving: bool
    is_off: bool

    @property
    def names_a_time(self) -> bool:
        """Whether it says when."""
        return self.slot is not None or self.day is not None

    @property
    def changes(self) -> bool:
        """Whether something is to be planned, moved or called off."""
        return self.names_a_time or self.is_off


def refuse_contradictions(choice: Choice, wishes: Wishes) -> None:
    """Raise a usage error for options that do not go together."""
    if (choice.day is None) != (choice.minute is None):
        raise wrong_use(msg("--on and --at go together"))
    if choice.day is not None and choice.slot is not None:
        raise wrong_use(msg("--slot and --on say the same thing; give one of them"))
    if choice.is_off and (choice.is_moving or choice.names_a_time or choice.series is not None):
        raise wrong_use(msg("--cancel goes with --session only"))
    if choice.of is not None and not (choice.is_off or choice.is_moving):
        raise wrong_use(msg("--session goes with --reschedule or --cancel"))
    if choice.series is not None and (choice.is_moving or not choice.names_a_time):
        raise wrong_use(msg("--series goes with --slot, or with --on and --at, of a new session"))
    if wishes.apply and not choice.changes:
        raise wrong_use(msg("--apply goes with --slot, with --on and --at, or with --cancel"))
    if wishes.ics is not None and choice.changes and not wishes.apply:
        raise wrong_use(msg("--ics with a change goes with --apply"))


def proposal_of(scene: Scene, choice: Choice) -> Proposal:
    """Times that would suit. Raises TelemacoError for a pair that does not meet."""
    refuse_who_does_not_meet(scene.community, choice.pair)
    moving = _moved(scene, choice)
    first = scene.today + timedelta(days=1)
    minutes = choice.minutes or (moving and moving.note.minutes)
    minutes = minutes or minutes_of(scene.community, choice.pair, first)
    wish = Wish(minutes, first, moving.id if moving else None)
    return propose(scene.community, choice.pair, wish)


def plan_of(scene: Scene, choice: Choice) -> MeetingPlan:
    """The change that is asked for. Raises TelemacoError."""
    if choice.is_off:
        session = planned_session(scene.community, choice.pair, choice.of, scene.today)
        return plan_cancel(scene, choice.pair, session)
    refuse_who_does_not_meet(scene.community, choice.pair)
    wanted = _of_slot(scene, choice) if choice.day is None else _of_day(scene, choice, choice.day)
    moving = _moved(scene, choice)
    if moving is not None:
        return plan_move(scene, wanted, moving)
    return plan_meetings(scene, wanted, Catalog)


def _moved(scene: Scene, choice: Choice) -> Session | None:
    if not choice.is_moving:
        return None
    return planned_session(scene.community, choice.pair, choice.of, scene.today)


def _of_slot(scene: Scene, choice: Choice) -> Meeting:
    proposal = proposal_of(scene, choice)
    number = choice.slot or 0
    if number > len(proposal.slots):
        raise TelemacoError(
            msg(
                "There is no slot {number}; there are {count}.",
                number=number,
                count=len(proposal.slots),
            ),
            msg("Run the command without --slot to see them."),
        )
    first = proposal.attendees[0]
    begin = proposal.slots[number - 1].start.astimezone(first.clock)
    start = Start(begin.hour * 60 + begin.minute, first.zone)
    return _wanted(scene, choice, begin.date(), start, proposal.minutes)


def _of_day(scene: Scene, choice: Choice, day: date) -> Meeting:
    attendees = attendees_of(scene.community, choice.pair, day)
    zone = _zone(choice.zone) or (attendees[0].zone if attendees else _NO_ZONE)
    moving = _moved(scene, choice)
    minutes = choice.minutes or (moving and moving.note.minutes)
    minutes = minutes or minutes_of(scene.community, choice.pair, day)
    return _wanted(scene, choice, day, Start(choice.minute or 0, zone), minutes)


def _wanted(scene: Scene, choice: Choice, day: date, start: Start, minutes: int) -> Meeting:
    days: tuple[date, ...] = (day,)
    if choice.series is not None:
        days = days_of_series(scene.community, choice.pair, day, choice.series or None)
    return Meeting(choice.pair, days, start, minutes)


def _zone(zone: str | None) -> str | None:
    named = zone_named(zone) if zone else None
    if zone is None or named:
        return named
    meant = zone_meant(zone)
    raise TelemacoError(
        msg('There is no time zone "{zone}".', zone=zone),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("Write the continent and the city whose clock it is, in English: Europe/Rome."),
    )
