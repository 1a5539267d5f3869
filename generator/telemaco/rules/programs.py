"""What a program says fits together: its follow-up, its reminders, its rules for pairs."""

from collections.abc import Iterator
from itertools import pairwise

from telemaco.findings import Finding, Location
from telemaco.messages import Choices, Message, msg
from telemaco.model.community import Community
from telemaco.model.pair_rules import Unreadable, parse
from telemaco.records.layout import COMMUNITY, program_path
from telemaco.records.program import Program, ProgramStatus
from telemaco.records.reminders import Reminders
from telemaco.rules.naming import at


def formal_programs(community: Community) -> Iterator[Finding]:
    """A formal program that is no draft has objectives, a rhythm and a last day."""
    for program_id, program in community.programs.items():
        if program.style == "formal" and program.status is not ProgramStatus.DRAFT:
            for key, example in _lacking(program):
                yield Finding(
                    "formal-program-incomplete",
                    at(program_path(program_id), "style"),
                    msg("style: formal, but {key} is missing", key=key),
                    msg(
                        "Add it, e.g. {example} - or write style: informal, which chases nobody.",
                        example=example,
                    ),
                )


def ladders(community: Community) -> Iterator[Finding]:
    """The steps of a reminder come one after the other."""
    yield from _ladder(COMMUNITY, community.settings.reminders)
    for program_id, program in community.programs.items():
        yield from _ladder(program_path(program_id), program.reminders)


def pair_rules(community: Community) -> Iterator[Finding]:
    """The program's own rules for pairs can be read."""
    for program_id, program in community.programs.items():
        for position, text in enumerate(program.matching.rules):
            rule = parse(text)
            if isinstance(rule, Unreadable):
                route = ("matching", "rules", position)
                yield _unread_rule(at(program_path(program_id), *route), text, rule)


def _unread_rule(place: Location, text: str, rule: Unreadable) -> Finding:
    allowed = Choices(rule.allowed)
    if rule.personal:
        return Finding(
            "personal-rule",
            place,
            msg('"{rule}": no rule looks at {word}', rule=text, word=rule.word),
            msg("Rules look at what people do, not at who they are: {allowed}.", allowed=allowed),
        )
    hint = msg("Allowed here: {allowed}.", allowed=allowed)
    if rule.meant:
        hint = msg("Did you mean {meant}? {hint}", meant=rule.meant, hint=hint)
    return Finding(
        "unreadable-rule",
        place,
        msg('"{rule}": {word} is not understood', rule=text, word=rule.word or "..."),
        hint,
    )


def _lacking(program: Program) -> Iterator[tuple[str, str]]:
    if not program.objectives:
        yield "objectives", "objectives: [{id: first-talk, statement: Everybody gives a talk}]"
    if program.cadence is None:
        yield "cadence", "cadence: {every: 2, unit: week}"
    if program.dates.end is None:
        yield "dates.end", "end: 2027-06-30"


def _ladder(path: str, reminders: Reminders | None) -> Iterator[Finding]:
    rungs = reminders.ladder if reminders else ()
    for position, (before, rung) in enumerate(pairwise(rungs), start=1):
        if rung.after_days <= before.after_days:
            yield Finding(
                "ladder-order",
                at(path, "reminders", "ladder", position, "after_days"),
                _too_soon(rung.after_days, before.after_days),
                msg("Write the steps in their order, each some days after the one before."),
            )


def _too_soon(days: int, before: int) -> Message:
    return msg(
        "after_days: {days} is not later than the step before it, {before}",
        days=days,
        before=before,
    )
