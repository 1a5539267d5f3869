"""What everybody may read of the surveys of a program."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from telemaco.progress.outcomes.suppression import hidden_answers
from telemaco.progress.surveys import CHOSEN, GroupFigures, ItemFigures, SurveyFigures
from telemaco.records.program import Role


def told_surveys(
    surveys: Iterable[SurveyFigures], few: int, counted: Collection[Role]
) -> tuple[SurveyFigures, ...]:
    """The surveys without what would tell on fewer than `few` people, or on all who left.

    Of those who left, and those who found nobody, there are only the words that may be quoted: from
    a mean and its interval one can work out how each answered. An answer to choose is left out
    where few chose it or few did not. How many were asked is told of the roles `counted`.
    """
    return tuple(
        replace(
            survey,
            groups=tuple(
                _words(group) if survey.is_of_some else _group(group, few, counted)
                for group in survey.groups
            ),
            is_kept=survey.is_of_some,
        )
        for survey in surveys
    )


def _words(group: GroupFigures) -> GroupFigures:
    return replace(group, answers=0, asked=0, rate=None, items=())


def _group(group: GroupFigures, few: int, counted: Collection[Role]) -> GroupFigures:
    is_told = group.role in counted and group.asked >= few
    return replace(
        group,
        asked=group.asked if is_told else 0,
        rate=group.rate if is_told else None,
        items=tuple(_item(figures, few) for figures in group.items),
    )


def _item(figures: ItemFigures, few: int) -> ItemFigures:
    if figures.item.kind not in CHOSEN:
        return figures
    left_out = hidden_answers(figures.counts, figures.answers, few)
    counts = (0 if place in left_out else count for place, count in enumerate(figures.counts))
    return replace(figures, counts=tuple(counts), withheld=left_out)
