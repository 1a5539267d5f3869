from telemaco.render.open_data.tables import open_tables
from telemaco.render.pages.data_page import data_page
from tests.render.pages.workshop import edition


def test_every_column_of_every_table_is_explained() -> None:
    made = edition()

    tables = open_tables(made.community, made.today)

    body = data_page(made, tables).body

    for table in tables:
        assert f'href="../data/{table.name}.csv"' in body
        assert f'href="../data/{table.name}.json"' in body
        for column in table.columns:
            assert f"<code>{column.name}</code>" in body
            assert made.words(column.description).replace("'", "&#39;") in body


def test_every_language_leads_to_the_same_files() -> None:
    made = edition(language="it")

    body = data_page(made, open_tables(made.community, made.today)).body

    assert 'href="../../data/people.csv"' in body


def test_a_table_has_a_title_in_the_language_of_the_page_beside_the_name_of_its_file() -> None:
    made = edition(language="it")

    body = data_page(made, open_tables(made.community, made.today)).body

    assert '<h2 id="people">Persone <code>people</code></h2>' in body
    assert '<h2 id="skills">Competenze <code>skills</code></h2>' in body
