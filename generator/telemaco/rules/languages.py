"""Texts for readers: each language for itself, and the community's first one among them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from telemaco.findings import Finding, Location, Route, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.guides import BUILT_IN_AGENDAS, BUILT_IN_AGREEMENTS
from telemaco.model.similar import closest
from telemaco.records.base import Language
from telemaco.records.languages import LANGUAGES, OTHER_CODES, is_language
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
from telemaco.rules.naming import at, at_key
from telemaco.rules.texts import (
    LocalText,
    texts_of_community,
    texts_of_pair,
    texts_of_person,
    texts_of_program,
    texts_of_skills,
    texts_of_survey,
)


def codes(community: Community) -> Iterator[Finding]:
    """Languages are called by codes that there are."""
    for path, route, code, is_key in _codes(community):
        if not is_language(code):
            place = at_key(path, *route, code) if is_key else at(path, *route)
            yield _unknown(community, code, place)


def texts(community: Community) -> Iterator[Finding]:
    """A text in several languages is there in the first one, which the others fall back to."""
    if community.is_unread(Kind.COMMUNITY):
        return
    first = community.settings.languages[0]
    lacking = [
        found
        for found in _translated_texts(community)
        if first not in found[2] and not any(_in_one(community, *one) for one in found[2].items())
    ]
    if not lacking or not is_language(first):
        return
    if len(lacking) > 1 and _is_in_no_text(community, first):
        yield _in_no_text(first, {language for _, _, text in lacking for language in text})
        return
    for path, route, text in lacking:
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


def apart(community: Community) -> Iterator[Finding]:
    """Languages do not stand within one text, as if its quotation marks went around them all."""
    if community.is_unread(Kind.COMMUNITY):
        return
    for path, route, text in _texts(community):
        if isinstance(text, str):
            yield from _mixed(at(path, *route), _in_one(community, None, text))
        elif text is not None:
            for language, said in text.items():
                known = _in_one(community, language, said)
                if not {code for code, _ in known[1:]} & text.keys():
                    yield from _mixed(at(path, *route, language), known)


def guides(community: Community) -> Iterator[Finding]:
    """A guide for sessions is there in the community's first language."""
    if community.is_unread(Kind.COMMUNITY):
        return
    first = community.settings.languages[0]
    for agenda, languages in community.agendas.items():
        if (
            first in languages
            or agenda in (*BUILT_IN_AGENDAS, *BUILT_IN_AGREEMENTS)
            or community.is_unread(Kind.AGENDA, agenda, first)
            or not is_language(first)
            or _is_in_no_text(community, first)
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


def _in_one(
    community: Community, language: Language | None, text: str
) -> Sequence[tuple[str, str]]:
    """The languages that stand within a text, with theirs; empty unless there are several.

    `language` is that of the text; without one, it begins with one.
    """
    if ": " not in text:
        return ()
    whole = f"{language}: {text}" if language else text.removeprefix("{").removesuffix("}")
    codes_meant = {*community.settings.languages, *([language] if language else ())}
    ours = "|".join(map(re.escape, sorted(codes_meant)))
    parts = re.split(rf"(?:^|[,;])\s*({ours}):\s", whole)
    if len(parts) <= _ONE_LANGUAGE or parts[0].strip():
        return ()
    return tuple(zip(parts[1::2], map(str.strip, parts[2::2]), strict=True))


_ONE_LANGUAGE = 3
"""A text that begins with a language is split into these parts."""


def _mixed(place: Location, known: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    if not known:
        return
    apart = ", ".join(f'{code}: "{_beginning(text)}"' for code, text in known)
    yield Finding(
        "languages-in-one-text",
        place,
        msg(
            "{key} has the texts of several languages in one: {languages}",
            key=".".join(step for step in place.route if isinstance(step, str)),
            languages=", ".join(code for code, _ in known),
        ),
        msg("Put quotation marks around each text for itself: {texts}", texts=f"{{{apart}}}"),
        Severity.WARNING,
    )


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


_SHOWN = 30


def _codes(community: Community) -> Iterator[tuple[str, Route, str, bool]]:
    """Every code of a language, with its file and route; whether it is a key there."""
    for position, code in enumerate(community.settings.languages):
        yield COMMUNITY, ("languages", position), code, False
    for program_id, program in community.programs.items():
        for position, code in enumerate(program.languages):
            yield program_path(program_id), ("languages", position), code, False
    for person_id, person in community.people.items():
        for code in person.languages:
            yield person_path(person_id), ("languages",), code, True
    for path, route, text in _translated_texts(community):
        for code in text:
            yield path, route, code, True


def _unknown(community: Community, code: str, place: Location) -> Finding:
    ours = [language for language in community.settings.languages if is_language(language)]
    meant = OTHER_CODES.get(code) or closest(code, ours) or closest(code, LANGUAGES)
    return Finding(
        "unknown-language",
        place,
        msg('there is no language "{code}"', code=code),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("Write the language's code: it, en, pt-BR."),
    )


def _is_in_no_text(community: Community, first: Language) -> bool:
    """Whether not one of several texts is there in the language: then it is wrong, not they."""
    several = [text for _, _, text in _translated_texts(community)]
    return len(several) > 1 and not any(first in text for text in several)


def _in_no_text(first: Language, others: set[Language]) -> Finding:
    base = Language(first.partition("-")[0])
    meant = base if base in others else closest(first, others)
    return Finding(
        "text-not-in-first-language",
        at(COMMUNITY, "languages", 0),
        msg(
            "no text is written in {first}, the community's first language; they are in "
            "{languages}",
            first=first,
            languages=", ".join(sorted(others)),
        ),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("Put the language first in which all texts are written."),
        Severity.WARNING,
    )


def _translated_texts(
    community: Community,
) -> Iterator[tuple[str, Route, Mapping[Language, str]]]:
    for path, route, text in _texts(community):
        if text is not None and not isinstance(text, str):
            yield path, route, text


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
