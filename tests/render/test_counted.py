from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.records.survey import Results
from telemaco.render.counted import counted_as_text
from telemaco.tables.counted import Counted, CountedTable
from telemaco.tables.problem import Problem
from telemaco.tables.survey_answers import Reading


def test_of_many_columns_with_one_problem_the_first_are_named() -> None:
    problems = tuple(Problem(title, msg("empty")) for title in "ABCDE")
    table = CountedTable("answers.csv", (Reading(2, None, problems),), ())
    found = Counted((table,), {}, Results(groups=()), "results.yaml", None)

    said = counted_as_text(found, Catalog("en"))

    assert said == 'answers.csv: row 2: refused: columns "A", "B", "C" and 2 more: empty\n'
