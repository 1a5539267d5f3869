from datetime import date, timedelta

from telemaco.model.standing import takes_no_part
from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.render.pages.published import (
    name_in_pairs,
    publishes,
    tells_its_story,
    with_consents_of,
)
from tests.render.pages.workshop import PROGRAM, PUPIL, edition, without

LEONARDO = PersonId("leonardo")
PAIR_ID = PairId(ProgramId("bottega"), PairName("verrocchio-leonardo"))

_APPLICANT = """\
name: Salai
timezone: Europe/Rome
languages: {it: native}
enrolments: [{program: bottega, role: mentee, status: STATUS}]
consent: {text: v1, on: 2027-01-01, publish: [name]}
"""


def test_only_what_consent_names_is_published() -> None:
    workshop = edition().community

    assert publishes(workshop, LEONARDO, "name")
    assert not publishes(workshop, LEONARDO, "name", "location")


def test_nobody_unknown_publishes_anything() -> None:
    assert not publishes(edition().community, PersonId("salai"))


def test_a_pair_names_who_publishes_name_and_pairs() -> None:
    assert name_in_pairs(edition().community, LEONARDO) == "Leonardo da Vinci"


def test_a_pair_does_not_name_who_keeps_pairs_private() -> None:
    workshop = edition(without(PUPIL, "seeks, pairs", "seeks")).community

    assert name_in_pairs(workshop, LEONARDO) is None


def test_a_pair_tells_its_story_when_all_members_publish_it() -> None:
    workshop = edition().community

    assert tells_its_story(workshop, workshop.pairs[PAIR_ID])


def test_a_pair_keeps_its_story_when_one_member_does() -> None:
    workshop = edition(without(PUPIL, "seeks, pairs", "seeks")).community

    assert not tells_its_story(workshop, workshop.pairs[PAIR_ID])


def test_consent_holds_from_its_day_on() -> None:
    workshop = edition().community
    agreed = workshop.people[LEONARDO].consent.on

    assert with_consents_of(workshop, agreed) is workshop
    before = with_consents_of(workshop, agreed - timedelta(days=1))
    assert not publishes(before, LEONARDO, "name")
    assert before.people.keys() == workshop.people.keys()


def test_who_was_declined_and_takes_no_part_publishes_nothing() -> None:
    declined = edition(
        {
            "program/people/salai.yaml": _APPLICANT.replace("STATUS", "declined"),
            "program/people/melzi.yaml": _APPLICANT.replace("STATUS", "withdrawn"),
            "program/people/boltraffio.yaml": _APPLICANT.replace("STATUS", "applied"),
            "program/people/dario.yaml": _APPLICANT.replace("[{program", "[]").split("[]")[0]
            + "[]\nconsent: {text: v1, on: 2027-01-01, publish: [name]}\n",
            **without(PUPIL, "status: matched", "status: withdrawn"),
        }
    ).community

    found = with_consents_of(declined, date(2027, 3, 15))

    told = {name for name in found.people if publishes(found, name, "name")}
    assert told == {"cosimo", "verrocchio", "leonardo", "boltraffio", "dario"}


def test_who_coordinates_stays_when_they_are_declined() -> None:
    changes = {"program/people/salai.yaml": _APPLICANT.replace("STATUS", "declined")}
    of_program = without(PROGRAM, "style: ", "coordinators: [salai]\n        style: ")
    proposed = {
        "pairs/bottega/salai/pair.yaml": "members: [{person: verrocchio, role: mentor}, "
        "{person: salai, role: mentee}]\nstatus: proposed\nstart: 2027-03-01\n"
    }

    assert not takes_no_part(edition(changes | of_program).community, PersonId("salai"))
    assert takes_no_part(edition(changes | proposed).community, PersonId("salai"))
