"""Starts a session note: the right file, filled in as far as it is known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from telemaco.findings import Severity, TelemacoError
from telemaco.messages import Message, msg
from telemaco.model.agendas import agenda_of
from telemaco.model.attendance import rests_on
from telemaco.model.community import Community, Guide
from telemaco.model.guides import guide_in
from telemaco.model.meetings import USUAL_MINUTES
from telemaco.model.schedule import cadence_of
from telemaco.model.standing import members_on
from telemaco.ports import Sources, Translator, Writer
from telemaco.records.base import AgendaId, Language, Start
from telemaco.records.layout import Kind, NoteId, PairId, note_path
from telemaco.records.note import NoteStatus
from telemaco.render.check_ins.people import language_of
from telemaco.render.session_note import NoteOutline, OpenAction, as_text
from telemaco.usecases.check import check
from telemaco.usecases.overlaid import Overlaid

MOST_A_DAY = 9


@dataclass(frozen=True, slots=True)
class NotePlan:
    """The file to be written; `has_text` is whether its text may be kept in this repository."""

    path: str
    text: str
    has_text: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """The session that is written down: whose, of which day, and which day it is now.

    `starts` and `minutes` are said of one that is planned for a time of day; `again` of one of a
    day on which another was held.
    """

    pair: PairId
    day: date
    today: date
    starts: Start | None = None
    minutes: int | None = None
    again: bool = False


def plan_note(
    community: Community, sources: Sources, wanted: Wanted, translate: Callable[[str], Translator]
) -> NotePlan:
    """The note that is to be written, in the language of the members.

    A day after today makes it the note of a planned session. Raises TelemacoError when the
    session of the day is planned already, when the day has no more room, or when the note would
    be wrong.
    """
    path = note_path(wanted.pair, free_note(community, sources, wanted))
    members = members_on(community.pairs[wanted.pair], wanted.day)
    ahead = as_if_held(community, wanted)
    guide = _guide(ahead, wanted.pair, wanted.day)
    has_text = _keeps_text(community)
    outline = NoteOutline(
        NoteStatus.PLANNED if wanted.starts or wanted.day > wanted.today else NoteStatus.HELD,
        wanted.minutes or _minutes(community, wanted.pair, guide),
        tuple(member.person for member in members),
        agenda_of(ahead, wanted.pair, wanted.day),
        tuple(_open_actions(community, wanted.pair, wanted.day)),
        guide.body if guide and has_text else "",
        wanted.starts,
        frozenset(one.person for one in members if rests_on(community, one.person, wanted.day)),
    )
    translator = translate(_language(community, wanted.pair, wanted.day))
    plan = NotePlan(path, as_text(outline, translator), has_text)
    _refuse_what_is_wrong(plan, sources, wanted.today)
    return plan


def minutes_of(community: Community, pair_id: PairId, day: date) -> int:
    """How long a session on the day should be: by the pair's rhythm, else by its guide."""
    return _minutes(community, pair_id, _guide(community, pair_id, day))


def guide_text(community: Community, wanted: Wanted, agenda: AgendaId) -> str:
    """The Markdown of a guide for the session; empty without one, or where notes have no text."""
    guide = _guide(community, wanted.pair, wanted.day, agenda)
    return guide.body if guide and _keeps_text(community) else ""


def free_note(community: Community, sources: Sources, wanted: Wanted) -> NoteId:
    """The first name of the day that no file has.

    Raises TelemacoError when the session of the day is planned already, when there is one that
    took place and nobody asks for another, or when there are too many.
    """
    for session in community.sessions_of(wanted.pair):
        if session.day == wanted.day and session.note.status is NoteStatus.PLANNED:
            raise TelemacoError(
                msg(
                    "The session of {day} is planned already, in {path}.",
                    day=wanted.day,
                    path=note_path(wanted.pair, session.id),
                ),
                _to_do_with(wanted, session.day),
            )
    if not wanted.again:
        _refuse_a_second(community, wanted)
    for number in range(1, MOST_A_DAY + 1):
        note = NoteId(wanted.day.isoformat(), number)
        if not _is_taken(community, sources, wanted.pair, note):
            return note
    raise TelemacoError(
        msg("There are {count} notes of {day} already.", count=MOST_A_DAY, day=wanted.day),
        msg("Name another day with --date."),
    )


