import pytest

from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.review.own_matters import is_own_matter
from tests.review.atelier import atelier

BEFORE = atelier().people["leonardo"]  # type: ignore[index] # an id
PLACE = {"program": "atelier", "role": "mentee"}


def entry(*enrolments: dict[str, object], **changes: object) -> Person:
    places = tuple(Enrolment.model_validate({**PLACE, **one}) for one in enrolments)
    return BEFORE.model_copy(update={"enrolments": places, **changes})


@pytest.mark.parametrize("status", EnrolmentStatus)
def test_newcomer_may_apply_and_no_more(status: EnrolmentStatus) -> None:
    assert is_own_matter(BEFORE, entry({"status": status})) is (status is EnrolmentStatus.APPLIED)


@pytest.mark.parametrize("status", EnrolmentStatus)
def test_who_is_in_a_program_may_pause_and_withdraw(status: EnrolmentStatus) -> None:
    allowed = {EnrolmentStatus.MATCHED, EnrolmentStatus.PAUSED, EnrolmentStatus.WITHDRAWN}
    before = entry({"status": "matched"})

    found = is_own_matter(before, entry({"status": status, "capacity": 2}))

    assert found is (status in allowed or status is EnrolmentStatus.APPLIED)


def test_coming_first_is_not_for_them_to_say() -> None:
    before = entry({"status": "applied"})

    assert not is_own_matter(before, entry({"status": "applied", "comes_first": True}))
    assert not is_own_matter(BEFORE, entry({"status": "applied", "comes_first": True}))


def test_account_stays_and_its_letters_do_not_matter() -> None:
    assert is_own_matter(BEFORE, entry(github="LEONARDO"))
    assert not is_own_matter(BEFORE, entry(github="raphael"))
    assert not is_own_matter(BEFORE, entry(github=None))


def test_what_they_say_about_themselves_is_theirs() -> None:
    assert is_own_matter(BEFORE, entry(name="Leonardo da Vinci", location="Vinci"))
