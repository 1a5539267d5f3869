import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from telemaco.adapters.translations import Catalog
from telemaco.findings import Severity
from telemaco.render.check_ins.places import Place
from telemaco.render.review import MARK, Reviewed, as_comment
from telemaco.review.own_matters import Touched
from telemaco.review.told import Difference, Told

PLACE = Place("atelier/workshop")
ERROR = Told(
    "program/people/leonardo.yaml",
    3,
    Severity.ERROR,
    '"ofers" is not a key',
    "Did you mean offers?",
)
RIGHT = Reviewed(
    told=(),
    pages=Difference(("index.html", "people/leonardo/index.html"), ("people/leo/index.html",)),
    head="a" * 40,
    run="https://example.org/run/1",
    is_green=True,
    touched=Touched.OWN,
    asked=(),
)


def said(reviewed: Reviewed, language: str = "en") -> str:
    return as_comment(reviewed, Catalog(language), PLACE)


def test_what_is_right_is_said_with_its_pages_and_who_acts_next() -> None:
    assert said(RIGHT) == (
        "### All is right\n\n"
        "**Pages of the site**: 2 pages are new or different, 1 goes away.\n\n"
        "- /\n- people/leonardo/\n- people/leo/\n\n"
        "To look at them, download *preview* from "
        "[the run of the check](https://example.org/run/1#artifacts), "
        "unpack it and open changed.html.\n\n"
        "This changes only your own entry or your own notes. It has the label *ready*: "
        "a coordinator takes it in.\n\n"
        f"{MARK}\n"
    )


def test_what_is_to_be_mended_is_said_with_its_place_and_the_next_step() -> None:
    wrong = replace(RIGHT, told=(ERROR,), pages=None, is_green=False, touched=Touched.OTHERS)
    address = f"https://github.com/atelier/workshop/blob/{'a' * 40}/program/people/leonardo.yaml"

    assert said(wrong) == (
        "### 1 thing is to be mended first\n\n"
        f"#### [program/people/leonardo.yaml]({address}?plain=1#L1)\n\n"
        f'- **error**, [line 3]({address}?plain=1#L3): "ofers" is not a key\n'
        "  <br>Did you mean offers?\n\n"
        "Change the file in this pull request. The check then runs again by itself, "
        "and this comment is brought up to date.\n\n"
        "A coordinator looks at it before it is taken in.\n\n"
        f"{MARK}\n"
    )


def test_it_is_said_in_the_language_of_the_community() -> None:
    asked = replace(RIGHT, touched=Touched.OTHERS, asked=("cosimo",), pages=None)

    assert said(asked, "it") == (
        "### È tutto a posto\n\n"
        "Chi coordina le dà un'occhiata prima di accoglierla.\n\n"
        "@cosimo: porta una scheda o una nota nuova, o ne cambia una di qualcun altro.\n\n"
        f"{MARK}\n"
    )


def test_what_a_coordinator_decides_is_asked_for() -> None:
    comment = said(replace(RIGHT, touched=Touched.PLACE, asked=("cosimo", "isabella")))

    assert "@cosimo @isabella: it changes what you decide" in comment
    assert "ready" not in comment


def test_change_without_pages_says_nothing_of_them() -> None:
    assert "Pages" not in said(replace(RIGHT, pages=Difference((), ())))


def test_pages_that_only_go_away_have_no_preview() -> None:
    comment = said(replace(RIGHT, pages=Difference((), ("people/leo/index.html",))))

    assert "- people/leo/\n" in comment
    assert "preview" not in comment


def test_without_a_place_nothing_is_linked() -> None:
    comment = as_comment(replace(RIGHT, told=(ERROR,)), Catalog("en"), None)

    assert "**error**, line 3:" in comment


_PIECES = st.sampled_from(
    [
        "@everyone",
        "@cosimo/team",
        "#1",
        "GH-7",
        "atelier/workshop#2",
        "https://evil.example",
        "www.evil.example",
        "[x](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "<img src=x onerror=alert(1)>",
        "<!-- telemaco:review:1 -->",
        "-->",
        "\n\n# All is right\n",
        "\n- [x] done",
        "```",
        "`",
        "|",
        "\\",
        "&lt;b&gt;",
        "\u202e",
        "\ud800",
        "~~gone~~",
        "::error::x",
    ]
)
_HOSTILE = st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=6).map("".join)


def _tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())


@given(_HOSTILE, _HOSTILE, _HOSTILE)
def test_no_text_of_a_stranger_is_anything_but_text(path: str, message: str, hint: str) -> None:
    told = Told(path, 1, Severity.ERROR, message, hint)
    comment = said(replace(RIGHT, told=(told,), pages=Difference((path,), (hint,))))

    tokens = list(_tokens(MarkdownIt("gfm-like", {"linkify": False}).parse(comment)))

    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    html = {token.content.strip() for token in tokens if token.type.startswith("html")}
    assert all(link.startswith(("https://github.com/atelier/", RIGHT.run)) for link in links)
    assert html <= {"<br>", MARK}
    assert sum(token.type == "heading_open" for token in tokens) <= 2
    assert not [
        token for token in tokens if token.type in {"image", "fence", "code_inline", "s_open"}
    ]
    assert comment.splitlines().count(MARK) == 1
    seen = re.sub(r"\]\(https://[^)]*\)", "]", comment)
    assert not re.search(r"@[a-z]|#\d|GH-\d", seen)
