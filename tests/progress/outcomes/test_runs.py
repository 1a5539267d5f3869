from datetime import date

from telemaco.progress.outcomes.attainment import NO_GOALS
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.programs import outcomes_of_each
from telemaco.progress.outcomes.report import told_outcomes
from telemaco.progress.outcomes.runs import run_names, runs_of
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Run
from telemaco.progress.pair import pair_progress
from telemaco.records.base import ProgramId
from tests.fakes import community
from tests.progress.outcomes.circle import CIRCLE, DONE, LEFT, PROGRAM, TODAY, Two, files

SERIES = PROGRAM + "series: letters\n"


def _runs(made: dict[str, str], name: ProgramId = CIRCLE, few: int = 5) -> tuple[Run, ...]:
    mentoring = community(made)
    progress = {pair: pair_progress(mentoring, pair, TODAY) for pair in mentoring.pairs}
    told = told_outcomes(
        mentoring, outcomes_of_each(mentoring, run_names(mentoring, name), progress, TODAY), few
    )
    return runs_of(mentoring, name, told, TODAY)


def _begun(day: date, status: str = "completed") -> str:
    return SERIES.replace("start: 2027-01-04", f"start: {day}").replace("completed", status)


def test_a_program_without_series_stands_alone() -> None:
    goal = "goals: [{id: a, statement: A, status: achieved}]\n"
    note = {"2027-01-20": "status: held\nminutes: 90"}
    made = files([Two(DONE.facts + goal, note)] * 3) | files([DONE] * 3, name="other")

    assert _runs(made) == (Run(CIRCLE, 6, 3, 3, 270, Share(3, 3), Share(3, 3), Share(3, 15)),)


def test_runs_stand_in_the_order_of_their_days_up_to_this_one() -> None:
    made = (
        files([DONE] * 6, program=SERIES)
        | files([DONE] * 4 + [LEFT] * 3, name="first", program=_begun(date(2025, 1, 6)))
        | files([DONE], name="tiny", program=_begun(date(2026, 1, 6)))
        | {
            "program/programs/off.yaml": _begun(date(2026, 1, 6), "cancelled"),
            "program/programs/next.yaml": _begun(date(2028, 1, 6)),
        }
    )

    runs = _runs(made)

    assert [run.program for run in runs] == ["first", "tiny", "circle"]
    assert [run.completed for run in runs] == [Share(4, 7), WITHHELD, Share(6, 6)]
    assert runs[0].goals == NO_GOALS
    assert runs[1] == Run(ProgramId("tiny"), WITHHELD, 1, 0, 0, WITHHELD, WITHHELD, WITHHELD)
    assert [run.completed for run in _runs(made, few=1)] == [
        Share(4, 7),
        Share(1, 1),
        Share(6, 6),
    ]
