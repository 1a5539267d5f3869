from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.render.imports.report import as_text, closing
from telemaco.tables.outcome import Import, Outcome
from telemaco.tables.people import Problem

ROWS = Import(
    (
        Outcome(2, "refused", problems=(Problem("", msg("it has no name")),)),
        Outcome(3, "refused", problems=(Problem("Bio\n::error::", msg("it has no name")),)),
        Outcome(4, "unchanged", "ada"),
    ),
    unknown=(),
    has_consent=True,
    files={},
)


def test_row_and_column_are_named_and_nothing_is_a_command_to_a_log() -> None:
    assert as_text(ROWS, Catalog("en"), whole=False) == (
        "row 2: refused\n  it has no name\nrow 3: refused\n"
        "  column Bio\\n: :error: :: it has no name\n"
    )


def test_counts_add_up() -> None:
    assert closing(ROWS, Catalog("en"), applied=False, whole=False) == (
        "3 rows (no change: 1, refused: 2).\nThere is nothing to write.\n"
    )
