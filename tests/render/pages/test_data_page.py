from telemaco.render.open_data.tables import open_tables
from telemaco.render.pages.data_page import data_page
from tests.render.pages.workshop import edition


def test_every_column_of_every_table_is_explained() -> None:
    made = edition()

    body = data_page(made).body

    for table in open_tables(made.community, made.today):
        assert f'href="../data/{table.name}.csv"' in body
        assert f'href="../data/{table.name}.json"' in body
        for column in table.columns:
            assert f"<code>{column.name}</code>" in body
            assert made.words(column.description).replace("'", "&#39;") in body


def test_every_language_leads_to_the_same_files() -> None:
    assert 'href="../../data/people.csv"' in data_page(edition(language="it")).body
