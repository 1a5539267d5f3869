"""Texts for readers are there in the community's first language."""

from collections.abc import Iterator
from itertools import chain

from telemaco.findings import Finding, Route, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.layout import (
    COMMUNITY,
    SKILLS,
    Kind,
    agenda_path,
    pair_path,
    person_path,
    program_path,
    survey_path,
)
from telemaco.rules.naming import at
from telemaco.rules.references_of_programs import BUILT_IN_AGENDAS
from telemaco.rules.texts import (
    LocalText,
    texts_of_community,
    texts_of_pair,
    texts_of_person,
    texts_of_program,
    texts_of_skills,
    texts_of_survey,
)


def texts(community: Community) -> Iterator[Finding]:
    """A text in several languages is there in the first one, which the others fall back to."""
    if community.is_unread(Kind.COMMUNITY):
        return
    first = community.settings.languages[0]
    for path, route, text in _texts(community):
        if text is not None and not isinstance(text, str) and first not in text:
            yield Finding(
                "text-not-in-first-language",
                at(path, *route),
                msg(
                    "{key} is written in {languages}, but not in {first}, the community's "
                    "first language",
                    key=".".join(step for step in route if isinstance(step, str)),
                    languages=", ".join(text),
                    first=first,
                ),
                msg("Add {first}: with the text; readers of other languages get it.", first=first),
                Severity.WARNING,
            )


def guides(community: Community) -> Iterator[Finding]:
    """A guide for sessions is there in the community's first language."""
    if community.is_unread(Kind.COMMUNITY):
        return
    first = community.settings.languages[0]
    for agenda, languages in community.agendas.items():
        if (
            first in languages
            or agenda in BUILT_IN_AGENDAS
            or community.is_unread(Kind.AGENDA, agenda, first)
        ):
            continue
        yield Finding(
            "guide-not-in-first-language",
            at(agenda_path(agenda, next(iter(languages)))),
            msg(
                'the guide "{agenda}" is not there in {first}, the community\'s first language',
                agenda=agenda,
                first=first,
            ),
            msg("Add {path}.", path=agenda_path(agenda, first)),
            Severity.WARNING,
        )


def _texts(community: Community) -> Iterator[tuple[str, Route, LocalText]]:
    pages = chain(
        ((COMMUNITY, texts_of_community(community.settings)),),
        ((SKILLS, texts_of_skills(community.vocabulary)),),
        ((program_path(name), texts_of_program(it)) for name, it in community.programs.items()),
        ((person_path(name), texts_of_person(it)) for name, it in community.people.items()),
        ((survey_path(name), texts_of_survey(it)) for name, it in community.surveys.items()),
        ((pair_path(name), texts_of_pair(it)) for name, it in community.pairs.items()),
    )
    return ((path, route, text) for path, texts in pages for route, text in texts)
