"""What pairs did: sessions month by month, the rhythm they kept, the goals they reached."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from telemaco.messages import Message, msg, msg_n
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Attainment, Outcomes
from telemaco.records.base import GoalId, ProgramId
from telemaco.records.program import Objective
from telemaco.render.charts.columns import columns
from telemaco.render.charts.rows import Bar, bars
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.pairing_sentences import held_in
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import Voice

_MONTHS = 12
_SIDE_BY_SIDE = 7
_A_YEAR = timedelta(days=365)


def work_section(voice: Voice, outcomes: Outcomes) -> Section:
    """Sessions, hours and the rhythm."""
    return Section(
        "sessions",
        voice.say(msg("Sessions")),
        (_held(voice, outcomes), _kept(voice, outcomes), *_beyond(voice, outcomes)),
        (sessions_chart(voice, outcomes),) if outcomes.months else (),
    )


def _kept(voice: Voice, outcomes: Outcomes) -> str:
    """The share of the rhythm that was kept, or why it cannot be told."""
    if isinstance(outcomes.kept, Message):
        return voice.say(msg("The rhythm kept: {why}.", why=outcomes.kept))
    return voice.say(
        msg(
            "{percent}% of the sessions that the rhythm asks for were held ({part} of {whole}).",
            percent=outcomes.kept.percent,
            part=outcomes.kept.part,
            whole=outcomes.kept.whole,
        )
    )


def _beyond(voice: Voice, outcomes: Outcomes) -> Iterator[str]:
    """Where the sessions are that were held and kept no period of the rhythm."""
    if isinstance(outcomes.kept, Message) or outcomes.sessions <= outcomes.kept.part:
        return
    yield voice.say(
        msg_n(
            "Not counted in this: {count} session that came second in its period, or outside the "
            "periods that are over.",
            "Not counted in this: {count} sessions that came second in their period, or outside "
            "the periods that are over.",
            outcomes.sessions - outcomes.kept.part,
        )
    )


def sessions_chart(voice: Voice, outcomes: Outcomes) -> Chart:
    """Sessions held, a column a month."""
    months = _months(voice, outcomes)
    held = [outcomes.months.get(month, 0) for month in months]
    return Chart(
        id="sessions",
        title=voice.say(msg("Sessions a month")),
        sentence=voice.say(_held_by_month(voice, months, held)),
        drawing=columns(_labels(voice, months), held),
        table=Table(
            (voice.say(msg("Month")), voice.say(msg("Sessions held"))),
            tuple(
                (voice.dates.month(month), voice.figure(count))
                for month, count in zip(months, held, strict=True)
            ),
        ),
    )


def _held_by_month(voice: Voice, months: Sequence[date], held: Sequence[int]) -> Message:
    """How many there were, and which month saw the most, or how many if several share that."""
    most = max(held)
    if held.count(most) > 1:
        return msg_n(
            "{count} session was held in the months shown; no month saw more than {most}.",
            "{count} sessions were held in the months shown; no month saw more than {most}.",
            sum(held),
            most=most,
        )
    return msg_n(
        "{count} session was held in the months shown; {month} saw the most.",
        "{count} sessions were held in the months shown; {month} saw the most.",
        sum(held),
        month=voice.dates.month(months[held.index(most)]),
    )


def goals_section(voice: Voice, outcomes: Outcomes, program: ProgramId) -> Section:
    """The goals by the objective they serve, each with its indicator and its target."""
    title = voice.say(msg("Goals and objectives"))
    known = {one.id: one for one in voice.community.programs[program].objectives}
    if not outcomes.attainment:
        return Section("goals", title, (voice.say(msg("There are no objectives and no goals.")),))
    charts = goals_charts(voice, outcomes, known)
    why = {} if charts else {one.objective: one.achieved for one in outcomes.attainment}
    aims = [_aim(voice, one, why.get(one.id)) for one in known.values()]
    told = (*aims, *_in_all(voice, outcomes))
    if not told and not charts:
        told = (voice.say(msg("This cannot be told: {why}.", why=WITHHELD)),)
    return Section("goals", title, told, charts)


def _in_all(voice: Voice, outcomes: Outcomes) -> Iterator[str]:
    """How many goals were reached, where it is not told of each objective."""
    is_whole = all(one.achieved is not WITHHELD for one in outcomes.attainment)
    if isinstance(outcomes.goals, Share) and not is_whole:
        yield voice.say(
            msg_n(
                "{reached} of {count} goal was reached, whatever it serves.",
                "{reached} of {count} goals were reached, whatever they serve.",
                outcomes.goals.whole,
                reached=outcomes.goals.part,
            )
        )


def goals_charts(
    voice: Voice, outcomes: Outcomes, objectives: Mapping[GoalId, Objective]
) -> tuple[Chart, ...]:
    """The goals reached of those that serve each objective; none where there are no figures."""
    if not any(isinstance(one.achieved, Share) for one in outcomes.attainment):
        return ()
    return (_goals_chart(voice, outcomes, objectives),)


def _goals_chart(voice: Voice, outcomes: Outcomes, objectives: Mapping[GoalId, Objective]) -> Chart:
    rows = [(_named(voice, one, objectives), one) for one in outcomes.attainment]
    return Chart(
        id="goals",
        title=voice.say(msg("Goals reached, by objective")),
        sentence=" ".join((_reached(voice, outcomes.attainment), *_not_rated(voice, outcomes))),
        drawing=bars([_bar(voice, name, one) for name, one in rows]),
        table=Table(
            tuple(
                voice.say(title)
                for title in (
                    msg("Objective"),
                    msg("Goals"),
                    msg("Reached"),
                    msg("Rated as hoped or better"),
                )
            ),
            tuple(
                (name, voice.figure(one.goals), voice.sure(one.achieved), voice.sure(one.hoped))
                for name, one in rows
            ),
        ),
    )


def _held(voice: Voice, outcomes: Outcomes) -> str:
    """The sessions of all pairs; not everybody in these met."""
    if isinstance(outcomes.people, Message):
        return voice.say(
            msg_n(
                "{count} session was held, {hours} h in all.",
                "{count} sessions were held, {hours} h in all.",
                outcomes.sessions,
                hours=voice.hours(outcomes.minutes),
            )
        )
    return voice.say(
        held_in(
            voice.kind_of(outcomes.programs),
            outcomes.sessions,
            voice.figure(outcomes.people),
            voice.hours(outcomes.minutes),
        )
    )


def _months(voice: Voice, outcomes: Outcomes) -> list[date]:
    """The first days of the months in which the programs ran: the last twelve of them at most.

    They end with the programs, or today; if all is long over, with the last session. They do not
    begin before the programs, unless a session did.
    """
    dates = [voice.community.programs[name].dates for name in outcomes.programs]
    today, last = outcomes.today, max(outcomes.months)
    ends = [one.end or date.max for one in dates]
    final = max(last, min(today, max(ends))) if today - last < _A_YEAR else last
    first = min(*outcomes.months, *(one.start for one in dates))
    whole = [_earlier(final, months) for months in reversed(range(_MONTHS))]
    return [month for month in whole if month >= _earlier(first, 0)]


def _earlier(day: date, months: int) -> date:
    """The first day of the month so many months before the day's."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def _labels(voice: Voice, months: Sequence[date]) -> list[tuple[str, str]]:
    """The months, each year below its first; of many months every other one, the last included."""
    every = 2 if len(months) > _SIDE_BY_SIDE else 1
    shown = months[::-1][::every]
    firsts = {min(month for month in shown if month.year == one.year) for one in shown}
    return [
        (
            voice.dates.month_alone(month) if month in shown else "",
            str(month.year) if month in firsts else "",
        )
        for month in months
    ]


