"""Whether the reports of ten real cohorts say what their source says.

    python -m bench.real_outcomes --data DIR

DIR holds ols.json (docs/real-data.md). One line a cohort and figure: the source's, ours, whether
they are equal. The exit status is 1 if one is not.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import real_ols
from bench.real_files import Files
from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.ports import SourceFile
from telemaco.progress.outcomes.withholding import EVERYTHING
from telemaco.render.reports.data import as_json
from telemaco.render.reports.voice import Voice
from telemaco.usecases.report import report

_FEW = 5
_GOES_ON = "pairs.going_on"
_COMPLETED = "pairs.completed"
_LEFT = "pairs.left_early"


@dataclass(frozen=True)
class Compared:
    """A figure of a cohort: the source's, and ours; `shown` is what everybody may read of it."""

    cohort: str
    figure: str
    theirs: int
    ours: int
    shown: int | None

    @property
    def is_equal(self) -> bool:
        """Whether all say the same; what is not shown says nothing."""
        return self.theirs == self.ours and self.shown in {self.ours, None}


def compared(data: real_ols.Json) -> Iterator[Compared]:
    """Every figure of every cohort."""
    made, _left_out = real_ols.files(data)
    community = _loaded(made)
    for cohort in sorted(data["weeks"]):
        whole = _figures(community, cohort, EVERYTHING)
        told = _figures(community, cohort, _FEW)
        theirs = _counted(data, community, cohort)
        for name in sorted(theirs.keys() | _own(whole)):
            yield Compared(cohort, name, theirs[name], whole.get(name, 0), told.get(name))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The reports of real cohorts and their source.")
    parser.add_argument("--data", type=Path, required=True, help="The folder of the data.")
    data = json.loads((parser.parse_args().data / "ols.json").read_text(encoding="utf-8"))
    rows = list(compared(data))
    print(f"{'cohort':<16}{'figure':<26}{'source':>7}{'ours':>7}{'shown':>7}  equal")
    for row in rows:
        shown = "-" if row.shown is None else row.shown
        verdict = "yes" if row.is_equal else "NO"
        line = f"{row.cohort:<16}{row.figure:<26}{row.theirs:>7}{row.ours:>7}{shown:>7}  {verdict}"
        print(line)
    for line in real_ols.files(data)[1]:
        print(f"  {line}")
    wrong = sum(not row.is_equal for row in rows)
    print(f"{len(rows)} figures, {wrong} not equal")
    sys.exit(1 if wrong else 0)


def _counted(data: real_ols.Json, community: Community, cohort: str) -> Counter[str]:
    """The source's own figures, under the names of a report.

    Nothing of the conversion is used but which word of ours stands for which of theirs.
    """
    is_over = any(
        name == cohort and program.status == "completed"
        for name, program in community.programs.items()
    )
    found: Counter[str] = Counter()
    for project in data["projects"]:
        if project["cohort"] != cohort or not (project["mentors"] and project["participants"]):
            continue
        found["pairs.begun"] += 1
        found.update(_figures_of(project, is_over=is_over))
    return found


def _figures_of(project: Mapping[str, Any], *, is_over: bool) -> tuple[str, ...]:
    """The figures in which a project is counted; who finished without graduating completed."""
    match project["status"]:
        case "graduated":
            return (_COMPLETED,)
        case "not graduated":
            status, reason = real_ols.NOT_GRADUATED[project["reason"]]
            return (_COMPLETED,) if status == "completed" else (_LEFT, f"reasons.{reason}")
        case _:
            return (_COMPLETED if is_over else _GOES_ON,)


def _own(figures: Mapping[str, int]) -> set[str]:
    """The figures of a report that are compared."""
    reasons = {name for name in figures if name.startswith("reasons.")}
    return reasons | {"pairs.begun", _GOES_ON, _COMPLETED, _LEFT}


def _figures(community: Community, cohort: str, few: int) -> dict[str, int]:
    """The numbers of a report, as its JSON has them; rare reasons together are none of them."""
    today = community.settings.today or real_ols.DAY
    found = report(community, cohort, today, few)
    figures = json.loads(as_json(Voice(community, Catalog("en")), found))["figures"]
    return {
        name: said["value"]
        for name, said in figures.items()
        if "value" in said and name != "reasons.rare"
    }


def _loaded(files: Files) -> Community:
    return load(SourceFile(path, text.encode()) for path, text in sorted(files.items())).community


if __name__ == "__main__":
    main()
