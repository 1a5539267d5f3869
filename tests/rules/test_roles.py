import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Severity
from telemaco.rules.roles import roles_of_enrolments, roles_of_members
from tests.rules.workshop import LEONARDO, PAIR, PROGRAM, UNREADABLE, codes, edited, found, workshop


def _pair(status: str, *roles: str) -> dict[str, str]:
    members = "".join(
        f"  - {{person: p{place}, role: {role}}}\n" for place, role in enumerate(roles)
    )
    return {PAIR: f"members:\n{members}status: {status}\nstart: 2027-01-10\n"}


def _kind(kind: str) -> dict[str, str]:
    return edited(PROGRAM, ("one-to-one", kind))


@pytest.mark.parametrize(
    ("kind", "roles", "fits"),
    [
        ("one-to-one", ("mentor", "mentee"), True),
        ("one-to-one", ("mentor", "mentee", "mentee"), False),
        ("one-to-one", ("mentor", "mentor"), False),
        ("one-to-one", ("mentor", "co-mentor"), False),
        ("reverse", ("mentee", "mentor"), True),
        ("flash", ("peer", "peer"), False),
        ("group", ("mentor", "co-mentor", "mentee", "mentee"), True),
        ("group", ("facilitator", "mentee"), True),
        ("group", ("co-mentor", "mentee"), False),
        ("group", ("mentor", "facilitator"), False),
        ("peer-circle", ("peer", "peer", "facilitator"), True),
        ("peer-circle", ("peer", "facilitator"), False),
        ("peer-circle", ("peer", "peer", "mentor"), False),
    ],
)
def test_members_fit_the_kind_of_program(kind: str, roles: tuple[str, ...], *, fits: bool) -> None:
    expected = [] if fits else [("wrong-roles", PAIR, ("members",))]

    assert found(roles_of_members, _kind(kind), _pair("active", *roles)) == expected


def test_whoever_left_does_not_count_while_the_pair_goes_on() -> None:
    replaced = edited(
        PAIR,
        (
            "{person: verrocchio, role: mentor}",
            (
                "{person: verrocchio, role: mentor, until: 2027-03-01}\n"
                "  - {person: perugino, role: mentor, from: 2027-03-01}"
            ),
        ),
    )

    assert not codes(roles_of_members, replaced)


def test_co_mentor_leads_a_group_that_its_mentor_has_left() -> None:
    group = _pair("active", "mentor", "co-mentor", "mentee")
    left = {PAIR: group[PAIR].replace("role: mentor}", "role: mentor, until: 2027-03-01}", 1)}

    assert not codes(roles_of_members, _kind("group"), left)


@pytest.mark.parametrize(
    ("kind", "roles", "left", "words"),
    [
        (
            "group",
            ("mentor", "co-mentor", "mentee"),
            (0, 1),
            "has had no mentor since 2 March 2027",
        ),
        ("group", ("facilitator", "mentee"), (1,), "has had no mentee since 2 March 2027"),
        ("peer-circle", ("peer", "peer"), (1,), "has had fewer than two peers since 2 March 2027"),
        ("one-to-one", ("mentor", "mentee"), (0,), "has had no mentor since 1 March 2027"),
    ],
)
def test_whoever_left_is_missed_and_nothing_is_wrong(
    kind: str, roles: tuple[str, ...], left: tuple[int, ...], words: str
) -> None:
    text = _pair("active", *roles)[PAIR]
    for place in left:
        role = f"p{place}, role: {roles[place]}"
        text = text.replace(role, f"{role}, until: 2027-03-0{place + 1}")

    (finding,) = roles_of_members(workshop(_kind(kind), {PAIR: text}))

    assert (finding.code, finding.severity) == ("members-left", Severity.WARNING)
    assert Catalog("en").text(finding.message) == words


def test_who_never_was_there_is_not_missed() -> None:
    text = _pair("active", "mentee", "mentee")[PAIR]

    left = {PAIR: text.replace("p0, role: mentee", "p0, role: mentee, until: 2027-03-01")}
    assert codes(roles_of_members, _kind("group"), left) == ["wrong-roles"]
    alone = _pair("active", "peer", "peer", "mentor")[PAIR]
    gone = {PAIR: alone.replace("p0, role: peer", "p0, role: peer, until: 2027-03-01")}
    assert codes(roles_of_members, _kind("peer-circle"), gone) == ["wrong-roles"]


def test_pair_that_is_over_may_have_had_several_mentors() -> None:
    assert not codes(roles_of_members, _pair("completed", "mentor", "mentor", "mentee"))
    assert codes(roles_of_members, _pair("completed", "mentor", "mentor")) == ["wrong-roles"]


def test_kind_that_could_not_be_read_is_not_judged() -> None:
    changes = _pair("active", "peer", "peer")

    assert not codes(roles_of_members, {PROGRAM: UNREADABLE}, changes)
    assert not codes(roles_of_enrolments, {PROGRAM: UNREADABLE})


def test_people_take_part_as_what_the_kind_knows() -> None:
    assert not codes(roles_of_enrolments)
    assert found(roles_of_enrolments, edited(LEONARDO, ("role: mentee", "role: peer"))) == [
        ("role-not-in-program", LEONARDO, ("enrolments", 0, "role"))
    ]
