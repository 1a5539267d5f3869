"""What the goals of pairs do not say yet, though a goal that one can reach says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.records.pair import Goal, PairStatus
from telemaco.records.program import ProgramStatus


class Lack(StrEnum):
    """The key of a goal that is missing: whose it is, by when, how one sees that it is reached.

    Of the five words of SMART (specific, measurable, achievable, relevant, time-bound; Doran
    1981) these are what a file can show: assignable, as Doran has it, time-bound, measurable.
    """

    OWNER = "owner"
    DUE = "due"
    SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class VagueGoal:
    """An open goal of a pair, and what it does not say."""

    pair: PairId
    goal: Goal
    lacks: tuple[Lack, ...]


def lacks_of(goal: Goal) -> tuple[Lack, ...]:
    """What an open goal does not say; nothing of one that is settled."""
    if goal.status != "open":
        return ()
    said = {Lack.OWNER: goal.owner, Lack.DUE: goal.due, Lack.SUCCESS: goal.success}
    return tuple(lack for lack, value in said.items() if value is None)


def vague_goals(community: Community) -> Iterator[VagueGoal]:
    """The open goals that lack something, of pairs that meet in programs that run."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program is None or program.status is not ProgramStatus.RUNNING:
            continue
        if pair.status is not PairStatus.ACTIVE:
            continue
        for goal in pair.goals:
            lacks = lacks_of(goal)
            if lacks:
                yield VagueGoal(pair_id, goal, lacks)
