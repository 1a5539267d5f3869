"""Plans, moves and calls off the sessions of a pair."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from telemaco.findings import Severity, TelemacoError
from telemaco.loading.load import load
from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.model.meetings import first_note
from telemaco.ports import Sources, Translator, Writer
from telemaco.records.base import Start
from telemaco.records.layout import PairId, day_of, note_path
from telemaco.records.note import NoteStatus
from telemaco.usecases.check import check
from telemaco.usecases.guides_ahead import moved_up
from telemaco.usecases.meet_times import cautions_of, refuse_the_same, refuse_times
from telemaco.usecases.note import Wanted, free_note, plan_note
from telemaco.usecases.overlaid import Overlaid
from telemaco.yamltext.changes import Set
from telemaco.yamltext.editing import UneditableError, edit_facts


@dataclass(frozen=True, slots=True)
class Scene:
    """The files of a community, what they say, and which day it is."""

    community: Community
    sources: Sources
    today: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """Sessions that are wanted: of which pair, on which days, when, and how long."""

    pair: PairId
    days: tuple[date, ...]
    start: Start
    minutes: int


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """Files to be written, the sessions that they plan or change, and what is worth a thought.

    `community` is the community as it will be, `before` what is in the files now.
    """

    files: Mapping[str, str]
    before: Mapping[str, bytes | None]
    sessions: tuple[Session, ...]
    cautions: tuple[Message, ...]
    community: Community


def plan_meetings(
    scene: Scene, wanted: Meeting, translate: Callable[[str], Translator]
) -> MeetingPlan:
    """The notes of new sessions, each as if those before it took place.

    Raises TelemacoError when one cannot be.
    """
    community, today = scene.community, scene.today
    refuse_times(community, wanted.pair, _spans(wanted), today)
    files: dict[str, str] = {}
    for day in sorted(wanted.days):
        about = Wanted(wanted.pair, day, today, wanted.start, wanted.minutes, again=True)
        note = plan_note(community, scene.sources, about, translate)
        files[note.path] = note.text
        community = _with(scene.sources, files)
    return _planned(scene, wanted, files, None)


def plan_move(scene: Scene, wanted: Meeting, session: Session) -> MeetingPlan:
    """The session at another time: the same event. Raises TelemacoError when it cannot be.

    On another day it gets a note of that day, and the old note says that it was moved.
    """
    refuse_times(scene.community, wanted.pair, _spans(wanted), scene.today, session)
    refuse_the_same(scene.community, wanted.pair, _spans(wanted), session)
    [day] = wanted.days
    path = note_path(wanted.pair, session.id)
    facts = [
        Set(("starts",), str(wanted.start)),
        Set(("minutes",), wanted.minutes),
        Set(("moved", "times"), (session.note.moved.times if session.note.moved else 0) + 1),
    ]
    if day == session.day:
        return _planned(scene, wanted, {path: _edited(scene, path, facts)}, session)
    first = first_note(session)
    about = Wanted(wanted.pair, day, scene.today, again=True)
    new = note_path(wanted.pair, free_note(scene.community, scene.sources, about))
    files = {
        path: _edited(scene, path, [Set(("status",), NoteStatus.RESCHEDULED.value)]),
        new: _edited(scene, path, [*facts, Set(("moved", "from"), day_of(first) or first)]),
    }
    return _planned(scene, wanted, files, session)


def plan_cancel(scene: Scene, pair_id: PairId, session: Session) -> MeetingPlan:
    """The session called off: the same event. Raises TelemacoError.

    Its guide goes to the next session that is planned, and so on.
    """
    path = note_path(pair_id, session.id)
    text = _edited(scene, path, [Set(("status",), NoteStatus.CANCELLED.value)])
    off = Wanted(pair_id, session.day, scene.today)
    others = list(moved_up(scene.community, scene.sources, off, session))
    files = {path: text, **{one.path: one.text for one in others}}
    return _judged(scene, pair_id, files, (session.day,), tuple(one.told for one in others))


def planned_session(
    community: Community, pair_id: PairId, day: date | None, today: date
) -> Session:
    """The planned session of a day; the next one without a day. Raises TelemacoError."""
    for session in coming(community, pair_id, day or today):
        if day in {None, session.day}:
            return session
    raise TelemacoError(
        msg("{pair} has no session planned.", pair=str(pair_id))
        if day is None
        else msg("{pair} has no session planned on {day}.", pair=str(pair_id), day=day),
        msg("telemaco meet {pair} proposes times for one.", pair=str(pair_id)),
    )


def coming(community: Community, pair_id: PairId, today: date) -> tuple[Session, ...]:
    """The planned sessions of a pair from a day on, in their order."""
    return tuple(
        session
        for session in community.sessions_of(pair_id)
        if session.note.status is NoteStatus.PLANNED and session.day >= today
    )


def write_meetings(plan: MeetingPlan, sources: Sources, writer: Writer) -> None:
    """Write the files. Raises TelemacoError when one of them changed since the plan was made."""
    for path in plan.files:
        if sources.read(path) != plan.before[path]:
            raise TelemacoError(
                msg("{path} changed in the meantime.", path=path), msg("Run the command again.")
            )
    for path, text in plan.files.items():
        writer.write(path, text.encode())


def _spans(wanted: Meeting) -> Sequence[tuple[date, Start, int]]:
    return [(day, wanted.start, wanted.minutes) for day in wanted.days]


def _with(sources: Sources, files: Mapping[str, str]) -> Community:
    return load(_overlaid(sources, files).files()).community


def _overlaid(sources: Sources, files: Mapping[str, str]) -> Overlaid:
    return Overlaid(sources, {path: text.encode() for path, text in files.items()})


def _edited(scene: Scene, path: str, changes: Sequence[Set]) -> str:
    content = scene.sources.read(path) or b""
    try:
        return edit_facts(content.decode(), changes)
    except UneditableError as error:
        raise TelemacoError(
            msg("{path} cannot be changed without harm.", path=path),
            msg("Change it by hand: status, starts and moved."),
        ) from error


def _planned(
    scene: Scene, wanted: Meeting, files: Mapping[str, str], moving: Session | None
) -> MeetingPlan:
    cautions = cautions_of(scene.community, wanted.pair, _spans(wanted), moving)
    return _judged(scene, wanted.pair, files, wanted.days, tuple(cautions))


def _judged(
    scene: Scene,
    pair_id: PairId,
    files: Mapping[str, str],
    days: Sequence[date],
    cautions: tuple[Message, ...],
) -> MeetingPlan:
    """The plan. Raises TelemacoError for the first error that a check would find in its files."""
    checked = check(_overlaid(scene.sources, files), scene.today)
    for finding in checked.findings:
        if finding.location.path in files and finding.severity is Severity.ERROR:
            raise TelemacoError(finding.message, finding.hint)
    sessions = tuple(
        session
        for session in checked.community.sessions_of(pair_id)
        if session.day in days and note_path(pair_id, session.id) in files
    )
    before = {path: scene.sources.read(path) for path in files}
    return MeetingPlan(files, before, sessions, cautions, checked.community)
