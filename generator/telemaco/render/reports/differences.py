"""How answers to the same question differ: from two sides, at two moments, in earlier runs."""

from collections.abc import Iterator, Sequence

from telemaco.messages import msg
from telemaco.progress.comparisons import Compared, Seen
from telemaco.progress.outcomes.report import Report
from telemaco.records.program import Role
from telemaco.render.charts.percentages import Point, intervals
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.comparison import BESIDE, CHANGES, SIDES, Comparison
from telemaco.render.reports.questions import question_of, turned
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import MANY, Voice

_PERCENT = 100
_ROWS = 4
"""Questions in a picture, two points each: of more it would be too long for a phone."""
_ORDER = tuple(Role)


def sides_and_changes(voice: Voice, report: Report) -> Iterator[Section]:
    """What two sides see differently, and what changed; nothing of what cannot be compared."""
    yield from _section(voice, SIDES, report.sides)
    yield from _section(voice, CHANGES, report.changes)


def earlier_answers(voice: Voice, report: Report) -> Iterator[Section]:
    """The answers of this run beside those of the earlier ones; nothing where none are known."""
    yield from _section(voice, BESIDE, report.beside)


def _section(voice: Voice, comparison: Comparison, found: Sequence[Compared]) -> Iterator[Section]:
    if found:
        yield Section(
            comparison.id,
            voice.say(comparison.title),
            (voice.say(comparison.about), voice.say(_TOLD)),
            tuple(_chart(voice, comparison, some) for some in _by_roles(found)),
        )


_TOLD = msg(
    "A difference can be told where its interval leaves out zero. The intervals of the differences "
    "hold for all of this part together."
)


def _by_roles(found: Sequence[Compared]) -> Iterator[list[Compared]]:
    groups: dict[tuple[int, int], list[Compared]] = {}
    for one in found:
        roles = (_ORDER.index(one.one.role), _ORDER.index(one.other.role))
        groups.setdefault(roles, []).append(one)
    yield from (groups[roles] for roles in sorted(groups))


def _chart(voice: Voice, comparison: Comparison, found: Sequence[Compared]) -> Chart:
    roles = tuple(dict.fromkeys((found[0].one.role, found[0].other.role)))
    names = [voice.say(MANY[role]) for role in roles]
    return Chart(
        id="-".join((comparison.id, *roles)),
        title=voice.say(msg("{one} and {other}", one=names[0], other=names[1]))
        if names[1:]
        else names[0],
        sentence=_sentence(voice, comparison, found),
        drawing=intervals(
            [point for one in _clearest(found) for point in _points(voice, comparison, one)],
            (voice.say(msg("lowest answer")), voice.say(msg("highest answer"))),
        ),
        table=_table(voice, comparison, found),
        left_out=_left_out(voice, found),
    )


def _sentence(voice: Voice, comparison: Comparison, found: Sequence[Compared]) -> str:
    """How many differences can be told, and the clearest of them."""
    told = [one for one in found if one.difference.tells_a_difference]
    number = msg(
        "Differences that can be told: {told} of {count}.", told=len(told), count=len(found)
    )
    clearest = (_claim(voice, comparison, one) for one in sorted(told, key=_distance)[-1:])
    return " ".join((voice.say(number), *clearest))


def _claim(voice: Voice, comparison: Comparison, one: Compared) -> str:
    told = one.difference
    ends = (told.value, told.low, told.high)
    value, low, high = ends if told.value > 0 else (-told.value, -told.high, -told.low)
    return voice.say(
        msg(
            "The clearest: {verdict}, by {value} (interval {low} to {high}). {question}",
            question=question_of(voice, one.one.figures),
            verdict=comparison.verdict(one),
            value=voice.rounded(value),
            low=voice.rounded(low),
            high=voice.rounded(high),
        )
    )


def _clearest(found: Sequence[Compared]) -> list[Compared]:
    """Those that differ most, in their order."""
    most = sorted(found, key=_distance)[-_ROWS:]
    return [one for one in found if one in most]


def _left_out(voice: Voice, found: Sequence[Compared]) -> str:
    """That the picture has not all questions, where there are too many."""
    if len(found) <= _ROWS:
        return ""
    return voice.say(
        msg(
            "The picture shows the {shown} of {count} questions that differ most, the table shows "
            "all.",
            shown=_ROWS,
            count=len(found),
        )
    )


def _distance(one: Compared) -> float:
    """How far apart the two are, as a part of the way from the lowest answer to the highest."""
    return abs(_way(one.one, one.one.mean.value) - _way(one.other, one.other.mean.value))


def _way(seen: Seen, value: float) -> float:
    """The part of the way from the lowest answer to the highest, from 0 to 1."""
    values, _counts = seen.figures.turned
    return (value - values[0]) / (values[-1] - values[0])


def _points(voice: Voice, comparison: Comparison, one: Compared) -> Iterator[Point]:
    for group, seen in zip(comparison.columns(one), (one.other, one.one), strict=True):
        question = voice.text(seen.figures.item.text)
        percent, low, high = (
            round(_PERCENT * _way(seen, part))
            for part in (seen.mean.value, seen.mean.low, seen.mean.high)
        )
        yield Point(
            voice.say(msg("{group}: {question}", group=group, question=question)),
            percent,
            low,
            high,
            voice.rounded(seen.mean.value),
            turned(voice, seen.figures),
        )


def _table(voice: Voice, comparison: Comparison, found: Sequence[Compared]) -> Table:
    before, now = comparison.columns(found[0])
    columns = (msg("Question"), before, now, msg("Difference"), msg("What can be told"))
    return Table(
        tuple(voice.say(column) for column in columns),
        tuple(
            (
                comparison.question(voice, one),
                voice.mean(one.other.mean),
                voice.mean(one.one.mean),
                voice.mean(one.difference),
                voice.say(
                    comparison.verdict(one) if one.difference.tells_a_difference else msg("nothing")
                ),
            )
            for one in found
        ),
    )
