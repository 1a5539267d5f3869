import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from telemaco.render.forge_text import forge_text
from telemaco.render.visible import visible

APART = "\N{ZERO WIDTH SPACE}"
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_LETTERS = st.text(
    st.sampled_from("ab1 @#.:/-+=*_`~|<>&\\[](){}!$^\"'\n\t\x1b\u202egGhHwW0é"), max_size=40
)


def _read(markdown: str) -> str:
    """What a reader sees of a paragraph; anything but text shows as a tag."""
    html = str(_READER.renderInline(markdown))
    words = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return words.replace("&amp;", "&").replace(APART, "")


@given(_LETTERS)
def test_text_stays_the_text_it_is(text: str) -> None:
    assert _read(forge_text(text)) == visible(" ".join(text.split()))


@given(_LETTERS)
def test_nobody_is_mentioned_and_nothing_referred_to(text: str) -> None:
    seen = _READER.renderInline(forge_text(text))

    assert not re.search(r"[@#]\w|\bGH-\d|://|\bwww\.\w", seen, re.IGNORECASE)


@given(_LETTERS)
def test_entry_of_a_list_is_one_paragraph(text: str) -> None:
    html = _READER.render(f"- x\n- {forge_text(text)}\n")

    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= {"ul", "li"}
    assert html.count("<li>") == 2


@given(_LETTERS)
def test_cell_of_a_table_is_one_cell(text: str) -> None:
    html = _READER.render(f"| a | b |\n|---|---|\n| {forge_text(text)} | x |\n")

    assert html.count("<td>") == 2
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@ada", f"@{APART}ada"),
        ("see #12, GH-3", f"see \\#{APART}12, GH-{APART}3"),
        ("https://www.example.org", f"https:{APART}//www.{APART}example.org"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("1. one", "1\\. one"),
        ("1234) one", "1234\\) one"),
        ("2027-02-03", "2027-02-03"),
        ("- a | b", "\\- a \\| b"),
    ],
)
def test_what_a_forge_would_take_for_more_is_parted_or_escaped(text: str, written: str) -> None:
    assert forge_text(text) == written
