"""What came of programs: everything that reports and pages tell, before anything is withheld."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.progress.community import months_of, sums
from telemaco.progress.outcomes.attainment import NO_GOALS, attainment_of, share_of
from telemaco.progress.outcomes.criteria import criteria_of
from telemaco.progress.outcomes.funnel import NO_NOTES, funnels
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.pairs import (
    NO_PAIRS,
    begun,
    outcome_of,
    reasons_of,
    spells_of,
)
from telemaco.progress.outcomes.survival import Spell, Survival, months_watched, survival
from telemaco.progress.outcomes.values import Outcomes
from telemaco.progress.values import PairProgress, Sums
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId

NO_MONTH = msg("none has lasted a month yet")
NO_RHYTHM = msg("none was set")
NO_PERIOD = msg("no period of a rhythm is over")


def outcomes_of(
    community: Community,
    programs: Sequence[ProgramId],
    progress: Mapping[PairId, PairProgress],
    today: date,
) -> Outcomes:
    """The figures of programs together; `progress` has that of each of their pairs."""
    every = [pair for name in programs for pair in community.pairs_of_program.get(name, ())]
    pairs = begun(community, every, today)
    found = [progress[pair] for pair in pairs]
    summed = sums(community, found)
    return Outcomes(
        today=today,
        programs=tuple(programs),
        pairs=pairs,
        people=summed.people,
        sessions=summed.held,
        minutes=summed.minutes,
        months=months_of(community, pairs, today),
        kept=_kept(community, programs, pairs, summed),
        funnels=funnels(community, programs, today),
        outcome=outcome_of(community, pairs),
        retention=_retention(spells_of(community, pairs, today)),
        reasons=reasons_of(community, pairs),
        other_reasons=0,
        goals=share_of(summed.goals_achieved, summed.goals, NO_GOALS),
        attainment=attainment_of(community, programs, found),
        criteria=criteria_of(community, pairs),
    )


def outcomes_of_each(
    community: Community,
    programs: Iterable[ProgramId],
    progress: Mapping[PairId, PairProgress],
    today: date,
) -> dict[ProgramId, Outcomes]:
    """The figures of each of the programs alone; small groups are in them."""
    return {name: outcomes_of(community, [name], progress, today) for name in programs}


def _retention(spells: Sequence[Spell]) -> tuple[Survival, ...] | Message:
    """Month by month; the beginning alone, when all are there, says nothing."""
    points = survival(spells, months_watched(spells))
    return points if len(points) > 1 else (NO_MONTH if points else NO_PAIRS)


def _kept(
    community: Community, programs: Sequence[ProgramId], pairs: Sequence[PairId], summed: Sums
) -> Share | Message:
    cadences = (
        *(community.programs[one].cadence for one in programs),
        *(community.pairs[one].cadence for one in pairs),
    )
    if not any(cadences):
        return NO_RHYTHM
    if not summed.expected:
        return NO_PERIOD
    return Share(summed.kept, summed.expected) if summed.held else NO_NOTES