def _refuse_a_second(community: Community, wanted: Wanted) -> None:
    """Raise TelemacoError when a session of the day is written down: two would count twice."""
    for session in community.sessions_of(wanted.pair):
        if session.day == wanted.day and session.note.status is NoteStatus.HELD:
            raise TelemacoError(
                msg(
                    "The session of {day} is written down already, in {path}.",
                    day=wanted.day,
                    path=note_path(wanted.pair, session.id),
                ),
                msg("Correct it there. If they met twice that day, add --again for a second note."),
            )


def _to_do_with(wanted: Wanted, planned: date) -> Message:
    """What to do instead of writing a second note of a session that is planned."""
    if planned > wanted.today:
        return msg(
            "Move it with telemaco meet {pair} --reschedule --session {day}, or call it off with "
            "--cancel instead.",
            pair=str(wanted.pair),
            day=planned.isoformat(),
        )
    return msg("Write there what became of it: status: held, and who was there.")


def write_note(plan: NotePlan, sources: Sources, writer: Writer) -> None:
    """Write the file. Raises TelemacoError when it is there by now: no note is overwritten."""
    if sources.read(plan.path) is not None:
        raise TelemacoError(msg("{path} is there already.", path=plan.path))
    writer.write(plan.path, plan.text.encode())


def as_if_held(community: Community, wanted: Wanted) -> Community:
    """The community in which the pair's sessions that are planned before the day took place."""
    sessions = tuple(
        replace(session, note=session.note.model_copy(update={"status": NoteStatus.HELD}))
        if session.note.status is NoteStatus.PLANNED and wanted.today <= session.day < wanted.day
        else session
        for session in community.sessions_of(wanted.pair)
    )
    return replace(community, sessions={**community.sessions, wanted.pair: sessions})


def _language(community: Community, pair_id: PairId, day: date) -> Language:
    members = members_on(community.pairs[pair_id], day)
    return language_of(community, [member.person for member in members])


def _guide(
    community: Community, pair_id: PairId, day: date, agenda: AgendaId | None = None
) -> Guide | None:
    """The guide of the session, or the one named, in the language of its members."""
    languages = (_language(community, pair_id, day), *community.settings.languages)
    return guide_in(community, agenda or agenda_of(community, pair_id, day), languages)


def _minutes(community: Community, pair_id: PairId, guide: Guide | None) -> int:
    cadence = cadence_of(community, pair_id)
    return (cadence and cadence.minutes) or (guide and guide.agenda.minutes) or USUAL_MINUTES


def _is_taken(community: Community, sources: Sources, pair_id: PairId, note: NoteId) -> bool:
    """Whether there is such a file, readable or not, sealed or not."""
    path = note_path(pair_id, note)
    number = "" if note.number == 1 else str(note.number)
    return (
        sources.read(path) is not None
        or sources.read(f"{path}.age") is not None
        or community.is_unread(Kind.NOTE, *pair_id, note.date, number)
    )


def _keeps_text(community: Community) -> bool:
    privacy = community.settings.privacy
    return privacy.repository == "private" or privacy.note_visibility == "public"


def _open_actions(community: Community, pair_id: PairId, day: date) -> Iterator[OpenAction]:
    for session in community.sessions_of(pair_id):
        for action in session.note.actions if session.day <= day else ():
            if action.done_on is None:
                yield OpenAction(f"{session.id}.md", action)


def _refuse_what_is_wrong(plan: NotePlan, sources: Sources, today: date) -> None:
    """Raise TelemacoError for the first error that a check would find in the note."""
    over = Overlaid(sources, {plan.path: plan.text.encode()})
    for finding in check(over, today).findings:
        if finding.location.path == plan.path and finding.severity is Severity.ERROR:
            raise TelemacoError(finding.message, finding.hint)
