"""Issue forms: 10,000 made-up submissions, read exactly, refused with a reason, or read wrongly.

Of all forms and languages of the example and of a community whose every text is chosen to be
misread (tests/forms/communities.py): friendly ones, and hostile ones with headings, boxes,
fences, commas, line endings and letters that nobody sees (tests/forms/submissions.py).
"""

from collections.abc import Iterator
from time import perf_counter

from tests.forms.communities import example, nasty
from tests.forms.submissions import Tally, submissions, tally

from bench.table import Row

_FRIENDLY, _HOSTILE = 500, 4500


def rows() -> Iterator[Row]:
    """How the submissions were read: of friendly ones none is refused, of none one is wrong."""
    started = perf_counter()
    kind, hostile = Tally(), Tally()
    for number, found in enumerate((example(), nasty())):
        _add(kind, tally(found, submissions(found, _FRIENDLY, seed=number, is_hostile=False)))
        _add(hostile, tally(found, submissions(found, _HOSTILE, seed=number)))
    count = 2 * (_FRIENDLY + _HOSTILE)
    yield Row("submissions", count, "", at_least=10_000)
    yield Row("friendly ones read exactly", kind.exact, "", at_least=2 * _FRIENDLY)
    yield Row("hostile ones read exactly", hostile.exact, "")
    yield Row("hostile ones refused with a reason", hostile.refused, "")
    yield Row("read wrongly", kind.wrong + hostile.wrong, "", at_most=0)
    yield Row("made, recognised and read", (perf_counter() - started) * 1000 / count, "ms each")


def _add(whole: Tally, part: Tally) -> None:
    whole.exact += part.exact
    whole.refused += part.refused
    whole.wrong += part.wrong
