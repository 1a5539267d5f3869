import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.render.markdown import Section, sections_of, to_html, to_words


def test_plain_markdown_is_kept() -> None:
    assert to_html("A **b** [c](https://example.org/)") == (
        '<p>A <strong>b</strong> <a href="https://example.org/" rel="nofollow noopener">c</a></p>'
    )


def test_headings_begin_below_the_pages() -> None:
    assert to_html("# A\n\n### B", 3) == "<h3>A</h3>\n<h5>B</h5>"
    assert to_html("###### A\n\n# B", 5) == "<h6>A</h6>\n<h5>B</h5>"


_WORDS = st.sampled_from(
    [
        "and",
        "what? ok",
        "a-b",
        "So (it) is 1.5 %",
        "\u00e8 'x' + \"y\"",
        "",
        "",
        "= =",
        "a_b_c",
        "- b",
        "**so**",
        "a **b c**: d**e**f",
        "**a b**, **c1**",
        "** a **b**",
        "*a* b**c**d*e*",
        "*a***b**",
    ]
) | st.text("ab1 ,.;:?!'\"()/%+-_=#*\u0161\n", max_size=8)
_SIGNS = st.text("#", min_size=1, max_size=7) | st.sampled_from(["-", "-", "*", "--", "1."])
_LINES = _WORDS | st.builds("{} {}".format, _SIGNS, _WORDS)


@given(st.lists(_LINES, max_size=7).map("\n".join), st.integers(2, 4))
def test_a_text_without_marks_is_what_it_is_beside_one_with_marks(text: str, level: int) -> None:
    assert (
        to_html(f"{text}\n\n`x`", level) == f"{to_html(text, level)}\n<p><code>x</code></p>".strip()
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example.org/a.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<javascript:alert(1)>",
        "{: onclick=alert(1) }",
        "--8<-- 'secret.txt'",
        "{{ config }} {% raw %}",
        "[x]: javascript:alert(1)\n\n[x]",
        "<details open ontoggle=alert(1)>",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(text: str) -> None:
    html = to_html(text)

    tags = re.findall(r"<[^>]*>", html)
    assert not [tag for tag in tags if re.search(r"script|img|details|\bon\w+=|javascript:", tag)]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](" * 5_000,
        "![[" * 6_000,
        "> " * 10_000,
        "- ab *c*\n" * 3_000 + "[",
        "**a " * 5_000,
        "*a* " * 5_000 + "[",
    ],
)
def test_a_text_of_signs_takes_no_time(text: str) -> None:
    start = time.process_time()

    to_html(text)

    assert time.process_time() - start < 5


def test_the_beginning_of_a_text_is_whole_words_without_headings() -> None:
    text = "# Goal\n\nWe looked at *drapery*,\nthen `cloth`. And so on.\n\n- one"

    assert to_words(text, 100) == "We looked at drapery, then cloth. And so on. one"
    assert to_words(text, 20) == "We looked at \N{HORIZONTAL ELLIPSIS}"


def test_sections_are_headings_with_the_words_of_their_points() -> None:
    text = (
        "Hello\n\n- first *one*\n\n## Two\n\n- a\n  b\n- [c](https://x.org)\n\n## Empty\n\ntext\n"
    )

    assert sections_of(text) == (
        Section("", ("first one",)),
        Section("Two", ("a b", "c")),
    )
