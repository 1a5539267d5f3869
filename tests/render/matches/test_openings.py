import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.recruit import Opening
from telemaco.records.base import Language, PersonId, SkillId
from telemaco.render.matches.names import Names
from telemaco.render.matches.openings import place_of, worth


@pytest.mark.parametrize(
    ("opening", "where", "points"),
    [
        (
            Opening(PersonId("max"), (), None, None, 1, 0),
            "one more place with Max",
            0,
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
            "a new mentor for Organ, lute or viol who speaks Italian, in the time zone of New York",
            12.3,
        ),
    ],
)
def test_opening_says_where_and_what_it_is_worth(
    opening: Opening, where: str, points: float
) -> None:
    names = Names({PersonId("max"): "Max"}, {SkillId("organ"): "Organ"})

    said = Catalog("en").text(place_of(opening, names))

    assert (said, worth(opening)) == (where, points)
