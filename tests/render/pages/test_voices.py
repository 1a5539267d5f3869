import pytest

from telemaco.render.pages.notes import latest_notes
from telemaco.render.pages.voices import voices
from tests.render.pages.workshop import PAIR, PROGRAM, PUPIL, WORKSHOP, edition, without

CLOSED = WORKSHOP[PAIR].replace("status: active", "status: completed") + (
    "closing: {on: 2027-03-01, reflection: I laid **my brush** down.}\n"
)


def test_a_pair_that_ended_is_quoted_under_its_published_names() -> None:
    (voice,) = voices(edition({PAIR: CLOSED}), 3)

    assert voice.words == "I laid my brush down."
    assert voice.said_by == "Andrea del Verrocchio and Leonardo da Vinci"
    assert voice.page == "pairs/bottega/verrocchio-leonardo/"
    assert voice.program == "The workshop year"


def test_nobody_is_quoted_against_the_will_of_a_member() -> None:
    hidden = without(PUPIL, "[name, seeks, pairs]", "[name, seeks]")

    assert voices(edition({PAIR: CLOSED} | hidden), 3) == []


def test_a_name_that_is_not_published_is_not_told() -> None:
    unnamed = without(PUPIL, "[name, seeks, pairs]", "[seeks, pairs]")

    (voice,) = voices(edition({PAIR: CLOSED} | unnamed), 3)

    assert voice.said_by == "Andrea del Verrocchio and a participant"


def test_only_the_words_of_completed_pairs_are_quoted_from_the_day_on() -> None:
    for changed in (
        CLOSED.replace("status: completed", "status: ended-early"),
        CLOSED.replace("2027-03-01", "2027-03-16"),
        CLOSED.replace(", reflection: I laid **my brush** down.", ""),
    ):
        assert voices(edition({PAIR: changed}), 3) == []


def test_the_latest_come_first_and_no_more_than_wanted() -> None:
    many = {
        f"pairs/bottega/p{n}/pair.yaml": CLOSED.replace("2027-03-01", f"2027-02-0{n}")
        .replace("brush", f"brush {n}") for n in (1, 2, 3)
    }  # fmt: skip

    assert [voice.words for voice in voices(edition(many), 2)] == [
        "I laid my brush 3 down.", "I laid my brush 2 down."
    ]  # fmt: skip


def test_nothing_is_quoted_from_a_draft_which_has_no_pages() -> None:
    draft = without(PROGRAM, "status: running", "status: draft")

    assert voices(edition({PAIR: CLOSED} | draft), 3) == []
    assert latest_notes(edition(draft), 3) == []


def _asked(survey: str, question: str) -> dict[str, str]:
    """The program with a survey, and an answer to one of its questions."""
    evaluation = f"evaluation: [{{survey: {survey}, at: {survey}}}]\n        eligibility:"
    quotes = f"quotes: {{{question}: [I draw every day.]}}"
    path = f"pairs/bottega/surveys/{survey}.yaml"
    counts = f"groups:\n- {{role: mentee, answers: 8, items: {{}}, {quotes}}}\n"
    return {**without(PROGRAM, "eligibility:", evaluation), path: counts}


@pytest.mark.parametrize(
    ("survey", "question"),
    [("start", "worthwhile"), ("midpoint", "change"), ("midpoint", "keep"), ("end", "change")],
)
def test_what_was_answered_before_or_to_another_question_is_not_quoted(
    survey: str, question: str
) -> None:
    assert voices(edition(_asked(survey, question)), 3) == []


def test_an_answer_that_may_be_quoted_is_quoted_without_a_name() -> None:
    asked = without(
        PROGRAM, "eligibility:", "evaluation: [{survey: end, at: end}]\n        eligibility:"
    )
    results = {
        "pairs/bottega/surveys/end.yaml": (
            "groups:\n- {role: mentee, answers: 8, items: {}, "
            "quotes: {best: [I draw every day.]}}\n"
        )
    }

    (voice,) = voices(edition(asked | results), 3)

    assert (voice.words, voice.said_by) == ("I draw every day.", "Mentee")
    assert (voice.page, voice.program) == ("programs/bottega/", "The workshop year")
    assert [one.words for one in voices(edition({PAIR: CLOSED} | asked | results), 1)] == [
        "I laid my brush down."
    ]
