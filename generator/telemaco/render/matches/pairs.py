"""A pair at length: what speaks for it, what to mind, the next choices of both."""

from collections.abc import Container, Iterator, Mapping

from telemaco.matching.cautions import CautionKind
from telemaco.matching.phrases import CRITERIA_NAMES
from telemaco.matching.result import Link
from telemaco.messages import Message, msg
from telemaco.render.matches.criteria import WEIGHTS
from telemaco.render.matches.lines import Lines
from telemaco.render.matches.names import Names

_POINTS = 1000

Settings = Mapping[str, str]
"""The settings of the run, in which the weights stand."""


def explain_pair(
    lines: Lines,
    link: Link,
    names: Names,
    settings: Settings,
    told_once: Container[CautionKind] = (),
) -> None:
    """Everything that is said of a pair, but the cautions that are told once for all."""
    lines.add(
        f"{names.person_and_file(link.mentor)} - {names.person_and_file(link.mentee)}: "
        f"{link.score // _POINTS}"
    )
    lines.columns(list(_criteria(lines, link, settings)), 2)
    for caution in link.cautions:
        if caution.kind not in told_once:
            lines.add(msg("Mind: {caution}", caution=caution.text), 2)
    for choices in next_choices(link, names):
        lines.add(choices, 2)


def next_choices(link: Link, names: Names) -> Iterator[Message]:
    """The runners-up, in a sentence for each of the two who has some."""
    for person in (link.mentee, link.mentor):
        others = [
            f"{names.person(one.person)} {one.score // _POINTS}"
            for one in link.runners_up
            if one.of == person
        ]
        if others:
            yield msg(
                "Next for {person}: {others}", person=names.person(person), others=", ".join(others)
            )


def most_points(link: Link, weight: int) -> int:
    """How many of 100 points a criterion of this weight can give."""
    return 100 * weight // (sum(share.weight for share in link.shares) or 1)


def weight_word(criterion: str, settings: Settings) -> Message:
    """How much a criterion counts, in a word."""
    return WEIGHTS[settings[f"weights.{criterion}"]]


def _criteria(lines: Lines, link: Link, settings: Settings) -> Iterator[tuple[str, str, str, str]]:
    for share, evidence in zip(link.shares, link.evidence, strict=True):
        most = most_points(link, share.weight)
        yield (
            lines.words(CRITERIA_NAMES[share.criterion]),
            lines.words(weight_word(share.criterion, settings)),
            f"{share.points // _POINTS:3} / {most:<3}",
            lines.words(evidence),
        )
