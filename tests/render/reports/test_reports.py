import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Figure, Funnel, Stage
from telemaco.progress.outcomes.withholding import EVERYTHING
from telemaco.records.program import Role
from telemaco.render.charts.values import Chart
from telemaco.render.reports.formats import FORMATS
from telemaco.render.reports.people import funnel_charts
from telemaco.render.reports.sections import sections_of
from telemaco.render.reports.voice import Voice
from telemaco.usecases.report import report
from tests.fakes import community
from tests.progress.outcomes.circle import DONE, GOES_ON, LEFT, PROGRAM, TODAY, Two, files, person

HELD = {"2027-01-20": "status: held\nminutes: 60", "2027-05-20": "status: held\nminutes: 60"}
GOALS = (
    "goals:\n"
    "- {id: a, statement: A, objective: craft, status: achieved,"
    " ratings: [{on: 2027-03-01, by: circle-m0, level: 1}]}\n"
    "- {id: b, statement: B}\n"
)
KNOWN = PROGRAM.replace(
    "objectives: [{id: craft, statement: Learn it.}",
    "objectives: [{id: craft, statement: Learn it., indicator: Works shown, target: Nine in ten}",
)
NOT_DRAWN = "The picture shows the first 8 of 9 questions, the table shows all."
_ALONE = Two(
    DONE.facts,
    {
        day: f"{front}\nattendance: {{circle-m0: present, circle-e0: absent}}"
        for day, front in HELD.items()
    },
)
"""The first pair, to which its mentee never came."""
FULL = [Two(DONE.facts + GOALS, HELD)] * 10 + [Two(LEFT.facts, HELD)] * 5


def _written(
    pairs: Sequence[Two],
    few: int = 5,
    form: str = "markdown",
    *,
    program: str = KNOWN,
    more: dict[str, str] | None = None,
) -> str:
    mentoring = community(files(pairs, program=program, more=more))
    found = report(mentoring, "circle", TODAY, few)
    return FORMATS[form].write(Voice(mentoring, Catalog("en")), found)


def _figures(
    pairs: Sequence[Two],
    few: int = 5,
    *,
    program: str = KNOWN,
    more: dict[str, str] | None = None,
) -> dict[str, Any]:
    text = _written(pairs, few, "json", program=program, more=more)
    said: dict[str, Any] = json.loads(text)["figures"]
    return said


def _charts(section: str, *, program: str, more: dict[str, str]) -> Sequence[Chart]:
    """The pictures of a section."""
    mentoring = community(files(FULL, program=program, more=more))
    voice = Voice(mentoring, Catalog("en"))
    found = sections_of(voice, report(mentoring, "circle", TODAY, 5))
    (charts,) = (one.charts for one in found if one.id == section)
    return charts


def test_the_report_says_what_its_figures_show() -> None:
    text = _written(FULL)

    assert text.startswith("# Report of Circle\n")
    assert "15 mentees applied. 10 people completed it." in text
    assert "67% completed (10 of 15; interval 42% to 85%)." in text
    assert "After 5 months 67% had not ended before their time" in text
    assert "Learn it. Indicator: Works shown. Target: Nine in ten." in text
    assert "10 of 20 goals shown here were reached." in text
    assert "In pairs of 30 people, 30 sessions were held, 30 h in all." in text
    assert "There is no earlier run to compare." in text
    assert "fewer than 5 people" in text


CERTIFYING = KNOWN + "completion: {minimum_sessions: 2, certificate: true}\n"


def test_the_report_says_how_many_earned_a_certificate_and_show_it() -> None:
    shows = {
        f"program/people/circle-e{number}.yaml": person("mentee").replace(
            "[name]", "[name, certificate]"
        )
        for number in range(10)
    }

    text = _written(FULL, program=CERTIFYING, more=shows)
    figures = _figures(FULL, program=CERTIFYING, more=shows)

    assert (
        "10 people completed it. 10 people earned a certificate. 10 people let the "
        "certificate be shown on the site." in text
    )
    assert "| Earned a certificate    | 10     |" in text
    assert figures["funnel.mentee.certificate_shown"] == {"value": 10}
    assert figures["funnel.mentor.certificate_shown"] == {"value": 0}
    assert "Nobody lets the certificate be shown on the site." in text
    assert " 0 people" not in text


