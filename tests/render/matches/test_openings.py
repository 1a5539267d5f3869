import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.recruit import Opening
from telemaco.records.base import Language, PersonId, SkillId
from telemaco.render.matches.names import Names
from telemaco.render.matches.openings import opening_sentence


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        (
            Opening(PersonId("max"), (), None, None, 1, -3),
            "one more place with Max: one more person would have a mentor",
        ),
        (
            Opening(
                None,
                (SkillId("organ"), SkillId("lute"), SkillId("viol")),
                Language("it"),
                "America/New_York",
                0,
                12_340,
            ),
            (
                "a new mentor for Organ, lute or viol who speaks Italian and lives near New York: "
                "worth 12.3 of the 100 points of a pair"
            ),
        ),
    ],
)
def test_opening_says_where_and_what_it_is_worth(opening: Opening, sentence: str) -> None:
    names = Names({PersonId("max"): "Max"}, {SkillId("organ"): "Organ"})

    said = Catalog("en").text(opening_sentence(opening, names))

    assert said == sentence
