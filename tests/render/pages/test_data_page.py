from telemaco.progress.standing import Standing
from telemaco.render.open_data.tables import OpenTable, open_tables
from telemaco.render.pages.data_page import data_page
from telemaco.render.pages.edition import Edition
from tests.render.pages.workshop import edition


def _tables_of(made: Edition) -> tuple[OpenTable, ...]:
    return open_tables(made.community, made.today, Standing(made.progress, made.counted))


def test_every_column_of_every_table_is_explained() -> None:
    made = edition()

    tables = _tables_of(made)

    body = data_page(made, tables).body

    for table in tables:
        assert f'href="../data/{table.name}.csv"' in body
        assert f'href="../data/{table.name}.json"' in body
        for column in table.columns:
            assert f"<code>{column.name}</code>" in body
            assert made.words(column.description).replace("'", "&#39;") in body


def test_every_language_leads_to_the_same_files() -> None:
    made = edition(language="it")

    body = data_page(made, _tables_of(made)).body

    assert 'href="../../data/people.csv"' in body


def test_a_table_has_a_title_in_the_language_of_the_page_beside_the_name_of_its_file() -> None:
    made = edition(language="it")

    body = data_page(made, _tables_of(made)).body

    assert '<h2 id="people">Persone <code>people</code></h2>' in body
    assert '<h2 id="skills">Competenze <code>skills</code></h2>' in body
