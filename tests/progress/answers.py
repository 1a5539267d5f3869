"""A program whose surveys were answered, as files of counts."""

from datetime import date

from telemaco.model.community import Community
from telemaco.progress.surveys import SurveyFigures, surveys_of
from telemaco.records.base import ProgramId
from tests.progress.atelier import PROGRAM, atelier

TODAY = date(2027, 12, 31)
EVALUATION = """\
evaluation:
  - {survey: start, at: start}
  - {survey: midpoint, at: midpoint}
  - {survey: end, at: end}
  - {survey: exit, at: exit}
"""
FOLDER = "pairs/atelier/surveys"


def group(role: str, answers: int, **items: tuple[int, ...]) -> str:
    results = ", ".join(
        f"{name.replace('_', '-')}: {{answers: {sum(counts)}, counts: {[*counts]}}}"
        for name, counts in items.items()
    )
    return f"  - {{role: {role}, answers: {answers}, items: {{{results}}}}}\n"


def atelier_with(**results: str) -> Community:
    files = {f"{FOLDER}/{name}.yaml": f"groups:\n{text}" for name, text in results.items()}
    return atelier(program=PROGRAM + EVALUATION, more=files)


def surveys(**results: str) -> tuple[SurveyFigures, ...]:
    return surveys_of(atelier_with(**results), ProgramId("atelier"), TODAY)
