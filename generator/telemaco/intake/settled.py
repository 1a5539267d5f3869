"""Which issues need not be looked at again: GitHub takes only so many questions an hour."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from telemaco.intake.marker import MARKER, memory_in
from telemaco.intake.sayings import is_command
from telemaco.intake.values import Memory, text_digest
from telemaco.ports.forge import ForgeComment, ForgeIssue

Outcome: TypeAlias = Callable[[ForgeIssue, Memory], str]
"""What becomes of an issue by the files as they are now, with what our answer remembers."""


def unsettled(
    issues: Iterable[ForgeIssue], comments: Iterable[ForgeComment], outcome: Outcome
) -> Iterator[ForgeIssue]:
    """The issues that were edited, or answered with a command, since we answered, or never were.

    Also those of which something else becomes now, since the files have changed. The answer is
    given last: where it stands, everything before it is done. `comments` are all that were
    written on these issues.
    """
    by_issue: defaultdict[int, list[ForgeComment]] = defaultdict(list)
    for comment in comments:
        by_issue[comment.issue].append(comment)
    for issue in issues:
        if not _is_settled(issue, by_issue[issue.number], outcome):
            yield issue


def _is_settled(issue: ForgeIssue, comments: Sequence[ForgeComment], outcome: Outcome) -> bool:
    answers = [one for one in comments if one.is_ours and MARKER in one.body.splitlines()]
    memory = memory_in(answers[0].body) if answers else None
    if memory is None or memory.text != text_digest(issue.body):
        return False
    said = (one for one in comments if not one.is_ours and is_command(one.body))
    is_heard = all(one.updated_at <= answers[0].updated_at for one in said)
    return is_heard and memory.outcome == outcome(issue, memory)
