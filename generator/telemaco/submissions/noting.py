"""Writing down a session: a note in the folder of the pair, by one of its members."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from telemaco.findings import BODY
from telemaco.messages import msg
from telemaco.model.attendance import rests_on
from telemaco.model.community import Community, Session
from telemaco.model.standing import members_on
from telemaco.records.base import PersonId
from telemaco.records.layout import NoteId, PairId, note_path
from telemaco.records.note import Note, NoteStatus
from telemaco.records.pair import Pair
from telemaco.records.parsing import parse
from telemaco.submissions.actions import actions_in
from telemaco.submissions.answers import day, label_of, number, text_of
from telemaco.submissions.days import no_day
from telemaco.submissions.draft import Draft, EditedFile, NewFile, Origin
from telemaco.submissions.membership import (
    member_of,
    others,
    own_pairs,
    pair_id_of,
    pair_named,
)
from telemaco.submissions.values import Filled, Problem
from telemaco.yamltext.changes import Set, plain

_MOST_A_DAY = 9
_ABSENT, _EXCUSED, _PRESENT = "absent", "excused", "present"


@dataclass(frozen=True, slots=True)
class _Told:
    """A session as it was told: what the front matter says, and the text below it."""

    pair_id: PairId
    day: date
    value: Mapping[str, Any]
    body: str


def note(filled: Filled, community: Community, _today: date) -> Draft:
    """Write down a session."""
    author = member_of(filled, community)
    if isinstance(author, Problem):
        return Draft(_TITLE, problems=(author,))
    held_on = day(text_of(filled.answers, "date"))
    known_day = None if isinstance(held_on, str) else held_on
    pair_id = pair_named(filled, community, author.id, known_day)
    if isinstance(pair_id, Problem) or isinstance(held_on, str):
        return _unplaced(filled, community, author.id, pair_id, held_on)
    pair = community.pairs[pair_id]
    body = text_of(filled.answers, "notes")
    told = _Told(
        pair_id,
        held_on,
        _value(filled, _usual(community, pair, held_on)),
        f"{body}\n" if body else "",
    )
    members = others(pair, author.id)
    draft = Draft(
        msg("{pair}: session of {day}", pair=str(pair_id), day=held_on),
        author.id,
        tell=members,
        may_object=members,
        material=(str(pair_id), held_on.isoformat(), _agreed(told.value)),
    )
    return _filed(draft, filled, told, community.sessions_of(pair_id))


_TITLE = msg("A session")


def _unplaced(
    filled: Filled,
    community: Community,
    author: PersonId,
    pair_id: PairId | Problem,
    held_on: date | str,
) -> Draft:
    """A session of no pair or no day, judged like one of another: all that is wrong is said."""
    problems = [pair_id] if isinstance(pair_id, Problem) else []
    if isinstance(held_on, str):
        problems.append(no_day(label_of(filled.form, "date"), held_on))
    draft = Draft(_TITLE, author, problems=tuple(problems))
    if isinstance(pair_id, PairId):
        return _judged_at(draft, filled, community, pair_id, "date")
    pairs = list(map(pair_id_of, own_pairs(community, author)))
    return _judged_at(draft, filled, community, pairs[0], "pair") if pairs else draft


def _judged_at(
    draft: Draft, filled: Filled, community: Community, pair_id: PairId, wrong: str
) -> Draft:
    """The draft with a note of a day of the pair that has none.

    What is found about that day or pair goes to the `wrong` field, which has a problem already.
    """
    pair = community.pairs[pair_id]
    free = _free_day(pair.start, community.sessions_of(pair_id))
    value = _value(filled, _usual(community, pair, free))
    unsure = {key for key, said in value.items() if isinstance(said, date)}
    unsure |= {"attendance"} if wrong == "pair" else set()
    path = note_path(pair_id, NoteId(free.isoformat()))
    file = NewFile(path, {key: said for key, said in value.items() if key not in unsure}, "")
    origins = (one for one in _origins(path, filled) if one.field not in {"date", "notes"})
    return replace(draft, changes=(file,), origins=(Origin(path, (), wrong), *origins))


def _free_day(first: date, sessions: tuple[Session, ...]) -> date:
    """The first day from one on of which there is no note."""
    taken = {session.day for session in sessions}
    while first in taken:
        first += timedelta(days=1)
    return first


def _usual(community: Community, pair: Pair, held_on: date) -> Mapping[str, str]:
    """Who belongs to the pair on the day, and that they were there but for those who rest."""
    return {
        one.person: _EXCUSED if rests_on(community, one.person, held_on) else _PRESENT
        for one in members_on(pair, held_on)
    }


def _value(filled: Filled, usual: Mapping[str, str]) -> Mapping[str, Any]:
    """What the front matter says; what was not answered is not there."""
    answers = filled.answers
    status = text_of(answers, "status") or NoteStatus.HELD.value
    said: dict[str, Any] = {
        "status": status,
        "minutes": number(text_of(answers, "minutes")),
        "mode": text_of(answers, "mode"),
        "attendance": _attendance(answers.get("present", ()), usual, status),
        "agenda": text_of(answers, "agenda"),
        "actions": actions_in(text_of(answers, "actions")),
        "next": day(text_of(answers, "next")),
    }
    return {key: value for key, value in said.items() if value not in ("", {}, [])}


def _attendance(
    present: tuple[str, ...], usual: Mapping[str, str], status: str
) -> Mapping[str, str]:
    """Who was there: everybody who does not rest, unless only some are named."""
    if status != NoteStatus.HELD.value:
        return {}
    if not present:
        return usual
    others = {one: said for one, said in usual.items() if one not in present}
    return dict.fromkeys(present, _PRESENT) | {
        one: _ABSENT if said == _PRESENT else said for one, said in others.items()
    }


def _agreed(value: Mapping[str, Any]) -> str:
    """What the members would want to know of: whether they met, who was there, for how long."""
    return repr(plain({key: value.get(key) for key in ("status", "attendance", "minutes")}))


def _filed(draft: Draft, filled: Filled, told: _Told, sessions: tuple[Session, ...]) -> Draft:
    """A new note, or that of the planned session, which then says what became of it."""
    same_day = [session for session in sessions if session.day == told.day]
    if any(_says(session, told) for session in same_day):
        return replace(draft, problems=(_written_already(filled),))
    planned = [one.id for one in same_day if one.note.status is NoteStatus.PLANNED]
    free = [number for number in range(1, _MOST_A_DAY + 1) if number not in _numbers(same_day)]
    if not planned and not free:
        return replace(draft, problems=(_too_many(filled),))
    note_id = planned[0] if planned else NoteId(told.day.isoformat(), free[0])
    path = note_path(told.pair_id, note_id)
    changes = tuple(Set((key,), value) for key, value in told.value.items())
    file = EditedFile(path, changes, told.body) if planned else NewFile(path, told.value, told.body)
    return replace(draft, changes=(file,), origins=tuple(_origins(path, filled)))


def _numbers(sessions: list[Session]) -> set[int]:
    return {session.id.number for session in sessions}


def _says(session: Session, told: _Told) -> bool:
    """Whether a note says the same already."""
    note = parse(Note, plain(told.value))
    return note == session.note and session.body.strip() == told.body.strip()


def _written_already(filled: Filled) -> Problem:
    return Problem(
        label_of(filled.form, "date"),
        msg("this session is written down already, in the same words"),
        hint=msg("You need not do anything. For another session of that day, change something."),
    )


def _too_many(filled: Filled) -> Problem:
    return Problem(
        label_of(filled.form, "date"),
        msg("there are {count} sessions of that day already", count=_MOST_A_DAY),
        hint=msg("Correct the day."),
    )


def _origins(path: str, filled: Filled) -> Iterator[Origin]:
    yield Origin(path, (), "date")
    yield Origin(path, ("status",), "status" if text_of(filled.answers, "status") else "date")
    for field in ("minutes", "mode", "agenda", "actions", "next"):
        yield Origin(path, (field,), field)
    yield Origin(path, ("attendance",), "present")
    yield Origin(path, ("visibility",), "notes")
    yield Origin(path, (BODY,), "notes")
