from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.render.decisions import as_text, closing

ENGLISH = Catalog("en")


def test_what_changes_and_what_stays_are_two_tables() -> None:
    told = as_text(
        [("ada", msg("proposed -> confirmed"), None)],
        [("mary", msg("has not begun"))],
        ENGLISH,
        80,
    )

    assert [line for line in told.splitlines() if line and "\u2500" not in line] == [
        "What changes",
        "who   change",
        "ada   proposed -> confirmed",
        "What stays as it is",
        "who    why",
        "mary   has not begun",
    ]


def test_skills_have_a_column_if_there_are_any() -> None:
    told = as_text(
        [("ada", msg("has not begun"), msg("algebra")), ("eve", msg("x"), None)], [], ENGLISH, 80
    )

    assert "who   change          skills" in told
    assert as_text([], [], ENGLISH, 80) == "Nothing changes.\n"


def test_closing_says_what_was_written() -> None:
    assert closing(0, ENGLISH, applied=False) == "There is nothing to write."
    assert closing(2, ENGLISH, applied=True) == "Wrote 2 files."
    assert closing(1, ENGLISH, applied=False).startswith("1 file would be written.")
