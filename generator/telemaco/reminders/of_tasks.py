"""What a pair is asked about its milestones, and about what its members wanted to do."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from telemaco.messages import Fact, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.schedule import actions_of, reminders_of
from telemaco.records.layout import PairId
from telemaco.records.program import Milestone
from telemaco.records.text import worded
from telemaco.reminders.question import Question, pair_key, people_on
from telemaco.reminders.values import CheckInKind


def milestones(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """One question for the milestones of a day, the oldest first."""
    pair = community.pairs[pair_id]
    for due, group in groupby(late_milestones(community, pair_id), key=lambda item: item[0]):
        found = [milestone for _, milestone in group]
        if due <= today:
            titles = listed(
                [worded(milestone.title, community.settings.languages) for milestone in found]
            )
            yield Question(
                pair_key(pair_id, due, CheckInKind.MILESTONE),
                due,
                people_on(pair, today),
                msg_n(
                    "Is the milestone reached: {milestones}?",
                    "Are the milestones reached: {milestones}?",
                    len(found),
                    milestones=titles,
                ),
                msg_n(
                    "This milestone was to be reached by {day}: {milestones}",
                    "These milestones were to be reached by {day}: {milestones}",
                    len(found),
                    milestones=titles,
                    day=pair.start + timedelta(days=found[0].after_days),
                ),
            )


def late_milestones(community: Community, pair_id: PairId) -> Sequence[tuple[date, Milestone]]:
    """The program's milestones that the pair has not reached, by the day they are asked for."""
    program = community.programs[pair_id.program]
    pair = community.pairs[pair_id]
    done = {milestone.id for milestone in pair.milestones}
    grace = reminders_of(community, pair_id).grace_days
    late = [
        (pair.start + timedelta(days=milestone.after_days + grace), milestone)
        for milestone in program.milestones
        if milestone.id not in done
    ]
    return sorted(late, key=lambda item: (item[0], item[1].id))


def listed(texts: Sequence[Fact]) -> Fact:
    """Several texts as one fact, with commas."""
    first, *others = texts
    return msg("{first}, {rest}", first=first, rest=listed(others)) if others else first


def actions(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """The actions that have been overdue the longest, together when they share a day."""
    grace = timedelta(days=reminders_of(community, pair_id).grace_days)
    overdue = [
        (action.due, action)
        for action in actions_of(community, pair_id, today)
        if action.done_on is None and action.due is not None and action.due + grace < today
    ]
    if not overdue:
        return
    due = min(day for day, _ in overdue)
    together = [action for day, action in overdue if day == due]
    members = people_on(community.pairs[pair_id], today)
    owners = {action.owner for action in together}
    asked = tuple(member for member in members if member in owners)
    text = "; ".join(action.text for action in together)
    yield Question(
        pair_key(pair_id, due, CheckInKind.ACTION),
        due + grace + timedelta(days=1),
        asked if len(owners) == 1 and asked else members,
        msg("What became of this: {action}", action=text),
        msg("To be done by {day}: {action}", day=due, action=text),
    )
