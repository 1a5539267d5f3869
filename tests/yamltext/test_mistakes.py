"""The causes are those of the mistakes in the history of a community's files."""

import pytest

from telemaco.yamltext.mistakes import Mark, Mistake, mistake
from telemaco.yamltext.survey import YamlFault, survey

CASES = {
    "title: Skill-up: GitHub tutorial\n": ("colon-in-text", (1, 16), "title"),
    "- slide: Skill: up\n": ("colon-in-text", (1, 15), "slide"),
    "name: Ada\n  pronouns: she\n": ("deeper-than-text", (2, 3), "name"),
    "talks: Introduction\n  - slides: x\n": ("entry-under-text", (2, 3), "talks"),
    "talks: Introduction\n- slides: x\n": ("entry-under-text", (2, 1), "talks"),
    "talks: - Introduction\n": ("entry-on-key-line", (1, 8), ""),
    "list:\n  - x: 1\n  y: 2\n": ("indentation", (3, 3), ""),
    "list:\n  - a: 1\n    b: 2\n   c: 3\n": ("indentation", (4, 4), ""),
    "list:\n  - a\n - b\n": ("indentation", (3, 2), ""),
    "a:\n    b: 1\n  c: 2\n": ("indentation", (3, 3), ""),
    "- a\nb: c\n": ("indentation", (2, 1), ""),
    "a: 1\n...\nb: 2\n": ("indentation", (3, 1), ""),
    "list:\n  - a\n  -b\n  - c\n": ("no-space-after-hyphen", (3, 3), "-b"),
    "bio: I am\na person of words\nname: x\n": ("continuation", (2, 1), "bio"),
    "bio: |\n  I am\n\na person of words": ("continuation", (4, 1), "bio"),
    "name: Ada\npronouns\nbio: x\n": ("no-colon", (2, 1), "pronouns"),
    "name: Ada\nbio:x\ngithub: y\n": ("no-space-after-colon", (2, 1), "bio:x"),
    "hello there\nkey: v\n": ("no-colon", (1, 1), "hello there"),
    "- 'science and knowledge' in context\n": ("text-after-quote", (1, 27), "in context"),
    "name: 'it's fine'\n": ("text-after-quote", (1, 11), "s fine'"),
    'name: "abc\nbio: x\n': ("open-quote", (1, 7), ""),
    "a: 'b\n---\nc'\n": ("open-quote", (1, 4), ""),
    'path: "C:\\Users"\n': ("escape", (1, 12), ""),
    'path: "\\q"\n': ("escape", (1, 8), ""),
    "notes: [Shared Notes](https://example.org) and more\n": (
        "text-after-bracket",
        (1, 22),
        "(https://example.org) and more",
    ),
    "bio: {name} is\n": ("text-after-bracket", (1, 13), "is"),
    "publish: [name, bio\nx: y\n": ("open-bracket", (1, 10), "["),
    "consent: {text: v1, on: 2027-01-01\nx: y\n": ("open-bracket", (1, 10), "{"),
    '- {from: "10:00, to: "12:30"}\n': ("open-quote", (1, 10), "10:00"),
    "- {from: '10:00, to: '12:30'}\n": ("open-quote", (1, 10), "10:00"),
    '- {from: "9:00", to: "12:30}\nheadline: "Foo bar"\n': ("open-quote", (1, 22), "12:30"),
    '- {a: "1, b: 2}\n- {a: "3", b: "4"}\n': ("open-quote", (1, 7), "1"),
    'publish: ["name, "bio"]\n': ("open-quote", (1, 11), "name"),
    'publish: ["name", "bio, "pairs"]\n': ("open-quote", (1, 19), "bio"),
    'a: {b: "He said "hi" to me", c: d}\n': (
        "quote-in-brackets",
        (1, 18),
        'hi" to me", c: d}',
    ),
    'a: {b: "Hello, "world" again"}\n': ("quote-in-brackets", (1, 17), 'world" again"}'),
    'a: {b: "x" y}\n': ("quote-in-brackets", (1, 12), "y}"),
    'a: ["", "" b]\n': ("quote-in-brackets", (1, 12), "b]"),
    '- {from: "10:00" to: "12:30"}\n': ("no-comma", (1, 18), 'to: "12:30"}'),
    "- {days: [mon] from: 9:00}\n": ("no-comma", (1, 16), "from: 9:00}"),
    'publish: ["name" "bio"]\n': ("no-comma", (1, 18), '"bio"]'),
    'publish: ["name"\n  "bio"]\n': ("no-comma", (2, 3), '"bio"]'),
    "a: [{b: c}\nd: e\n": ("open-bracket", (1, 4), "["),
    "title: {en: Poet it: Poeta}\n": ("no-comma", (1, 18), "it: Poeta}"),
    "title: {en: Poet; it: Poeta}\n": ("no-comma", (1, 19), "it: Poeta}"),
    "title: {en: The poet: a life}\n": ("open-bracket", (1, 8), "{"),
    "title: {en: Poet, it: Poeta\nsummary: x\n": ("open-bracket", (1, 8), "{"),
    "publish: [[a] b]\n": ("open-bracket", (1, 10), "["),
    "twitter: @handle\n": ("reserved-start", (1, 10), "@"),
    "a: `code`\n": ("reserved-start", (1, 4), "`"),
    "a: , b\n": ("reserved-start", (1, 4), ","),
    "a: ? b\n": ("reserved-start", (1, 4), "?"),
    "a: **bold**\n": ("reserved-start", (1, 4), "*"),
    "a: & b\n": ("reserved-start", (1, 4), "&"),
    "target: >80%\n": ("reserved-start", (1, 9), ">"),
    "%x: a\n": ("reserved-start", (1, 1), "%"),
    "%xyz a\n--- b\n": ("reserved-start", (1, 1), "%"),
    ": x\n": ("reserved-start", (1, 1), ":"),
    "a: [\n": ("unclear", (2, 1), ""),
    "a:\n\tb: 1\n": ("tab", (2, 1), ""),
    "a: x\n\tb: 1\n": ("tab", (2, 1), ""),
    "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n": ("conflict", (2, 1), "<<<<<<< HEAD"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=[repr(text) for text in CASES])
def test_cause_of_a_mistake_is_named(text: str, expected: tuple[str, Mark, str]) -> None:
    faults = survey(text).faults

    assert [(fault.kind, fault.mark, fault.detail) for fault in faults] == [expected]


def test_emphasis_is_one_fault_not_two() -> None:
    faults = survey("bio: *bold text* here\n").faults

    assert faults == (YamlFault("alias", Mark(1, 6), "bold"),)


def test_words_that_no_judge_knows_are_unclear() -> None:
    found = mistake("a: b\n", "something new", Mark(1, 2), None)

    assert found == Mistake("unclear", Mark(1, 2))


def test_text_that_yaml_has_no_place_for_is_unclear() -> None:
    faults = survey("a: \x01\n").faults

    assert [fault.kind for fault in faults] == ["unclear"]


@pytest.mark.parametrize(
    ("text", "kind", "place", "word"),
    [
        ("a:\n  \u2013 b: 1\n    c: 2\n", "bullet", (2, 3), "\u2013"),
        ("a:\n  \u2022 {b: c, d: e}\n", "bullet", (2, 3), "\u2022"),
        ("a: 1\nb:\u00a0two\nc: 3\n", "odd-space", (2, 3), "\u00a0"),
        ("a:\n  - b: 1\n\u00a0\u00a0\u00a0\u00a0c: 2\n    d: 3\n", "odd-space", (3, 1), "\u00a0"),
        ("a: 1\nb = two\nc: 3\n", "other-sign", (2, 3), "="),
        ("a: 1\nb\uff1a two\nc: 3\n", "other-sign", (2, 2), "\uff1a"),
        ("a:\n  - b: two, c: 3\n", "no-braces", (2, 5), "b: two, c: 3"),
        ("a: \u201cOne: two\u201d\n", "curly-quote", (1, 4), "\u201c"),
    ],
)
def test_signs_of_other_programs_are_named(
    text: str, kind: str, place: tuple[int, int], word: str
) -> None:
    fault = survey(text).faults[-1]

    assert (fault.kind, fault.mark, fault.detail) == (kind, place, word)
