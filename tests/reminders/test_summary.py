from datetime import date

from telemaco.records.base import ProgramId
from telemaco.reminders.steps import Step, StepKind
from telemaco.reminders.summary import RunSummary, summaries
from telemaco.reminders.values import CheckInKey, CheckInKind

DAY = date(2027, 2, 3)


def _step(kind: StepKind, program: str | None = "spring") -> Step:
    key = CheckInKey(ProgramId(program), "a-b", DAY, CheckInKind.SESSION) if program else None
    return Step(kind, key, None, DAY, ())


def test_steps_are_counted_for_every_program() -> None:
    done = [
        _step(StepKind.OPEN),
        _step(StepKind.OPEN),
        _step(StepKind.COMPLETE),
        _step(StepKind.CLOSE),
        _step(StepKind.REPORT, "autumn"),
        _step(StepKind.ASK_AGAIN, "autumn"),
        _step(StepKind.DIGEST, None),
    ]
    waiting = [_step(StepKind.OPEN, "winter"), _step(StepKind.DIGEST, None)]

    found = summaries(done, waiting)

    assert found == [
        RunSummary(ProgramId("autumn"), asked_again=1, reported=1),
        RunSummary(ProgramId("spring"), opened=2, closed=2),
        RunSummary(ProgramId("winter"), waiting=1),
    ]
    assert [one.has_news for one in found] == [True, True, False]


def test_run_that_did_nothing_has_nothing_to_tell() -> None:
    assert summaries([], []) == []
