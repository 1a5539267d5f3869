"""A matching beside what it would be if something were otherwise, for people and for programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from textwrap import fill

from telemaco.matching.result import Match
from telemaco.matching.seats import SeatChange, seats_of
from telemaco.matching.what_if import WhatIf
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.records.base import PersonId
from telemaco.render.matches.seats import POINTS, seat_words
from telemaco.render.tables import table
from telemaco.render.visible import visible

_FEW = 30
"""People shown without --details."""


def what_if_as_text(
    found: WhatIf,
    names: Mapping[PersonId, str],
    translator: Translator,
    width: int,
    *,
    details: bool = False,
) -> str:
    """What would become of the whole, then who would move, in lines of `width` characters."""
    everybody = {**names, **_newcomers(found, translator)}
    moved = [change for change in found.changes if not change.stays]
    rescored = [change for change in found.changes if change.stays]
    parts = [
        _paragraphs([_headline(found), *_notes(found)], translator, width),
        _totals(found, translator, width),
        _paragraphs([_summary(moved)], translator, width),
        _moves(moved if details else moved[:_FEW], everybody, translator, width),
        _paragraphs(_left_unsaid(moved, rescored, details=details), translator, width),
        _moves(rescored if details else (), everybody, translator, width),
    ]
    return "\n".join(part for part in parts if part)


def what_if_as_json(found: WhatIf) -> str:
    """Everything that would change; scores are of 100000."""
    value = {
        "program": found.now.program,
        "today": found.now.today.isoformat(),
        "what_if": list(found.suppositions),
        "newcomers": {person: list(skills) for person, skills in found.newcomers.items()},
        "now": _figures(found.now),
        "then": _figures(found.then),
        "changes": [asdict(change) for change in found.changes],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _newcomers(found: WhatIf, translator: Translator) -> Mapping[PersonId, str]:
    return {
        person: translator.text(msg("a new mentor for {skills}", skills=", ".join(skills)))
        for person, skills in found.newcomers.items()
    }


def _headline(found: WhatIf) -> Message:
    return msg(
        "{program}, {day}, if {suppositions}:",
        program=found.now.program,
        day=found.now.today,
        suppositions="; ".join(found.suppositions),
    )


def _notes(found: WhatIf) -> Sequence[Message]:
    notes = []
    if not found.now.mentees and not found.now.redo:
        notes.append(
            msg(
                "Note: nobody waits for a partner. With --redo the proposals of the last run are "
                "looked at, too."
            )
        )
    if found.weights_differ:
        notes.append(
            msg("Note: the weights differ, so the scores of the two measure different things.")
        )
    return notes


def _figures(found: Match) -> Mapping[str, int]:
    scores = [seat.score for seat in seats_of(found).values()]
    return {
        "matched": len(scores),
        "total": sum(scores),
        "mean": sum(scores) // len(scores) if scores else 0,
        "lowest": min(scores, default=0),
        "blocking_pairs": found.blocking,
    }


def _totals(found: WhatIf, translator: Translator, width: int) -> str:
    now, then = _figures(found.now), _figures(found.then)
    rows = [
        [translator.text(word), _shown(key, now[key]), _shown(key, then[key])]
        for key, word in _FIGURES.items()
    ]
    header = ["", translator.text(msg("as it is")), translator.text(msg("then"))]
    return table(header, rows, width)


def _shown(key: str, number: int) -> str:
    return str(number // POINTS if key in {"mean", "lowest"} else number)


def _summary(moved: Sequence[SeatChange]) -> Message:
    if not moved:
        return msg("Everybody would keep their partner.")
    served = sum(change.old is None for change in moved)
    left = sum(change.new is None for change in moved)
    return msg(
        "{moved}, {served}, {left}.",
        moved=msg_n(
            "{count} would go to somebody else",
            "{count} would go to somebody else",
            len(moved) - served - left,
        ),
        served=msg_n("{count} would be served", "{count} would be served", served),
        left=msg_n("{count} would be left out", "{count} would be left out", left),
    )


def _moves(
    changes: Sequence[SeatChange],
    names: Mapping[PersonId, str],
    translator: Translator,
    width: int,
) -> str:
    if not changes:
        return ""
    words = (msg("Who"), msg("as it is"), msg("then"), msg("gain"))
    header = [translator.text(word) for word in words]
    rows = [
        [
            visible(names.get(change.person, change.person)),
            visible(seat_words(change.old, names, translator)),
            visible(seat_words(change.new, names, translator)),
            _gain(change),
        ]
        for change in changes
    ]
    return table(header, rows, width)


def _gain(change: SeatChange) -> str:
    if change.old is None or change.new is None:
        return ""
    return f"{change.new.score // POINTS - change.old.score // POINTS:+d}"


def _left_unsaid(
    moved: Sequence[SeatChange], rescored: Sequence[SeatChange], *, details: bool
) -> Sequence[Message]:
    said = []
    more = 0 if details else len(moved) - _FEW
    if more > 0:
        said.append(
            msg_n(
                "and {count} more; --details shows it",
                "and {count} more; --details shows them",
                more,
            )
        )
    if rescored:
        said.append(
            msg_n(
                "{count} would keep their partner, at another score.",
                "{count} would keep their partner, at another score.",
                len(rescored),
            )
        )
    return said


def _paragraphs(lines: Sequence[Message], translator: Translator, width: int) -> str:
    return "".join(
        fill(
            visible(translator.text(line)),
            width,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
        for line in lines
    )


_FIGURES: Mapping[str, Message] = {
    "matched": msg("people served"),
    "mean": msg("mean score"),
    "lowest": msg("lowest score"),
    "blocking_pairs": msg("times two would both rather have each other"),
}
