"""What became of pairs: who completed, how long pairs lasted, why they ended."""

from collections.abc import Iterator, Sequence

from telemaco.messages import Message, msg, msg_n
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.survival import Survival
from telemaco.progress.outcomes.values import Outcomes
from telemaco.render.charts.percentages import Point, steps
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import REASON, Voice


def outcome_section(voice: Voice, outcomes: Outcomes) -> Section:
    """What became of the pairs that began."""
    found = outcomes.outcome
    rows = (
        (msg("Begun"), found.begun),
        (msg("of these, still going"), found.going_on),
        (msg("of these, completed"), found.completed),
        (msg("of these, ended before their time"), found.left),
    )
    return Section(
        "pairs",
        voice.say(msg("What became of them")),
        (_completed(voice, outcomes),),
        table=Table(
            (voice.say(msg("What")), voice.say(msg("Number"))),
            tuple((voice.say(what), voice.figure(figure)) for what, figure in rows),
        ),
    )


def retention_section(voice: Voice, outcomes: Outcomes) -> Section:
    """How long pairs lasted."""
    title = voice.say(msg("How long they lasted"))
    if isinstance(outcomes.retention, Message):
        return Section("months", title, (_because(voice, outcomes.retention),))
    share, last = outcomes.outcome.share, outcomes.retention[-1]
    differ = not isinstance(share, Message) and share.percent != last.percent
    told = (voice.say(_NOT_COMPLETED),) if differ else ()
    return Section("months", title, told, (retention_chart(voice, outcomes, outcomes.retention),))


def retention_chart(voice: Voice, outcomes: Outcomes, points: Sequence[Survival]) -> Chart:
    """The share of pairs that have not ended before their time, in the months of the `points`."""
    return Chart(
        id="months",
        title=voice.say(msg("The share that has not ended before its time")),
        sentence=" ".join(_lasted(voice, outcomes, points[-1])),
        drawing=steps(
            [(one.month, Point("", one.percent, one.low, one.high)) for one in points],
            voice.say(msg("Months")),
        ),
        table=Table(
            tuple(
                voice.say(title)
                for title in (
                    msg("Months"),
                    msg("Still followed"),
                    msg("Not ended before their time"),
                    msg("Interval"),
                )
            ),
            tuple(
                (
                    str(one.month),
                    voice.figure(one.watched),
                    f"{one.percent}%",
                    voice.say(msg("{low}% to {high}%", low=one.low, high=one.high)),
                )
                for one in points
            ),
        ),
    )


def _lasted(voice: Voice, outcomes: Outcomes, last: Survival) -> Iterator[str]:
    yield voice.say(
        msg_n(
            "After {count} month {percent}% had not ended before their time "
            "(interval {low}% to {high}%).",
            "After {count} months {percent}% had not ended before their time "
            "(interval {low}% to {high}%).",
            last.month,
            percent=last.percent,
            low=last.low,
            high=last.high,
        )
    )
    if outcomes.leaves_out_months:
        yield voice.say(_SOME_MONTHS)


def reasons_section(voice: Voice, outcomes: Outcomes) -> Section:
    """Why pairs ended before their time; who completed has no need of a reason."""
    title = voice.say(msg("Why some ended before their time"))
    if isinstance(outcomes.other_reasons, Message):
        return Section("reasons", title, (_because(voice, outcomes.other_reasons),))
    if outcomes.other_reasons and not outcomes.reasons:
        return Section("reasons", title, (_because(voice, WITHHELD),))
    rows = [(voice.say(REASON[one.reason]), voice.figure(one.pairs)) for one in outcomes.reasons]
    if outcomes.other_reasons:
        rows.append((voice.say(_OTHERS), voice.figure(outcomes.other_reasons)))
    return Section(
        "reasons",
        title,
        () if rows else (voice.say(msg("None has ended before its time.")),),
        table=Table((voice.say(msg("Reason")), voice.say(msg("Number"))), tuple(rows))
        if rows
        else None,
    )


_NOT_COMPLETED = msg(
    "The share below is not the share that completed: it counts each only as long as it "
    "was followed, until it completed or until today (Kaplan-Meier)."
)
_SOME_MONTHS = msg("Some months are not shown, so that nobody can be picked out.")
_OTHERS = msg("Other reasons together")


def _completed(voice: Voice, outcomes: Outcomes) -> str:
    share = outcomes.outcome.share
    if isinstance(share, Message):
        return voice.say(msg("The share that completed: {why}.", why=share))
    low, high = share.interval
    return voice.say(
        msg(
            "{percent}% completed ({part} of {whole}; interval {low}% to {high}%).",
            percent=share.percent,
            part=share.part,
            whole=share.whole,
            low=low,
            high=high,
        )
    )


def _because(voice: Voice, why: Message) -> str:
    return voice.say(msg("This cannot be told: {why}.", why=why))