def test_the_report_says_nothing_of_certificates_before_anybody_can_have_one() -> None:
    early = [Two(GOES_ON.facts, HELD)] * 10

    assert "earned a certificate" not in _written(early, program=CERTIFYING)
    assert "certificate" not in _written(FULL)


def test_no_month_is_named_as_the_fullest_where_two_are() -> None:
    text = _written(FULL)

    assert "30 sessions were held in the months shown; no month saw more than 15." in text


def test_the_report_says_where_sessions_beyond_the_rhythm_are() -> None:
    twice = {**HELD, "2027-01-21": "status: held\nminutes: 60"}
    one_more = [Two(DONE.facts, twice), *[Two(DONE.facts, HELD)] * 9]

    text = _written(one_more)

    assert "Not counted in this: 1 session that came second in its period" in text
    assert "Not counted in this" not in _written([Two(DONE.facts, HELD)] * 10)


def test_the_report_says_how_its_two_shares_of_pairs_differ() -> None:
    soon = [Two(DONE.facts.replace("2027-06-30", "2027-02-01"), HELD)] * 5

    text = _written([*soon, *FULL[5:]])

    assert "67% completed" in text
    assert "The share below is not the share that completed" in text
    assert "After 5 months 50% had not ended" in text
    assert "The share below" not in _written(FULL)


def test_the_report_says_that_some_months_are_not_shown() -> None:
    late = Two(LEFT.facts.replace("2027-02-15", "2027-03-20"))

    text = _written([*[DONE] * 8, LEFT, LEFT, late])

    assert "Some months are not shown, so that nobody can be picked out." in text
    assert "Some months" not in _written(FULL)


def test_all_goals_are_told_together_where_those_of_an_objective_are_not() -> None:
    goal = "goals: [{{id: a, statement: A, {0}}}]\n"
    craft = Two(DONE.facts + goal.format("objective: craft, status: achieved"))
    voice = Two(DONE.facts + goal.format("objective: voice"))

    text = _written(
        [
            *[craft] * 2,
            *[voice] * 4,
            *[Two(DONE.facts + goal.format("due: 2027-05-01, status: achieved"))] * 3,
        ]
    )

    assert "5 of 9 goals were reached, whatever they serve." in text
    assert "goals of the pairs were" not in _written(FULL)


def test_goals_of_which_nothing_can_be_told_leave_no_empty_section() -> None:
    without = KNOWN.replace(
        KNOWN[KNOWN.index("objectives:") : KNOWN.index("\n", KNOWN.index("objectives:")) + 1], ""
    )
    few = [Two(DONE.facts + "goals: [{id: a, statement: A, due: 2027-05-01}]\n", HELD)] * 2

    text = _written([*few, *[DONE] * 5], program=without)

    goals = text.split("## Goals and objectives")[1].split("##")[0].strip()
    assert goals == "This cannot be told: not shown, so that nobody can be picked out."


def test_the_report_says_how_many_goals_the_shares_of_those_rated_leave_out() -> None:
    rated = GOALS[: GOALS.index("- {id: b")]
    dropped = "goals: [{id: a, statement: A, objective: craft, status: dropped}]\n"
    eight = [Two(DONE.facts + rated, HELD)] * 8

    text = _written([*eight, *[Two(DONE.facts + dropped, HELD)] * 3])

    assert "3 goals are not among those rated: they were dropped, or have no rating." in text
    assert "8 of 8" in text
    assert "not among those rated" not in _written(eight)


def test_an_objective_without_a_figure_says_why() -> None:
    without = KNOWN.replace("indicator: Works shown, ", "")

    said = "Learn it. Target: Nine in ten. It has no indicator. No figure: no goal was written."
    assert said in _written([DONE] * 5, program=without)
    few = [Two(DONE.facts + GOALS, HELD)] * 2
    why = "No figure: not shown, so that nobody can be picked out."
    assert why in _written([*few, *[DONE] * 5])


def test_tables_are_tables_as_they_stand() -> None:
    text = _written(FULL)

    rows = [line for line in text.splitlines() if line.startswith("| Begun ")]
    assert rows == ["| Begun                             | 15     |"]


def test_what_people_write_is_no_markup() -> None:
    text = _written(FULL, program=KNOWN.replace("title: Circle", "title: 'C|rcle <b>*'"))

    assert "# Report of C\\|rcle \\<b\\>\\*" in text


