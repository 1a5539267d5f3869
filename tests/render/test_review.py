from dataclasses import replace

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
