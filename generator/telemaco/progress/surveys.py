"""What came of the surveys of a program, ready to be shown.

Reports call it so::

    for survey in surveys_of(community, program_id, today):   # each survey, by its moment
        for group in survey.groups:                           # each role of which enough answered
            for figures in group.items:                       # each question of which enough did
                figures.mean, figures.favourable, figures.recommendation, figures.counts

How answers differ is worked out in `telemaco.progress.comparisons`. These values are for the
coordinators; `telemaco.progress.surveys_told` says what of them everybody may read. Groups of fewer
than `privacy.small_group` people are left out already (see `telemaco.progress.tallies`), and so is
what only the others in a pair read. Do not show how many answered of a group that is not there, and
no total but a sum of groups that are.
"""

from dataclasses import dataclass, replace
from datetime import date

from telemaco.model.community import Community, ResultsId
from telemaco.model.evaluation import Asked, asked_in, invited, is_of_some
from telemaco.progress.intervals import Estimate, mean, median, recommendation, share
from telemaco.progress.tallies import counted, large_groups, once_each
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.program import Moment, Role
from telemaco.records.survey import GroupResult, Item, ItemKind, ItemResult, Results, Survey

CHOSEN = frozenset({ItemKind.CHOICE, ItemKind.MULTI})
"""Questions that offer one answer or several to choose, in no order."""
_RECOMMENDS = 9
"""The least answer that recommends, of 0 to 10."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """How a role answered a question.

    `counts` are as given, in the order of `item.choices`; of several answers at once their sum is
    more than `answers`. Answers in `withheld`, by their place, are not told, and their count is 0.
    The rest is turned round where the question is
    (`item.reverse`), so that more is better: `mean` and `median` in the unit of the scale (1 to
    its length, 0 to 10, -2 to 2), None where answers have no order. `favourable` is the share, 0
    to 1, of answers above the middle of the scale; of 9 and 10; of "as hoped" and better.
    `recommendation` is from -1 to 1, for that kind of question only.
    """

    item: Item
    answers: int
    counts: tuple[int, ...]
    mean: Estimate | None = None
    median: float | None = None
    favourable: Estimate | None = None
    recommendation: Estimate | None = None
    withheld: frozenset[int] = frozenset()

    @property
    def turned(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The answers as numbers, and how many gave each, so that more is better."""
        counts = self.counts[::-1] if self.item.reverse else self.counts
        return tuple(map(int, self.item.choices)), counts

    @property
    def shares(self) -> tuple[Estimate, ...]:
        """The share of those who chose each answer, from 0 to 1, as given."""
        return tuple(share(count, self.answers) for count in self.counts)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How those of a role answered: how many, of how many, and each question.

    `rate` is None where more answered than are known to have been asked, and where it is not told
    how many were. `quotes` are words that
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
    """A survey of a program, and the groups of which enough answered; perhaps none.

    `is_of_some` is whether it was put to those alone who left, or who found nobody, `is_kept`
    whether what they answered is left to the coordinators.
    """

    id: SurveyId
    survey: Survey
    moment: Moment | None
    groups: tuple[GroupFigures, ...]
    is_of_some: bool = False
    is_kept: bool = False


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


def figures_of(item: Item, result: ItemResult) -> ItemFigures:
    """What counts say about a question."""
    plain = ItemFigures(item, result.answers, result.counts)
    if item.kind in CHOSEN:
        return plain
    values, turned = plain.turned
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
        _group(asked, group, len(invited(community, program_id, asked, group.role)))
        for group in results.groups
    )
    return SurveyFigures(
        asked.id, asked.survey, asked.moment, tuple(groups), is_of_some=is_of_some(asked)
    )


def _group(asked: Asked, group: GroupResult, number: int) -> GroupFigures:
    items = [item for item in asked.survey.asked_of(group.role) if asked.survey.is_reported(item)]
    return GroupFigures(
        group.role,
        group.answers,
        number,
        share(group.answers, number) if number >= group.answers else None,
        tuple(
            figures_of(item, result)
            for item in items
            if (result := group.items.get(item.id)) and len(result.counts) == len(item.choices)
        ),
        tuple(
            (item, once_each(group.quotes[item.id])) for item in items if item.id in group.quotes
        ),
    )
