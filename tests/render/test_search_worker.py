import json

import pytest

from telemaco.render.search_worker import with_languages

FILES = {
    f"assets/javascripts/lunr/min/lunr.{name}.min.js": f"part({name!r})".encode()
    for name in ("stemmer.support", "multi", "it", "de")
}


def _worker(*languages: str) -> str:
    index = json.dumps({"config": {"lang": languages}}).encode()
    return with_languages(b"worker", FILES, index).decode()


def test_english_needs_nothing_more() -> None:
    assert _worker("en") == "worker"


@pytest.mark.parametrize(
    ("languages", "parts"),
    [
        (("it",), ("stemmer.support", "it")),
        (("en", "it", "de"), ("stemmer.support", "it", "de", "multi")),
        (("xx",), ("stemmer.support",)),
    ],
)
def test_what_its_languages_need_is_in_the_worker(
    languages: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    whole = _worker(*languages)

    assert whole.startswith("worker\n;(")
    assert whole.count("part(") == len(parts)
    for name in parts:
        assert f'"lunr.{name}.min.js": function () {{\npart({name!r})\n}}' in whole
