from telemaco.rules.surveys import (
    mirrors,
    moments,
    roles_of_evaluations,
    roles_of_questions,
    scales,
)
from tests.rules.workshop import PROGRAM, SURVEY, UNREADABLE, codes, extended, found


def _survey(*items: str, roles: str = "mentee") -> dict[str, str]:
    return {SURVEY: f"{{title: T, roles: [{roles}], readers: [pair], items: [{', '.join(items)}]}}"}


_HELPS = "{id: helps, kind: text, text: What helps, roles: [mentee]}"
_BOTH = "mentor, mentee"


def test_question_to_choose_from_has_answers() -> None:
    assert codes(scales, _survey("{id: a, kind: scale, text: A, scale: [one]}")) == [
        "scale-missing"
    ]
    assert not codes(scales, _survey("{id: a, kind: scale, text: A, scale: [one, two]}", _HELPS))


def test_scale_has_as_many_steps_as_people_can_tell_apart() -> None:
    steps = ", ".join(map(str, range(11)))

    assert not codes(scales, _survey(f"{{id: a, kind: scale, text: A, scale: [{steps}]}}"))
    assert codes(scales, _survey(f"{{id: a, kind: scale, text: A, scale: [{steps}, 11]}}")) == [
        "scale-too-long"
    ]
    assert not codes(scales, _survey(f"{{id: a, kind: choice, text: A, scale: [{steps}, 11]}}"))


def test_question_that_needs_no_scale_has_none() -> None:
    assert codes(scales, _survey("{id: a, kind: gas, text: A, scale: [x, y]}")) == ["scale-unused"]


def test_mirrored_question_is_in_some_survey() -> None:
    mirror = "{id: a, kind: text, text: A, mirrors: helps, roles: [mentor]}"

    assert not codes(mirrors, _survey(_HELPS, mirror, roles=_BOTH))
    assert codes(mirrors, _survey(mirror.replace("helps", "hlps"), roles=_BOTH)) == ["unknown-item"]


def test_mirrored_question_may_be_one_that_telemaco_brings() -> None:
    listens = "{id: a, kind: scale, text: A, scale: [a, b, c, d, e], mirrors: %s, roles: [mentor]}"

    assert not codes(mirrors, _survey(listens % "listens", roles=_BOTH))
    assert codes(mirrors, _survey(listens % "useful", roles=_BOTH)) == ["mirror-mismatch"]


def test_mirrored_question_is_answered_in_the_same_way() -> None:
    mirror = "{id: a, kind: gas, text: A, mirrors: helps, roles: [mentor]}"

    assert found(mirrors, _survey(_HELPS, mirror, roles=_BOTH)) == [
        ("mirror-mismatch", SURVEY, ("items", 1, "mirrors"))
    ]


def test_mirrored_question_is_asked_of_others() -> None:
    mirror = "{id: a, kind: text, text: A, mirrors: helps}"

    assert codes(mirrors, _survey(_HELPS, mirror, roles=_BOTH)) == ["mirror-mismatch"]


def test_mirrors_are_left_alone_where_a_survey_cannot_be_read() -> None:
    assert not codes(mirrors, {SURVEY: UNREADABLE})


def test_question_is_for_those_whom_the_survey_asks() -> None:
    assert not codes(roles_of_questions, _survey(_HELPS))
    assert found(roles_of_questions, _survey(_HELPS, roles="mentor")) == [
        ("role-not-asked", SURVEY, ("items", 0, "roles", 0))
    ]


def test_program_asks_those_whom_the_survey_asks() -> None:
    asking = "evaluation: [{survey: %s, at: end, roles: [mentee, peer]}]\n"

    assert found(roles_of_evaluations, extended(PROGRAM, asking % "midpoint"), _survey(_HELPS)) == [
        ("role-not-asked", PROGRAM, ("evaluation", 0, "roles", 1))
    ]
    assert not codes(roles_of_evaluations, extended(PROGRAM, asking % "end"))
    assert not codes(roles_of_evaluations, extended(PROGRAM, asking % "unheard-of"))


def test_program_has_forms_for_those_whom_the_survey_asks() -> None:
    asking = "evaluation: [{survey: %s, at: end, forms: {peer: https://forms.example.org/}}]\n"

    assert found(roles_of_evaluations, extended(PROGRAM, asking % "midpoint"), _survey(_HELPS)) == [
        ("role-not-asked", PROGRAM, ("evaluation", 0, "forms", "peer"))
    ]
    assert not codes(roles_of_evaluations, extended(PROGRAM, asking % "end"))


def test_program_asks_a_survey_once() -> None:
    twice = "evaluation: [{survey: end, at: end}, {survey: end, at: exit}]\n"

    assert found(moments, extended(PROGRAM, twice)) == [
        ("survey-asked-twice", PROGRAM, ("evaluation", 1, "survey"))
    ]


def test_survey_at_the_midpoint_needs_a_midpoint() -> None:
    asking = "evaluation: [{survey: midpoint, at: midpoint}]\n"

    assert found(moments, extended(PROGRAM, asking)) == [
        ("moment-without-day", PROGRAM, ("evaluation", 0, "at"))
    ]
    with_midpoint = extended(PROGRAM, asking)
    with_midpoint[PROGRAM] = with_midpoint[PROGRAM].replace(
        "dates: {", "dates: {midpoint: 2027-06-01, "
    )
    assert not codes(moments, with_midpoint)
