"""What a session could be about: its guide, what is still open, the goals."""

from collections.abc import Iterator
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.goals import lacks_of
from telemaco.model.guides import guide_in
from telemaco.model.schedule import actions_of
from telemaco.records.base import AgendaId, Language
from telemaco.records.layout import PairId
from telemaco.records.note import Action
from telemaco.records.pair import Goal
from telemaco.records.program import Program
from telemaco.render.check_ins.people import is_private, name_of
from telemaco.render.check_ins.safe import Safe, safe
from telemaco.render.check_ins.voice import Voice
from telemaco.render.markdown import sections_of
from telemaco.render.pages.published_goals import shows_goal
from telemaco.render.vague_goals import lacks_in_words

POINTS = 12
"""Points of a guide that are shown."""
FEW = 5
"""Actions and goals that are shown."""
FEW_LACKS = 3
"""Things that a goal could still say; more at once is a wall."""
_POINT_LENGTH = 200


def guide_lines(community: Community, agenda: AgendaId, voice: Voice) -> Iterator[str]:
    """The guide's title and its questions, as a list; nothing when there is no such guide."""
    languages = (Language(voice.translator.language), *voice.fallbacks)
    guide = guide_in(community, agenda, languages)
    if guide is None:
        return
    title = safe(guide.agenda.title)
    minutes = guide.agenda.minutes
    yield f"**{title}**" + (f" ({voice.say(_minutes(minutes))})" if minutes else "")
    left = POINTS
    for section in sections_of(guide.body):
        shown = section.points[:left]
        left -= len(shown)
        heading = f"*{safe(section.heading)}*: " if section.heading else ""
        for number, point in enumerate(shown):
            yield f"- {heading if number == 0 else ''}{safe(point, _POINT_LENGTH)}"


def _minutes(minutes: int) -> Message:
    return msg_n("{count} minute", "{count} minutes", minutes)


def open_lines(community: Community, pair_id: PairId, today: date, voice: Voice) -> Iterator[str]:
    """What members wanted to do and did not yet; in public only how much it is."""
    left = [action for action in actions_of(community, pair_id, today) if action.done_on is None]
    if not left:
        return
    if not is_private(community):
        yield voice.say(
            msg_n(
                "{count} thing that you wanted to do is still open in your notes.",
                "{count} things that you wanted to do are still open in your notes.",
                len(left),
            )
        )
        return
    yield voice.say(msg("Still open from your notes:"))
    yield from (f"- {_action(community, action, voice)}" for action in left[-FEW:])


def _action(community: Community, action: Action, voice: Voice) -> Safe:
    text = safe(action.text, _POINT_LENGTH)
    if action.owner and action.due:
        who = name_of(community, action.owner)
        return voice.say(msg("{text} ({who}, by {day})", text=text, who=who, day=action.due))
    if action.owner:
        return voice.say(msg("{text} ({who})", text=text, who=name_of(community, action.owner)))
    return voice.say(msg("{text} (by {day})", text=text, day=action.due)) if action.due else text


def goal_lines(community: Community, pair_id: PairId, voice: Voice) -> Iterator[str]:
    """The goals that are open; in public only those of pairs that let themselves be shown."""
    pair = community.pairs[pair_id]
    goals = [
        goal
        for goal in pair.goals
        if goal.status == "open" and (is_private(community) or shows_goal(community, pair, goal))
    ]
    if not goals:
        return
    yield voice.say(msg("What you work towards:"))
    program = community.programs.get(pair_id.program)
    yield from (f"- {_goal(goal, program, voice)}" for goal in goals[:FEW])


def _goal(goal: Goal, program: Program | None, voice: Voice) -> Safe:
    """A goal, and what it could still say."""
    statement, lacks = safe(voice.text(goal.statement), _POINT_LENGTH), lacks_of(goal, program)
    if not lacks:
        return statement
    lacking = lacks_in_words(lacks[:FEW_LACKS])
    return voice.say(msg("{goal} (it could still say: {lacks})", goal=statement, lacks=lacking))
