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

from bench import real_ols
from bench.real_files import Files
from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.ports import SourceFile
from telemaco.progress.outcomes.withholding import EVERYTHING
from telemaco.render.reports.data import as_json
from telemaco.usecases.report import report

_FEW = 5
_BEGAN, _UNKNOWN, _NOT_GRADUATED = "projects", "no status", "not graduated"
_FINISHED, _NO_REASON = "Finished program", "no reason"
_NAMES: Mapping[str, str] = {
    _BEGAN: "pairs.begun",
    "graduated": "pairs.completed",
    _NOT_GRADUATED: "pairs.left_early",
    _UNKNOWN: "pairs.going_on",
    "Disqualified": "reasons.conduct",
    _FINISHED: "reasons.program-ended",
    "Not engaged": "reasons.no-contact",
    "Personal circumstances beyond their control": "reasons.other",
    "Requested to discontinue": "reasons.moved-on",
    _NO_REASON: "reasons.none",
}
"""What a report calls each of the source's words."""


@dataclass(frozen=True)
class Compared:
    """A figure of a cohort: the source's, and ours; `shown` is what everybody may read of it.

    `word` is the source's name of it, `figure` the report's; a dash where one has no name for it.
    """

    cohort: str
    word: str
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
        theirs = _counted(data, cohort)
        for word, name in rows(theirs, whole):
            yield Compared(cohort, word, name, theirs[word], whole.get(name, 0), told.get(name))


def rows(theirs: Mapping[str, int], ours: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """What is compared: every figure of pairs, each reason that either names, and strange words."""
    for word, name in _NAMES.items():
        if name.startswith("pairs.") or word in theirs or ours.get(name):
            yield word, name
    yield from ((word, "-") for word in theirs if word not in _NAMES)
    reasons = (name for name, number in ours.items() if name.startswith("reasons.") and number)
    yield from (("-", name) for name in reasons if name not in _NAMES.values())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The reports of real cohorts and their source.")
    parser.add_argument("--data", type=Path, required=True, help="The folder of the data.")
    data = json.loads((parser.parse_args().data / "ols.json").read_text(encoding="utf-8"))
    rows = list(compared(data))
    head = f"{'cohort':<16}{'in the source':<45}{'in the report':<23}"
    print(f"{head}{'source':>7}{'ours':>7}{'shown':>7}  equal")
    for row in rows:
        shown = "-" if row.shown is None else row.shown
        verdict = "yes" if row.is_equal else "NO"
        head = f"{row.cohort:<16}{row.word:<45}{row.figure:<23}"
        print(f"{head}{row.theirs:>7}{row.ours:>7}{shown:>7}  {verdict}")
    for line in real_ols.files(data)[1]:
        print(f"  {line}")
    wrong = sum(not row.is_equal for row in rows)
    print(f"{len(rows)} figures, {wrong} not equal")
    sys.exit(1 if wrong else 0)


def _counted(data: real_ols.Json, cohort: str) -> Counter[str]:
    """The source's own figures by its own words; nothing of the conversion is used."""
    found: Counter[str] = Counter()
    for project in data["projects"]:
        if project["cohort"] == cohort and project["mentors"] and project["participants"]:
            found[_BEGAN] += 1
            found[project["status"] or _UNKNOWN] += 1
            if project["status"] == _NOT_GRADUATED:
                found[_reason(project["reason"])] += 1
    return found


def _reason(reason: str | None) -> str:
    """The source's reason; all who finished have one, whether they came to the last call or not."""
    is_finished = reason is not None and reason.startswith(_FINISHED)
    return _FINISHED if is_finished else reason or _NO_REASON


def _figures(community: Community, cohort: str, few: int) -> dict[str, int]:
    """The numbers of a report, as its JSON has them; rare reasons together are none of them."""
    today = community.settings.today or real_ols.DAY
    found = report(community, cohort, today, few)
    figures = json.loads(as_json(found))["figures"]
    return {
        name: said["value"]
        for name, said in figures.items()
        if "value" in said and name != "reasons.rare"
    }


def _loaded(files: Files) -> Community:
    return load(SourceFile(path, text.encode()) for path, text in sorted(files.items())).community


if __name__ == "__main__":
    main()
