"""Which issues need not be looked at again: GitHub takes only so many questions an hour."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from telemaco.intake.marker import MARKER, memory_in
from telemaco.intake.sayings import is_command
from telemaco.intake.values import text_digest
from telemaco.ports.forge import ForgeComment, ForgeIssue


def unsettled(
    issues: Iterable[ForgeIssue], comments: Iterable[ForgeComment]
) -> Iterator[ForgeIssue]:
    """The issues that were edited, or answered with a command, since we answered, or never were.

    The answer is given last: where it stands, everything before it is done. `comments` are all
    that were written on these issues.
    """
    by_issue: defaultdict[int, list[ForgeComment]] = defaultdict(list)
    for comment in comments:
        by_issue[comment.issue].append(comment)
    for issue in issues:
        if not _is_settled(issue, by_issue[issue.number]):
            yield issue


def _is_settled(issue: ForgeIssue, comments: Sequence[ForgeComment]) -> bool:
    answers = [one for one in comments if one.is_ours and MARKER in one.body.splitlines()]
    memory = memory_in(answers[0].body) if answers else None
    if memory is None or memory.text != text_digest(issue.body):
        return False
    said = (one for one in comments if not one.is_ours and is_command(one.body))
    return all(one.updated_at <= answers[0].updated_at for one in said)
