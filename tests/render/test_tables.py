from hypothesis import given
from hypothesis import strategies as st

from telemaco.render.tables import table

IDS = ("atelier-summer-2027/maria-sibylla-merian", "atelier-2027/plato-aristotle")
WORDS = st.text("abc ñ", min_size=1, max_size=40).filter(str.strip)


def test_rows_stand_under_their_header() -> None:
    told = table(["pair", "sessions"], [["plato-aristotle", "12"], ["brahe", "3"]], 80)

    assert told.splitlines() == [
        "pair              sessions",
        "──────────────────────────",
        "plato-aristotle         12",
        "brahe                    3",
    ]


def test_dates_stand_to_the_left_and_shares_to_the_right() -> None:
    told = table(["when it was", "share"], [["2027-03-15", "5%"], ["2027-03-16", "-"]], 80)

    assert told.splitlines()[2:] == ["2027-03-15       5%", "2027-03-16        -"]


def test_long_sentences_wrap_and_ids_stay_whole() -> None:
    rows = [[pair, "no session for 60 days; the rhythm is every 2 weeks"] for pair in IDS]

    lines = table(["pair", "why"], rows, 60).splitlines()

    assert max(map(len, lines)) <= 60
    assert all(any(line.startswith(f"{pair} ") for line in lines) for pair in IDS)


def test_rows_become_blocks_where_words_do_not_fit_side_by_side() -> None:
    told = table(
        ["pair", "sessions", "kept", "why"],
        [[IDS[0], "12", "90%", "no session for many days\nand an action"], [IDS[1], "0", "-", ""]],
        44,
    )

    assert told.splitlines() == [
        "atelier-summer-2027/maria-sibylla-merian",
        "  sessions 12, kept 90%",
        "  why: no session for many days",
        "    and an action",
        "atelier-2027/plato-aristotle",
        "  sessions 0, kept -",
    ]


def test_words_longer_than_the_terminal_are_left_whole() -> None:
    assert table(["pair", "to"], [[IDS[0], IDS[1]]], 20).splitlines() == [
        IDS[0],
        "  to:",
        f"    {IDS[1]}",
    ]


def test_table_without_rows_is_its_header() -> None:
    assert table(["pair", "why"], [], 80).splitlines()[0] == "pair   why"


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), st.integers(50, 130))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(
    rows: list[tuple[str, str, str]], width: int
) -> None:
    told = table(["one", "two", "three"], rows, width)

    assert max(map(len, told.splitlines())) <= width
    assert {word for row in rows for cell in row for word in cell.split()} <= set(
        told.replace(":", " ").split()
    ), told


def test_text_that_would_be_squeezed_stands_below_its_row() -> None:
    rows = [["a-long-name-of-a-pair", "a sentence that is long enough to be wrapped"]]

    squeezed = table(["pair", "why"], rows, 40)
    below = table(["pair", "why"], rows, 40, readable=20)

    assert squeezed.startswith("pair ")
    assert below == (
        "a-long-name-of-a-pair\n  why: a sentence that is long enough to\n    be wrapped\n"
    )
