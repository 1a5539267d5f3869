"""How far people came: a funnel a role."""

from telemaco.messages import Message, msg, msg_n
from telemaco.progress.outcomes.values import Funnel, Outcomes, Stage
from telemaco.progress.outcomes.withholding import WITHHELD
from telemaco.records.program import Role
from telemaco.render.charts.rows import Bar, bars
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import MANY, STAGE, Voice


def people_section(voice: Voice, outcomes: Outcomes) -> Section:
    """How far the people of each role came."""
    return Section(
        "people",
        voice.say(msg("How far people came")),
        () if outcomes.funnels else (voice.say(msg("Nobody has applied yet.")),),
        funnel_charts(voice, outcomes),
    )


def funnel_charts(voice: Voice, outcomes: Outcomes) -> tuple[Chart, ...]:
    """A chart a role; facilitators who accompany the program, not a pair, come to no stage."""
    return tuple(
        _chart(voice, funnel)
        for funnel in outcomes.funnels
        if funnel.role is not Role.FACILITATOR or funnel.stages[Stage.MATCHED] != 0
    )


def _chart(voice: Voice, funnel: Funnel) -> Chart:
    rows = [
        Bar(
            voice.say(STAGE[stage]),
            figure if isinstance(figure, int) else None,
            voice.briefly(figure),
        )
        for stage, figure in funnel.stages.items()
    ]
    return Chart(
        id=f"people-{funnel.role}",
        title=voice.say(MANY[funnel.role]),
        sentence=_sentence(voice, funnel),
        drawing=bars(rows),
        table=Table(
            (voice.say(msg("Stage")), voice.say(msg("People"))),
            tuple(
                (voice.say(STAGE[stage]), voice.briefly(figure))
                for stage, figure in funnel.stages.items()
            ),
        ),
    )


def _sentence(voice: Voice, funnel: Funnel) -> str:
    """How many applied, and how many completed if that may be told."""
    said = [_applied(funnel), _completed(funnel)]
    if any(funnel.stages[stage] is WITHHELD for stage in _BETWEEN):
        said.append(msg("Stages that would tell on few people are not shown."))
    return " ".join(voice.say(message) for message in said)


_BETWEEN = (Stage.ACCEPTED, Stage.MATCHED, Stage.MET, Stage.MIDPOINT)


def _applied(funnel: Funnel) -> Message:
    count = funnel.stages[Stage.APPLIED]
    if isinstance(count, Message):
        return msg("How many applied is not shown, so that nobody can be picked out.")
    return _APPLIED[funnel.role](count)


def _completed(funnel: Funnel) -> Message:
    count = funnel.stages[Stage.COMPLETED]
    if isinstance(count, Message):
        return msg("How many completed it is not shown, so that nobody can be picked out.")
    if count == 0:
        return msg("Nobody has completed it yet.")
    return msg_n("{count} person completed it.", "{count} people completed it.", count)


_APPLIED = {
    Role.MENTOR: lambda count: msg_n("{count} mentor applied.", "{count} mentors applied.", count),
    Role.MENTEE: lambda count: msg_n("{count} mentee applied.", "{count} mentees applied.", count),
    Role.PEER: lambda count: msg_n("{count} peer applied.", "{count} peers applied.", count),
    Role.FACILITATOR: lambda count: msg_n(
        "{count} facilitator applied.", "{count} facilitators applied.", count
    ),
}
