from dataclasses import replace
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.records.program import Role
from telemaco.render.imports.proposal import Joined, as_mapping
from telemaco.render.imports.report import as_text, closing
from telemaco.tables.columns import Table, table
from telemaco.tables.fields import field_of
from telemaco.tables.outcome import DayInDoubt, GuessedSkill, Import, Notes, Outcome, RefusedCell
from telemaco.tables.problem import Problem
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
    told = closing(
        replace(ROWS, notes=Notes(open_hours=(2, 4))), Catalog("en"), applied=False, whole=False
    )

    assert 'Rows 2, 4 say only one end of some hours, as "after 18:00" does, or none' in told
    assert "begin at 7:00 and to end at 22:00" in told


def test_rows_with_a_clock_that_knows_no_summer_are_told_once() -> None:
    rows = tuple(range(2, 24))
    told = closing(
        replace(ROWS, notes=Notes(fixed_zones=rows)), Catalog("en"), applied=False, whole=False
    )

    assert "Rows 2, 3, 4, 5" in told
    assert "20, 21 ... give the time zone as a distance from UTC." in told


def test_guesses_at_misspelt_skills_are_told_with_their_rows() -> None:
    some = (GuessedSkill("writng", 2, ("writing",)), GuessedSkill("x", 1, ("a", "b")))
    many = (*some, *(GuessedSkill(f"y{n}", 1, ("a",)) for n in range(30)))

    def told(guessed: tuple[GuessedSkill, ...]) -> str:
        found = replace(ROWS, guessed=guessed)
        return closing(found, Catalog("en"), applied=False, whole=False)

    assert (
        "Read as misspelt; if one is wrong, say under skills: in the mapping what it is:\n"
        '  "writng" -> writing (2 rows)\n'
        '  "x" -> a, b (1 row)\n'
    ) in told(some)
    assert "more: --all" not in told(some)
    assert "more: --all" in told(many)


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


def test_columns_that_the_mapping_explains_have_a_word_beside_them() -> None:
    lines = proposal(
        "Name|I'd like to be|Skills|I am 18 or older|Date of birth|Notes",
        "Ada|Mentor|Maths|yes|a while ago|x",
        "Eve|Mentee|Maths|yes|a while ago|x",
    )

    assert '  "I\'d like to be": role # as its cells say' in lines
    assert (
        '  "Skills": skills # what mentors offer and mentees seek, by the role of each row'
    ) in lines
    assert '  # "I am 18 or older": never stored, as no ages are; see required: below' in lines
    assert (
        '  # "Date of birth": never stored: ages and dates of birth. Take out the rows of those '
        "who may not take part"
    ) in lines
    assert '  # "Notes": not read' in lines
    assert ('required: ["I am 18 or older"] # a row that does not say yes here is refused') in lines


def dates(*cells: str) -> list[str]:
    lines = proposal("Timestamp|Name", *(f"{cell}|Ada" for cell in cells))
    return [line for line in lines if "dates:" in line]


def test_order_of_dates_is_proposed_by_all_of_them() -> None:
    assert dates("1/2/2027", "2/13/2027") == ['dates: month-first # as "2/13/2027" says']
    assert dates("1/2/2027", "13/2/2027") == ['dates: day-first # as "13/2/2027" says']
    assert dates("1/2/2027") == [
        (
            'dates: day-first # check it, as no date tells: "1/2/2027" is 1 February 2027. If it '
            "is "
            "not, write month-first"
        )
    ]
    assert dates("2/13/2027", "13/2/2027") == [
        (
            '# dates: day-first # or month-first: "13/2/2027" has the day first, "2/13/2027" the '
            "month. Choose one, and correct the others"
        )
    ]
    assert dates("2027-02-01", "1.2.2027") == []


def test_what_to_look_at_is_told_with_its_rows() -> None:
    doubt = DayInDoubt("1/2/2027", date(2027, 2, 1), "day-first")
    notes = Notes(offers_nothing=(2,), seeks_nothing=(3, 4), skills_twice=(5,))

    told = closing(
        replace(ROWS, day_in_doubt=doubt, notes=notes), Catalog("en"), applied=False, whole=False
    )

    assert told.splitlines()[1:5] == [
        (
            "No date of the table tells which number is the month. The mapping says dates: "
            "day-first, "
            'so "1/2/2027" was read as 1 February 2027.'
        ),
        (
            "1 mentor names no skill of program/skills.yaml to offer, and matching goes by them: "
            "row 2."
        ),
        (
            "2 mentees name no skill of program/skills.yaml to learn, and matching goes by them: "
            "rows 3, 4."
        ),
        (
            "Row 5 joins as a peer, so its skills count as offered and as sought. Take out of the "
            "file what is only one of them."
        ),
    ]
