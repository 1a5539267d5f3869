from dataclasses import replace

from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.records.program import Role
from telemaco.render.imports.proposal import Joined, as_mapping
from telemaco.render.imports.report import as_text, closing
from telemaco.tables.columns import Table, table
from telemaco.tables.fields import field_of
from telemaco.tables.outcome import Import, Outcome, RefusedCell
from telemaco.tables.people import Problem
from telemaco.tables.reading import Row

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


def test_rows_with_one_end_of_hours_are_told_once() -> None:
    told = closing(replace(ROWS, open_hours=(2, 4)), Catalog("en"), applied=False, whole=False)

    assert 'Rows 2, 4 say only one end of some hours, as "after 18:00" does, or none' in told
    assert "begin at 7:00 and to end at 22:00" in told


def test_rows_with_a_clock_that_knows_no_summer_are_told_once() -> None:
    rows = tuple(range(2, 24))
    told = closing(replace(ROWS, fixed_zones=rows), Catalog("en"), applied=False, whole=False)

    assert "Rows 2, 3, 4, 5" in told
    assert "20, 21 ... give the time zone as a distance from UTC." in told


def test_refused_cells_are_lines_for_the_mapping() -> None:
    cells = (
        RefusedCell("When?", 'dopo "cena"', 2),
        RefusedCell("When?", "always", 1),
        *(RefusedCell("Years", f"x{n}", 1) for n in range(30)),
    )

    told = closing(replace(ROWS, cells=cells), Catalog("en"), applied=False, whole=False)
    whole = closing(replace(ROWS, cells=cells), Catalog("en"), applied=False, whole=True)

    assert (
        'cells:\n  "When?":\n    "dopo \\"cena\\"": # 2 rows\n    "always": # 1 row\n  "Years":\n'
        '    "x0": # 1 row\n'
    ) in told
    assert "  # and 12 more: --all\n" in told
    assert '    "x29": # 1 row\n' in whole


def proposal(*rows: str, joined: Joined = Joined()) -> list[str]:  # noqa: B008 (it is frozen)
    cells = [Row(n, tuple(row.split("|"))) for n, row in enumerate(rows, 1)]
    found = table(cells, lambda title: field_of(title) is not None)
    assert isinstance(found, Table)
    return as_mapping(found, "form", joined, Catalog("en")).splitlines()


def test_name_alone_is_published_when_there_is_nothing_else() -> None:
    lines = proposal("Name|May we publish it?", "Ada|Yes")

    assert "  publish: [name] # what the question asks about" in lines


def test_answers_about_consent_that_are_in_doubt_are_shown_as_comments() -> None:
    lines = proposal("Name|May we publish it?", "Ada|Yes", "Bob|::error:: Show me", "Eve|No", "Zoe")

    assert lines[-4:-2] == [
        "  yes: [] # which answers mean yes, apart from the word; those in doubt are:",
        '  #  ": :error: : Show me"',
    ]


def test_several_columns_that_ask_for_consent_are_left_to_decide() -> None:
    lines = proposal("Name|May we publish your name?|May we publish the rest?", "Ada|Yes|No")

    assert (
        "# Several columns ask what may be published. Write consent beside one of them, and list "
        "what it covers as consent.publish."
    ) in lines
    assert not [line for line in lines if line.startswith("consent:")]


def test_role_and_program_that_are_known_stand_in_the_mapping() -> None:
    lines = proposal("Name", "Ada", joined=Joined("circle", Role.PEER))

    assert "program: circle" in lines
    assert "role: peer # where no column says it" in lines


def test_role_that_nobody_knows_is_left_to_say_with_all_that_there_are() -> None:
    assert "# role: mentee # or mentor, or peer in a circle, where no column says it" in proposal(
        "Name", "Ada"
    )
