"""What the members of a group share, and why somebody cannot join: in words, with the facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from telemaco.matching.languages import best_of_all
from telemaco.matching.meeting import (
    asks_hours,
    asks_language,
    clock_of,
    hours_of,
    meeting_slots,
)
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import WEEKDAYS, city, free_hours, listed, spoken, time_of_day
from telemaco.messages import Fact, LanguageName, Message, msg, msg_n
from telemaco.model.overlap import SLOT, SLOTS
from telemaco.model.spoken import working_languages
from telemaco.records.base import Language, PersonId
from telemaco.records.reminders import Weekday

_DAY = 24 * 60
_SLOTS_A_DAY = _DAY // SLOT
_WEEK = (1 << SLOTS) - 1


@dataclass(frozen=True, slots=True)
class MeetingTime:
    """A time of the week by the clock of a zone; `start` and `end` are minutes since midnight.

    A time that ends on the next day ends before it starts. `person` is the first member there.
    """

    person: Participant
    day: Weekday
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Together:
    """The longest time that all members are free, the language all speak, and who does not say.

    `times` are that time by the clock of every place, the place by whose clock it is always the
    same first, and a place twice when it is another time there in some weeks. They are empty when
    nobody says when they are free, or when the program does not ask. `text` says it all.
    """

    times: tuple[MeetingTime, ...]
    language: Language | None
    silent: tuple[PersonId, ...]
    text: Message


def together(members: Sequence[Participant], terms: Terms) -> Together | None:
    """What these people share, the one who leads first; None when the program asks for nothing."""
    if not asks_hours(terms) and not asks_language(terms):
        return None
    silent = [one for one in members if asks_hours(terms) and not one.person.availability]
    telling = _telling(members) if asks_hours(terms) else []
    times = _times(members, telling, terms) if telling else ()
    language = best_of_all([one.person for one in members]) if asks_language(terms) else None
    parts = [_hours_in_words(len(members), len(telling), times)] if asks_hours(terms) else []
    if language is not None:
        parts.append(
            msg("all {count} speak {language}", count=len(members), language=LanguageName(language))
        )
    return Together(times, language, tuple(one.id for one in silent), _joined(parts))


def no_way_to_join(
    members: Sequence[Participant], newcomer: Participant, terms: Terms
) -> Message | None:
    """The hour or the language that a group and a newcomer do not share; None when they do."""
    everybody = [*members, newcomer]
    facts: dict[str, Fact] = {
        "count": len(everybody),
        "lead": members[0].person.name,
        "person": newcomer.person.name,
    }
    if not _shared_hours(everybody, terms):
        return msg(
            "no hour that all {count} share: the group of {lead} is free {times}, {person} {those} "
            "in {place}",
            **facts,
            times=times_in_words(_times(members, _telling(members), terms)),
            those=free_hours(newcomer.person),
            place=city(newcomer.person),
        )
    if not asks_language(terms) or _spoken_by_all(everybody):
        return None
    return msg(
        "no language that all {count} speak: the group of {lead} speaks {these}, {person} {those}",
        **facts,
        these=listed([LanguageName(code) for code in sorted(_spoken_by_all(members))]),
        those=spoken(newcomer.person),
    )


def times_in_words(times: Sequence[MeetingTime]) -> Message:
    """Tue 18:00-19:30 in Rome, Tue 12:00-13:30 in New York."""
    by_place: dict[tuple[int, ...], list[MeetingTime]] = {}
    for one in times:
        by_place.setdefault(one.person.ahead, []).append(one)
    return listed([_at_a_place(alike) for alike in by_place.values()])


def _at_a_place(times: Sequence[MeetingTime]) -> Message:
    words = _when(times[0])
    for other in times[1:]:
        words = msg("{one} or {other}", one=words, other=_when(other))
    return msg("{times} in {place}", times=words, place=city(times[0].person.person))


def _when(time: MeetingTime) -> Message:
    start, end = time_of_day(time.start), time_of_day(time.end)
    return msg("{days} {start}-{end}", days=WEEKDAYS[time.day], start=start, end=end)


def _hours_in_words(count: int, telling: int, times: Sequence[MeetingTime]) -> Message:
    if not times:
        return msg("nobody says when they are free")
    words = times_in_words(times)
    if telling == count:
        return msg("all {count} are free {times}", count=count, times=words)
    return msg_n(
        "{count} of {all} says when, and is free {times}",
        "{count} of {all} say when, and are free {times}",
        telling,
        all=count,
        times=words,
    )


def _joined(parts: Sequence[Message]) -> Message:
    if len(parts) == 1:
        return parts[0]
    return msg("{first}; {rest}", first=parts[0], rest=_joined(parts[1:]))


def _times(
    members: Sequence[Participant], telling: Sequence[Participant], terms: Terms
) -> tuple[MeetingTime, ...]:
    """The longest time in common by every member's clock."""
    common = _shared_hours(members, terms)
    weeks = [(common >> SLOTS * at) & _WEEK for at in range(len(terms.clocks))]
    kept = [one for one in telling if weeks[terms.clocks.index(clock_of(one))]]
    keeper = kept[0] if kept else telling[0]
    at = terms.clocks.index(clock_of(keeper)) if kept else next(i for i, w in enumerate(weeks) if w)
    start, length = _longest(weeks[at], keeper.ahead[0] // SLOT, meeting_slots(terms.program))
    utc = start * SLOT - keeper.ahead[0]
    places = dict.fromkeys([keeper.ahead, *(one.ahead for one in members)])
    people = {one.ahead: one for one in reversed([keeper, *members])}
    return tuple(
        _meeting_time(people[ahead], local, length * SLOT)
        for ahead in places
        for local in dict.fromkeys(
            (utc - later + own) % (7 * _DAY)
            for later, own in zip(terms.clocks[at], ahead, strict=True)
        )
    )


def _longest(starts: int, ahead: int, least: int) -> tuple[int, int]:
    """The longest run of free slots: its first slot by the local clock, and its length.

    What goes on after midnight is left out where enough is left.
    """
    local = [bool(starts >> (slot - ahead) % SLOTS & 1) for slot in range(SLOTS)]
    begins = [slot for slot in range(SLOTS) if local[slot] and not local[slot - 1]] or [0]
    runs = [(-_run(local, slot), slot) for slot in begins]
    length, start = min(runs)
    slots = min(-length + least - 1, _SLOTS_A_DAY)
    before_midnight = _SLOTS_A_DAY - start % _SLOTS_A_DAY
    return start, min(slots, before_midnight) if before_midnight >= least else slots


def _run(local: Sequence[bool], start: int) -> int:
    length = 0
    while length < SLOTS and local[(start + length) % SLOTS]:
        length += 1
    return length


def _meeting_time(person: Participant, start: int, minutes: int) -> MeetingTime:
    day = tuple(Weekday)[start // _DAY]
    return MeetingTime(person, day, start % _DAY, (start + minutes - 1) % _DAY + 1)


def _telling(people: Sequence[Participant]) -> list[Participant]:
    return [one for one in people if one.person.availability]


def _shared_hours(people: Sequence[Participant], terms: Terms) -> int:
    common = -1
    for one in people:
        common &= hours_of(one, terms)
    return common


def _spoken_by_all(people: Sequence[Participant]) -> frozenset[Language]:
    return frozenset.intersection(*(working_languages(one.person) for one in people))
