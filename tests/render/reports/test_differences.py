import json
from typing import Any

from telemaco.adapters.translations import Catalog
from telemaco.render.reports.data import as_json
from telemaco.render.reports.markdown import as_markdown
from telemaco.render.reports.sections import sections_of
from telemaco.render.reports.voice import Voice
from telemaco.usecases.report import report
from tests.fakes import community
from tests.progress.answers import group
from tests.progress.outcomes.circle import DONE, PROGRAM, TODAY, files

ASKED = (
    PROGRAM
    + "series: letters\n"
    + "evaluation: [{survey: start, at: start}, {survey: end, at: end}, {survey: exit, at: exit}]\n"
)
LOW, HIGH = (0, 8, 0, 0), (0, 0, 0, 8)
SKILL = ((8, 0, 0, 0, 0), (0, 0, 0, 8, 0))


def _told(
    answers: dict[str, str], *, more: dict[str, str] | None = None, few: int = 5
) -> tuple[str, dict[str, Any]]:
    """The report and its figures of a program of which enough answered."""
    counts = {
        f"pairs/circle/surveys/{name}.yaml": f"groups:\n{text}" for name, text in answers.items()
    }
    mentoring = community(files([DONE] * 10, program=ASKED, more=counts | (more or {})))
    voice, found = Voice(mentoring, Catalog("en")), report(mentoring, "circle", TODAY, few)
    return as_markdown(voice, found), json.loads(as_json(found))["figures"]


def test_two_sides_stand_side_by_side() -> None:
    text, figures = _told(
        {
            "end": group("mentor", 8, i_listen=LOW, quality=HIGH)
            + group("mentee", 8, listens=HIGH, quality=HIGH)
        }
    )

    _, sides = text.split("## The same, from two sides")
    assert "### Mentors and Mentees\n\nDifferences that can be told: 1 of 2." in sides
    assert "The clearest: mentees answered higher, by 2" in sides
    assert "At the end: My mentor listens to me before giving advice. / I listen to" in sides
    assert figures["sides.end.listens.mentor-mentee"]["value"] == -2
    assert figures["sides.end.listens.mentor-mentee"]["high"] < 0


def test_a_picture_of_some_differences_says_of_how_many() -> None:
    names = "abcde"
    one = ", ".join(
        f"{{id: {name}, kind: scale, text: {name}?, scale: [no, yes], reverse: true}}"
        for name in names
    )
    counts = [
        f"{{role: {role}, answers: 8, items: {{{items}}}}}"
        for role, items in (
            (role, ", ".join(f"{name}: {{answers: 8, counts: {told}}}" for name in names))
            for role, told in (("mentor", [8, 0]), ("mentee", [0, 8]))
        )
    ]
    more = {
        "program/surveys/many.yaml": "{title: Many, roles: [mentor, mentee], readers: "
        f"[coordinator], items: [{one}]}}",
        "pairs/circle/surveys/many.yaml": f"groups: [{', '.join(counts)}]\n",
    }
    program = ASKED.replace("evaluation: [", "evaluation: [{survey: many, at: end}, ")
    mentoring = community(files([DONE] * 10, program=program, more=more))
    voice = Voice(mentoring, Catalog("en"))

    sections = sections_of(voice, report(mentoring, "circle", TODAY, 5))

    (chart,) = next(one.charts for one in sections if one.id == "sides")
    assert len(chart.drawing.dots) == 2 * 4
    assert len(chart.table.rows) == 5
    assert chart.drawing.words[0].text == "Mentees: b? (turned round): 1"
    assert "a? (turned round)" in chart.table.rows[0][0]
    assert chart.left_out == (
        "The picture shows the 4 of 5 questions that differ most, the table shows all."
    )


def test_mentors_may_answer_higher_than_mentees() -> None:
    text, _ = _told({"end": group("mentor", 8, i_listen=HIGH) + group("mentee", 8, listens=LOW)})

    assert (
        "Differences that can be told: 1 of 1. The clearest: mentors answered higher, by 2" in text
    )


def test_change_from_the_first_survey_to_the_last_is_told() -> None:
    text, figures = _told(
        {"start": group("mentee", 8, skill=SKILL[0]), "end": group("mentee", 8, skill=SKILL[1])}
    )

    assert "The clearest: it rose, by 3" in text
    assert "“At the beginning”, then “At the end”: Think of what you most want" in text
    assert figures["changes.mentee.skill.start.end"]["value"] == 3
    assert "## The same, from two sides" not in text


def test_change_for_the_worse_is_told_too() -> None:
    text, _ = _told(
        {"start": group("mentee", 8, skill=SKILL[1]), "end": group("mentee", 8, skill=SKILL[0])}
    )

    assert "The clearest: it fell, by 3" in text


def test_group_of_few_is_compared_with_nobody() -> None:
    text, figures = _told(
        {"end": group("mentor", 4, quality=(0, 0, 0, 4)) + group("mentee", 8, quality=LOW)}
    )

    assert "two sides" not in text
    assert not [name for name in figures if name.startswith(("sides", "surveys.end.mentor"))]


