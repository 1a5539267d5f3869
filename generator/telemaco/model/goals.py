"""What the goals of pairs do not say yet, though a goal that one can reach says it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.records.pair import Goal, PairStatus
from telemaco.records.program import Program, ProgramStatus

_WORDS = 3
"""A sentence that says what is to be reached has so many words, where words stand apart."""


class Lack(StrEnum):
    """What a goal does not say, by the words of SMART (Doran 1981), in their order.

    Specific: what exactly. Measurable: how one sees that it is reached, and where it stands at
    the start. Assignable, as Doran has it: whose it is. Relevant: which objective of the program
    it serves. Time-bound: by when. Whether a goal can be reached no file can show.
    """

    SPECIFIC = "specific"
    SUCCESS = "success"
    BASELINE = "baseline"
    OWNER = "owner"
    OBJECTIVE = "objective"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class VagueGoal:
    """An open goal of a pair, and what it does not say."""

    pair: PairId
    goal: Goal
    lacks: tuple[Lack, ...]


def lacks_of(goal: Goal, program: Program | None) -> tuple[Lack, ...]:
    """What an open goal does not say; nothing of one that is settled.

    Informal programs ask for no more than a sentence.
    """
    if goal.status != "open":
        return ()
    said = {Lack.SPECIFIC: _is_specific(goal)}
    if program is None or program.style == "formal":
        said |= {
            Lack.SUCCESS: goal.success is not None,
            Lack.BASELINE: goal.baseline is not None,
            Lack.OWNER: goal.owner is not None,
            Lack.OBJECTIVE: goal.objective is not None or not (program and program.objectives),
            Lack.DUE: goal.due is not None,
        }
    return tuple(lack for lack, is_said in said.items() if not is_said)


def vague_goals(community: Community) -> Iterator[VagueGoal]:
    """The open goals that lack something, of pairs that meet in programs that run."""
    for pair_id, program in _meeting(community):
        for goal in community.pairs[pair_id].goals:
            lacks = lacks_of(goal, program)
            if lacks:
                yield VagueGoal(pair_id, goal, lacks)


def pairs_without_goals(community: Community) -> Iterator[PairId]:
    """The pairs that meet in formal programs that run, and have written no goal."""
    for pair_id, program in _meeting(community):
        if program.style == "formal" and not community.pairs[pair_id].goals:
            yield pair_id


def needs_goals(goals: Iterable[Goal], program: Program | None) -> bool:
    """Whether no goal is clear: says what exactly, and how one sees that it is reached."""
    return all(not _AIM.isdisjoint(lacks_of(goal, program)) for goal in goals)


_AIM = frozenset({Lack.SPECIFIC, Lack.SUCCESS})
"""Without these nobody knows what a pair works towards; the rest can come later."""


def _meeting(community: Community) -> Iterator[tuple[PairId, Program]]:
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program is None or program.status is not ProgramStatus.RUNNING:
            continue
        if pair.status is PairStatus.ACTIVE:
            yield pair_id, program


def _is_specific(goal: Goal) -> bool:
    """Whether the statement is more than a word or two, in every language that it is there in."""
    texts = goal.statement.values() if isinstance(goal.statement, Mapping) else (goal.statement,)
    return all(not text.isascii() or len(text.split()) >= _WORDS for text in texts)
