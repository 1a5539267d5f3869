from collections.abc import Sequence

from telemaco.messages import Message
from telemaco.progress.outcomes.criteria import ALIKE, NO_RECEIPTS
from telemaco.progress.outcomes.values import Criterion
from tests.progress.outcomes.circle import DONE, GOES_ON, LEFT, Two, circle, found

_MATCH = "match: {receipt: 2026-12-20, score: 80}\n"


def _criteria(
    pairs: Sequence[tuple[Two, int]], criteria: Sequence[str] = ("skills",)
) -> tuple[Criterion, ...] | Message:
    """What is found for pairs with the value that every criterion has for them."""
    rows = "".join(
        f"- pair: pair-{number}\n  members: [circle-m{number}, circle-e{number}]\n  score: 80\n"
        + ("  shares:\n" if criteria else "")
        + "".join(
            f"  - {{criterion: {name}, weight: 1, value: {value}, points: 1}}\n"
            for name in criteria
        )
        for number, (_pair, value) in enumerate(pairs)
    )
    receipt = f"'on': 2026-12-20\nversion: '1'\nseed: s\ndigest: {'0' * 64}\npairs:\n{rows}"
    matched = [Two(pair.facts + _MATCH) for pair, _value in pairs]
    more = {"pairs/circle/matches/2026-12-20.yaml": receipt}
    return found(circle(*matched, more=more)).criteria


def _only(criteria: tuple[Criterion, ...] | Message) -> Criterion:
    assert not isinstance(criteria, Message)
    (one,) = criteria
    return one


def test_the_better_half_is_compared_with_the_other() -> None:
    pairs = [(DONE, 900)] * 14 + [(LEFT, 900)] + [(DONE, 100)] * 5 + [(LEFT, 100)] * 10

    skills = _only(_criteria(pairs))

    assert (skills.criterion, skills.pairs) == ("skills", 30)
    assert skills.points == (60, 26, 79)


def test_more_criteria_widen_each_interval() -> None:
    pairs = [(DONE, 900)] * 14 + [(LEFT, 900)] + [(DONE, 100)] * 5 + [(LEFT, 100)] * 10

    found_ones = _criteria(pairs, ("skills", "goals", "languages"))

    assert not isinstance(found_ones, Message)
    assert [one.points for one in found_ones] == [(60, 18, 81)] * 3


def test_few_pairs_are_too_few() -> None:
    skills = _only(_criteria([(DONE, 900)] * 9 + [(LEFT, 100)] * 10))

    assert str(skills.points) == "19 are too few; at least 20 are needed"


def test_pairs_that_are_alike_cannot_be_told_apart() -> None:
    skills = _only(_criteria([(DONE, 500)] * 20 + [(LEFT, 500)] * 10))

    assert skills.points == ALIKE


def test_pairs_without_receipt_say_nothing() -> None:
    lost = Two(DONE.facts + _MATCH)

    assert found(circle(DONE, lost, GOES_ON)).criteria == NO_RECEIPTS
    assert _criteria([(GOES_ON, 500)]) == NO_RECEIPTS
    assert _criteria([(DONE, 500)], ()) == NO_RECEIPTS
