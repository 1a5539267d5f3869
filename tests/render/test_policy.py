import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from telemaco import render
from telemaco.render.policy import with_policy, without_policy

HEAD = '<html>\n<head>\n  <meta charset="utf-8">'
SCRIPT = 'var a = "1" < 2;\n'
TEMPLATES = Path(render.__file__).parents[1] / "templates" / "pages"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _directives(page: str) -> dict[str, list[str]]:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found, page
    parts = [part.split() for part in found[1].split(";")]
    return {name: values for name, *values in parts}


def test_a_page_may_load_the_sites_own_files_and_nothing_else() -> None:
    policy = _directives(with_policy(HEAD))

    assert policy["default-src"] == policy["base-uri"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == ["'self'"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize(
    "head", [HEAD, "<head>", '<HEAD lang="en">\n', '<head>\n<META CHARSET=utf-8><meta name="x">']
)
def test_the_policy_stands_before_what_it_judges_and_behind_the_charset(head: str) -> None:
    page = with_policy(f"{head}<script>{SCRIPT}</script>")

    before, _, behind = page.partition("\n  <meta http-equiv")
    assert head.lower().startswith(before.lower())
    assert "charset" not in behind.lower()


def test_the_builders_own_scripts_are_allowed_by_their_hash_each_once() -> None:
    kinds = ("", ' type="module"', " type=text/javascript defer")
    page = HEAD + "".join(f"<script{kind}>{SCRIPT}</script>" for kind in kinds)

    assert _directives(with_policy(page))["script-src"] == ["'self'", _hash(SCRIPT)]


@pytest.mark.parametrize(
    "data",
    [
        '<script id="c" type="application/json">{}</script>',
        "<script type='application/ld+json'>{}</script>",
        '<script src="a.js"></script>',
    ],
)
def test_data_and_files_need_no_hash(data: str) -> None:
    assert _directives(with_policy(HEAD + data))["script-src"] == ["'self'"]


def test_the_builders_own_styles_are_allowed_by_their_hash() -> None:
    page = HEAD + '<style>a{}</style><td style="x: &quot;y&quot;"></td><p style="">'

    assert _directives(with_policy(page))["style-src"] == [
        "'self'",
        "'unsafe-hashes'",
        *sorted([_hash("a{}"), _hash('x: "y"')]),
    ]


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_policy("<p>x") == without_policy("<p>x") == "<p>x"


def test_a_policy_can_be_taken_off() -> None:
    assert without_policy(with_policy(HEAD + "<p>x")) == HEAD + "<p>x"


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_our_own_templates_need_no_hash(template: Path) -> None:
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]* src=)", template.read_text())
