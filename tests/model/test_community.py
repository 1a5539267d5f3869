from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import Kind, PairId
from tests.rules.workshop import NOTE, PAIR, SETTINGS, UNREADABLE, edited, workshop, written

_PAIR = PairId(ProgramId("workshop"), PairName("verrocchio-leonardo"))


def test_file_that_cannot_be_read_is_told_apart_from_one_that_is_not_there() -> None:
    community = workshop({PAIR: UNREADABLE, "program/people/Lippi.yaml": "name: Lippi"})

    assert community.is_unread(Kind.PAIR, *_PAIR)
    assert community.is_unread(Kind.PERSON, "lippi")
    assert not community.is_unread(Kind.PERSON, "raffaello")


def test_pairs_are_found_by_person_and_by_program() -> None:
    community = workshop()

    assert community.pairs_of_person == {
        PersonId("verrocchio"): (_PAIR,),
        PersonId("leonardo"): (_PAIR,),
    }
    assert community.pairs_of_program == {ProgramId("workshop"): (_PAIR,)}


def test_sessions_are_in_the_order_of_their_days_and_numbers() -> None:
    second = NOTE.replace("2027-02-03", "2027-02-03-2")
    earlier = NOTE.replace("2027-02-03", "2027-01-20")

    community = workshop({second: written(NOTE), earlier: written(NOTE)})

    assert [str(session.id) for session in community.sessions_of(_PAIR)] == [
        "2027-01-20",
        "2027-02-03",
        "2027-02-03-2",
    ]
    assert not community.sessions_of(PairId(ProgramId("workshop"), PairName("nobody")))


def test_visibility_of_a_session_is_its_own_or_the_communitys() -> None:
    settings = edited(SETTINGS, ("repository: private", "note_visibility: members"))
    public = written(NOTE).replace("status: held", "status: held\nvisibility: public")
    later = NOTE.replace("2027-02-03", "2027-02-10")

    community = workshop(settings, {later: public})

    visibilities = [community.visibility_of(each) for each in community.sessions_of(_PAIR)]
    assert visibilities == ["members", "public"]
