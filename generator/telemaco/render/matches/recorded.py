"""Why somebody is with whom they are, as the receipt of the matching tells it."""

from collections.abc import Iterable, Iterator, Sequence

from telemaco.matching.phrases import CRITERIA_NAMES
from telemaco.matching.recorded import Recorded
from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.records.receipt import ProposedPair, Share
from telemaco.render.matches.lines import Lines
from telemaco.render.matches.names import Names

_POINTS = 1000


def recorded_as_text(
    found: Sequence[Recorded], names: Names, translator: Translator, width: int
) -> str:
    """Each pair with its score, what every criterion gave, what to mind and the next choices.

    What to mind is in the language in which the receipt was written.
    """
    lines = Lines(translator, width)
    for number, one in enumerate(found):
        if number:
            lines.blank()
        members = " - ".join(map(names.person_and_file, one.pair.members))
        lines.add(
            msg(
                "{members}: {score}, by the matching of {day}",
                members=members,
                score=one.pair.score,
                day=one.receipt.on,
            )
        )
        lines.columns([*_criteria(lines, one.pair.shares)], 2)
        for sentence in _further(one, names):
            lines.add(sentence, 2)
    return lines.text()


def _criteria(lines: Lines, shares: Sequence[Share]) -> Iterator[tuple[str, str]]:
    total = sum(share.weight for share in shares) or 1
    for share in shares:
        name = CRITERIA_NAMES.get(share.criterion)
        most = 100 * share.weight // total
        yield (
            lines.words(name) if name else share.criterion,
            f"{share.points // _POINTS:3} / {most}",
        )


def _further(one: Recorded, names: Names) -> Iterator[Message]:
    pair = one.pair
    if pair.together:
        yield msg("{text}", text=pair.together.text)
    for caution in pair.cautions:
        yield msg("Mind: {caution}", caution=caution)
    yield from _next_choices(pair, names)
    yield msg(
        "How it came about can be worked out again: telemaco match {program} --verify {receipt}",
        program=one.receipt_id.program,
        receipt=one.receipt_id.day,
    )


def _next_choices(pair: ProposedPair, names: Names) -> Iterable[Message]:
    for person in pair.members:
        others = [
            f"{names.person(other.person)} {other.score}"
            for other in pair.runners_up
            if other.of == person
        ]
        if others:
            yield msg(
                "Next for {person}: {others}", person=names.person(person), others=", ".join(others)
            )
