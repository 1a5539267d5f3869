"""What a coordinator should know of the rows that an import takes over."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from telemaco.loading.text import decode
from telemaco.model.community import Community
from telemaco.model.zones import fixed_offset
from telemaco.ports import Sources
from telemaco.records.program import Role
from telemaco.tables.outcome import Notes, Outcome
from telemaco.tables.people import Refused, Said
from telemaco.usecases.import_desk import path_of, publishes, value_of

Readings = Mapping[int, Said | Refused]


def notes(
    outcomes: Sequence[Outcome], readings: Readings, community: Community, sources: Sources
) -> Notes:
    """The rows with something to look at."""
    written = [*_written(outcomes, readings)]
    return Notes(
        tuple(_with(written, "availability", lambda one: one.has_open_hours)),
        tuple(_with(written, "timezone", _has_fixed_zone)),
        tuple(_in_public(written, community)),
        tuple(_without(written, Role.MENTOR, "offers", sources)),
        tuple(_without(written, Role.MENTEE, "seeks", sources)),
        tuple(one.row for one, reading in written if reading.has_skills_twice),
    )


Written = Sequence[tuple[Outcome, Said]]


def _written(outcomes: Sequence[Outcome], readings: Readings) -> Iterator[tuple[Outcome, Said]]:
    for outcome in outcomes:
        reading = readings[outcome.row]
        if isinstance(reading, Said) and (outcome.fate == "new" or outcome.changed):
            yield outcome, reading


def _with(written: Written, key: str, is_such: Callable[[Said], bool]) -> Iterator[int]:
    """The rows of which this key of a file comes now, and which are such."""
    for outcome, reading in written:
        if (outcome.fate == "new" or key in outcome.changed) and is_such(reading):
            yield outcome.row


def _has_fixed_zone(reading: Said) -> bool:
    return fixed_offset(reading.facts.get("timezone") or "") is not None


def _in_public(written: Written, community: Community) -> Iterator[str]:
    """Who agrees to publish nothing and gets a file that everybody can read."""
    if community.settings.privacy.repository == "public":
        for outcome, reading in written:
            if not publishes(reading):
                yield outcome.person


def _without(written: Written, role: Role, key: str, sources: Sources) -> Iterator[int]:
    """The rows of those who join as this, and whose file does not name any such skill."""
    for outcome, reading in written:
        if reading.role is not role or reading.facts.get(key):
            continue
        is_settled = outcome.fate == "new" or key in outcome.changed
        if is_settled or not _there(outcome.person, sources).get(key):
            yield outcome.row


def _there(person: str, sources: Sources) -> Mapping[str, object]:
    path = path_of(person)
    text = decode(path, sources.read(path) or b"")
    return (value_of(text) if isinstance(text, str) else None) or {}
