"""Surveys and the answers to them."""

from collections.abc import Iterator, Sequence

from telemaco.findings import Finding
from telemaco.messages import msg
from telemaco.model.community import AnswerId, Community
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.layout import answer_path, survey_path
from telemaco.records.survey import Answer, Item, ItemKind
from telemaco.rules.naming import at, at_key, suggesting
from telemaco.rules.references_of_programs import is_survey, unknown_survey

_CHOSEN = frozenset({ItemKind.SCALE, ItemKind.CHOICE, ItemKind.MULTI})
_LEAST_CHOICES = 2


def scales(community: Community) -> Iterator[Finding]:
    """A question that is answered by choosing has something to choose from."""
    for survey_id, survey in community.surveys.items():
        for position, item in enumerate(survey.items):
            if item.kind in _CHOSEN and len(item.scale) < _LEAST_CHOICES:
                yield Finding(
                    "scale-missing",
                    at(survey_path(survey_id), "items", position, "scale"),
                    msg(
                        'the question "{item}" of the kind {kind} has no answers to choose from',
                        item=item.id,
                        kind=item.kind.value,
                    ),
                    msg(
                        "Add scale: with two answers or more, in their order; or write kind: text."
                    ),
                )


def mirrors(community: Community) -> Iterator[Finding]:
    """The question that another one mirrors is in this survey or in another."""
    known = {item.id for survey in community.surveys.values() for item in survey.items}
    for survey_id, survey in community.surveys.items():
        for position, item in enumerate(survey.items):
            if item.mirrors is not None and item.mirrors not in known:
                unknown = Finding(
                    "unknown-item",
                    at(survey_path(survey_id), "items", position, "mirrors"),
                    msg('no survey has a question "{name}"', name=item.mirrors),
                    msg("Write the id of the question that asks the other side the same."),
                )
                yield suggesting(unknown, item.mirrors, known)


def answers(community: Community) -> Iterator[Finding]:
    """An answer lies where it says it belongs, and answers questions that were asked."""
    for answer_id, answer in community.answers.items():
        misplaced = tuple(_misplaced(answer_id, answer))
        yield from misplaced
        survey = community.surveys.get(answer.survey)
        if survey is not None and not misplaced:
            yield from _unasked(answer_id, answer, survey.items)


def surveys_of_answers(community: Community) -> Iterator[Finding]:
    """The survey whose answers a folder holds exists; one finding a folder."""
    folders: dict[tuple[ProgramId, SurveyId], AnswerId] = {}
    for answer_id in community.answers:
        folders.setdefault((answer_id.program, answer_id.survey), answer_id)
    for answer_id in folders.values():
        if not is_survey(community, answer_id.survey):
            yield unknown_survey(community, answer_id.survey, at(answer_path(*answer_id)))


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


def _unasked(answer_id: AnswerId, answer: Answer, items: Sequence[Item]) -> Iterator[Finding]:
    asked = [item.id for item in items]
    for item in answer.answers:
        if item not in asked:
            unknown = Finding(
                "unknown-item",
                at_key(answer_path(*answer_id), "answers", item),
                msg('the survey has no question "{name}"', name=item),
                msg("Write the id of a question of the survey, or delete the answer."),
            )
            yield suggesting(unknown, item, asked)
