"""What helps with the next run: earlier runs side by side, and what worked in the matching."""

from collections.abc import Sequence

from telemaco.messages import Fact, Message, msg
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Criterion, Outcomes, Run
from telemaco.render.charts.percentages import Point, intervals
from telemaco.render.charts.values import Chart, Table
from telemaco.render.matches.criteria import NAMES
from telemaco.render.pairing_titles import headed
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import Voice


def runs_section(voice: Voice, runs: Sequence[Run]) -> Section:
    """The program beside the earlier runs of its series."""
    title = voice.say(msg("Beside earlier runs"))
    if len(runs) == 1:
        return Section("runs", title, (voice.say(msg("There is no earlier run to compare.")),))
    charts = [
        chart
        for chart in (
            _chart(
                voice,
                "runs-completed",
                msg("Share that completed"),
                [(run, run.completed) for run in runs],
            ),
            _chart(voice, "runs-goals", msg("Goals reached"), [(run, run.goals) for run in runs]),
        )
        if chart
    ]
    told = [_caution(voice)]
    if any(run.people is WITHHELD for run in runs):
        told.append(voice.say(_NOT_SHOWN))
    return Section("runs", title, tuple(told), tuple(charts), _runs_table(voice, runs))


def criteria_section(voice: Voice, outcomes: Outcomes) -> Section:
    """Whether pairs that matched well on a criterion completed more often."""
    title = voice.say(msg("What worked in the matching"))
    if isinstance(outcomes.criteria, Message):
        return Section(
            "matching",
            title,
            (voice.say(msg("This cannot be told: {why}.", why=outcomes.criteria)),),
        )
    return Section(
        "matching",
        title,
        (*(_finding(voice, one) for one in outcomes.criteria), voice.say(_NO_CAUSE)),
    )


_NOT_SHOWN = msg(
    "“Not shown” stands where the figure would tell on few people. How many began, and how often "
    "they met, can be read on the site anyway."
)
_NO_CAUSE = msg(
    "The intervals hold for all criteria together. They say what went together, not what caused "
    "what."
)


def _finding(voice: Voice, one: Criterion) -> str:
    name = voice.say(NAMES[one.criterion]) if one.criterion in NAMES else one.criterion
    if isinstance(one.points, Message):
        return voice.say(msg("{criterion}: {why}.", criterion=name, why=one.points))
    ahead, low, high = one.points
    facts: dict[str, Fact] = {"criterion": name, "ahead": ahead, "low": low, "high": high}
    if low > 0:
        return voice.say(
            msg(
                "{criterion}: those above the middle completed more often, by {ahead} points "
                "(interval {low} to {high}).",
                **facts,
            )
        )
    if high < 0:
        return voice.say(
            msg(
                "{criterion}: those above the middle completed less often, by {ahead} points "
                "(interval {low} to {high}).",
                **facts,
            )
        )
    return voice.say(
        msg(
            "{criterion}: no difference can be told ({ahead} points, interval {low} to {high}).",
            **facts,
        )
    )


def _caution(voice: Voice) -> str:
    return voice.say(
        msg("Where intervals overlap widely, the runs cannot be told apart by these figures.")
    )


def _chart(
    voice: Voice, identifier: str, title: Message, shares: Sequence[tuple[Run, Share | Message]]
) -> Chart | None:
    """The shares with their intervals; none where not two can be told."""
    known = [(run, share) for run, share in shares if isinstance(share, Share)]
    if len(known) < 2:  # noqa: PLR2004 (one alone is no comparison)
        return None
    run, last = known[-1]
    return Chart(
        id=identifier,
        title=voice.say(title),
        sentence=voice.say(
            msg(
                "{percent}% in {program}, the latest run that is shown.",
                percent=last.percent,
                program=_title(voice, run),
            )
        ),
        drawing=intervals(
            [Point(_title(voice, run), share.percent, *share.interval) for run, share in known]
        ),
        table=Table(
            (voice.say(msg("Program")), voice.say(title)),
            tuple((_title(voice, run), voice.sure(share)) for run, share in known),
        ),
    )


def _runs_table(voice: Voice, runs: Sequence[Run]) -> Table:
    titles = (
        msg("Program"),
        msg("People"),
        headed(voice.kind_of(run.program for run in runs)),
        msg("Sessions held"),
        msg("Hours"),
        msg("Completed it"),
        msg("Goals reached"),
        msg("Rhythm kept"),
    )
    return Table(
        tuple(voice.say(title) for title in titles),
        tuple(
            (
                _title(voice, run),
                *(voice.briefly(figure) for figure in (run.people, run.pairs, run.sessions)),
                voice.hours(run.minutes),
                *(_share(voice, share) for share in (run.completed, run.goals)),
                voice.briefly(run.kept),
            )
            for run in runs
        ),
    )


def _share(voice: Voice, share: Share | Message) -> str:
    """With its interval; why there is none is said briefly."""
    return voice.sure(share) if isinstance(share, Share) else voice.briefly(share)


def _title(voice: Voice, run: Run) -> str:
    return voice.text(voice.community.programs[run.program].title)
