import pytest

from telemaco.model.pair_rules import (
    Compared,
    PairRule,
    Quantity,
    Reached,
    Shared,
    Unreadable,
    parse,
)

MINE = Quantity("mentee", "experience_years")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("must differ: location", Shared("location", agree=False)),
        ("  Must  AGREE :timezone ", Shared("timezone", agree=True)),
        ("must reach: target level", Reached()),
        (
            "mentee experience_years < mentor experience_years",
            Compared(MINE, "<", Quantity("mentor", "experience_years")),
        ),
        (
            "mentor experience_years>=mentee experience_years + 5",
            Compared(
                Quantity("mentor", "experience_years"),
                ">=",
                Quantity("mentee", "experience_years", 5),
            ),
        ),
        (
            "mentee structure != mentor structure - 2",
            Compared(Quantity("mentee", "structure"), "!=", Quantity("mentor", "structure", -2)),
        ),
        ("mentee experience_years <= 3", Compared(MINE, "<=", Quantity(None, "", 3))),
    ],
)
def test_rule_is_read(text: str, rule: PairRule) -> None:
    assert parse(text) == rule


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("must differ: locatoin", "locatoin", "location"),
        ("must agee: location", "must agee", "must agree"),
        ("must reach: the stars", "must reach", "must reach"),
        ("mentee hours_per_mont < 3", "hours_per_mont", "hours_per_month"),
        ("mentee structure < mento structure", "mento", "mentor"),
        ("mentees structure < 3", "mentees", "mentee"),
        ("mentee structure < mentor xyzzy", "xyzzy", None),
        ("mentee structure", "mentee structure", None),
        ("", "", None),
    ],
)
def test_rule_that_cannot_be_read_names_the_word_and_what_was_meant(
    text: str, word: str, meant: str | None
) -> None:
    rule = parse(text)

    assert isinstance(rule, Unreadable)
    assert (rule.word, rule.meant) == (word, meant)


@pytest.mark.parametrize(
    "text", ["must agree: pronouns", "mentee age < mentor age", "gender", "must differ: Religion"]
)
def test_no_rule_looks_at_who_somebody_is(text: str) -> None:
    rule = parse(text)

    assert isinstance(rule, Unreadable)
    assert rule.personal