def test_few_who_left_are_nowhere_in_the_report() -> None:
    pairs = [Two(DONE.facts, HELD)] * 8 + [LEFT]

    text = _written(pairs)
    figures = _figures(pairs)

    assert "A figure is left out where it would give away single people." in text
    assert "time" not in text.split("## Why some ended before their time")[1].split("##")[0]
    assert "This cannot be told: not shown, so that nobody can be picked out." in text
    assert figures["pairs.left_early"] == {"missing": "not shown, so that nobody can be picked out"}
    assert figures["reasons.rare"] == figures["pairs.left_early"]
    assert "matching" in figures


def test_reasons_are_those_of_pairs_that_left_and_rare_ones_stand_together() -> None:
    alike = _written(FULL).split("## Why some ended before their time")[1].split("##")[0]
    rare = [Two(LEFT.facts.replace("no-time", reason), HELD) for reason in ("no-fit", "moved-on")]
    one_more = [Two(LEFT.facts.replace("no-time", "health"), HELD)]

    some = _written([*FULL, *rare, *one_more]).split("## Why some ended before their time")[1]
    only = _written([*[Two(DONE.facts, HELD)] * 8, *rare, *one_more])
    nobody = _written([Two(DONE.facts, HELD)] * 8)

    assert "| Other reasons together | 3      |" in some
    assert "| No time                | 5      |" in some
    assert "completed" not in some.split("##")[0]
    assert "This cannot be told: not shown, so that nobody can be picked out." in only
    assert "Other reasons" not in only
    assert "None has ended before its time." in nobody
    assert "No time" not in alike
    assert "This cannot be told: not shown, so that nobody can be picked out." in alike


def test_reasons_wait_until_the_program_is_over() -> None:
    some = [Two(LEFT.facts.replace("no-time", "no-fit"), HELD)] * 3
    closing = KNOWN.replace("status: completed", "status: closing")

    text = _written([*FULL, *some], program=closing)

    assert "reasons are told once the program is over and no pair goes on" in text
    assert "No time" not in text
    assert "No time" in _written([*FULL, *some])
    assert "No time" not in _written([*FULL, *some, GOES_ON])


def _enrolled(number: int, status: str) -> dict[str, str]:
    return {
        f"program/people/{status}{n}.yaml": person("mentee", status=status) for n in range(number)
    }


def test_people_in_pairs_are_not_told_where_they_would_tell_on_a_role() -> None:
    pairs = [Two(DONE.facts, HELD)] * 5
    guide = "members: [{{person: circle-m{0}, role: mentor}}, {{person: circle-e{0}, role: mentee}}"
    more = {
        f"pairs/circle/pair-{n}/pair.yaml": f"{guide.format(n)}, {{person: guide, "
        f"role: facilitator}}]\nstart: 2027-01-04\n{DONE.facts}"
        for n in range(5)
    }

    text = _written(pairs, more=more)
    figures = _figures(pairs, more=more)

    assert "\n10 sessions were held, 10 h in all." in text
    assert "11 people" not in text
    assert "value" not in figures["people"]
    assert "value" not in figures["runs.circle.people"]


def test_a_stage_is_left_out_where_few_fell_away() -> None:
    eight = [Two(DONE.facts, HELD)] * 8
    six = [Two(DONE.facts, HELD)] * 10 + [LEFT] * 5

    for pairs, applied, accepted, said in (
        (eight, 3, 3, "14 mentees applied. 8 people completed it."),
        (eight, 3, 0, "8 people were accepted. 8 people completed it."),
        (eight, 2, 2, "8 people were matched. 8 people completed it."),
        (six, 1, 1, "15 people were matched. 10 people completed it."),
    ):
        more = _enrolled(applied, "applied") | _enrolled(accepted, "accepted")
        text = _written(pairs, more=more)
        assert f"{said} A figure is left out where it would give away single people." in text


def test_who_completed_is_told_by_pairs_where_it_is_not_by_people() -> None:
    """The report tells the pairs below: one page, one answer."""
    pairs = [_ALONE] + [Two(DONE.facts, HELD)] * 9 + [Two(LEFT.facts, HELD)] * 3

    text = _written(pairs)
    figures = _figures(pairs)

    assert "| Completed it | 10 of 13 pairs |" in " ".join(text.split())
    assert "77% completed (10 of 13;" in text
    assert "missing" in figures["funnel.mentee.completed"]
    assert figures["funnel.mentor.completed"] == {"value": 10}
    assert figures["pairs.completed"] == {"value": 10}
    one_left = [Two(DONE.facts, HELD)] * 12 + [Two(LEFT.facts, HELD)]
    assert "of 13 pairs |" not in " ".join(_written(one_left).split())


