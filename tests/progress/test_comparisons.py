import pytest

from telemaco.progress.comparisons import beside, changes, mirrored, pooled
from telemaco.progress.intervals import difference
from telemaco.progress.surveys import surveys_of
from telemaco.records.base import ProgramId
from telemaco.records.program import Moment, Role
from tests.progress.answers import FOLDER, TODAY, group, surveys
from tests.progress.atelier import PROGRAM, atelier


def test_two_sides_of_a_question_are_set_beside_each_other() -> None:
    found = mirrored(
        surveys(
            midpoint=group("mentor", 5, quality=(0, 0, 5, 0), i_listen=(0, 0, 0, 5))
            + group("mentee", 5, quality=(0, 0, 0, 5), listens=(0, 5, 0, 0), stuck=(5, 0, 0, 0)),
            exit=group("mentor", 5, asked_help=(1, 2, 2))
            + group("mentee", 5, asked_help=(1, 2, 2)),
        )
    )

    told = [
        (one.one.role, one.one.figures.item.id, one.other.figures.item.id, one.difference.value)
        for one in found
    ]
    assert told == [
        (Role.MENTOR, "quality", "quality", -1),
        (Role.MENTOR, "i-listen", "listens", 2),
    ]


def test_mirror_may_stand_in_another_survey_of_the_moment() -> None:
    item = "kind: scale, text: T, scale: [no, yes]"
    survey = "{title: T, readers: [coordinator], roles: [%s], items: [{id: %s, %s}]}"
    found = atelier(
        program=PROGRAM + "evaluation: [{survey: ours, at: end}, {survey: theirs, at: end}]",
        more={
            "program/surveys/ours.yaml": survey % ("mentee", "a", item),
            "program/surveys/theirs.yaml": survey % ("mentor", "b", f"mirrors: a, {item}"),
            f"{FOLDER}/ours.yaml": f"groups:\n{group('mentee', 5, a=(5, 0))}",
            f"{FOLDER}/theirs.yaml": f"groups:\n{group('mentor', 5, b=(0, 5))}",
        },
    )

    (pair,) = mirrored(surveys_of(found, ProgramId("atelier"), TODAY))

    assert (pair.one.survey.id, pair.other.survey.id, pair.difference.value) == (
        "theirs",
        "ours",
        1,
    )


def test_same_question_is_compared_from_the_first_to_the_last_moment() -> None:
    (found,) = changes(
        surveys(
            start=group("mentee", 5, skill=(5, 0, 0, 0, 0)),
            end=group("mentee", 5, skill=(0, 0, 0, 5, 0), quality=(0, 0, 0, 5)),
            exit=group("mentee", 5, again=(0, 0, 0, 5, 0)),
        )
    )

    assert (found.one.survey.moment, found.other.survey.moment) == (Moment.END, Moment.START)
    assert found.difference.value == 3
    assert found.difference.tells_a_difference


def test_runs_are_put_together_as_sums_of_what_each_shows() -> None:
    first = surveys(
        end=group("mentee", 5, quality=(0, 0, 0, 5)) + group("mentor", 4, quality=(4, 0))
    )
    second = surveys(end=group("mentee", 6, quality=(6, 0, 0, 0)), start=group("mentor", 7))

    start, _, end, _ = pooled([first, second])

    assert [(one.role, one.answers) for one in start.groups] == [(Role.MENTOR, 7)]
    (mentees,) = end.groups
    assert (mentees.answers, mentees.asked, mentees.rate) == (11, 2, None)
    assert mentees.items[0].counts == (6, 0, 0, 5)


def test_words_of_all_runs_stand_together_each_once() -> None:
    runs = [
        surveys(
            end=group("mentee", 5).replace("items: {}", f"items: {{}}, quotes: {{best: {said}}}")
        )
        for said in ("[Tea., Zeal.]", "[Air., Tea.]")
    ]

    _, _, end, _ = pooled(runs)

    (mentees,) = end.groups
    assert [(item.id, words) for item, words in mentees.quotes] == [
        ("best", ("Air.", "Tea.", "Zeal."))
    ]


def test_run_is_compared_with_what_the_same_people_were_asked_before() -> None:
    now = surveys(
        end=group("mentee", 5, quality=(0, 0, 0, 5), listens=(0, 0, 5, 0)),
        start=group("mentee", 5, clear=(0, 0, 0, 0, 5)),
    )
    before = surveys(end=group("mentee", 6, quality=(6, 0, 0, 0)) + group("mentor", 5))

    (found,) = beside(now, before)

    assert (found.one.figures.item.id, found.difference.value) == ("quality", 3)
    assert (found.one.figures.answers, found.other.figures.answers) == (5, 6)


def test_intervals_of_several_differences_hold_together() -> None:
    both = group("mentor", 5, quality=(0, 1, 3, 1)), group("mentee", 5, quality=(0, 0, 2, 3))
    stuck = (
        group("mentor", 5, quality=(0, 1, 3, 1), stuck=(1, 2, 2, 0)),
        group("mentee", 5, quality=(0, 0, 2, 3), stuck=(2, 2, 1, 0)),
    )

    (alone,) = mirrored(surveys(end="".join(both)))
    first, _ = mirrored(surveys(end="".join(stuck)))

    assert alone.difference == difference(alone.one.mean, alone.other.mean)
    assert first.difference.value == pytest.approx(alone.difference.value)
    assert first.difference.low < alone.difference.low
