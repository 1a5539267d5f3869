import pytest

from telemaco.model.community import Community
from telemaco.model.evaluation import asked_in, invited, roles_in
from telemaco.records.base import ProgramId
from telemaco.records.program import Moment, Role
from tests.fakes import community
from tests.progress.atelier import PROGRAM, atelier, person

ATELIER = ProgramId("atelier")
ANSWER = "{survey: %s, program: atelier, role: mentee, week: 2027-W05, answers: {}}"
EVALUATION = """\
evaluation:
  - {survey: end, at: end}
  - {survey: start, at: start, roles: [mentor]}
  - {survey: unmatched, at: unmatched}
  - {survey: exit, at: exit}
  - {survey: unheard-of, at: midpoint}
"""


def evaluated(pair: str = "active", **more: str) -> Community:
    members = "members: [{person: verrocchio, role: co-mentor}, {person: leonardo, role: mentee}]"
    return atelier(
        program=PROGRAM + EVALUATION,
        pair=f"{members}\nstatus: {pair}\nstart: 2027-01-04\n",
        more={"program/people/botticelli.yaml": person("mentee", "waiting"), **more},
    )


def names(found: Community, moment: Moment, role: Role) -> set[str]:
    (asked,) = (one for one in asked_in(found, ATELIER) if one.moment is moment)
    return set(invited(found, ATELIER, asked, role))


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        ("one-to-one", (Role.MENTOR, Role.MENTEE)),
        ("group", (Role.MENTOR, Role.MENTEE, Role.FACILITATOR)),
        ("peer-circle", (Role.PEER, Role.FACILITATOR)),
    ],
)
def test_roles_are_those_of_the_kind_of_program(kind: str, roles: tuple[Role, ...]) -> None:
    program = PROGRAM.replace("kind: one-to-one", f"kind: {kind}")

    assert roles_in(atelier(program=program).programs[ATELIER]) == roles


def test_surveys_come_in_the_order_of_their_moments() -> None:
    found = asked_in(evaluated(), ATELIER)

    assert [one.id for one in found] == ["start", "unmatched", "end", "exit"]
    assert found[0].roles == (Role.MENTOR,)


def test_survey_that_was_answered_comes_though_it_is_not_listed() -> None:
    found = community(
        {
            "pairs/atelier/surveys/midpoint/k3.yaml": ANSWER % "midpoint",
            "pairs/atelier/surveys/end.yaml": "groups: []",
            "pairs/atelier/surveys/unheard-of.yaml": "groups: []",
            "pairs/other/surveys/start.yaml": "groups: []",
        }
    )

    assert [(one.id, one.moment) for one in asked_in(found, ATELIER)] == [
        ("end", None),
        ("midpoint", None),
    ]


def test_members_of_pairs_are_invited_by_their_role() -> None:
    assert names(evaluated(), Moment.END, Role.MENTOR) == {"verrocchio"}
    assert names(evaluated(), Moment.END, Role.MENTEE) == {"leonardo"}
    assert names(evaluated(), Moment.START, Role.MENTEE) == set()
    assert names(evaluated("proposed"), Moment.END, Role.MENTEE) == set()


def test_early_end_and_no_pair_have_surveys_of_their_own() -> None:
    assert names(evaluated(), Moment.EXIT, Role.MENTEE) == set()
    assert names(evaluated("ended-early"), Moment.EXIT, Role.MENTEE) == {"leonardo"}
    assert names(evaluated(), Moment.UNMATCHED, Role.MENTEE) == {"botticelli"}
    assert names(evaluated("cancelled"), Moment.UNMATCHED, Role.MENTEE) == {"botticelli"}
