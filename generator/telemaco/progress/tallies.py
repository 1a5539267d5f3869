"""Answers to counts that tell on nobody.

Three things keep a group of fewer than `small_group` people out of what is shown:

1. Only groups that have no member in common are counted: those of one role in one program. There
   is no total but the sum of groups that are shown themselves, so that nothing is left of a total
   when they are taken away.
2. A question is shown when enough of the group answered it.
3. Counts change only when enough answers are new: who kept the old counts, and takes them from the
   new ones, is left with no small group either.

How many of a group skipped a question is not hidden; what anybody answered is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from telemaco.records.base import ItemId
from telemaco.records.program import Role
from telemaco.records.survey import (
    Answer,
    GroupResult,
    Item,
    ItemKind,
    ItemResult,
    Results,
    Survey,
)


def counted(survey: Survey, answers: Iterable[Answer], small_group: int) -> Results:
    """The counts of answers, each role and each question on its own.

    The answers of a week count as soon as `small_group` are new with them, so that counts of this
    week are those of the next plus nothing or plus enough. Give only those of weeks that are over.
    """
    given = sorted(answers, key=lambda answer: answer.week)
    groups = (
        _group(survey, role, [answer for answer in given if answer.role is role], small_group)
        for role in survey.roles
    )
    return Results(groups=tuple(group for group in groups if group))


def renewed(before: Results, after: Results, small_group: int) -> Results:
    """The counts `after`, as far as they may take the place of those `before`.

    Whatever has fewer than `small_group` new answers stays as it was, a group or a question in it.
    """
    new = {group.role: group for group in after.groups}
    old = {group.role: group for group in before.groups}
    roles = (role for role in Role if role in old or role in new)
    return Results(
        groups=tuple(
            _renewed(old[role], new.get(role, old[role]), small_group) if role in old else new[role]
            for role in roles
        )
    )


def waiting(survey: Survey, answers: Sequence[Answer], kept: Results) -> frozenset[Role]:
    """Whose answers are not all in the counts that are kept, those to one question or all of them.

    They can be counted once more come, and are lost with the tables that hold them.
    """
    groups = {group.role: group for group in kept.groups}
    return frozenset(
        role
        for role in survey.roles
        if _is_waiting(survey, [one for one in answers if one.role is role], groups.get(role))
    )


def once_each(words: Iterable[str]) -> tuple[str, ...]:
    """The words that people wrote, in their order, without those that stand there already.

    Small and capital letters, spaces and a stop at the end make no other words. How many wrote
    alike is told by nothing.
    """
    found: dict[str, str] = {}
    for one in words:
        found.setdefault(" ".join(one.casefold().split()).rstrip("."), one)
    return tuple(found.values())


def large_groups(results: Results, small_group: int) -> Results:
    """The counts without those of fewer than `small_group` people."""
    return Results(
        groups=tuple(
            group.model_copy(
                update={
                    "items": {
                        item: result
                        for item, result in group.items.items()
                        if result.answers >= small_group
                    }
                }
            )
            for group in results.groups
            if group.answers >= small_group
        )
    )


def _is_waiting(survey: Survey, given: Sequence[Answer], kept: GroupResult | None) -> bool:
    if not given:
        return False
    if kept is None or kept.answers < len(given):
        return True
    asked = [item for item in _reported(survey, given[0].role) if item.choices]
    return any(
        sum(bool({*item.choices} & {*_said(item.id, one)}) for one in given)
        > (kept.items[item.id].answers if item.id in kept.items else 0)
        for item in asked
    )


def _renewed(old: GroupResult, new: GroupResult, small_group: int) -> GroupResult:
    if new.answers - old.answers < small_group:
        return old
    kept = {
        item: result
        for item, result in old.items.items()
        if item not in new.items or new.items[item].answers - result.answers < small_group
    }
    return new.model_copy(update={"items": {**new.items, **kept}})


def _group(
    survey: Survey, role: Role, given: Sequence[Answer], small_group: int
) -> GroupResult | None:
    answers = _closed(given, small_group)
    if not answers:
        return None
    asked = _reported(survey, role)
    return GroupResult(
        role=role,
        answers=len(answers),
        items={item.id: one for item in asked if (one := _result(item, given, small_group))},
        quotes={item.id: words for item in asked if (words := _quotes(item, answers))},
    )


def _reported(survey: Survey, role: Role) -> list[Item]:
    """The questions that are counted: what a pair alone reads is kept nowhere else."""
    return [item for item in survey.asked_of(role) if survey.is_reported(item)]


def _closed(given: Sequence[Answer], small_group: int) -> list[Answer]:
    """The answers up to the last week with which enough were new."""
    closed: list[Answer] = []
    waiting: list[Answer] = []
    for _, some in groupby(given, key=lambda answer: answer.week):
        waiting += some
        if len(waiting) >= small_group:
            closed += waiting
            waiting = []
    return closed


def _result(item: Item, given: Sequence[Answer], small_group: int) -> ItemResult | None:
    choices = item.choices
    chosen = [answer for answer in given if {*choices} & {*_said(item.id, answer)}]
    closed = _closed(chosen, small_group)
    if not closed:
        return None
    counts = Counter(one for answer in closed for one in {*_said(item.id, answer)})
    return ItemResult(answers=len(closed), counts=tuple(counts[choice] for choice in choices))


def _said(item: ItemId, answer: Answer) -> tuple[str, ...]:
    """What somebody answered to the question: nothing, one thing, or several."""
    said = answer.answers.get(item, ())
    return (said,) if isinstance(said, str) else said


def _quotes(item: Item, answers: Sequence[Answer]) -> tuple[str, ...]:
    """The words that may be quoted, each once, by the alphabet.

    The alphabet says nothing of who wrote when.
    """
    if item.kind is not ItemKind.TEXT:
        return ()
    return once_each(sorted(_words(item.id, answers)))


def _words(item: ItemId, answers: Sequence[Answer]) -> Iterator[str]:
    for answer in answers:
        if answer.share == "quote":
            yield from _said(item, answer)
