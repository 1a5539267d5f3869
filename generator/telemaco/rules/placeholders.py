"""Nothing is left of what a new community begins with, for want of words of its own."""

from collections.abc import Iterator, Mapping

from telemaco.findings import Finding, Route, Severity
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.placeholders import PLACEHOLDERS
from telemaco.records.layout import COMMUNITY, person_path, program_path
from telemaco.rules.naming import at
from telemaco.rules.texts import LocalText, texts_of_community, texts_of_program

_STEPS: Mapping[str, Message] = {
    "title": msg("Write what it is called."),
    "tagline": msg("Say in a line what brings people together here."),
    "contact": msg("Write an address that a coordinator reads; the site shows it."),
    "name": msg("Write your name, and rename the file to it; community.yaml names it, too."),
    "summary": msg("Say in a sentence what the program is for, and for whom."),
    "objectives": msg("Say what should be different at the end, and how one sees it."),
}


def placeholders(community: Community) -> Iterator[Finding]:
    """Every text that readers see is the community's own."""
    for path, route, text in _texts(community):
        for own_route, one in _each(route, text):
            if one in PLACEHOLDERS:
                yield Finding(
                    "placeholder",
                    at(path, *own_route),
                    msg(
                        '{key}: "{text}" is still the text that telemaco new wrote',
                        key=str(route[0]),
                        text=one,
                    ),
                    _STEPS[str(route[0])],
                    Severity.WARNING,
                )


def _texts(community: Community) -> Iterator[tuple[str, Route, LocalText]]:
    for route, text in texts_of_community(community.settings):
        yield COMMUNITY, route, text
    yield COMMUNITY, ("contact",), community.settings.contact
    for program_id, program in community.programs.items():
        for route, text in texts_of_program(program):
            yield program_path(program_id), route, text
    for person_id, person in community.people.items():
        yield person_path(person_id), ("name",), person.name


def _each(route: Route, text: LocalText) -> Iterator[tuple[Route, str]]:
    """The text in each language, with its own place."""
    if isinstance(text, str):
        yield route, text
    elif text:
        yield from (((*route, language), one) for language, one in text.items())
