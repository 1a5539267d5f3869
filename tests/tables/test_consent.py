import pytest

from telemaco.tables.consent import agrees


@pytest.mark.parametrize(
    "cell",
    ["Yes", "sì, acconsento", "TRUE", "x", "I agree", "\u2714", "Checked", "Yes, I consent."],
)
def test_consent_is_given(cell: str) -> None:
    assert agrees(cell) is True


@pytest.mark.parametrize(
    "cell",
    [
        "", " - ", "No", "no, grazie", "FALSE", "non acconsento", "0", "Please don't", "rather not",
        "Nein", "not on the site", "I disagree", "never", "I do not agree", "n/a",
    ],
)  # fmt: skip
def test_consent_is_not_given(cell: str) -> None:
    assert agrees(cell) is False


@pytest.mark.parametrize(
    "cell",
    [
        "Only to coordinators",
        "Yes, but not my name",
        "maybe",
        "1",
        "ask me",
        "none yet?!x",
        "\u2717",
    ],
)
def test_consent_is_in_doubt(cell: str) -> None:
    assert agrees(cell) is not True


def test_text_of_a_box_is_yes_if_the_mapping_says_so() -> None:
    assert agrees("Show me on the site.") is None
    assert agrees("Show me on the site.", ["show me on the site"]) is True
    assert agrees("Show me on the site, Send me news", ["show me on the site"]) is None
    assert agrees("\u263a", ["\u263a"]) is True
