"""The goals with which a pair begins: those that its members said of themselves."""

from collections.abc import Iterable, Iterator
from datetime import date

from telemaco.model.community import Community
from telemaco.records.base import GoalId, LocalText, PersonId
from telemaco.records.pair import Goal, Pair, PairRole
from telemaco.records.person import PersonalGoal

_ID = "goal-"
"""How the ids begin that these goals get."""
_LEARNS = frozenset({PairRole.MENTEE, PairRole.PEER})


def first_goals(
    community: Community,
    members: Iterable[tuple[PersonId, PairRole]],
    start: date,
    end: date | None,
) -> Iterator[Goal]:
    """The goals of those who learn, with whose they are and by when, if that is within the days.

    Each says from whom it was copied, a mark that stays when it is put into other words, gets
    another id or owner, or is deleted from the file that it came from.

    How one sees that they are reached is left for the pair to say. A goal that was reached in
    another pair is none any more. Left out is what would be published by the way: a pair's goals
    are shown with the pair, so whoever publishes their pairs and not their goals keeps them.
    """
    number = 0
    for person, role in members:
        for goal in _goals_of(community, person) if role in _LEARNS else ():
            number += 1
            is_within = goal.by is not None and start <= goal.by and (end is None or goal.by <= end)
            yield Goal(
                id=GoalId(f"{_ID}{number}"),
                statement=goal.statement,
                success=None,
                owner=person,
                copied_from=person,
                due=goal.by if is_within else None,
                objective=None,
                status="open",
                baseline=None,
                ratings=(),
            )


def are_first_goals(community: Community, pair: Pair) -> bool:
    """Whether the goals of a pair are as the members said them, so that nobody worked on them."""
    members = [(member.person, member.role) for member in pair.members]
    return pair.goals == tuple(first_goals(community, members, pair.start, pair.expected_end))


def _goals_of(community: Community, person_id: PersonId) -> Iterator[PersonalGoal]:
    person = community.people.get(person_id)
    publish = person.consent.publish if person else ()
    if person is None or ("pairs" in publish and "goals" not in publish):
        return
    done = [*_reached(community, person_id)]
    yield from (goal for goal in person.goals if goal.statement not in done)


def _reached(community: Community, person: PersonId) -> Iterator[LocalText]:
    for pair_id in community.pairs_of_person.get(person, ()):
        for goal in community.pairs[pair_id].goals:
            if goal.owner == person and goal.status == "achieved":
                yield goal.statement
