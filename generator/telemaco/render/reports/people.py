"""How far people came: a funnel a role."""

from collections.abc import Iterator
from dataclasses import replace

from telemaco.messages import Message, msg, msg_n
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Funnel, Outcomes, Stage
from telemaco.records.program import Role
from telemaco.render.charts.rows import Bar, bars
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.pairing_sentences import done_of
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import MANY, STAGE, Voice


def people_section(voice: Voice, outcomes: Outcomes) -> Section:
    """How far the people of each role came."""
    charts = funnel_charts(voice, outcomes)
    said = [] if outcomes.funnels else [msg("Nobody has applied yet.")]
    if not all(_is_told(funnel) for funnel in outcomes.funnels):
        said.append(
            msg("Of other roles nothing is shown: too few people have them.")
            if charts
            else msg("Nothing is shown of any role: it would give away single people.")
        )
    return Section(
        "people",
        voice.say(msg("How far people came")),
        tuple(voice.say(message) for message in said),
        charts,
    )


def funnel_charts(voice: Voice, outcomes: Outcomes) -> tuple[Chart, ...]:
    """A chart a role of which there is something to show.

    Facilitators who accompany the program, not a pair, come to no stage.
    """
    return tuple(
        _chart(voice, funnel, _by_pairs(voice, outcomes, funnel))
        for funnel in outcomes.funnels
        if _is_told(funnel)
        and (funnel.role is not Role.FACILITATOR or funnel.stages[Stage.MATCHED] != 0)
    )


def _by_pairs(voice: Voice, outcomes: Outcomes, funnel: Funnel) -> Message | None:
    """How many pairs with such people completed, where that is told."""
    if funnel.completed is None:
        return None
    kind = voice.kind_of(outcomes.programs)
    return done_of(kind, funnel.completed.whole, funnel.completed.part)


def _is_told(funnel: Funnel) -> bool:
    """Whether there is more to see than that nobody completed it."""
    return any(isinstance(figure, int) and figure for figure in funnel.stages.values())


def _chart(voice: Voice, funnel: Funnel, by_pairs: Message | None) -> Chart:
    told = {
        stage: by_pairs if by_pairs and stage is Stage.COMPLETED and figure is WITHHELD else figure
        for stage, figure in funnel.stages.items()
    }
    rows = [
        Bar(
            voice.say(STAGE[stage]),
            figure if isinstance(figure, int) else None,
            voice.briefly(told[stage]),
        )
        for stage, figure in funnel.stages.items()
        if isinstance(figure, int) or figure is WITHHELD
    ]
    return Chart(
        id=f"people-{funnel.role}",
        title=voice.say(MANY[funnel.role]),
        sentence=_sentence(voice, replace(funnel, stages=told)),
        drawing=bars(rows),
        table=Table(
            (voice.say(msg("Stage")), voice.say(msg("People"))),
            tuple(
                (voice.say(STAGE[stage]), voice.briefly(figure)) for stage, figure in told.items()
            ),
        ),
    )


def _sentence(voice: Voice, funnel: Funnel) -> str:
    """How many came in, how many completed, and that something is left out if so."""
    said = [*_came_in(funnel)]
    completed = funnel.stages[Stage.COMPLETED]
    if isinstance(completed, int):
        said.append(_completed(completed))
    said += _certificates(funnel)
    if WITHHELD in funnel.stages.values():
        said.append(msg("A figure is left out where it would give away single people."))
    return " ".join(voice.say(message) for message in said)


def _came_in(funnel: Funnel) -> Iterator[Message]:
    """The first stage that is told."""
    applied, accepted, matched = (funnel.stages[stage] for stage in tuple(Stage)[:3])
    if isinstance(applied, int):
        yield _APPLIED[funnel.role](applied)
    elif isinstance(accepted, int):
        yield msg_n("{count} person was accepted.", "{count} people were accepted.", accepted)
    elif isinstance(matched, int):
        yield msg_n("{count} person was matched.", "{count} people were matched.", matched)


def _completed(count: int) -> Message:
    if count == 0:
        return msg("Nobody has completed it yet.")
    return msg_n("{count} person completed it.", "{count} people completed it.", count)


def _certificates(funnel: Funnel) -> Iterator[Message]:
    """How many earned a certificate, and how many let it be seen; nothing before anybody did."""
    earned, shown = (funnel.stages.get(stage) for stage in (Stage.EARNED, Stage.SHOWN))
    if earned == 0 and funnel.stages[Stage.COMPLETED] == 0:
        return
    if isinstance(earned, int):
        yield msg_n(
            "{count} person earned a certificate.", "{count} people earned a certificate.", earned
        )
    if shown == 0 and earned != 0:
        yield msg("Nobody lets the certificate be shown on the site.")
    elif isinstance(shown, int) and earned != 0:
        yield msg_n(
            "{count} person lets the certificate be shown on the site.",
            "{count} people let the certificate be shown on the site.",
            shown,
        )


_APPLIED = {
    Role.MENTOR: lambda count: msg_n("{count} mentor applied.", "{count} mentors applied.", count),
    Role.MENTEE: lambda count: msg_n("{count} mentee applied.", "{count} mentees applied.", count),
    Role.PEER: lambda count: msg_n("{count} peer applied.", "{count} peers applied.", count),
    Role.FACILITATOR: lambda count: msg_n(
        "{count} facilitator applied.", "{count} facilitators applied.", count
    ),
}
