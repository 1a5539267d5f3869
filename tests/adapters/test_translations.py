# ruff: noqa: E501 (a case reads best on one line)
import ast
import gettext
import re
from datetime import date
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Entries
from babel.messages.mofile import write_mo

from telemaco.adapters import translations
from telemaco.adapters.italian import with_articles
from telemaco.adapters.translations import Catalog, language_of, languages
from telemaco.messages import Choices, Message, Worded, as_in_files, msg, msg_n
from telemaco.records.base import Language
from telemaco.records.text import worded
from telemaco.render.pages.environment import environment

ENGLISH = Catalog("en")


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        (msg("nothing to fill"), "nothing to fill"),
        (msg("{day}: {number} of {word}", day=date(2027, 2, 3), number=3, word="x{y}"), "3 February 2027: 3 of x{y}"),
        (msg("this looks like {what}", what=msg("a {thing}", thing="key")), "this looks like a key"),
        (msg_n("{count} file", "{count} files", 1), "1 file"),
        (msg_n("{count} file", "{count} files", 2), "2 files"),
        (msg("{some}", some=Choices(())), ""),
        (msg("{some}", some=Choices(("a",))), "a"),
        (msg("{some}", some=Choices(("a", "b", "c"))), "a, b or c"),
        (msg("{some}", some=Choices(tuple("abcdefghijklm"))), "a, b, c, d, e, f, g, h, i, j, k, l or m"),
        (msg("{some}", some=Choices(tuple("abcdefghijklmnopqrstuvwxyz"))), "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x or 2 more"),
        (msg("learn {skill}", skill=Worded((("it", "Fuga"), ("en", "Fugue")))), "learn Fugue"),
        (msg("learn {skill}", skill=Worded((("de", "Fuge"), ("it", "Fuga")), ("it",))), "learn Fuga"),
        (msg("learn {skill}", skill=Worded((("de", "Fuge"),), ("it",))), "learn Fuge"),
    ],
)  # fmt: skip
def test_message_becomes_a_sentence(message: Message, sentence: str) -> None:
    assert ENGLISH.text(message) == sentence


def test_days_are_written_as_people_read_them_and_in_files_as_they_are_typed() -> None:
    day = msg("its break ended on {day}", day=date(2027, 2, 3))
    whole = msg("{path}: {problem}", path="a.yaml", problem=day)

    assert Catalog("it").text(day) == "la pausa è finita il 3 febbraio 2027"
    assert ENGLISH.text(as_in_files(whole)) == "a.yaml: its break ended on 2027-02-03"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2027, 3, 8), "la pausa è finita l'8 marzo 2027"),
        (date(2027, 3, 11), "la pausa è finita l'11 marzo 2027"),
        (date(2027, 3, 18), "la pausa è finita il 18 marzo 2027"),
    ],
)
def test_italian_day_has_its_article(day: date, sentence: str) -> None:
    assert Catalog("it").text(msg("its break ended on {day}", day=day)) == sentence


FACTS = {"day": "8 mar 2027", "other": "2027", "share": "81", "low": "11", "high": "88,5"}


@pytest.mark.parametrize(
    ("sentence", "elided"),
    [
        ("dal {day} al {day}", "dall'{day} all'{day}"),
        ("Il {day}, nel {other}", "L'{day}, nel {other}"),
        ("Il {share}% va dal {low} % al {high}%", "L'{share}% va dall'{low} % all'{high}%"),
        ("nel {share}", "nel {share}"),
        ("il {nothing}, il 8 marzo", "il {nothing}, il 8 marzo"),
    ],
)
def test_only_an_article_before_a_day_or_a_percentage_changes(sentence: str, elided: str) -> None:
    assert with_articles(sentence, FACTS) == elided


def test_no_article_stands_before_a_fact_where_none_is_elided() -> None:
    """Templates fill `%(day)s` by themselves, without `with_articles`."""
    bare = re.compile(r"\b([ai]l|[dDs][ae]l|nel|sul|Il|Al) %\(")

    assert [told for told in Catalog("it").sentences() if bare.search(told)] == []


def test_text_of_a_file_becomes_a_fact() -> None:
    italian, english = Language("it"), Language("en")

    assert worded("Fugue", [italian]) == "Fugue"
    assert worded({english: "Fugue"}, [italian]) == Worded((("en", "Fugue"),), ("it",))


class Broken(Catalog):
    """A catalog whose translations have mistakes."""

    def __init__(self, **entries: str) -> None:
        super().__init__("en")
        written = BytesIO()
        catalog = Entries(locale="it")
        for sentence, translation in entries.items():
            catalog.add(sentence.replace("_", " ") + " {name}", translation)
        catalog.add(("{count} file", "{count} files"), ("{total} file", "{total} file"))
        write_mo(written, catalog)
        self._catalog = gettext.GNUTranslations(BytesIO(written.getvalue()))


@pytest.mark.parametrize(
    "mistake", ["ciao {nome}", "ciao {", "ciao {name.x}", "ciao {0}", "ciao {name!z}"]
)
def test_translation_with_a_mistake_falls_back_to_english(mistake: str) -> None:
    assert Broken(hello=mistake).text(msg("hello {name}", name="Ada")) == "hello Ada"


def test_plural_with_a_mistake_falls_back_to_english() -> None:
    assert Broken().text(msg_n("{count} file", "{count} files", 1)) == "1 file"
    assert Broken().text(msg_n("{count} file", "{count} files", 2)) == "2 files"


@pytest.mark.parametrize("content", [b"", b"no catalog", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_broken_catalog_is_none(content: bytes) -> None:
    assert translations._read(content).gettext("x") == "x"  # noqa: SLF001 (the seam)


def test_language_without_a_catalog_is_english() -> None:
    assert Catalog("xx").text(msg("checked")) == "checked"


def test_italian_is_there() -> None:
    assert languages()[:2] == ("en", "it")
    assert Catalog("it").language == "it"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LANG": "it"}, "it"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "it_IT"}, "en"),
        ({"LC_MESSAGES": "it_IT", "LANG": "en_US"}, "it"),
        ({"LANGUAGE": "xx:it", "LANG": "en_US"}, "it"),
        ({"LANGUAGE": "", "LANG": "it_CH.UTF-8"}, "it"),
    ],
)
def test_language_is_the_one_that_the_environment_asks_for(
    environment: dict[str, str], language: str
) -> None:
    assert language_of(environment) == language


def test_translators_of_a_language_are_equal_so_that_its_templates_are_compiled_once() -> None:
    assert Catalog("it") == Catalog("it") != Catalog("en")
    assert environment(Catalog("it")) is environment(Catalog("it"))
    assert environment(Catalog("it")) is not environment(Catalog("en"))


def test_no_sentence_stands_where_the_catalogs_do_not_find_it() -> None:
    """Babel does not look into the braces of an f-string."""
    package = files("telemaco")

    hidden = [
        f"{module.name}:{call.lineno}"
        for module in Path(str(package)).rglob("*.py")
        for text in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in {"msg", "msg_n"}
    ]

    assert hidden == []