@pytest.mark.parametrize(
    ("kind", "word"),
    [("one-to-one", "pairs"), ("flash", "pairs"), ("group", "groups"), ("peer-circle", "circles")],
)
def test_pairs_are_called_by_the_kind_of_the_program(kind: str, word: str) -> None:
    program = KNOWN.replace("kind: one-to-one", f"kind: {kind}") + "series: letters\n"
    pairs = [_ALONE] + [Two(DONE.facts, HELD)] * 9 + [Two(LEFT.facts, HELD)] * 3
    earlier = files([DONE] * 5, name="first", program=program.replace("2027-01-04", "2026-01-05"))

    text = " ".join(_written(pairs, program=program, more=earlier).split())

    assert f"In {word} of 26 people, 26 sessions were held" in text
    assert f"10 of 13 {word} |" in text
    assert f"| People | {word.capitalize()} |" in text


def test_part_hours_are_told() -> None:
    longer = {**HELD, "2027-05-20": "status: held\nminutes: 95"}
    pairs = [Two(DONE.facts, longer)] + [Two(DONE.facts, HELD)] * 9

    assert "20 sessions were held, 20.6 h in all." in _written(pairs)
    assert _figures(pairs)["runs.circle.hours"] == {"value": 20.6}


def test_too_few_people_have_no_report() -> None:
    assert "## Too few people" in _written([DONE, LEFT])
    assert _figures([DONE, LEFT]) == {
        "report": {"missing": "not shown, so that nobody can be picked out"}
    }


def test_the_whole_report_is_not_to_be_passed_on() -> None:
    text = _written([DONE, LEFT], EVERYTHING)

    assert "do not publish it or pass it on" in text
    assert "50% completed (1 of 2" in text
    assert "| No time | 1      |" in text
    assert "fewer than 1" not in text


def test_a_program_that_nobody_joined_says_so() -> None:
    endless = PROGRAM.replace(", end: 2027-06-30", "").replace(
        "objectives: [{id: craft, statement: Learn it.}, {id: voice, statement: Find it.}]\n", ""
    )

    text = _written([], EVERYTHING, program=endless.replace("formal", "informal"))

    for sentence in (
        "Since 4 January 2027. The figures",
        "Nobody has applied yet.",
        "The share that completed: none has begun.",
        "This cannot be told: none has begun.",
        "None has ended before its time.",
        "The rhythm kept: no period of a rhythm is over.",
        "There are no objectives and no goals.",
        "The program asks no survey.",
    ):
        assert sentence in text


def test_a_program_that_goes_on_has_nobody_who_completed() -> None:
    text = _written([Two(GOES_ON.facts, HELD)] * 6)

    assert "6 mentees applied. Nobody has completed it yet." in text
    assert "The share that completed: some still go on." in text
    assert "### Goals reached, by objective" not in text


def test_facilitators_of_no_pair_are_no_stage() -> None:
    more = {f"program/people/f{n}.yaml": person("facilitator") for n in range(6)}
    text = _written(FULL, more=more)

    assert "Facilitators" not in text
    assert "Of other roles" not in text


def test_a_role_of_few_is_not_shown() -> None:
    members = "members: [{person: f0, role: facilitator}, {person: p0, role: peer}]\n"
    more = {"pairs/circle/pair-0/pair.yaml": f"{members}start: 2027-01-04\n{LEFT.facts}"}

    text = _written(FULL, more=more)

    assert "Of other roles nothing is shown: too few people have them." in text
    assert "### Peers" not in text


def test_roles_of_few_only_are_not_called_others() -> None:
    text = _written([Two(DONE.facts, HELD)] * 3, 4)

    assert "Nothing is shown of any role: it would give away single people." in text


