"""The audit of a program: every check, as its files answer it."""

from collections.abc import Callable
from datetime import date

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.progress.audit.judges import Facts
from telemaco.progress.audit.kinds import lines_of
from telemaco.progress.audit.values import Check, Mark, Topic
from telemaco.records.base import ProgramId


def self_audit(
    community: Community, program: ProgramId, today: date, *, has_handbook: bool
) -> tuple[Check, ...]:
    """All checks of a program as of a day, in the order of a program's life.

    Of fewer people than `privacy.small_group` nothing is told: the mark is `ask`.
    """
    pairs = [community.pairs[pair] for pair in community.pairs_of_program.get(program, ())]
    facts = Facts(program, community.programs[program], community, pairs, today, has_handbook)
    return tuple(_checked(facts, *line) for line in lines_of(facts.program.kind))


def _checked(
    facts: Facts,
    topics: tuple[Topic, ...],
    says: Message,
    judge: Callable[[Facts], Mark],
    advice: Message,
) -> Check:
    mark = judge(facts)
    return Check(topics, says, mark, None if mark is Mark.SEEN else advice)
