"""A survey as a document: what somebody sets up in a form service, or prints."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from telemaco.messages import Message, msg
from telemaco.model.evaluation import Asked, is_of_some
from telemaco.model.instruments import GAS_WORDS
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.program import Role
from telemaco.records.survey import Item, ItemKind, Reader, Survey, SurveySource
from telemaco.records.text import worded
from telemaco.tables.survey_titles import MAY_QUOTE

FOR_ROLES: Mapping[Role, Message] = {
    Role.MENTOR: msg("for mentors"),
    Role.MENTEE: msg("for mentees"),
    Role.PEER: msg("for peers"),
    Role.FACILITATOR: msg("for facilitators"),
}
"""Whose a form is, as its heading says it."""
_READERS: Mapping[Reader, Message] = {
    "pair": msg("the others in your pair or group"),
    "coordinator": msg("the coordinators"),
    "everybody": msg("everybody"),
}
_ANONYMITY: Mapping[str, Message] = {
    "aggregate": msg("Only counts of many answers are kept. Nothing says who answered what."),
    "confidential": msg("Who reads the answers tells nobody else whose they are."),
    "named": msg("Your name stands with your answers."),
}
_HOW: Mapping[ItemKind, Message] = {
    ItemKind.SCALE: msg("Choose one."),
    ItemKind.CHOICE: msg("Choose one."),
    ItemKind.MULTI: msg("Choose as many as you like."),
    ItemKind.TEXT: msg("Write in your own words. Name nobody."),
    ItemKind.RECOMMEND: msg("From 0, certainly not, to 10, certainly."),
    ItemKind.GAS: msg("Choose one."),
}

_YES_OR_NO = (msg("yes"), msg("no"))


def as_markdown(asked: Asked, role: Role, few: int, translator: Translator) -> str:
    """The questions for a role, with their answers and readers, and whose questions they are.

    `few` is the number of people of whom figures are shown.
    """
    say, survey = _Voice(translator), asked.survey
    lines = [
        f"# {say.text(survey.title)} ({say(FOR_ROLES[role])})",
        "",
        " ".join(map(say, (_ANONYMITY[survey.anonymity], *_figures(asked, role, few)))),
    ]
    for number, item in enumerate(survey.asked_of(role), start=1):
        lines += ["", f"## {number}. {say.text(item.text)}", "", *_question(item, survey, say)]
    if asks_for_words(survey, role):
        lines += ["", f"## {say(MAY_QUOTE)}", "", *(f"- {say(answer)}" for answer in _YES_OR_NO)]
    if survey.confirmation is not None:
        lines += ["", "---", "", say.text(survey.confirmation)]
    if survey.source is not None:
        lines += ["", *_source(survey.source, say)]
    return "\n".join(lines) + "\n"


def as_titles(survey: Survey, role: Role, translator: Translator) -> str:
    """One line of comma-separated values: the titles of the columns of a table of answers."""
    say = _Voice(translator)
    titles = [say.text(item.text) for item in survey.asked_of(role)]
    if asks_for_words(survey, role):
        titles.append(say(MAY_QUOTE))
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(titles)
    return out.getvalue()


def asks_for_words(survey: Survey, role: Role) -> bool:
    """Whether one of the questions is answered in somebody's own words."""
    return any(item.kind is ItemKind.TEXT for item in survey.asked_of(role))


class _Voice:
    """Says sentences of ours and texts of the files in one language."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator

    def __call__(self, message: Message) -> str:
        return self._translator.text(message)

    def text(self, text: str | Mapping[Language, str]) -> str:
        """A text of the files, on one line."""
        return " ".join(self._translator.text(Message("{text}", {"text": worded(text)})).split())


def _figures(asked: Asked, role: Role, few: int) -> Iterator[Message]:
    """Where everybody may read figures of the answers, if any can be."""
    items = [one for one in asked.survey.asked_of(role) if one.choices]
    if is_of_some(asked):
        yield msg("Figures of the answers are for the coordinators alone; the site shows none.")
    elif any(map(asked.survey.is_reported, items)):
        yield msg(
            "Figures of a question that {count} people or more of a role answered stand in the "
            "report of the program, which the site shows to everybody.",
            count=few,
        )


def _question(item: Item, survey: Survey, say: _Voice) -> Iterator[str]:
    how = [say(_HOW[item.kind])]
    if not item.required:
        how.append(say(msg("You may leave it out.")))
    readers = ", ".join(say(_READERS[one]) for one in item.readers or survey.readers)
    how.append(say(msg("Who reads it: {readers}.", readers=readers)))
    if not survey.is_reported(item):
        how.append(say(msg("It stands in no report.")))
    yield " ".join(how)
    answers = [say.text(label) for label in item.scale]
    if item.kind is ItemKind.GAS:
        answers = [say(words) for words in GAS_WORDS.values()]
    if answers:
        yield ""
        yield from (f"- {answer}" for answer in answers)


def _source(source: SurveySource, say: _Voice) -> Iterator[str]:
    name, licence = say.text(source.name), say.text(source.licence)
    told = msg("Source of the questions: {name}. Licence: {licence}.", name=name, licence=licence)
    yield " ".join((say(told), *([source.url] if source.url else [])))