def test_runs_of_a_series_stand_side_by_side() -> None:
    series = KNOWN + "series: letters\n"
    earlier = series.replace("start: 2027-01-04", "start: 2026-01-05")
    more = files(FULL, name="first", program=earlier)
    more |= files([DONE], name="tiny", program=earlier.replace("Circle", "Tiny"))
    more |= files([DONE] * 2, name="wee")

    text = _written(FULL, program=series, more=more)
    figures = _figures(FULL, program=series, more=more)

    assert "### Share that completed\n\n67% in Circle, the latest run that is shown." in text
    assert "| Tiny    | not shown | 1 " in text
    runs = text[text.index("| Program | People") :]
    assert runs.count("67% (10 of 15; interval 42% to 85%)") == 2
    assert "“Not shown” stands where the figure would tell on few people." in text
    assert figures["runs.first.completed"]["percent"] == 67
    assert "“Not shown”" not in _written(FULL, few=1, program=series, more=more)
    small = files([DONE], name="tiny", program=earlier) | files([DONE] * 2, name="wee")
    only_one = _written(FULL, program=series, more=small)
    assert "### Share that completed" not in only_one


def test_criteria_are_said_with_their_interval_or_not_at_all() -> None:
    pairs = [DONE] * 14 + [LEFT] + [DONE] * 5 + [LEFT] * 10
    values = {"skills": (900, 100), "goals": (100, 900), "approach": (500, 500), "luck": None}
    more = {"pairs/circle/matches/2026-12-20.yaml": _receipt(values)}
    match = "match: {receipt: 2026-12-20, score: 80}\n"

    matched = [Two(pair.facts + match) for pair in pairs]
    text = _written(matched, more=more)
    figures = _figures(matched, more=more)

    assert "Skills: those above the middle completed more often, by 60 points" in text
    assert "Goals: those above the middle completed less often, by -60 points" in text
    assert "Ways to learn and to teach: too many have the same points, so" in text
    assert "luck: no difference can be told (7 points" in text
    assert figures["matching.skills"]["value"] == 60
    assert "missing" in figures["matching.approach"]


def _receipt(values: dict[str, tuple[int, int] | None]) -> str:
    """Shares of thirty pairs: one value for the first half, one for the other, or by turns."""
    rows = ""
    for number in range(30):
        rows += f"- pair: pair-{number}\n  members: [a, b]\n  score: 80\n  shares:\n"
        for name, both in values.items():
            value = (number % 2) * 100 if both is None else both[number >= 15]
            rows += f"  - {{criterion: {name}, weight: 1, value: {value}, points: 1}}\n"
    return f"'on': 2026-12-20\nversion: '1'\nseed: s\ndigest: {'0' * 64}\npairs:\n{rows}"


def test_answers_stand_with_their_intervals() -> None:
    asked = KNOWN + "evaluation: [{survey: end, at: end}, {survey: exit, at: exit}]\n"
    results = (
        "groups:\n- {role: mentee, answers: 8, items: {"
        "quality: {answers: 8, counts: [0, 1, 3, 4]},"
        " recommend: {answers: 8, counts: [0, 0, 0, 0, 0, 1, 0, 1, 2, 2, 2]}}}\n"
    )

    left = (
        "groups:\n- {role: mentee, answers: 8, items: {"
        "why: {answers: 8, counts: [1, 1, 1, 1, 1, 1, 2]}}}\n"
    )

    more = {"pairs/circle/surveys/end.yaml": results, "pairs/circle/surveys/exit.yaml": left}
    text = _written(FULL, program=asked, more=more)
    figures = _figures(FULL, program=asked, more=more)

    assert "### At the end, Mentees: favourable answers" in text
    assert "Most content, 88% (interval 53% to 98%)" in text
    assert "3.4 (2.8 to 4)" in text
    assert figures["surveys.end.mentee.quality.favourable"]["percent"] == 88
    assert figures["surveys.end.mentee.recommend.recommendation"]["of"] == 8
    assert "These are parts of all who began" in text
    crowd = results.replace("answers: 8", "answers: 20").replace("1, 3, 4]", "1, 3, 16]")
    without_whole = _written(
        FULL,
        program=asked,
        more={"pairs/circle/surveys/end.yaml": crowd.split(" recommend")[0] + "}}"},
    )
    assert "These are parts of all" not in without_whole
    assert "Mentees 20" in without_whole
    unanswered = _written(FULL, program=asked)
    assert "No survey was answered by enough people to tell." in unanswered


