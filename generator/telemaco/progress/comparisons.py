"""How answers to surveys differ: between roles, between moments, between runs of a series.

Only groups that are shown are compared (see `telemaco.progress.surveys`), so nothing is told here
that does not stand there. The intervals of the differences that one function gives hold at 95
percent for all of them together (Bonferroni): one of many is easily striking by chance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from telemaco.progress.intervals import Estimate, difference, mean, share
from telemaco.progress.surveys import GroupFigures, ItemFigures, SurveyFigures, figures_of
from telemaco.progress.tallies import once_each
from telemaco.records.base import ItemId, SurveyId
from telemaco.records.program import Moment, Role
from telemaco.records.survey import Item, ItemResult

_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Seen:
    """A question whose answers have an order, as a role answered it in one survey."""

    survey: SurveyFigures
    role: Role
    figures: ItemFigures
    mean: Estimate


@dataclass(frozen=True, slots=True)
class Compared:
    """Two answers to the same: `difference` is the mean of `one` less that of the `other`."""

    one: Seen
    other: Seen
    difference: Estimate


def mirrored(surveys: Iterable[SurveyFigures]) -> tuple[Compared, ...]:
    """What two roles answered to the same question of a survey, or to one and its mirror.

    A mirror may stand in another survey of the same moment. `one` is the role that comes first:
    mentors, then mentees, peers and facilitators.
    """
    seen = sorted(
        (one for survey in surveys for one in _seen(survey)), key=lambda one: _ROLES.index(one.role)
    )
    return _compared(
        [
            (one, other)
            for one, other in combinations(seen, 2)
            if one.role is not other.role and _are_mirrors(one, other)
        ]
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
                same = (seen.role, *_question(seen.figures))
                found.setdefault(same, []).append(seen)
    return _compared([(seen[-1], seen[0]) for seen in found.values() if len(seen) > 1])


def beside(
    surveys: Iterable[SurveyFigures], earlier: Iterable[SurveyFigures]
) -> tuple[Compared, ...]:
    """What a role answers to the questions of a survey now (`one`) and earlier (the `other`)."""
    before = {_place(seen): seen for survey in earlier for seen in _seen(survey)}
    return _compared(
        [
            (now, before[_place(now)])
            for survey in surveys
            for now in _seen(survey)
            if _place(now) in before
        ]
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


def _seen(survey: SurveyFigures) -> Iterator[Seen]:
    for group in survey.groups:
        for figures in group.items:
            if figures.mean:
                yield Seen(survey, group.role, figures, figures.mean)


def _are_mirrors(one: Seen, other: Seen) -> bool:
    first, second = one.figures.item, other.figures.item
    if one.survey.id == other.survey.id:
        return second.id in {first.id, first.mirrors} or first.id == second.mirrors
    is_mirror = second.id == first.mirrors or first.id == second.mirrors
    return is_mirror and one.survey.moment is other.survey.moment


def _compared(pairs: Sequence[tuple[Seen, Seen]]) -> tuple[Compared, ...]:
    return tuple(Compared(one, other, _difference(one, other, len(pairs))) for one, other in pairs)


def _difference(one: Seen, other: Seen, comparisons: int) -> Estimate:
    first, second = (mean(*seen.figures.turned, comparisons) for seen in (one, other))
    return difference(first, second)


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
                tuple(_pooled_quotes(groups)),
            )


def _pooled_items(figures: Sequence[ItemFigures]) -> Iterator[ItemFigures]:
    by_item: dict[tuple[object, ...], list[ItemFigures]] = {}
    for one in figures:
        by_item.setdefault(_question(one), []).append(one)
    for several in by_item.values():
        counts = tuple(map(sum, zip(*(one.counts for one in several), strict=True)))
        answers = sum(one.answers for one in several)
        yield figures_of(several[-1].item, ItemResult(answers=answers, counts=counts))


def _pooled_quotes(groups: Sequence[GroupFigures]) -> Iterator[tuple[Item, tuple[str, ...]]]:
    """The words on each question of all runs; the question as it was put last."""
    by_item: dict[ItemId, tuple[Item, tuple[str, ...]]] = {}
    for item, words in (one for group in groups for one in group.quotes):
        _, before = by_item.get(item.id, (item, ()))
        by_item[item.id] = item, once_each(sorted((*before, *words)))
    return iter(by_item.values())


def _place(seen: Seen) -> tuple[object, ...]:
    return (seen.survey.id, seen.role, *_question(seen.figures))


def _question(figures: ItemFigures) -> tuple[object, ...]:
    """What makes a question the same in another survey, or another run of a program."""
    item = figures.item
    return (item.id, item.kind, len(item.choices), item.reverse)
