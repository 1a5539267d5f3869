"""Nothing that is said to have happened lies in the future.

These rules are told today. The same files give no new findings on a later day: what comes
after today now will not do so then.
"""

from collections.abc import Iterator
from datetime import date

from telemaco.findings import Finding, Location
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.layout import note_path, pair_path, person_path
from telemaco.records.note import NoteStatus
from telemaco.records.pair import Pair
from telemaco.rules.dates import Day
from telemaco.rules.naming import at
from telemaco.rules.spans import last_day


def days_of_people(community: Community, today: date) -> Iterator[Finding]:
    """People agreed, confirmed their file and were trained by today."""
    for person_id, person in community.people.items():
        days: list[Day] = [
            (("consent", "on"), person.consent.on),
            (("confirmed",), person.confirmed),
            *((("trained", place, "on"), one.on) for place, one in enumerate(person.trained)),
        ]
        for route, day in days:
            if day is not None and day > today:
                yield _after_today(at(person_path(person_id), *route), day, today)


def days_of_pairs(community: Community, today: date) -> Iterator[Finding]:
    """What a pair did, it did by today; days after its end are told by another rule."""
    for pair_id, pair in community.pairs.items():
        last = last_day(community, pair_id, pair)
        for route, day in _days_of_pair(pair):
            if day is not None and today < day <= last:
                yield _after_today(at(pair_path(pair_id), *route), day, today)


def days_of_sessions(community: Community, today: date) -> Iterator[Finding]:
    """Sessions were held, and actions done, by today; later ones are planned."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        last = last_day(community, pair_id, pair) if pair else date.max
        for session in sessions:
            if today < session.day <= last and session.note.status is NoteStatus.HELD:
                yield _held_after_today(
                    at(note_path(pair_id, session.id), "status"), session.day, today
                )
            for position, action in enumerate(session.note.actions):
                if action.done_on is not None and action.done_on > today:
                    path = note_path(pair_id, session.id)
                    place = at(path, "actions", position, "done_on")
                    yield _after_today(place, action.done_on, today)


def _days_of_pair(pair: Pair) -> Iterator[Day]:
    for place, member in enumerate(pair.members):
        yield ("members", place, "confirmed"), member.confirmed
    for place, goal in enumerate(pair.goals):
        for turn, rating in enumerate(goal.ratings):
            yield ("goals", place, "ratings", turn, "on"), rating.on
    for place, done in enumerate(pair.milestones):
        yield ("milestones", place, "done_on"), done.done_on
    if pair.agreement:
        for person, day in pair.agreement.accepted.items():
            yield ("agreement", "accepted", person), day
    if pair.closing:
        yield ("closing", "on"), pair.closing.on


def _after_today(place: Location, day: date, today: date) -> Finding:
    return Finding(
        "after-today",
        place,
        msg(
            "{key}: {day} is still to come; it is {today} at the latest",
            key=".".join(step for step in place.route if isinstance(step, str)),
            day=day,
            today=today,
        ),
        msg("Write the day on which it happened."),
    )


def _held_after_today(place: Location, day: date, today: date) -> Finding:
    return Finding(
        "held-in-future",
        place,
        msg(
            "status: held, but {day} is still to come; it is {today} at the latest",
            day=day,
            today=today,
        ),
        msg("Write status: planned, or name the file after the right day."),
    )
