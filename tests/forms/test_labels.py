from hypothesis import given
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.forms.body import read
from telemaco.forms.labels import box_labels, field_labels, is_blank, option_labels, words_of
from telemaco.forms.values import Box, Boxes, Choice, Form, Line, Option
from telemaco.messages import LanguageName, Worded, msg
from tests.forms.words import say


def _options(*labels: str, several: bool = True) -> list[str]:
    options = tuple(Option(f"o{number}", label) for number, label in enumerate(labels))
    return list(option_labels(Choice("c", "C", options, takes_several=several), say))


def test_option_never_says_what_github_reserves() -> None:
    assert _options("None", "none", "_No response_", "(choose)") == [
        "None (o0)",
        "none (o1)",
        "_No response_ (o2)",
        "(choose) (o3)",
    ]


def test_options_are_told_apart() -> None:
    assert _options("Fugue", "fugue", "fugue (o1)") == ["Fugue", "fugue (o1)", "fugue (o1) (o2)"]
    assert _options("a", "a (o2)", "a") == ["a", "a (o2)", "a (o2 2)"]


def test_options_are_shown_in_the_order_of_the_alphabet_after_the_first() -> None:
    options = tuple(Option(one, one) for one in ("z", "été", "Fin", "eta"))

    assert list(option_labels(Choice("c", "C", options, sorts_after=1), say)) == [
        "z",
        "eta",
        "été",
        "Fin",
    ]


def test_label_is_one_line_that_can_be_seen() -> None:
    assert _options("  a\n\tb ", "\u200b", "### x", "x\u202ey", "l" * 300) == [
        "a b",
        "o1",
        "x",
        "x y",
        "l" * 199 + "\N{HORIZONTAL ELLIPSIS}",
    ]


def test_commas_stay_where_they_mislead_nobody() -> None:
    assert _options("Testing, CI", "Fugue") == ["Testing, CI", "Fugue"]
    assert _options("Testing, CI", "Testing", several=False) == ["Testing, CI", "Testing"]
    assert _options("Testing, CI", "Testing") == ["Testing / CI", "Testing"]


def test_fields_and_boxes_have_labels_of_their_own() -> None:
    boxes = Boxes("b", "Same", (Box("x", "Twice"), Box("y", "Twice"), Box("z", "Name")))
    form = Form("f", msg("F"), msg("F"), "f", (Line("n", "Name"), Line("m", "Same"), boxes))

    assert list(box_labels(boxes, say)) == ["Twice", "Twice (y)", "Name"]
    assert field_labels(form, say) == ("Name (n)", "Same", "Same (b)")


def test_words_are_those_of_the_language() -> None:
    italian = words_of(Catalog("it"))

    assert italian(LanguageName("de")) == "tedesco"
    assert italian(Worded((("en", "Art"), ("it", "Arte")))) == "Arte"
    assert italian(msg("Monday")) == "Lunedì"
    assert italian("{braces}") == "{braces}"


def test_what_nobody_sees_is_blank() -> None:
    assert all(map(is_blank, ("", " \t\n", "\u200b\u2060", "\u3164", "\u2800", "\u00a0", "\ufeff")))
    assert not is_blank("\u00e9")


@given(
    st.lists(st.text("aB, /()1", max_size=9), min_size=1, max_size=6),
    st.data(),
)
def test_any_options_that_were_chosen_are_read_back(labels: list[str], data: st.DataObject) -> None:
    options = tuple(Option(f"o{number}", label) for number, label in enumerate(labels))
    choice = Choice("c", "C", options, takes_several=True)
    shown = {value: label for label, value in option_labels(choice, say).items()}
    values = data.draw(st.lists(st.sampled_from(sorted(shown)), unique=True, min_size=1))

    found = read(
        Form("f", msg("F"), msg("F"), "f", (choice,)),
        say,
        "### C\n\n" + ", ".join(shown[value] for value in values),
    )

    assert found == {"c": tuple(values)}
