"""The goals of a pair as its page shows them: from where they started to where they are now."""

from collections.abc import Sequence
from dataclasses import dataclass

from telemaco.messages import Message, msg, msg_n
from telemaco.model.goals import lacks_of
from telemaco.progress.values import GoalProgress, PairProgress, RatedOn
from telemaco.records.layout import PairId
from telemaco.records.pair import Goal, Pair
from telemaco.records.program import Objective, Program
from telemaco.render.levels import LEVELS
from telemaco.render.pages import words
from telemaco.render.pages.addresses import objective_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import is_over
from telemaco.render.pages.published import name_in_pairs, publishes
from telemaco.render.pages.published_goals import shows_goal
from telemaco.render.vague_goals import lacks_in_words

_SEVERAL = 2
"""Goals from which on a score says more than the levels themselves."""
_TWO = 2
_STEP = 24
_HEIGHT = 12
_MARGIN = 6
_HIGHEST = 2
_TONES = {"open": "new", "achieved": "good", "partly": "good", "dropped": "rest"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A rating in the picture: where it stands, and what it says."""

    x: int
    y: int
    title: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The ratings of a goal as a line of dots; `width` and `height` are the picture's."""

    width: int
    height: int
    middle: int
    dots: tuple[Dot, ...]
    points: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal: what it says, what it does not say yet, and its way so far in words.

    `owner` is whose it is, where they are named. `due` is by when, of a goal that nobody settled.
    `objective` is what the program wants to reach and the goal serves, `page` where that stands.
    """

    statement: str
    success: str
    owner: str
    due: str
    objective: str
    page: str
    status: Message
    tone: str
    way: str
    trace: Trace | None
    lacks: Message | None


def aims_of(edition: Edition, pair_id: PairId) -> tuple[Aim, ...]:
    """Every goal of the pair that may be shown."""
    goals, pair = edition.progress[pair_id].goals, edition.community.pairs[pair_id]
    return tuple(
        _aim(edition, pair_id, number, goal)
        for number, goal in enumerate(goals)
        if shows_goal(edition.community, pair, pair.goals[number])
    )


def attained(progress: PairProgress) -> Message | None:
    """What all rated goals together say; None with fewer than two, where it would say no more."""
    if progress.attainment is None or progress.goals_rated < _SEVERAL:
        return None
    if progress.attainment_at_start is None:
        return msg_n(
            "Goal attainment: {score}, of {count} goal; 50 is as hoped.",
            "Goal attainment: {score}, of {count} goals; 50 is as hoped.",
            progress.goals_rated,
            score=progress.attainment,
        )
    return msg_n(
        "Goal attainment: from {start} to {score}, of {count} goal; 50 is as hoped.",
        "Goal attainment: from {start} to {score}, of {count} goals; 50 is as hoped.",
        progress.goals_rated,
        score=progress.attainment,
        start=progress.attainment_at_start,
    )


def _aim(edition: Edition, pair_id: PairId, number: int, progress: GoalProgress) -> Aim:
    pair = edition.community.pairs[pair_id]
    program = edition.community.programs.get(pair_id.program)
    goal = pair.goals[number]
    is_left = goal.status == "open" and is_over(pair)
    lacks = () if is_left else lacks_of(goal, program)
    objective = _objective(program, goal)
    return Aim(
        statement=edition.text(goal.statement),
        success=edition.maybe(goal.success),
        owner=_owner(edition, pair, goal),
        due=_due(edition, goal),
        objective=edition.text(objective.statement) if objective else "",
        page=objective_address(pair_id.program, objective.id) if objective else "",
        status=words.GOAL_LEFT if is_left else words.GOAL_STATUS[goal.status],
        tone="done" if is_left else _TONES[goal.status],
        way=_way(edition, progress, is_left=is_left),
        trace=_trace(edition, progress),
        lacks=lacks_in_words(lacks) if lacks else None,
    )


def _owner(edition: Edition, pair: Pair, goal: Goal) -> str:
    """Whose goal of a group it is, if they publish their goals: several may say the same."""
    if goal.owner is None or len(pair.members) <= _TWO:
        return ""
    if not publishes(edition.community, goal.owner, "goals"):
        return ""
    return name_in_pairs(edition.community, goal.owner) or ""


def _due(edition: Edition, goal: Goal) -> str:
    """By when the goal is to be reached; empty of one that is settled, or without a day."""
    if goal.due is None or goal.status != "open":
        return ""
    return edition.words(msg("By {day}", day=edition.dates.day(goal.due)))


def _objective(program: Program | None, goal: Goal) -> Objective | None:
    """What of the program's objectives the goal serves, if any."""
    known = program.objectives if program else ()
    return next((one for one in known if one.id == goal.objective), None)


def _way(edition: Edition, goal: GoalProgress, *, is_left: bool) -> str:
    """From where to where, in words; empty while nobody has said."""
    if goal.level is None:
        return _unrated(edition, goal, is_left=is_left)
    now = edition.words(LEVELS[goal.level])
    day = edition.dates.day(goal.ratings[-1].day)
    if goal.baseline is None:
        return edition.words(msg("On {day}: {now}.", day=day, now=now))
    start = edition.words(LEVELS[goal.baseline])
    return edition.words(
        msg("At the start: {start}. On {day}: {now}.", start=start, day=day, now=now)
    )


def _unrated(edition: Edition, goal: GoalProgress, *, is_left: bool) -> str:
    """Where it started; that a rating is to come only of a goal that is under way."""
    if goal.baseline is None:
        return ""
    start = edition.words(LEVELS[goal.baseline])
    if is_left or goal.status != "open":
        return edition.words(msg("At the start: {start}.", start=start))
    return edition.words(msg("At the start: {start}. Not rated yet.", start=start))


def _trace(edition: Edition, goal: GoalProgress) -> Trace | None:
    """The picture of two ratings and more; fewer are said in words."""
    steps = _steps(edition, goal)
    if len(steps) < _SEVERAL:
        return None
    dots = tuple(
        Dot(
            _MARGIN + place * _STEP,
            _MARGIN + (_HIGHEST - level) * _HEIGHT,
            edition.words(msg("{day}: {level}", day=day, level=edition.words(LEVELS[level]))),
        )
        for place, (day, level) in enumerate(steps)
    )
    return Trace(
        width=2 * _MARGIN + (len(dots) - 1) * _STEP,
        height=2 * _MARGIN + 2 * _HIGHEST * _HEIGHT,
        middle=_MARGIN + _HIGHEST * _HEIGHT,
        dots=dots,
        points=" ".join(f"{dot.x},{dot.y}" for dot in dots),
    )


def _steps(edition: Edition, goal: GoalProgress) -> Sequence[tuple[str, int]]:
    """The baseline, if there is one, and every rating, each with its day in words."""
    start = () if goal.baseline is None else ((edition.words(msg("at the start")), goal.baseline),)
    return (*start, *(_dated(edition, rating) for rating in goal.ratings))


def _dated(edition: Edition, rating: RatedOn) -> tuple[str, int]:
    return edition.dates.day(rating.day), rating.level
