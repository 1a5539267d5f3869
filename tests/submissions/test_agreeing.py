from collections.abc import Mapping

import pytest

from telemaco.forms.agreeing import accept_the_agreement
from tests.submissions.workshop import FILES, PAIR, after, said, sent, told

Given = Mapping[str, str | tuple[str, ...]]

YES: Given = {
    "pair": "workshop/verrocchio-leonardo",
    "answer": "yes",
    "consent": ("public",),
}
OWN = {
    "program/agendas/agreement-informal.en.md": "---\ntitle: Ours\nversion: v2\n---\n- We meet.\n"
}


def _pair(agreement: str) -> Mapping[str, str]:
    return {PAIR: FILES[PAIR].rstrip("\n") + "\n" + agreement}


def _added(files: Mapping[str, bytes]) -> str:
    return files[PAIR].decode().removeprefix(FILES[PAIR].rstrip("\n") + "\n")


def test_member_accepts_for_themselves_alone() -> None:
    found = sent(accept_the_agreement, YES, "leo-from-vinci")

    assert _added(found.files) == (
        "agreement:\n  version: '1'\n  accepted:\n    leonardo: 2027-02-17\n"
    )
    assert said(found.title) == "workshop/verrocchio-leonardo: leonardo accepts the agreement"
    assert found.tell == ("verrocchio",)
    after(found)


def test_second_member_is_written_beside_the_first() -> None:
    first = _pair("agreement:\n  version: '1' # the first\n  accepted: {leonardo: 2027-02-01}\n")

    found = sent(accept_the_agreement, YES, "verrocchio", first)

    assert "accepted: {leonardo: 2027-02-01, verrocchio: 2027-02-17}" in _added(found.files)
    assert "version: '1' # the first" in _added(found.files)
    after(found, first)


def test_version_that_was_accepted_is_written_where_it_is_not_the_pairs() -> None:
    changes = {**OWN, **_pair("agreement: {version: '1', accepted: {leonardo: 2027-02-01}}\n")}

    found = sent(accept_the_agreement, YES, "leo-from-vinci", changes)

    assert "leonardo: 2027-02-17" in _added(found.files)
    assert "versions: {leonardo: v2}" in _added(found.files)
    after(found, changes)


def test_who_is_named_in_no_entry_or_belongs_to_another_pair_is_refused() -> None:
    assert not sent(accept_the_agreement, YES, "stranger").files
    assert not sent(accept_the_agreement, YES, "sandro").files


def test_who_has_accepted_already_is_told_so_unless_they_name_a_day() -> None:
    given = _pair("agreement: {version: '1', accepted: {leonardo: 2027-02-01}}\n")

    again = sent(accept_the_agreement, YES, "leo-from-vinci", given)
    review = sent(accept_the_agreement, {**YES, "review": "2027-05-01"}, "leo-from-vinci", given)

    assert "you have accepted it already" in told(again.problems[0])
    assert "review_on: 2027-05-01" in _added(review.files)
    assert "accepted: {leonardo: 2027-02-01}" in _added(review.files)


@pytest.mark.parametrize("review", ["soon", "2027-02-17"])
def test_review_is_a_day_to_come(review: str) -> None:
    found = sent(accept_the_agreement, {**YES, "review": review}, "leo-from-vinci")

    assert found.problems
    assert not found.files


def test_who_wants_another_agreement_is_told_to_the_coordinators() -> None:
    found = sent(accept_the_agreement, {**YES, "answer": "no"}, "leo-from-vinci")

    assert not found.files
    (step,) = found.to_do
    assert said(step).startswith("leonardo does not accept the agreement of workshop/verrocchio-")


def test_agreement_of_a_pair_that_is_over_stays() -> None:
    over = {PAIR: FILES[PAIR].replace("status: active", "status: completed\nend: 2027-02-01")}

    found = sent(accept_the_agreement, YES, "leo-from-vinci", over)

    assert not found.files
    assert "it is over" in told(found.problems[0])
