"""Findings told to somebody who filled in a form: by the label of its field, in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from string import Formatter

from telemaco.findings import Finding, Severity
from telemaco.forms.values import Choice, Form, Wording
from telemaco.messages import Fact, Message, Worded
from telemaco.model.community import Community
from telemaco.model.named import called
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.text import worded
from telemaco.submissions.answers import label_of
from telemaco.submissions.plain_words import OTHERWISE, SENTENCES, SPEAKS_OF
from telemaco.submissions.values import Problem

_PEOPLE = frozenset({"name", "other", "person"})
"""Facts that may be somebody's id."""


def problem_of(finding: Finding, form: Form, field: str | None, community: Community) -> Problem:
    """What a finding says to whoever filled in the field."""
    field = SPEAKS_OF.get(finding.code, field)
    facts = _spoken_facts(finding, community)
    told = next(
        (said for said in SENTENCES.get(finding.code, ()) if _fits(said[0], facts)), OTHERWISE
    )
    message, hint = told
    return Problem(
        label_of(form, field) if field else None,
        replace(message, facts=facts, count=finding.message.count),
        _options(form, field) if finding.code == "not-allowed" else (),
        replace(hint, facts=facts),
        for_coordinators=told is OTHERWISE,
    )


def unclear() -> Problem:
    """What is said where nobody but a coordinator can help."""
    message, hint = OTHERWISE
    return Problem(None, message, hint=hint, for_coordinators=True)


def is_worth_saying(finding: Finding) -> bool:
    """Whether somebody who filled in a form is told: every error, and warnings about answers."""
    return finding.severity is Severity.ERROR or finding.code in SENTENCES


def titled(community: Community, program_id: ProgramId) -> str | Worded:
    """What a program is called."""
    program = community.programs.get(program_id)
    return worded(program.title, community.settings.languages) if program else program_id


def once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, each only once."""
    found: dict[str, Problem] = {}
    for problem in problems:
        found.setdefault(repr(problem), problem)
    return tuple(found.values())


def _spoken_facts(finding: Finding, community: Community) -> Mapping[str, Fact]:
    """The facts of a finding, with people and programs by their names instead of their ids."""
    facts = dict(finding.message.facts)
    for name in _PEOPLE & facts.keys():
        fact = facts[name]
        facts[name] = called(community, PersonId(fact)) if isinstance(fact, str) else fact
    if "program" in facts:
        facts["program"] = titled(community, ProgramId(str(facts["program"])))
    return facts


def _fits(message: Message, facts: Mapping[str, Fact]) -> bool:
    """Whether all places of a sentence can be filled."""
    places = {name for _, name, _, _ in Formatter().parse(message.text) if name}
    return places <= facts.keys()


def _options(form: Form, field: str | None) -> tuple[Wording, ...]:
    """What can be chosen in the field; nothing where it is no list."""
    choices = (one for one in form.fields if one.id == field and isinstance(one, Choice))
    return next((tuple(option.label for option in one.options) for one in choices), ())
