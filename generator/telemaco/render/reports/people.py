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
        tuple(funnel_chart(voice, funnel) for funnel in outcomes.funnels),
    )


def funnel_chart(voice: Voice, funnel: Funnel) -> Chart:
    """The stages of a role, one below the other."""
    rows = [
        Bar(
            voice.say(STAGE[stage]),
            figure if isinstance(figure, int) else None,
            voice.say(_SHORT) if figure is WITHHELD else voice.figure(figure),
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
                (voice.say(STAGE[stage]), voice.figure(figure))
                for stage, figure in funnel.stages.items()
            ),
        ),
    )


_SHORT = msg("not shown")


def _sentence(voice: Voice, funnel: Funnel) -> str:
    """How many applied, and how many completed if that may be told."""
    applied, completed = funnel.stages[Stage.APPLIED], funnel.stages[Stage.COMPLETED]
    if isinstance(applied, Message):
        return voice.say(msg("Too few applied to tell more."))
    said = voice.say(_APPLIED[funnel.role](applied))
    if isinstance(completed, int):
        return (
            said
            + " "
            + voice.say(msg_n("{count} completed it.", "{count} completed it.", completed))
        )
    return (
        said
        + " "
        + voice.say(msg("How many completed it is not shown, so that nobody can be picked out."))
    )


_APPLIED = {
    Role.MENTOR: lambda count: msg_n("{count} mentor applied.", "{count} mentors applied.", count),
    Role.MENTEE: lambda count: msg_n("{count} mentee applied.", "{count} mentees applied.", count),
    Role.PEER: lambda count: msg_n("{count} peer applied.", "{count} peers applied.", count),
    Role.FACILITATOR: lambda count: msg_n(
        "{count} facilitator applied.", "{count} facilitators applied.", count
    ),
}
