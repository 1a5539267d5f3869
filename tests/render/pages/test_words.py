import pytest

from telemaco.adapters.translations import Catalog
from telemaco.records.program import Cadence
from telemaco.render.pages.words import rhythm


@pytest.mark.parametrize(
    ("every", "unit", "words"),
    [
        (1, "week", "every week"),
        (2, "week", "every 2 weeks"),
        (1, "month", "every month"),
        (3, "month", "every 3 months"),
    ],
)
def test_a_rhythm_is_said_in_words(every: int, unit: str, words: str) -> None:
    cadence = Cadence.model_validate({"every": every, "unit": unit})

    assert Catalog("en").text(rhythm(cadence)) == words
