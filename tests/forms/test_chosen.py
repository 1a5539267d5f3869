from telemaco.forms.chosen import chosen
from telemaco.forms.problem import Unread
from telemaco.forms.values import Choice, Option
from tests.forms.words import say

PEOPLE = (
    Option("ada", "Ada Lovelace", ("@ada",)),
    Option("mary", "Somerville, Mary", ("@mary",)),
    Option("ada-two", "Ada", ()),
    Option("other", "ADA", ()),
)
WRITTEN = Choice("who", "Who", PEOPLE, takes_several=True, is_written=True)
ONE = Choice("who", "Who", PEOPLE, is_written=True)
LISTED = Choice("what", "What", tuple(Option(o.lower(), o) for o in ("Painting", "Poetry")))
SEVERAL = Choice("what", "What", LISTED.options, takes_several=True)


def _read(choice: Choice, text: str) -> object:
    found = chosen(choice, say, text)
    if isinstance(found, Unread):
        return say(found.message), found.hint and say(found.hint)
    return found


def test_written_names_may_be_values_labels_or_aliases_in_any_letters() -> None:
    assert _read(WRITTEN, "ADA LOVELACE\n- @mary") == ("ada", "mary")
    assert _read(WRITTEN, "@ada, somerville, mary") == ("ada", "mary")
    assert _read(ONE, "  Ada   Lovelace ") == ("ada",)


def test_name_that_two_have_is_none_but_an_id_always_counts() -> None:
    twins = Choice("who", "Who", PEOPLE[2:], is_written=True)

    assert _read(ONE, "ADA") == ("ada",)
    assert _read(twins, "Ada") == (
        '"Ada" is not one of the options',
        "Write one of these: ada-two or other.",
    )


def test_unknown_name_is_told_with_what_may_have_been_meant() -> None:
    assert _read(WRITTEN, "ada, Somervile, Mary") == (
        '"Somervile" is not one of the options',
        "Write one of these: ada, mary, ada-two or other.",
    )
    assert _read(ONE, "Ada Lovelase") == (
        '"Ada Lovelase" is not one of the options',
        "Did you mean ada?",
    )
    assert _read(Choice("x", "X", (), is_written=True), "y") == (
        '"y" is not one of the options',
        "There is nothing to choose from at present.",
    )


def test_one_name_is_asked_for_on_one_line() -> None:
    assert _read(ONE, "ada\nmary") == ("it takes one line, and there are several", None)


def test_line_that_may_mean_one_or_two_is_refused() -> None:
    both = (Option("a", "A"), Option("b", "B"), Option("ab", "A, B"))

    assert _read(Choice("x", "X", both, takes_several=True, is_written=True), "A, B") == (
        "it can be read in two ways; choose fewer options",
        None,
    )


def test_nobody_is_named_twice() -> None:
    assert _read(WRITTEN, "ada\n@ada") == ("an option is there twice", None)


def test_mistyped_option_of_a_list_is_told_with_the_right_one() -> None:
    assert _read(SEVERAL, "Poetry, Paintng") == (
        '"Paintng" is not one of the options',
        "Did you mean Painting?",
    )
    assert _read(LISTED, "Sculpture") == (
        '"Sculpture" is not one of the options',
        "Write one of these: Painting or Poetry.",
    )
    assert _read(SEVERAL, "Poetry, x" + "y" * 200)[0] == (  # type: ignore[index]
        '"x' + "y" * 99 + '\N{HORIZONTAL ELLIPSIS}" is not one of the options'
    )


def test_parts_that_do_not_make_up_an_option_are_told_together() -> None:
    options = (Option("ci", "Testing, CI"), Option("fugue", "Fugue"))

    assert _read(Choice("x", "X", options, takes_several=True), "CI, Testing") == (
        '"CI, Testing" is not one of the options',
        "Write one of these: Testing, CI or Fugue.",
    )


def test_nothing_chosen_is_nothing() -> None:
    assert _read(LISTED, "None") == ()
    assert _read(LISTED, "(choose)") == ()
    assert _read(SEVERAL, "None") == ()


def test_what_is_not_suggested_is_read_and_never_named() -> None:
    options = (Option("ada", "ada", ("Ada Lovelace",), is_suggested=False), Option("mary", "Mary"))
    choice = Choice("who", "Who", options, takes_several=True, is_written=True)

    assert _read(choice, "Ada Lovelace\nmary") == ("ada", "mary")
    assert _read(choice, "Ada Lovelase") == (
        '"Ada Lovelase" is not one of the options',
        "Write one of these: mary.",
    )


def test_edited_option_of_a_list_is_known_by_its_other_names() -> None:
    zones = Choice(
        "zone", "Zone", (Option("UTC", "UTC"), Option("Europe/Rome", "Rome!", ("Roma",)))
    )

    assert _read(zones, "roma") == (
        '"roma" is not one of the options',
        "Did you mean Rome!?",
    )


def test_of_many_options_those_that_are_most_alike_come_first() -> None:
    many = tuple(Option(f"{letter}{letter}{letter}", letter) for letter in "abcdefghijklmnop")

    found = chosen(Choice("x", "X", many, is_written=True), say, "knnn...")

    assert isinstance(found, Unread)
    assert found.hint is not None
    assert say(found.hint).startswith("It has to be one of them; those most like it are nnn, kkk, ")
