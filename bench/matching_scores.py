"""The scores of all pairs at once against working them out pair by pair, 2,000 by 2,000.

Pair by pair is the product's own function, with which it explains every proposal; it is timed on
some rows and scaled. Both must give the same, to the last point.
"""

import time
from collections.abc import Iterator

import numpy as np

from bench.mentoring import population
from bench.rounds import medians
from bench.table import Row, print_rows
from telemaco.matching.participants import Matrix
from telemaco.matching.scores import score, scores, shares
from telemaco.matching.silence import with_silence

_SIZE = 2000
_STEP = 200
_BLOCK = 500


def rows() -> Iterator[Row]:
    """How many times as fast, and in how many of the sampled pairs the two differ."""
    people = population(_SIZE, _SIZE, 2)
    terms = with_silence(people.terms, people.mentees, people.mentors)

    def at_once() -> Matrix:
        found = scores(people.mentees, people.mentors, terms)
        blocks = (slice(start, start + _BLOCK) for start in range(0, _SIZE, _BLOCK))
        return np.concatenate([found(block).total for block in blocks])

    sample = people.mentees[::_STEP]
    begin = time.process_time()
    one_by_one = [
        [score(shares(mentee, mentor, terms)) for mentor in people.mentors] for mentee in sample
    ]
    seconds = (time.process_time() - begin) * _SIZE / len(sample)
    (quick,) = medians(5, at_once)
    differing = int((at_once()[::_STEP] != np.array(one_by_one)).sum())
    yield Row(f"{_SIZE} x {_SIZE}: all scores at once", quick, "s")
    yield Row(f"  pair by pair, in Python ({len(sample)} rows, scaled)", seconds, "s")
    yield Row("  faster", seconds / quick, "x", at_least=80)
    yield Row("  scores of these rows that differ", differing, "", at_most=0)


if __name__ == "__main__":
    print_rows(rows())
