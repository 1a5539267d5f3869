"""What to look at in rows that an import takes over, in sentences."""

from collections.abc import Iterator

from telemaco.messages import Message, msg, msg_n
from telemaco.model.public_files import MAKE_PRIVATE, WHO_READS
from telemaco.records.layout import COMMUNITY
from telemaco.tables.hour_grammar import DAY
from telemaco.tables.outcome import DayInDoubt, Import

_MOST = 20
"""Rows and people in a list that is not shown whole."""


def notes_of(found: Import, *, whole: bool) -> Iterator[Message]:
    """A sentence or two for everything that there is to look at."""
    if found.day_in_doubt:
        yield _day(found.day_in_doubt)
    notes = found.notes
    for rows, told in (
        (notes.open_hours, _open_hours),
        (notes.fixed_zones, _fixed_zones),
        (notes.offers_nothing, _offers_nothing),
        (notes.seeks_nothing, _seeks_nothing),
        (notes.skills_twice, _skills_twice),
    ):
        if rows:
            yield told(rows)
    if notes.in_public:
        yield _in_public(notes.in_public, whole=whole)


def _day(doubt: DayInDoubt) -> Message:
    return msg(
        "No date of the table tells which number is the month. The mapping says dates: {order}, so "
        '"{cell}" was read as {day}.',
        order=doubt.order,
        cell=doubt.cell,
        day=doubt.day,
    )


def _offers_nothing(rows: tuple[int, ...]) -> Message:
    return msg_n(
        "{count} mentor names no skill of program/skills.yaml to offer, and matching goes by "
        "them: row {rows}.",
        "{count} mentors name no skill of program/skills.yaml to offer, and matching goes by "
        "them: rows {rows}.",
        len(rows),
        rows=_listed(rows),
    )


def _seeks_nothing(rows: tuple[int, ...]) -> Message:
    return msg_n(
        "{count} mentee names no skill of program/skills.yaml to learn, and matching goes by "
        "them: row {rows}.",
        "{count} mentees name no skill of program/skills.yaml to learn, and matching goes by "
        "them: rows {rows}.",
        len(rows),
        rows=_listed(rows),
    )


def _skills_twice(rows: tuple[int, ...]) -> Message:
    return msg_n(
        "Row {rows} joins as a peer, so its skills count as offered and as sought. Take out of the "
        "file what is only one of them.",
        "Rows {rows} join as peers, so their skills count as offered and as sought. Take out of "
        "the files what is only one of them.",
        len(rows),
        rows=_listed(rows),
    )


def _open_hours(rows: tuple[int, ...]) -> Message:
    begin, end = (f"{minute // 60}:{minute % 60:02}" for minute in DAY)
    return msg_n(
        'Row {rows} says only one end of some hours, as "after 18:00" does, or none, as "all day" '
        "does. Days were taken to begin at {begin} and to end at {end}; where that is wrong, "
        "write both ends.",
        'Rows {rows} say only one end of some hours, as "after 18:00" does, or none, as "all day" '
        "does. Days were taken to begin at {begin} and to end at {end}; where that is wrong, "
        "write both ends.",
        len(rows),
        rows=_listed(rows),
        begin=begin,
        end=end,
    )


def _fixed_zones(rows: tuple[int, ...]) -> Message:
    return msg_n(
        "Row {rows} gives the time zone as a distance from UTC. Such a clock knows no summer time; "
        "where the person's does, name a city in the table.",
        "Rows {rows} give the time zone as a distance from UTC. Such a clock knows no summer time; "
        "where the person's does, name a city in the table.",
        len(rows),
        rows=_listed(rows),
    )


def _listed(rows: tuple[int, ...]) -> str:
    return ", ".join(map(str, rows[:_MOST])) + (" ..." if len(rows) > _MOST else "")


def _in_public(people: tuple[str, ...], *, whole: bool) -> Message:
    names = ", ".join(people if whole else people[:_MOST])
    more = 0 if whole else len(people) - _MOST
    return msg_n(
        "{count} person agrees to publish nothing: {people}. But {path} says that this repository "
        "is public. {meaning} {remedy} Or leave such people out: write required: true below "
        "consent: in the mapping.",
        "{count} people agree to publish nothing: {people}. But {path} says that this repository "
        "is public. {meaning} {remedy} Or leave such people out: write required: true below "
        "consent: in the mapping.",
        len(people),
        people=msg_n("{names} and {count} more", "{names} and {count} more", more, names=names)
        if more > 0
        else names,
        path=COMMUNITY,
        meaning=WHO_READS,
        remedy=MAKE_PRIVATE,
    )
