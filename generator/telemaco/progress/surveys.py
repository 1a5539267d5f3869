"""What came of the surveys of a program, ready to be shown.

Pages, tables and reports call it so::

    asked = surveys_of(community, program_id, today)     # each survey, by its moment
    for survey in asked:
        for group in survey.groups:                      # each role of which enough answered
            for figures in group.items:                  # each question of which enough did
                figures.mean, figures.favourable, figures.recommendation, figures.counts
    mirrored(asked)                                      # the same, seen by mentors and mentees
    changes(asked)                                       # the same, asked earlier and later
    pooled([surveys_of(...), surveys_of(...)])           # several runs of a series together

Whatever these values hold may be shown to everybody: groups of fewer than `privacy.small_group`
people are left out already (see `telemaco.progress.tallies`). Do not show how many answered of a
group that is not there, and no total but a sum of groups that are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from telemaco.model.community import Community, ResultsId
from telemaco.model.evaluation import Asked, asked_in, invited
from telemaco.progress.intervals import Estimate, difference, mean, median, recommendation, share
from telemaco.progress.tallies import counted, large_groups
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.program import Moment, Role
from telemaco.records.survey import GroupResult, Item, ItemKind, ItemResult, Results, Survey

_ROLES = tuple(Role)
_RECOMMENDS = 9
"""The least answer that recommends, of 0 to 10."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """How a role answered a question.

    `counts` are as given, in the order of `item.choices`; of several answers at once their sum is
    more than `answers`. The rest is turned round where the question is (`item.reverse`), so that
    more is better: `mean` and `median` in the unit of the scale (1 to its length, 0 to 10, -2 to
    2), None where answers have no order. `favourable` is the share, 0 to 1, of answers above the
    middle of the scale; of 9 and 10; of "as hoped" and better. `recommendation` is from -1 to 1,
    for that kind of question only.
    """

    item: Item
    answers: int
    counts: tuple[int, ...]
    mean: Estimate | None = None
    median: float | None = None
    favourable: Estimate | None = None
    recommendation: Estimate | None = None


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How those of a role answered: how many, of how many, and each question.

    `rate` is None where more answered than are known to have been asked. `quotes` are words that
    their authors allow to be quoted, by the alphabet.
    """

    role: Role
    answers: int
    asked: int
    rate: Estimate | None
    items: tuple[ItemFigures, ...]
    quotes: tuple[tuple[Item, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SurveyFigures:
    """A survey of a program, and the groups of which enough answered; perhaps none."""

    id: SurveyId
    survey: Survey
    moment: Moment | None
    groups: tuple[GroupFigures, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A question as a role answered it, in one survey."""

    survey: SurveyId
    moment: Moment | None
    role: Role
    figures: ItemFigures


@dataclass(frozen=True, slots=True)
class Compared:
    """Two answers to the same: `difference` is the mean of `one` less that of the `other`."""

    one: Seen
    other: Seen
    difference: Estimate


def surveys_of(
    community: Community, program_id: ProgramId, today: date
) -> tuple[SurveyFigures, ...]:
    """Every survey that the program asks, by its moment, with what may be shown of it."""
    return tuple(
        _figures(community, program_id, asked, results_of(community, program_id, asked, today))
        for asked in asked_in(community, program_id)
    )


def results_of(community: Community, program_id: ProgramId, asked: Asked, today: date) -> Results:
    """The counts: those of the file of results, else those of answers of weeks that are over."""
    small_group = community.settings.privacy.small_group
    known = community.results.get(ResultsId(program_id, asked.id))
    if known is not None:
        return large_groups(known, small_group)
    now = week_of(today)
    answers = (
        answer
        for answer_id, answer in community.answers.items()
        if answer_id[:2] == (program_id, asked.id) and answer.week < now
    )
    return counted(asked.survey, answers, small_group)


def week_of(day: date) -> str:
    """The week of a day as answers name it, e.g. 2027-W05."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def mirrored(surveys: Iterable[SurveyFigures]) -> tuple[Compared, ...]:
    """What two roles answered to the same question of a survey, or to one and its mirror.

    A mirror may stand in another survey of the same moment. `one` is the role that comes first:
    mentors, then mentees, peers and facilitators.
    """
    seen = sorted(
        (one for survey in surveys for one in _seen(survey)), key=lambda one: _ROLES.index(one.role)
    )
    return tuple(
        pair
        for one, other in combinations(seen, 2)
        if one.role is not other.role and _are_mirrors(one, other)
        for pair in _compared(one, other)
    )


def changes(surveys: Iterable[SurveyFigures]) -> tuple[Compared, ...]:
    """What a role answered to one question at two moments: `one` is the last, `other` the first.

    It is the same question if its id, its kind and the number of its answers are. Those who left
    early are other people than all: surveys at that moment are not looked at.
    """
    found: dict[tuple[object, ...], list[Seen]] = {}
    for survey in surveys:
        if survey.moment not in {None, Moment.EXIT}:
            for seen in _seen(survey):
                same = (seen.role, *_question(seen.figures.item))
                found.setdefault(same, []).append(seen)
    return tuple(
        pair for seen in found.values() if len(seen) > 1 for pair in _compared(seen[-1], seen[0])
    )


def pooled(runs: Iterable[Iterable[SurveyFigures]]) -> tuple[SurveyFigures, ...]:
    """The figures of several programs together: sums of the groups that are shown of each.

    Surveys of one name are one survey, as far as their questions are the same.
    """
    by_survey: dict[SurveyId, list[SurveyFigures]] = {}
    for run in runs:
        for survey in run:
            by_survey.setdefault(survey.id, []).append(survey)
    return tuple(
        replace(several[0], groups=tuple(_pooled_groups(several))) for several in by_survey.values()
    )


def figures_of(item: Item, result: ItemResult) -> ItemFigures:
    """What counts say about a question."""
    counts = result.counts
    plain = ItemFigures(item, result.answers, counts)
    if item.kind in {ItemKind.CHOICE, ItemKind.MULTI}:
        return plain
    values = tuple(map(int, item.choices))
    turned = counts[::-1] if item.reverse else counts
    liked = sum(
        count for value, count in zip(values, turned, strict=True) if _is_liked(item, value)
    )
    return replace(
        plain,
        mean=mean(values, turned),
        median=median(values, turned),
        favourable=share(liked, result.answers),
        recommendation=recommendation(turned) if item.kind is ItemKind.RECOMMEND else None,
    )


def _is_liked(item: Item, value: int) -> bool:
    match item.kind:
        case ItemKind.RECOMMEND:
            return value >= _RECOMMENDS
        case ItemKind.GAS:
            return value >= 0
        case _:
            return 2 * value > len(item.choices) + 1


def _figures(
    community: Community, program_id: ProgramId, asked: Asked, results: Results
) -> SurveyFigures:
    groups = (
        _group(asked.survey, group, len(invited(community, program_id, asked, group.role)))
        for group in results.groups
    )
    return SurveyFigures(asked.id, asked.survey, asked.moment, tuple(groups))


def _group(survey: Survey, group: GroupResult, asked: int) -> GroupFigures:
    items = survey.asked_of(group.role)
    return GroupFigures(
        group.role,
        group.answers,
        asked,
        share(group.answers, asked) if asked >= group.answers else None,
        tuple(
            figures_of(item, result)
            for item in items
            if (result := group.items.get(item.id)) and len(result.counts) == len(item.choices)
        ),
        tuple((item, group.quotes[item.id]) for item in items if item.id in group.quotes),
    )


def _seen(survey: SurveyFigures) -> Iterator[Seen]:
    for group in survey.groups:
        for figures in group.items:
            yield Seen(survey.id, survey.moment, group.role, figures)


def _are_mirrors(one: Seen, other: Seen) -> bool:
    first, second = one.figures.item, other.figures.item
    if one.survey == other.survey:
        return second.id in {first.id, first.mirrors} or first.id == second.mirrors
    is_mirror = second.id == first.mirrors or first.id == second.mirrors
    return is_mirror and one.moment is other.moment


def _compared(one: Seen, other: Seen) -> Iterator[Compared]:
    if one.figures.mean and other.figures.mean:
        yield Compared(one, other, difference(one.figures.mean, other.figures.mean))


def _pooled_groups(surveys: Sequence[SurveyFigures]) -> Iterator[GroupFigures]:
    for role in Role:
        groups = [group for survey in surveys for group in survey.groups if group.role is role]
        if groups:
            answers, asked = sum(one.answers for one in groups), sum(one.asked for one in groups)
            is_known = all(one.rate for one in groups)
            yield GroupFigures(
                role,
                answers,
                asked,
                share(answers, asked) if is_known else None,
                tuple(_pooled_items([one for group in groups for one in group.items])),
                tuple(one for group in groups for one in group.quotes),
            )


def _pooled_items(figures: Sequence[ItemFigures]) -> Iterator[ItemFigures]:
    by_item: dict[tuple[object, ...], list[ItemFigures]] = {}
    for one in figures:
        by_item.setdefault(_question(one.item), []).append(one)
    for several in by_item.values():
        counts = tuple(map(sum, zip(*(one.counts for one in several), strict=True)))
        answers = sum(one.answers for one in several)
        yield figures_of(several[-1].item, ItemResult(answers=answers, counts=counts))


def _question(item: Item) -> tuple[object, ...]:
    """What makes a question the same in another survey, or another run of a program."""
    return (item.id, item.kind, len(item.choices), item.reverse)
