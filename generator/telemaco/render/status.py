"""How the community gets on, as a text a coordinator can act on and as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.goals import vague_goals
from telemaco.ports import Translator
from telemaco.progress.values import (
    CommunityProgress,
    HealthKind,
    PairProgress,
    ProgramProgress,
    Waiting,
)
from telemaco.records.base import Language
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role
from telemaco.records.text import in_language
from telemaco.render.tables import table
from telemaco.render.vague_goals import lacks_in_words

FEW = 10
"""Rows of a list that are shown without --all."""
FEW_GOALS = 3
"""The same for suggestions."""

_ORDER = tuple(HealthKind)
_HEALTH: Mapping[HealthKind, Message] = {
    HealthKind.SILENT: msg("silent"),
    HealthKind.NEEDS_ATTENTION: msg("needs attention"),
    HealthKind.NOT_STARTED: msg("not started"),
    HealthKind.PAUSED: msg("paused"),
    HealthKind.ON_TRACK: msg("on track"),
    HealthKind.ENDED: msg("over"),
}


def as_text(
    community: Community,
    progress: CommunityProgress,
    translator: Translator,
    width: int,
    *,
    show_all: bool = False,
) -> str:
    """The programs side by side, then what asks for action, the most urgent first."""
    say = translator.text
    parts = [
        say(msg("As of {day}", day=progress.today)),
        _programs(community, progress, translator, width),
        _attention(progress, translator, width, show_all=show_all),
        _waiting(progress, translator, width, show_all=show_all),
        _goals(community, translator, width, show_all=show_all),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def as_json(progress: CommunityProgress, translator: Translator) -> str:
    """Every figure by its name in `telemaco.progress.values`; sentences in one language."""
    return json.dumps(_plain(progress, translator), ensure_ascii=False, indent=2) + "\n"


def _programs(
    community: Community, progress: CommunityProgress, translator: Translator, width: int
) -> str:
    say = translator.text
    if not progress.programs:
        return say(msg("There is no program yet: write one into program/programs/."))
    header = [
        say(title)
        for title in (
            msg("program"),
            msg("applied"),
            msg("waiting"),
            msg("pairs"),
            msg("meeting"),
            msg("attention"),
            msg("silent"),
            msg("ended"),
            msg("sessions"),
            msg("kept"),
        )
    ]
    language = Language(translator.language)
    rows = [
        [
            f"{in_language(community.programs[program.id].title, language)} ({program.id})",
            *_program_figures(program),
        ]
        for program in progress.programs
    ]
    return table(header, rows, width)


def _program_figures(program: ProgramProgress) -> list[str]:
    health = program.sums.health
    applied = sum(counts.get(EnrolmentStatus.APPLIED, 0) for counts in program.enrolments.values())
    meeting = health.get(HealthKind.ON_TRACK, 0) + health.get(HealthKind.NEEDS_ATTENTION, 0)
    share = program.sums.kept_percent
    figures = (
        applied,
        len(program.waiting),
        program.sums.pairs,
        meeting,
        health.get(HealthKind.NEEDS_ATTENTION, 0),
        health.get(HealthKind.SILENT, 0),
        health.get(HealthKind.ENDED, 0),
        program.sums.held,
    )
    return [*map(str, figures), "-" if share is None else f"{share}%"]


def _attention(
    progress: CommunityProgress, translator: Translator, width: int, *, show_all: bool
) -> str:
    say = translator.text
    urgent = sorted(
        (
            pair
            for program in progress.programs
            for pair in program.pairs
            if pair.health.next_step is not None
        ),
        key=_urgency,
    )
    if not urgent:
        return say(msg("No pair asks for action."))
    shown = urgent if show_all else urgent[:FEW]
    header = [say(title) for title in (msg("pair"), msg("state"), msg("why"), msg("next step"))]
    rows = [_row(pair, translator) for pair in shown]
    title = say(msg_n("{count} pair asks for action", "{count} pairs ask for action", len(urgent)))
    return f"{title}\n\n{table(header, rows, width)}{_more(len(urgent) - len(shown), translator)}"


def _urgency(pair: PairProgress) -> tuple[int, date, str]:
    return (_ORDER.index(pair.health.kind), pair.last_session or date.min, str(pair.id))


def _row(pair: PairProgress, translator: Translator) -> Sequence[str]:
    health = pair.health
    step = translator.text(health.next_step) if health.next_step else ""
    return (
        str(pair.id),
        translator.text(_HEALTH[health.kind]),
        translator.text(health.reason),
        step,
    )


def _waiting(
    progress: CommunityProgress, translator: Translator, width: int, *, show_all: bool
) -> str:
    say = translator.text
    everybody = [(program, who) for program in progress.programs for who in program.waiting]
    if not everybody:
        return ""
    shown = everybody if show_all else everybody[:FEW]
    header = [say(title) for title in (msg("person"), msg("as"), msg("program"), msg("days"))]
    rows = [_waiting_row(program, who, translator) for program, who in shown]
    title = say(
        msg_n(
            "{count} person waits for a partner; telemaco match PROGRAM proposes one",
            "{count} people wait for a partner; telemaco match PROGRAM proposes them",
            len(everybody),
        )
    )
    return (
        f"{title}\n\n{table(header, rows, width)}{_more(len(everybody) - len(shown), translator)}"
    )


def _goals(community: Community, translator: Translator, width: int, *, show_all: bool) -> str:
    """The goals that could say more: something to suggest to the pairs, no fault of theirs."""
    vague = list(vague_goals(community))
    if not vague:
        return ""
    shown = vague if show_all else vague[:FEW_GOALS]
    say = translator.text
    header = [say(title) for title in (msg("pair"), msg("goal"), msg("it could still say"))]
    rows = [(str(one.pair), one.goal.id, say(lacks_in_words(one.lacks))) for one in shown]
    title = say(
        msg_n(
            "{count} goal could say more; suggest it when you talk to the pair",
            "{count} goals could say more; suggest it when you talk to the pairs",
            len(vague),
        )
    )
    return f"{title}\n\n{table(header, rows, width)}{_more(len(vague) - len(shown), translator)}"


def _waiting_row(program: ProgramProgress, who: Waiting, translator: Translator) -> Sequence[str]:
    days = "-" if who.days is None else str(who.days)
    return who.person, translator.text(_ROLES[who.role]), program.id, days


def _more(number: int, translator: Translator) -> str:
    if number <= 0:
        return ""
    return translator.text(
        msg_n("and {count} more; --all shows it", "and {count} more; --all shows them", number)
    )


def _plain(value: Any, translator: Translator) -> Any:  # noqa: ANN401, PLR0911 (any value of ours to any of JSON's)
    match value:
        case Message():
            return translator.text(value)
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple() if hasattr(value, "_fields"):
            return str(value)
        case tuple():
            return [_plain(item, translator) for item in value]
        case Mapping():
            return {_key(key): _plain(item, translator) for key, item in _sorted(value)}
        case _ if is_dataclass(value):
            names = value.__dataclass_fields__
            return {name: _plain(getattr(value, name), translator) for name in names}
        case _:
            return value


def _sorted(mapping: Mapping[Any, Any]) -> Iterable[tuple[Any, Any]]:
    return sorted(mapping.items(), key=lambda item: _key(item[0]))


def _key(key: object) -> str:
    return str(key.value if isinstance(key, Enum) else key)


_ROLES: Mapping[Role, Message] = {
    Role.MENTOR: msg("mentor"),
    Role.MENTEE: msg("mentee"),
    Role.PEER: msg("peer"),
    Role.FACILITATOR: msg("facilitator"),
}