def _named(voice: Voice, one: Attainment, objectives: Mapping[GoalId, Objective]) -> str:
    if one.objective is None:
        return voice.say(msg("Without an objective of the program"))
    return voice.text(objectives[one.objective].statement)


def _aim(voice: Voice, objective: Objective, why: Share | Message | None) -> str:
    """An objective with how one sees that it is reached, the value to reach, why no figure."""
    parts = [voice.text(objective.statement)]
    if objective.indicator is not None:
        parts.append(
            voice.say(msg("Indicator: {indicator}", indicator=voice.text(objective.indicator)))
        )
    if objective.target is not None:
        parts.append(voice.say(msg("Target: {target}", target=voice.text(objective.target))))
    if isinstance(why, Message):
        if objective.indicator is None:
            parts.append(voice.say(msg("It has no indicator")))
        parts.append(voice.say(msg("No figure: {why}", why=why)))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _bar(voice: Voice, name: str, one: Attainment) -> Bar:
    if isinstance(one.achieved, Message) or isinstance(one.goals, Message):
        return Bar(name, None, voice.sure(one.achieved))
    return Bar(
        name,
        one.achieved.part,
        voice.say(msg("{part} of {whole}", part=one.achieved.part, whole=one.goals)),
        one.goals,
    )


def _reached(voice: Voice, attainment: Sequence[Attainment]) -> str:
    shares = [one.achieved for one in attainment if not isinstance(one.achieved, Message)]
    whole = sum(share.whole for share in shares)
    return voice.say(
        msg_n(
            "{reached} of {count} goal shown here was reached.",
            "{reached} of {count} goals shown here were reached.",
            whole,
            reached=sum(share.part for share in shares),
        )
    )


def _not_rated(voice: Voice, outcomes: Outcomes) -> Iterator[str]:
    """How many goals the shares of those rated leave out, where it is told how many there are."""
    left_out = sum(
        one.goals - one.hoped.whole
        for one in outcomes.attainment
        if isinstance(one.goals, int) and isinstance(one.hoped, Share)
    )
    if left_out:
        yield voice.say(
            msg_n(
                "{count} goal is not among those rated: it was dropped, or has no rating.",
                "{count} goals are not among those rated: they were dropped, or have no rating.",
                left_out,
            )
        )
