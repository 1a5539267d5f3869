"""The frame of a suggestion that names people or pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telemaco.messages import Message
from telemaco.progress.naming import named
from telemaco.progress.values import Suggestion, SuggestionKind
from telemaco.records.base import ProgramId


@dataclass(frozen=True, slots=True)
class Deed:
    """What to do, what happens otherwise, and the words after `telemaco` or the file to change.

    `{names}` and `{program}` in `what` are filled by those whom it is about.
    """

    what: Message
    otherwise: Message
    command: tuple[str, ...] = ()
    path: str = ""


def asking(
    kind: SuggestionKind, program: ProgramId, names: Sequence[str], deed: Deed
) -> Iterator[Suggestion]:
    """The suggestion to do this for whoever is named; none where nobody is."""
    if names:
        facts = {**deed.what.facts, "program": program, "names": named(names)}
        what = replace(deed.what, facts=facts)
        yield Suggestion(kind, program, tuple(names), what, deed.otherwise, deed.command, deed.path)