def test_answers_of_earlier_runs_are_taken_together() -> None:
    earlier = files([DONE] * 10, name="first", program=ASKED.replace("2027-01-04", "2026-01-05"))
    tiny = files([DONE], name="tiny", program=ASKED.replace("2027-01-04", "2026-01-05"))
    more = {
        **earlier,
        **tiny,
        **files([DONE] * 2, name="wee"),
        "pairs/first/surveys/end.yaml": f"groups:\n{group('mentee', 8, quality=LOW)}",
        "pairs/tiny/surveys/end.yaml": f"groups:\n{group('mentee', 8, quality=HIGH)}",
    }

    text, figures = _told({"end": group("mentee", 8, quality=HIGH)}, more=more)
    worse, _ = _told(
        {"end": group("mentee", 8, quality=(8, 0, 0, 0))},
        more={
            **more,
            "pairs/first/surveys/end.yaml": f"groups:\n{group('mentee', 8, quality=HIGH)}",
        },
    )

    _, beside = text.split("## Answers beside earlier runs")
    assert "The clearest: higher now, by 2" in beside
    assert figures["beside.end.mentee.quality.earlier"]["of"] == 8
    assert figures["beside.end.mentee.quality.difference"]["value"] == 2
    assert "lower now, by 3" in worse


def _tools(answers: int, *counts: int, kind: str = "multi", **survey: str) -> dict[str, str]:
    """A survey with one question to choose an answer, as mentees answered it."""
    scale = ", ".join("abcdefg"[: len(counts)])
    readers = survey.get("readers", "coordinator")
    return {
        "program/surveys/tools.yaml": "{title: Tools, roles: [mentee], readers: [coordinator], "
        f"items: [{{id: used, kind: {kind}, text: What did you use?, scale: [{scale}], "
        f"readers: [{readers}]}}]}}",
        "pairs/circle/surveys/tools.yaml": f"groups:\n- {{role: mentee, answers: {answers}, "
        f"items: {{used: {{answers: {answers}, counts: {[*counts]}}}}}}}\n",
    }


def test_choices_have_shares_with_intervals() -> None:
    text, figures = _told({}, more=_tools(13, 6, 0, 7))

    _, chosen = text.split("## What people chose")
    assert "Most often, 54% (interval 29% to 77%): c" in chosen
    assert figures["surveys.tools.mentee.used.3"] == {
        "value": 7, "of": 13, "percent": 54, "low": 29, "high": 77,
    }  # fmt: skip
    assert "The other answers are not shown" not in text


def test_choices_of_few_are_not_shown() -> None:
    text, figures = _told({}, more=_tools(19, 6, 0, 0, 1, 5, 0, 7))
    none, _ = _told({}, more=_tools(6, 1, 3, 2, kind="choice"))

    assert "Of the answers shown most often, 37%" in text
    assert "The other answers are not shown, so that nobody can be picked out." in text
    assert "| d " not in text
    assert figures["surveys.tools.mentee.used.7"]["value"] == 7
    assert figures["surveys.tools.mentee.used.4"] == figures["surveys.tools.mentee.used.2"]
    assert [*figures["surveys.tools.mentee.used.4"]] == ["missing"]
    assert "What did you use? (not shown, so that nobody can be picked out)" in none


def test_several_answers_at_once_are_said_to_be() -> None:
    text, _ = _told({}, more=_tools(10, 5, 4))

    assert "People could choose several answers. " not in text
    assert "People could choose several answers. Most" in _told({}, more=_tools(11, 6, 5))[0]


def test_what_a_pair_alone_reads_stands_in_no_report() -> None:
    mine = _tools(13, 6, 7, readers="pair")
    words = mine["pairs/circle/surveys/tools.yaml"].replace(
        "items: ", "quotes: {used: [It was the ink.]}, items: "
    )

    text, figures = _told({}, more=mine | {"pairs/circle/surveys/tools.yaml": words})
    whole, _ = _told({}, more=mine | {"pairs/circle/surveys/tools.yaml": words}, few=1)

    for one in (text, whole):
        assert "What did you use?" not in one
        assert "ink" not in one
    assert [one for one in figures if one.startswith("surveys.tools")] == [
        "surveys.tools.mentee.answered"
    ]


def test_how_many_answered_is_said() -> None:
    text, figures = _told({"end": group("mentee", 8, quality=LOW)})

    assert "At the end: Mentees 8 of 10 (80%, interval 49% to 94%)." in text
    assert figures["surveys.end.mentee.answered"]["of"] == 10


def test_of_those_who_left_it_is_told_only_that_they_are_asked() -> None:
    answers = {"exit": group("mentee", 8, again=SKILL[0], why=(8, 0, 0, 0, 0, 0, 0))}

    text, figures = _told(answers)
    whole, everything = _told(answers, few=1)

    assert "When it ends early: asked. The answers are for the coordinators alone." in text
    assert "again" not in text.split("## What people answered")[1]
    assert not [one for one in figures if one.startswith("surveys.exit")]
    assert "for the coordinators alone" not in whole
    assert everything["surveys.exit.mentee.again.mean"]["of"] == 8
    assert everything["surveys.exit.mentee.why.1"]["value"] == 8
