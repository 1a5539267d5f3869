"""Sentences that stand in compiled templates, and guides that are written out once."""

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.render.markdown import Section
from telemaco.render.pages.environment import environment


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('{{ _("Pairs") }}', "Coppie"),
        ('{{ _("Pairs") if is_one else _("Sessions") }}', "Incontri"),
        ('{% set word = _("Pairs") %}{{ word | upper }}', "COPPIE"),
        ('{{ _("It\'s <new> & \\"own\\"") }}', 'It\'s <new> & "own"'),
        ('{{ _("100 %%") }}', "100 %"),
        ('{{ _("began %(day)s", day="<b>") }}', "inizio: &lt;b&gt;"),
        ("{{ _(word) }} ({{ word }})", "Coppie (Pairs)"),
        ('{{ name("a") }}{{ "_" }}{{ ("b") }}', "[a]_b"),
        ("plain", "plain"),
    ],
)
def test_a_sentence_is_the_reader_s_and_everything_else_as_it_was(source: str, shown: str) -> None:
    template = environment(Catalog("it")).from_string(source)

    assert template.render(is_one=False, word="Pairs", name="[{}]".format) == shown


def test_the_words_stand_in_the_compiled_template() -> None:
    compiled = environment(Catalog("it")).compile('<p>{{ _("Pairs") }}</p>', raw=True)

    assert "<p>Coppie</p>" in compiled


def test_a_guide_is_escaped() -> None:
    piece = environment(Catalog("en")).filters["piece"]

    html = piece((Section("", ("<a>",)), Section("B & C", ("d", "e"))), "outline.html")

    assert html == (
        "<ul>\n  <li>&lt;a&gt;</li>\n</ul>\n"
        "<h3>B &amp; C</h3><ul>\n  <li>d</li>\n  <li>e</li>\n</ul>\n"
    )
