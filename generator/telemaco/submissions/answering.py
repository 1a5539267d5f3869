"""Answers to a survey that everybody may read: a file where the repository is private."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from telemaco.forms.asking import ITEM, is_public_safe
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.layout import answer_path
from telemaco.records.program import Role
from telemaco.records.survey import ItemKind, Survey
from telemaco.submissions.answers import label_of, text_of
from telemaco.submissions.draft import Draft, NewFile, Origin
from telemaco.submissions.enrolling import takes_part
from telemaco.submissions.membership import member_of
from telemaco.submissions.values import Filled, Problem

_TOKEN = 12


def answer(filled: Filled, community: Community, today: date) -> Draft:
    """Answer a survey as somebody who takes part in a program."""
    survey_id = SurveyId(filled.form.subject or "")
    survey = community.surveys.get(survey_id)
    title = msg("Answers to {survey}", survey=survey_id)
    author = member_of(filled, community)
    if isinstance(author, Problem):
        return Draft(title, problems=(author,))
    draft = Draft(title, author.id, material=(survey_id, repr(dict(filled.answers))))
    if survey is None or not is_public_safe(survey):
        return replace(draft, problems=(_not_by_form(),))
    program_id = ProgramId(text_of(filled.answers, "program"))
    if not takes_part(community.people[author.id], program_id, text_of(filled.answers, "role")):
        return replace(draft, problems=(_not_there(filled),))
    if community.settings.privacy.repository == "public":
        return replace(draft, to_do=(_STAYS,))
    path = answer_path(program_id, survey_id, _token(filled))
    value = _value(filled, survey_id, survey, today)
    return replace(draft, changes=(NewFile(path, value),), origins=tuple(_origins(path, survey)))


_STAYS = msg(
    "Read the answers in the issue, and close it. In a public repository no file is made of them."
)


def _not_by_form() -> Problem:
    return Problem(
        None,
        msg("this survey is not answered with a form that others can read"),
        hint=msg("Ask a coordinator how it is answered."),
    )


def _not_there(filled: Filled) -> Problem:
    return Problem(
        label_of(filled.form, "role"),
        msg("your entry does not say that you take part in this program in this role"),
        hint=msg("Choose the program and the role as they stand in your entry."),
    )


def _token(filled: Filled) -> str:
    """What the file is called: the same for the same issue, and nobody's name."""
    return sha256(f"{filled.form.subject} {filled.issue}".encode()).hexdigest()[:_TOKEN]


def _value(filled: Filled, survey_id: SurveyId, survey: Survey, today: date) -> Mapping[str, Any]:
    year, week, _ = today.isocalendar()
    role = Role(text_of(filled.answers, "role"))
    answers = {
        item.id: list(given) if item.kind is ItemKind.MULTI else given[0].strip()
        for item in survey.asked_of(role)
        if (given := filled.answers.get(f"{ITEM}{item.id}"))
    }
    return {
        "survey": survey_id,
        "program": text_of(filled.answers, "program"),
        "role": role.value,
        "week": f"{year}-W{week:02}",
        "answers": answers,
    }


def _origins(path: str, survey: Survey) -> Iterator[Origin]:
    yield Origin(path, (), "program")
    yield Origin(path, ("role",), "role")
    for item in survey.items:
        yield Origin(path, ("answers", item.id), f"{ITEM}{item.id}")
