import pytest

from telemaco.rules.languages import apart, codes, guides, texts
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
    hints,
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


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (edited(SETTINGS, ("[en, it]", "[eng, it]")), (SETTINGS, ("languages", 0))),
        (extended(PROGRAM, "languages: [enx]\n"), (PROGRAM, ("languages", 0))),
        (edited(LEONARDO, ("{it: native", "{itx: native")), (LEONARDO, ("languages", "itx"))),
        (extended(LEONARDO, "bio: {en: Painter, itx: x}\n"), (LEONARDO, ("bio", "itx"))),
    ],
)
def test_languages_are_called_by_codes_that_there_are(
    changes: dict[str, str], place: tuple[str, tuple[str | int, ...]]
) -> None:
    assert found(codes, changes) == [("unknown-language", *place)]


def test_languages_of_old_and_with_a_region_are_known() -> None:
    assert not found(codes, extended(LEONARDO, "bio: {en: a, grc: b, pt-BR: c}\n"))


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("eng", "Did you mean en?"),
        ("spa", "Did you mean es?"),
        ("itx", "Did you mean it?"),
        ("yoz", "Did you mean loz?"),
        ("qq-XX", "Write the language's code: it, en, pt-BR."),
    ],
)
def test_code_that_was_meant_is_named(code: str, hint: str) -> None:
    assert hints(codes, extended(PROGRAM, f"languages: [{code}]\n")) == [hint]


def test_first_language_that_there_is_not_is_told_once() -> None:
    changes = edited(SETTINGS, ("[en, it]", "[eng, it]"))
    guide = {"program/agendas/critique.it.md": "---\ntitle: Critica\n---\n"}

    assert not found(texts, changes)
    assert not found(guides, changes, guide)


@pytest.mark.parametrize(
    ("first", "hint"),
    [
        ("en-GB", "Did you mean en?"),
        ("fr", "Put the language first in which all texts are written."),
    ],
)
def test_first_language_of_no_text_is_told_once(first: str, hint: str) -> None:
    changes = edited(SETTINGS, ("[en, it]", f"[{first}, it]"))
    guide = {"program/agendas/critique.it.md": "---\ntitle: Critica\n---\n"}

    assert found(texts, changes) == [("text-not-in-first-language", SETTINGS, ("languages", 0))]
    assert hints(texts, changes) == [hint]
    assert not found(guides, changes, guide)


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


@pytest.mark.parametrize(
    ("written", "place", "hint"),
    [
        ('{en: "Poet, it: Poeta"}', ("en",), '{en: "Poet", it: "Poeta"}'),
        ('{la: "Vates; en: Poet"}', ("la",), '{la: "Vates", en: "Poet"}'),
        ('"{en: Poet, it: Poeta}"', (), '{en: "Poet", it: "Poeta"}'),
        ('"it: Poeta, en: Poet"', (), '{it: "Poeta", en: "Poet"}'),
        (
            '{en: "Poet of the lagoon and of its boats, it: Poeta"}',
            ("en",),
            '{en: "Poet of the lagoon and of i...", it: "Poeta"}',
        ),
    ],
)
def test_languages_in_one_text_are_named_with_how_to_write_them(
    written: str, place: tuple[str, ...], hint: str
) -> None:
    changes = extended(LEONARDO, f"headline: {written}\n")

    assert found(apart, changes) == [("languages-in-one-text", LEONARDO, ("headline", *place))]
    assert hints(apart, changes) == [f"Put quotation marks around each text for itself: {hint}"]
    assert found(texts, changes) == []


@pytest.mark.parametrize(
    "written",
    [
        '{en: "Two, it: three", it: Tre}',
        '{en: "Of Vinci, fr: what"}',
        '"it: Poeta"',
        '"The painter, it: the other"',
        "{en: Poet}",
        "Poet",
    ],
)
def test_text_in_one_language_is_left_alone(written: str) -> None:
    assert found(apart, extended(LEONARDO, f"headline: {written}\n")) == []


def test_languages_in_one_text_are_left_alone_while_the_community_cannot_be_read() -> None:
    changes = extended(LEONARDO, 'headline: {en: "Poet, it: Poeta"}\n')

    assert found(apart, changes | {SETTINGS: UNREADABLE}) == []
