from telemaco.rules.languages import guides, texts
from tests.rules.workshop import (
    LEONARDO,
    PAIR,
    PROGRAM,
    SETTINGS,
    SKILLS,
    SURVEY,
    UNREADABLE,
    edited,
    extended,
    found,
)

_SURVEY = """\
title: {it: T}
roles: [mentee]
readers: [pair]
items: [{id: a, kind: text, text: {en: A}}]
"""


def test_texts_are_there_in_the_first_language() -> None:
    changes = (
        edited(SETTINGS, ("en: The Workshop, ", ""))
        | edited(SKILLS, ("en: Drawing, ", ""))
        | edited(PROGRAM, ("en: The year in the workshop, ", ""))
        | extended(LEONARDO, "bio: {it: Pittore}\nheadline: {en: Painter}\n")
        | {SURVEY: _SURVEY}
        | edited(PAIR, ("en: Paint an angel, ", ""))
    )

    assert found(texts, changes) == [
        ("text-not-in-first-language", SETTINGS, ("title",)),
        ("text-not-in-first-language", SKILLS, (0, "label")),
        ("text-not-in-first-language", PROGRAM, ("title",)),
        ("text-not-in-first-language", LEONARDO, ("bio",)),
        ("text-not-in-first-language", SURVEY, ("title",)),
        ("text-not-in-first-language", PAIR, ("goals", 0, "statement")),
    ]


def test_languages_are_not_judged_without_the_settings() -> None:
    guide = {"program/agendas/critique.it.md": "---\ntitle: Critica\n---\n"}

    assert not found(texts, {SETTINGS: UNREADABLE}, edited(SKILLS, ("en: Drawing, ", "")))
    assert not found(guides, {SETTINGS: UNREADABLE}, guide)


def test_guides_are_there_in_the_first_language() -> None:
    guide = "---\ntitle: Critica\n---\n"
    changes = {
        "program/agendas/critique.it.md": guide,
        "program/agendas/regular.it.md": guide,
        "program/agendas/drawing.it.md": guide,
        "program/agendas/drawing.en.md": guide,
        "program/agendas/colours.it.md": guide,
        "program/agendas/colours.en.md": "no facts",
    }

    assert found(guides, changes) == [
        ("guide-not-in-first-language", "program/agendas/critique.it.md", ())
    ]
