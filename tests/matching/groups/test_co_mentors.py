from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from telemaco.matching.groups.co_mentors import with_co_mentors
from telemaco.matching.groups.company import Company, company_of
from telemaco.matching.groups.forming import form_groups
from telemaco.matching.groups.proposals import group_proposals
from telemaco.matching.participants import Participant
from tests.matching.groups.companies import group_table
from tests.matching.people import participant

NOTHING: Mapping[str, Any] = {}
ORGAN = {"seeks": [{"skill": "organ"}]}
MONDAY = {"availability": [{"days": ["mon"], "from": "18:00", "to": "20:00"}]}
TUESDAY = {"availability": [{"days": ["tue"], "from": "18:00", "to": "20:00"}]}


def _mentor(
    name: str, skill: str, room: int = 4, values: Mapping[str, Any] = NOTHING
) -> Participant:
    offers = [{"skill": skill, "level": "expert"}]
    return participant(name, {"offers": offers, **values}, role="mentor", room=room)


def _company(*mentors: Participant, most: int = 1, mentees: int = 3) -> Company:
    people = [participant(f"mentee-{at}", {**ORGAN, **MONDAY}) for at in range(mentees)]
    capacity = {"group_minimum": 2, "group_maximum": 4, "co_mentors": most}
    return company_of(group_table(people, mentors, capacity=capacity), None)


def test_spare_mentor_helps_and_whoever_fits_best_leads() -> None:
    company = _company(_mentor("a", "fugue", values=MONDAY), _mentor("b", "organ", values=MONDAY))

    assert with_co_mentors(company, {0: [0, 1, 2]}) == {0: (1, 0)}
    assert with_co_mentors(company, {1: [0, 1, 2]}) == {1: (1, 0)}


@pytest.mark.parametrize(("most", "leaders"), [(0, (0,)), (1, (0, 1)), (3, (0, 1, 2))])
def test_program_says_how_many_may_help(most: int, leaders: tuple[int, ...]) -> None:
    mentors = (_mentor("a", "organ"), _mentor("b", "fugue"), _mentor("c", "singing"))

    assert with_co_mentors(_company(*mentors, most=most), {0: [0, 1]}) == {0: leaders}


def test_who_shares_no_hour_or_has_no_room_or_is_ruled_out_does_not_help() -> None:
    company = _company(
        _mentor("a", "organ", values=MONDAY),
        _mentor("b", "organ", values=TUESDAY),
        _mentor("c", "organ", room=2),
        _mentor("d", "organ", values={"excludes": ["a"]}),
        _mentor("e", "organ", values={"excludes": ["mentee-1"]}),
        most=3,
    )

    assert with_co_mentors(company, {0: [0, 1, 2]}) == {0: (0,)}


def test_who_comes_first_helps_before_who_fits_better() -> None:
    fugue = {"offers": [{"skill": "fugue"}]}
    first = participant("c", fugue, role="mentor", room=4, comes_first=True)
    company = _company(_mentor("a", "organ"), _mentor("b", "organ"), first)

    assert with_co_mentors(company, {0: [0, 1, 2]}) == {0: (0, 2)}


def test_group_that_is_formed_is_led_by_who_fits_best() -> None:
    mentors = [_mentor("a", "fugue", values=MONDAY), _mentor("b", "organ", values=MONDAY)]
    company = _company(*mentors)

    formed = form_groups(company.table, None, "seed")

    assert formed.groups == {1: [0, 1, 2]}
    assert formed.leaders == {1: (1, 0)}


def test_co_mentor_is_no_other_mentor_for_the_mentees_of_the_group() -> None:
    people = [
        participant(f"mentee-{at}", {"seeks": [{"skill": skill}], **MONDAY})
        for at, skill in enumerate(("organ", "organ", "fugue"))
    ]
    mentors = [_mentor("a", "fugue", values=MONDAY), _mentor("b", "organ", values=MONDAY)]
    capacity = {"group_minimum": 2, "group_maximum": 4, "co_mentors": 1}
    table = group_table(people, mentors, capacity=capacity)

    formed = form_groups(table, None, "seed")
    (proposal,) = group_proposals(table, formed, date(2027, 1, 4))

    assert formed.leaders == {1: (1, 0)}
    assert formed.choice.blocking.tolist() == []
    assert [link.runners_up for link in proposal.links] == [(), (), ()]


def test_without_a_group_nobody_helps() -> None:
    assert with_co_mentors(_company(_mentor("a", "organ")), {}) == {}
