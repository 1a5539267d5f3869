from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from telemaco.adapters.github.answers import UnreadableError, comment, issue, permission
from telemaco.adapters.github.transport import JSON

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
MOMENT = "2027-03-01T06:17:00Z"
ISSUE: dict[str, JSON] = {
    "number": 7,
    "title": "How did it go?",
    "body": "Tell us.",
    "labels": [{"name": "check-in"}],
    "assignees": [{"login": "leonardo"}],
    "state": "open",
    "state_reason": None,
    "created_at": MOMENT,
    "updated_at": MOMENT,
    "closed_at": None,
    "user": {"login": "github-actions[bot]"},
}
COMMENT: dict[str, JSON] = {
    "id": 9,
    "body": "/snooze 2w",
    "issue_url": "https://api.github.com/repos/atelier/workshop/issues/7",
    "user": {"login": "leonardo"},
    "author_association": "NONE",
    "created_at": MOMENT,
    "updated_at": MOMENT,
}


def is_ours(author: str) -> bool:
    return author == "github-actions[bot]"


@given(field=st.sampled_from([*ISSUE, "pull_request"]), value=VALUES)
def test_any_field_of_an_issue_may_be_anything(field: str, value: JSON) -> None:
    with suppress(UnreadableError):
        found = issue({**ISSUE, field: value}, is_ours)

        assert found is None or (found.created_at.tzinfo is not None and found.state)


@given(field=st.sampled_from([*COMMENT]), value=VALUES)
def test_any_field_of_a_comment_may_be_anything(field: str, value: JSON) -> None:
    with suppress(UnreadableError):
        assert comment({**COMMENT, field: value}, is_ours).issue >= 0


@given(VALUES)
def test_any_answer_is_read_or_refused(value: JSON) -> None:
    for reading in (
        lambda raw: issue(raw, is_ours),
        lambda raw: comment(raw, is_ours),
        permission,
    ):
        with suppress(UnreadableError):
            reading(value)


def test_good_answers_are_read() -> None:
    assert issue(ISSUE, is_ours)
    assert comment(COMMENT, is_ours).issue == 7
    assert permission({"permission": "admin"}) == "admin"
