import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.why import Contented, Cost, Moved, Why
from telemaco.messages import msg
from telemaco.records.base import PersonId
from telemaco.render.matches.names import Names
from telemaco.render.matches.why import why_as_text

NAMES = Names(
    {PersonId(name): name.title() for name in ("ada", "bo", "cy", "di", "ed", "max", "moe")}
)


def _moved(mentee: str, old: str | None, new: str | None, scores: tuple[int, int]) -> Moved:
    return Moved(
        PersonId(mentee), PersonId(old) if old else None, PersonId(new) if new else None, *scores
    )


OWN = _moved("ada", "moe", "max", (50_000, 80_000))
CHAIN = (
    _moved("bo", "max", "moe", (90_000, 60_000)),
    _moved("cy", None, "moe", (0, 70_000)),
    _moved("di", "moe", None, (40_400, 0)),
    _moved("ed", "moe", "max", (1, 2)),
)


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        (
            Why(OWN, msg("no common hour"), None, (), None),
            ["Ada and Max cannot be paired: no common hour"],
        ),
        (
            Why(_moved("ada", "max", "max", (1, 1)), None, Cost(0, 0), (), None),
            ["Ada and Max are paired in this matching."],
        ),
        (
            Why(OWN, None, Cost(0, 12_340), CHAIN, None),
            [
                "Ada and Max would score 80.",
                "Now Ada is with Moe, with 50.",
                "Bo would go to Moe: 60 instead of 90.",
                "Cy, who has no mentor, would go to Moe, at 70.",
                "Di, now at 40, would have no mentor.",
                "1 more would have to change.",
                "Together the program would lose 12.3 of the 100 points of a pair.",
            ],
        ),
        (
            Why(OWN, None, Cost(0, -300, first=1), (), None),
            [
                "Ada and Max would score 80.",
                "Now Ada is with Moe, with 50.",
                "1 person who comes first would have nobody.",
            ],
        ),
        (
            Why(_moved("ada", None, "max", (0, 30_000)), None, Cost(1, 5), (), 45_000),
            [
                "Ada and Max would score 30.",
                "Now Ada has no mentor.",
                (
                    "That is below 45, nine tenths of the best that can be reached for whoever "
                    "scores least. Nobody is to fall under it."
                ),
                "One more person would be left without a mentor.",
            ],
        ),
        (
            Why(OWN, None, None, (), None),
            [
                "Ada and Max would score 80.",
                "Now Ada is with Moe, with 50.",
                (
                    "There is no price for it: nobody could make room for the pair, or the groups "
                    "were settled first."
                ),
            ],
        ),
        (
            Why(
                OWN,
                contented=(
                    Contented(PersonId("ada"), PersonId("moe"), 50_000, "asked"),
                    Contented(PersonId("max"), PersonId("bo"), 90_000, "score"),
                    Contented(PersonId("max"), PersonId("cy"), 80_000, "draw"),
                ),
            ),
            [
                "Ada and Max would score 80.",
                "Now Ada is with Moe, with 50.",
                "Ada asked for Moe and would not give them up.",
                "Max has Bo, with 90, which is a better fit.",
                "Max has Cy, who fits as well; the draw decided.",
            ],
        ),
    ],
)
def test_answer_is_told_in_sentences(found: Why, lines: list[str]) -> None:
    assert why_as_text(found, NAMES, Catalog("en")).splitlines() == lines
