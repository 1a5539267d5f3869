import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role
from telemaco.usecases.accept import Answer, answers
from telemaco.usecases.decisions import Decision
from tests.fakes import community
from tests.progress.atelier import ACTIVE, FACTS, PROGRAM, atelier, person
from tests.usecases.deciding import told

ATELIER = ProgramId("atelier")
SKILLS = "- {id: drawing, label: Drawing}\n- {id: math, label: Mathematics}\n"
FILES = {
    "program/skills.yaml": SKILLS,
    "program/programs/atelier.yaml": PROGRAM.replace("running", "open"),
    "program/people/lippi.yaml": person("mentor", "applied", "offers: [{skill: drawing}]\n"),
    "program/people/melzi.yaml": person("mentee", "applied", "seeks: [{skill: math}]\n"),
    "program/people/salai.yaml": person("mentee", "waiting"),
    "program/people/vasari.yaml": person("mentor", "accepted"),
}


def found(*names: str, status: str = "accepted", role: Role | None = None) -> list[str]:
    people = [PersonId(name) for name in names]
    return told(answers(community(FILES), Answer(ATELIER, EnrolmentStatus(status), people, role)))


def test_everybody_who_applied_is_accepted_and_who_waits_is_left_out() -> None:
    assert found() == [
        "lippi: mentor: applied -> accepted",
        "melzi: mentee: applied -> accepted",
        "salai stays: waits for a place; name them to accept them",
    ]


def test_skills_help_to_decide() -> None:
    each = answers(community(FILES), Answer(ATELIER, EnrolmentStatus.ACCEPTED))

    known = [one.about for one in each if isinstance(one, Decision) and one.about]
    assert [Catalog("en").text(one) for one in known] == ["Drawing", "Mathematics"]


def test_skills_are_called_as_the_reader_calls_them() -> None:
    files = {
        **FILES,
        "program/skills.yaml": "- {id: drawing, label: {en: Drawing, it: Disegno}}\n",
        "program/people/lippi.yaml": person(
            "mentor", "applied", "offers: [{skill: drawing}, {skill: colour}]\n"
        ),
    }

    first = next(iter(answers(community(files), Answer(ATELIER, EnrolmentStatus.ACCEPTED))))

    assert isinstance(first, Decision)
    assert first.about
    assert Catalog("it").text(first.about) == "Disegno, colour"


def test_only_one_side_can_be_accepted() -> None:
    assert found(role=Role.MENTOR) == ["lippi: mentor: applied -> accepted"]


def test_who_is_named_is_accepted_from_the_waiting_list_too() -> None:
    assert found("salai", "vasari", "cosimo") == [
        "cosimo stays: has not applied",
        "salai: mentee: waiting -> accepted",
        "vasari stays: is accepted already",
    ]


def test_who_left_a_pair_that_goes_on_is_answered_by_name() -> None:
    left = ACTIVE.replace("mentee}", "mentee, until: 2027-02-01}")
    answer = Answer(ATELIER, EnrolmentStatus.WAITING, [PersonId("leonardo")])

    assert told(answers(atelier(pair=left), answer)) == ["leonardo: mentee: matched -> waiting"]


def test_who_lost_their_pair_is_answered_by_name() -> None:
    broken = FACTS + "status: ended-early\nstart: 2027-01-04\nend: 2027-02-01\nreason: no-time\n"
    other = broken.replace("leonardo", "lippi").replace("ended-early", "active")
    people = [PersonId("leonardo"), PersonId("verrocchio")]
    answer = Answer(ATELIER, EnrolmentStatus.WAITING, people)

    each = told(
        answers(
            atelier(
                pair=broken,
                more={
                    "program/people/lippi.yaml": person("mentee"),
                    "pairs/atelier/verrocchio-lippi/pair.yaml": other,
                },
            ),
            answer,
        )
    )

    assert each == [
        "leonardo: mentee: matched -> waiting",
        "verrocchio stays: is matched already",
    ]


def test_people_can_be_kept_waiting_or_declined() -> None:
    assert found(status="waiting") == [
        "lippi: mentor: applied -> waiting",
        "melzi: mentee: applied -> waiting",
    ]
    assert found("melzi", "salai", status="declined") == [
        "melzi: mentee: applied -> declined",
        "salai: mentee: waiting -> declined",
    ]


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        ("draft", "Set it to open, matching or running in its file first."),
        (
            "closing",
            "Whoever has no pair leaves it: name them, with --as withdrawn or --as declined.",
        ),
    ],
)
def test_program_that_takes_nobody_is_refused(status: str, hint: str) -> None:
    closed = {"program/programs/atelier.yaml": PROGRAM.replace("running", status)}

    with pytest.raises(TelemacoError) as refused:
        list(answers(community(closed), Answer(ATELIER, EnrolmentStatus.ACCEPTED)))

    assert Catalog("en").text(refused.value.message) == f"atelier is {status}: it takes nobody."
    assert refused.value.hint
    assert Catalog("en").text(refused.value.hint) == hint
    leaving = Answer(ATELIER, EnrolmentStatus.WITHDRAWN, [PersonId("cosimo")])
    assert told(answers(community(closed), leaving)) == ["cosimo stays: has not applied"]


def test_who_was_accepted_and_found_no_pair_leaves_a_program_that_is_over() -> None:
    over = FILES | {"program/programs/atelier.yaml": PROGRAM.replace("running", "completed")}
    people = [PersonId("lippi"), PersonId("vasari")]

    each = {
        status: told(answers(community(over), Answer(ATELIER, EnrolmentStatus(status), people)))
        for status in ("withdrawn", "declined")
    }

    assert each["withdrawn"] == [
        "lippi: mentor: applied -> withdrawn",
        "vasari: mentor: accepted -> withdrawn",
    ]
    assert each["declined"][0] == "lippi: mentor: applied -> declined"
