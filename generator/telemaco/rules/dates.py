"""Days that come one after the other."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from telemaco.findings import Finding, Route
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.layout import pair_path, person_path, program_path
from telemaco.records.program import ProgramDates
from telemaco.rules.naming import at

Day = tuple[Route, date | None]
"""Where a day is written, and the day."""


def dates_of_programs(community: Community) -> Iterator[Finding]:
    """The days of a program are in order."""
    for program_id, program in community.programs.items():
        for row in _chains(program.dates):
            days = ((("dates", key), day) for key, day in row)
            yield from _out_of_order(program_path(program_id), days)


def dates_of_pairs(community: Community) -> Iterator[Finding]:
    """A pair, each stay in it, and its break end after they began."""
    for pair_id, pair in community.pairs.items():
        path = pair_path(pair_id)
        start = (("start",), pair.start)
        ends: Iterable[Day] = (
            (("end",), pair.end),
            (("expected_end",), pair.expected_end),
            (("paused_until",), pair.paused_until),
        )
        yield from islice(chain.from_iterable(_out_of_order(path, (start, end)) for end in ends), 1)
        for position, member in enumerate(pair.members):
            if member.start is not None and member.end is not None:
                stay: Iterable[Day] = (
                    (("members", position, "from"), member.start),
                    (("members", position, "until"), member.end),
                )
                yield from _out_of_order(path, stay)


def dates_of_enrolments(community: Community) -> Iterator[Finding]:
    """A place in a program ends after it began."""
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            if enrolment.since is not None and enrolment.until is not None:
                stay: Iterable[Day] = (
                    (("enrolments", position, "since"), enrolment.since),
                    (("enrolments", position, "until"), enrolment.until),
                )
                yield from _out_of_order(person_path(person_id), stay)


def _chains(dates: ProgramDates) -> Iterator[tuple[tuple[str, date | None], ...]]:
    yield (
        ("applications_open", dates.applications_open),
        ("applications_close", dates.applications_close),
        ("match_by", dates.match_by),
    )
    yield (("start", dates.start), ("midpoint", dates.midpoint), ("end", dates.end))


def _out_of_order(path: str, days: Iterable[Day]) -> Iterator[Finding]:
    """The first day of a chain that comes before the one it should follow."""
    before_route: Route = ()
    before = date.min
    for route, day in days:
        if day is None:
            continue
        if day < before:
            yield Finding(
                "dates-out-of-order",
                at(path, *route),
                msg(
                    "{key}: {day} comes before {earlier}, {other}",
                    key=_key(route),
                    day=day,
                    earlier=_key(before_route),
                    other=before,
                ),
                msg("One of the two days is wrong: correct it."),
            )
            return
        before_route, before = route, day


def _key(route: Route) -> str:
    return str(route[-1])