def test_csv_has_the_figures_of_the_json() -> None:
    rows = list(csv.DictReader(StringIO(_written(FULL, form="csv"), newline="")))

    figures = _figures(FULL)
    assert [row["figure"] for row in rows] == list(figures)
    (share,) = (row for row in rows if row["figure"] == "pairs.completed_share")
    assert (share["value"], share["of"], share["low"]) == ("10", "15", "42")


def test_the_same_files_give_the_same_report_in_every_language() -> None:
    mentoring = community(files(FULL, program=KNOWN))
    found = report(mentoring, "circle", TODAY, 5)

    for language in ("en", "it"):
        voice = Voice(mentoring, Catalog(language))
        again = Voice(community(files(FULL, program=KNOWN)), Catalog(language))
        assert FORMATS["markdown"].write(voice, found) == FORMATS["markdown"].write(again, found)
        assert sections_of(voice, found) == sections_of(again, found)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_data_are_the_same_in_every_language(form: str) -> None:
    mentoring = community(files([*[DONE] * 8, LEFT]))
    found = report(mentoring, "circle", TODAY, 5)

    english, italian = (
        FORMATS[form].write(Voice(mentoring, Catalog(language)), found) for language in ("en", "it")
    )

    assert english == italian
    assert "not shown, so that nobody can be picked out" in english
    assert "no goal was written" in english


def test_words_that_may_be_quoted_stand_in_the_report() -> None:
    asked = KNOWN + "evaluation: [{survey: end, at: end}]\n"
    results = (
        "groups:\n- {role: mentee, answers: 8, items: {}, "
        "quotes: {change: [I draw *daily*., I sing.]}}\n"
    )

    text = _written(FULL, program=asked, more={"pairs/circle/surveys/end.yaml": results})

    assert "## In people's own words" in text
    assert text.count(", Mentees: ") == 1
    assert "\u201cI draw \\*daily\\*.\u201d\n\n\u201cI sing.\u201d" in text
    assert "own words" not in _written(FULL, program=asked)


def test_a_sum_may_tell_who_met_and_not_who_was_matched() -> None:
    mentoring = community(files(FULL, program=KNOWN))
    outcomes = report(mentoring, "circle", TODAY, 5).outcomes
    assert outcomes
    stages: dict[Stage, Figure] = {**dict.fromkeys(Stage, WITHHELD), Stage.MET: 12}
    funnel = Funnel(Role.MENTEE, stages, (), None)

    (chart,) = funnel_charts(Voice(mentoring, Catalog("en")), replace(outcomes, funnels=(funnel,)))

    assert chart.sentence == "A figure is left out where it would give away single people."


def test_a_question_that_is_turned_round_says_so() -> None:
    asked = KNOWN + "evaluation: [{survey: doubts, at: end}]\n"
    more = {
        "program/surveys/doubts.yaml": "{title: Doubts, roles: [mentee], readers: [coordinator], "
        "items: [{id: doubt, kind: scale, text: I doubt it., scale: [no, yes], reverse: true}]}",
        "pairs/circle/surveys/doubts.yaml": "groups:\n- {role: mentee, answers: 8, items: "
        "{doubt: {answers: 8, counts: [6, 2]}}}\n",
    }

    assert "I doubt it. (turned round)" in _written(FULL, program=asked, more=more)
    (chart,) = _charts("answers", program=asked, more=more)
    assert chart.drawing.words[0].text == "I doubt it (turned round): 75%"


@pytest.mark.parametrize(("questions", "left_out"), [(8, ""), (9, NOT_DRAWN)])
def test_a_picture_of_some_questions_says_of_how_many(questions: int, left_out: str) -> None:
    names = "abcdefghi"[:questions]
    items = (f"{{id: {name}, kind: scale, text: {name}?, scale: [no, yes]}}" for name in names)
    counts = (f"{name}: {{answers: 8, counts: [6, 2]}}" for name in names)
    more = {
        "program/surveys/many.yaml": "{title: Many, roles: [mentee], readers: [coordinator], "
        f"items: [{', '.join(items)}]}}",
        "pairs/circle/surveys/many.yaml": "groups:\n- {role: mentee, answers: 8, items: "
        f"{{{', '.join(counts)}}}}}\n",
    }

    (chart,) = _charts(
        "answers", program=KNOWN + "evaluation: [{survey: many, at: end}]\n", more=more
    )

    assert len(chart.drawing.dots) == 8
    assert len(chart.table.rows) == questions
    assert chart.left_out == left_out
