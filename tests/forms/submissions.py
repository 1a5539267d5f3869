"""Made-up submissions of forms, from friendly to hostile, with what has to be read of each."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telemaco.forms.body import read
from telemaco.forms.catalogue import forms_of, recognise
from telemaco.forms.labels import is_blank
from telemaco.forms.values import Answers, Area, Boxes, Choice, Field, Form, Line
from telemaco.model.community import Community
from telemaco.records.base import Language
from tests.forms.bodies import NO_RESPONSE, body, options, shown
from tests.forms.communities import words_in

_BLANKS = ("\u200b", "\u2060\u200d", "\u3164", "\u2800", "\ufeff", " \u00a0\u2003", "\u00ad", "\t")
_ODD = (
    *_BLANKS,
    NO_RESPONSE,
    " _No response_ ",
    "None",
    "(choose)",
    "```",
    "````md\n### Name\n````",
    "~~~",
    "```yaml\nopen",
    "<!-- ",
    "<details>",
    "- [X] I know that others can read this issue.",
    "- [ ] yes",
    "### Something else",
    " ### Name",
    "#### Name",
    "### Pair that met",
    "### Coppia che si è vista",
    "### Which pair?",
    "### Vuoi far parte di questa coppia?",
    "Name\n====",
    "a, b, c",
    "$(rm -rf /) `id`",
    "${{ secrets.GITHUB_TOKEN }}",
    "::error::forged",
    "---\nname: x",
    "../../etc/passwd",
    "@everyone #1",
    "line\u2028separator\u0085next\x0bvertical\x0cfeed",
    "\u202eevil\u202c",
    "e\u0301 \U0001f9d1\u200d\U0001f3a8 \u05d0\u05d1",
    "x" * 5000,
)
_FRIENDLY = ("Ada", "I paint.\n\nAnd I write, too.", "4", "2027-02-03", "Ragged, hairy school", "7")
_LINES = tuple(text for text in _FRIENDLY if "\n" not in text)
_ENDINGS = ("\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True)
class Submission:
    """The body of an issue; `expected` is what was answered, None where it must be refused."""

    form: Form
    language: Language
    body: str
    expected: Answers | None


@dataclass(slots=True)
class Tally:
    """How submissions were read."""

    exact: int = 0
    refused: int = 0
    wrong: int = 0


def submissions(
    community: Community, count: int, seed: int, *, is_hostile: bool = True
) -> Iterator[Submission]:
    """So many submissions, of all forms that are offered and all languages in turn."""
    chance = random.Random(seed)  # noqa: S311 (made-up answers need no cryptographic chance)
    forms = [form for form in forms_of(community) if form.is_offered]
    files = [
        (form, language, shown(form, language))
        for form in forms
        for language in community.settings.languages
    ]
    for number in range(count):
        form, language, items = files[number % len(files)]
        yield _submission(form, language, items, _Writer(chance, items, is_hostile=is_hostile))


def tally(community: Community, some: Iterator[Submission]) -> Tally:
    """Recognise and read each, and compare with what was answered."""
    words, forms = words_in(community), forms_of(community)
    found = Tally()
    for one in some:
        known = recognise(one.body, forms, words)
        answers = read(known.form, words[known.language], one.body) if known else ()
        if isinstance(answers, tuple):
            found.refused += 1
        elif known and known.form == one.form and answers == one.expected:
            found.exact += 1
        else:
            found.wrong += 1
    return found


class _Writer:
    """Somebody who fills in a form: texts, and whether they do what they should."""

    def __init__(
        self, chance: random.Random, items: Sequence[Mapping[str, Any]], *, is_hostile: bool
    ) -> None:
        self.chance = chance
        self.is_hostile = is_hostile
        labels = [item["attributes"]["label"] for item in items]
        self._odd = (*_ODD, *(f"### {label}" for label in labels), *labels)

    def text(self, *, is_line: bool) -> str:
        """A text of one or several lines; who is hostile does not care which."""
        if not self.is_hostile or self.chance.random() < 0.6:
            return self.chance.choice(_LINES if is_line else _FRIENDLY)
        parts = self.chance.choices(self._odd, k=self.chance.randint(1, 3))
        if self.chance.random() < 0.2:
            parts.append("".join(map(chr, self.chance.choices(range(32, 0x2FFF), k=8))))
        return self.chance.choice(("\n", " ", "\n\n", "\r\n")).join(parts)

    def does(self, *, is_required: bool) -> bool:
        """Whether a field is filled in."""
        if not is_required:
            return self.chance.random() < 0.6
        return not self.is_hostile or self.chance.random() < 0.995


def _submission(
    form: Form, language: Language, items: Sequence[Mapping[str, Any]], writer: _Writer
) -> Submission:
    filled, expected, is_complete = [], {}, True
    for field, item in zip(form.fields, items, strict=True):
        given, meant = _filled(field, item, writer)
        filled.append((item, given))
        if meant is None or (meant == () and not isinstance(field, Boxes) and field.is_required):
            is_complete = False
        expected[field.id] = meant or ()
    ending = writer.chance.choice(_ENDINGS)
    text = body(filled).replace("\r\n", "\n").replace("\n", ending)
    return Submission(form, language, text, expected if is_complete else None)


def _filled(
    field: Field, item: Mapping[str, Any], writer: _Writer
) -> tuple[Sequence[str], tuple[str, ...] | None]:
    """What stands in a field, and what that means; None for what must be refused."""
    match field:
        case Boxes():
            return _ticked(field, item, writer)
        case Choice(is_written=True):
            return _named(field, writer)
        case Choice():
            return _chosen(field, item, writer)
        case Line() | Area():
            if not writer.does(is_required=field.is_required):
                return [], ()
            text = writer.text(is_line=isinstance(field, Line))
            return [text], _meant(field, text)


def _meant(field: Line | Area, text: str) -> tuple[str, ...] | None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if is_blank(lines) or lines.strip() == NO_RESPONSE:
        return ()
    if isinstance(field, Line):
        return None if "\n" in lines.strip() else (lines.strip(),)
    return (lines.strip("\n"),)


def _ticked(
    field: Boxes, item: Mapping[str, Any], writer: _Writer
) -> tuple[Sequence[str], tuple[str, ...] | None]:
    labels = options(field, item)
    ticked = tuple(box.value for box in field.boxes if writer.does(is_required=box.is_required))
    needed = {box.value for box in field.boxes if box.is_required}
    return [labels[value] for value in ticked], ticked if needed <= set(ticked) else None


def _chosen(
    field: Choice, item: Mapping[str, Any], writer: _Writer
) -> tuple[Sequence[str], tuple[str, ...]]:
    if not writer.does(is_required=field.is_required):
        is_single = field.is_required and not field.takes_several and len(field.options) == 1
        return [], (field.options[0].value,) if is_single else ()
    labels = options(field, item)
    most = min(len(labels), 6) if field.takes_several else 1
    values = writer.chance.sample(list(labels), k=writer.chance.randint(1, most))
    return [labels[value] for value in values], tuple(values)


def _named(field: Choice, writer: _Writer) -> tuple[Sequence[str], tuple[str, ...] | None]:
    if not field.options or not writer.does(is_required=field.is_required):
        return [], ()
    if writer.is_hostile and writer.chance.random() < 0.05:
        return [f"zz-{writer.text(is_line=True)}"], None
    most = min(len(field.options), 4) if field.takes_several else 1
    values = writer.chance.sample([one.value for one in field.options], k=most)
    between = writer.chance.choice(("\n", "\n- ", "\n\n", ", " if writer.is_hostile else "\n"))
    return [between.join(values)], tuple(values)
