"""How well the skill vocabulary tells the same skill from another one (pairs judged by hand).

    python -m bench.real_pairs

`skill_pairs.csv` holds pairs of names that people use, judged by hand: the same skill or not.
Half of them are alike and different, half are different and alike: the hard cases, not a
sample of all pairs. Precision is the part of the pairs brought together that are the same;
recall the part of the same that are brought together.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.table import Row
from telemaco.model.vocabulary.names import gather
from telemaco.model.vocabulary.propose import propose

_PAIRS = Path(__file__).with_name("skill_pairs.csv")


@dataclass(frozen=True)
class Quality:
    """Pairs by what was made of them; `listed` counts the missed that are named as doubtful."""

    joined: tuple[tuple[str, str], ...]
    wrongly_joined: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    listed: int

    @property
    def precision(self) -> float:
        """Right joins of all joins."""
        return len(self.joined) / (len(self.joined) + len(self.wrongly_joined))

    @property
    def recall(self) -> float:
        """Right joins of all pairs that are the same."""
        return len(self.joined) / (len(self.joined) + len(self.missed))


def measure() -> Quality:
    """What the vocabulary makes of the pairs, each name used as often as in the real data."""
    rows = list(csv.DictReader(_PAIRS.read_text(encoding="utf-8").splitlines()))
    uses: dict[str, int] = {}
    for row in rows:
        uses[row["one"]] = int(row["uses_of_one"])
        uses[row["other"]] = int(row["uses_of_other"])
    people = [[name] for name, count in uses.items() for _ in range(count)]
    places = gather(people, {}).skills_of
    doubts = {frozenset(doubt.labels) for doubt in propose(people, {}, len(uses)).doubtful}
    joined: list[tuple[str, str]] = []
    wrong: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    for row in rows:
        pair = (row["one"], row["other"])
        is_joined = set(places[pair[0]]) == set(places[pair[1]])
        if row["same"] == "yes":
            (joined if is_joined else missed).append(pair)
        elif is_joined:
            wrong.append(pair)
    listed = sum(any(set(pair) <= doubt for doubt in doubts) for pair in missed)
    return Quality(tuple(joined), tuple(wrong), tuple(missed), listed)


def rows() -> Iterator[Row]:
    """The figures for `python -m bench`."""
    found = measure()
    yield Row("precision of the pairs brought together", found.precision, "", at_least=0.95)
    yield Row("recall of the pairs that are the same", found.recall, "", at_least=0.75)


def main() -> None:
    """Print precision, recall and what went wrong."""
    found = measure()
    print(f"precision {found.precision:.3f}  recall {found.recall:.3f}")
    print(f"brought together rightly {len(found.joined)}, wrongly {len(found.wrongly_joined)}:")
    for one, other in found.wrongly_joined:
        print(f"  {one} | {other}")
    print(f"missed {len(found.missed)} ({found.listed} listed as perhaps the same):")
    for one, other in found.missed:
        print(f"  {one} | {other}")


if __name__ == "__main__":
    main()
