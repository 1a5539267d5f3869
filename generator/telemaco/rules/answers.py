"""Answers to surveys, and the counts that are kept of them."""

from collections.abc import Iterator, Sequence

from telemaco.findings import Finding, Location
from telemaco.messages import Choices, msg
from telemaco.model.community import AnswerId, Community, ResultsId
from telemaco.model.instruments import survey_in
from telemaco.records.base import ItemId, ProgramId, SurveyId
from telemaco.records.layout import answer_path, results_path
from telemaco.records.survey import Answer, GroupResult, Item, ItemKind, Survey
from telemaco.rules.naming import at, at_key, suggesting
from telemaco.rules.references_of_programs import is_survey, unknown_survey
from telemaco.rules.surveys import not_asked


def answers(community: Community) -> Iterator[Finding]:
    """An answer lies where it says it belongs, and fits the questions that were asked."""
    for answer_id, answer in community.answers.items():
        misplaced = tuple(_misplaced(answer_id, answer))
        yield from misplaced
        survey = survey_in(community, answer.survey)
        if survey is not None and not misplaced:
            yield from _fitting(answer_path(*answer_id), answer, survey)


def results(community: Community) -> Iterator[Finding]:
    """Counts are those of the survey's questions, and of enough people."""
    for results_id, found in community.results.items():
        survey = survey_in(community, results_id.survey)
        for position, group in enumerate(found.groups):
            place = at(results_path(*results_id), "groups", position)
            if group.answers < community.settings.privacy.small_group:
                yield _too_few(community, group.answers, _below(place, "answers"))
            elif survey is not None and group.role not in survey.roles:
                yield not_asked(group.role, results_id.survey, survey, _below(place, "role"))
            elif survey is not None:
                yield from _counts(community, group, survey, place)


def surveys_of_answers(community: Community) -> Iterator[Finding]:
    """The survey whose answers or results are kept exists; one finding a survey."""
    places: dict[tuple[ProgramId, SurveyId], str] = {
        ResultsId(*found): results_path(*found) for found in community.results
    }
    for answer_id in community.answers:
        places.setdefault((answer_id.program, answer_id.survey), answer_path(*answer_id))
    for (_, survey), path in places.items():
        if not is_survey(community, survey):
            yield unknown_survey(community, survey, at(path))


def _misplaced(answer_id: AnswerId, answer: Answer) -> Iterator[Finding]:
    said = {"program": answer.program, "survey": answer.survey}
    for key, folder in (("program", answer_id.program), ("survey", answer_id.survey)):
        if said[key] != folder:
            yield Finding(
                "misplaced-answer",
                at(answer_path(*answer_id), key),
                msg(
                    '{key}: "{said}" is not the folder that the answer lies in, "{folder}"',
                    key=key,
                    said=said[key],
                    folder=folder,
                ),
                msg("Move the file, or write {folder} here.", folder=folder),
            )


def _fitting(path: str, answer: Answer, survey: Survey) -> Iterator[Finding]:
    if answer.role not in survey.roles:
        yield not_asked(answer.role, answer.survey, survey, at(path, "role"))
        return
    asked = {item.id: item for item in survey.asked_of(answer.role)}
    for name, said in answer.answers.items():
        if name in asked:
            yield from _unfitting(asked[name], said, at(path, "answers", name))
        else:
            yield _unasked(name, tuple(asked), at_key(path, "answers", name))
    for item in asked.values():
        if item.required and item.id not in answer.answers:
            yield Finding(
                "answer-missing",
                at(path, "answers"),
                msg('the question "{item}" has no answer, and must have one', item=item.id),
                msg("Add the answer, or take required: out of the survey."),
            )


def _unasked(name: ItemId, asked: Sequence[ItemId], place: Location) -> Finding:
    unknown = Finding(
        "unknown-item",
        place,
        msg('the survey has no question "{name}"', name=name),
        msg("Write the id of a question of the survey, or delete the answer."),
    )
    return suggesting(unknown, name, asked)


def _unfitting(item: Item, said: str | tuple[str, ...], place: Location) -> Iterator[Finding]:
    """An answer is among those that can be given; several are, where several may be chosen."""
    several = (said,) if isinstance(said, str) else said
    if item.kind is not ItemKind.MULTI and not isinstance(said, str):
        yield Finding(
            "unfitting-answer",
            place,
            msg('the question "{item}" takes one answer, not a list', item=item.id),
            msg("Keep one of them."),
        )
    elif item.choices and (wrong := [one for one in several if one not in item.choices]):
        yield Finding(
            "unfitting-answer",
            place,
            msg('"{said}" is no answer to the question "{item}"', said=wrong[0], item=item.id),
            msg("Write one of {choices}.", choices=Choices(item.choices)),
        )


def _too_few(community: Community, answers: int, place: Location) -> Finding:
    return Finding(
        "small-group-shown",
        place,
        msg(
            "{answers} answers are fewer than {least}: who gave them could be worked out",
            answers=answers,
            least=community.settings.privacy.small_group,
        ),
        msg("Delete the counts of this group; privacy.small_group says how many are enough."),
    )


def _counts(
    community: Community, group: GroupResult, survey: Survey, place: Location
) -> Iterator[Finding]:
    asked = {item.id: item for item in survey.asked_of(group.role)}
    for name, result in group.items.items():
        here = _below(place, "items", name)
        if name not in asked:
            yield _unasked(name, tuple(asked), at_key(here.path, *here.route))
        elif result.answers < community.settings.privacy.small_group:
            yield _too_few(community, result.answers, _below(here, "answers"))
        elif not _adds_up(asked[name], result.counts, result.answers, group.answers):
            yield Finding(
                "unfitting-counts",
                _below(here, "counts"),
                msg(
                    'these are no counts of {answers} answers to "{item}"',
                    answers=result.answers,
                    item=name,
                ),
                msg("Read the table of answers again: telemaco survey count."),
            )


def _adds_up(item: Item, counts: Sequence[int], answers: int, people: int) -> bool:
    if len(counts) != len(item.choices) or answers > people:
        return False
    return max(counts) <= answers <= sum(counts) and (
        item.kind is ItemKind.MULTI or sum(counts) == answers
    )


def _below(place: Location, *route: str | int) -> Location:
    return at(place.path, *place.route, *route)
