"""What notes have to do with secrets is told by a word, which differs before a secret does."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.model.community import Community
from telemaco.render.leak_notes import Doubtful, doubtful, told_by_notes, told_by_notes_of
from telemaco.render.leak_packing import (
    packed_doubts,
    packed_secrets,
    unpacked_doubts,
    unpacked_secrets,
)
from telemaco.render.leak_texts import hidden_texts
from telemaco.render.leaks import secrets_of
from tests.render.pages.workshop import NOTE, PUPIL, WORKSHOP, edition

SILENT = NOTE.replace("03-01", "03-08")
HIDDEN = """\
        ---
        status: held
        minutes: 60
        visibility: counts
        ---
        {text}
        """
PIECES = (
    "Anchiano",
    "The wings are too heavy.",
    "He paints with the left hand.",
    "Venice, New York",
    "We looked at drapery.",
    "Leonardo da Vinci",
)
HEADLINE = WORKSHOP[PUPIL].replace(
    "location: Anchiano", "location: Anchiano\n        headline: He paints with the left hand."
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=3).map("\n\n        ".join)


def _community(public: str, hidden: str) -> Community:
    files: Mapping[str, str] = {
        PUPIL: HEADLINE,
        NOTE: WORKSHOP[NOTE].replace("# Goal", f"# Goal\n\n        {public}"),
        SILENT: HIDDEN.format(text=hidden),
    }
    return edition(files).community


def _told(community: Community, in_doubt: Doubtful) -> Mapping[str, str]:
    return told_by_notes(community, hidden_texts(community), in_doubt)


@settings(max_examples=150, deadline=None)
@given(st.tuples(TEXTS, TEXTS), st.tuples(TEXTS, TEXTS))
def test_where_notes_tell_the_same_the_secrets_are_the_same(
    before: tuple[str, str], after: tuple[str, str]
) -> None:
    first, second = _community(*before), _community(*after)
    in_doubt = doubtful(hidden_texts(first))

    if _told(first, in_doubt) == _told(second, in_doubt):
        assert secrets_of(first) == secrets_of(second)


def test_the_words_of_one_pair_are_those_among_all() -> None:
    community = _community("Anchiano", "The wings are too heavy.")
    in_doubt = doubtful(hidden_texts(community))

    told = _told(community, in_doubt)

    assert told == {
        str(pair): told_by_notes_of(community, pair, in_doubt) for pair in community.sessions
    }
    assert any("Anchiano" in one and "wings" in one for one in told.values())


def test_a_text_that_decides_nothing_is_not_told() -> None:
    texts = [*hidden_texts(_community("", "The wings are too heavy."))]

    assert doubtful(texts).words.all == {"Anchiano"}
    assert _told(_community("A horse.", ""), doubtful(texts)) == _told(
        _community("An angel.", ""), doubtful(texts)
    )


def test_what_was_packed_is_the_same_again() -> None:
    community = edition({PUPIL: HEADLINE.replace("[name, seeks, pairs]", "[name]")}).community
    secrets, in_doubt = secrets_of(community), doubtful(hidden_texts(community))
    assert secrets.by_word
    assert secrets.in_folder

    assert unpacked_secrets(packed_secrets(secrets)) == secrets
    assert unpacked_doubts(packed_doubts(in_doubt)) == in_doubt
