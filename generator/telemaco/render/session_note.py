"""A session note that is filled in as far as it is known, as the text of its file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.records.base import AgendaId, PersonId, Start
from telemaco.records.note import Action, Attendance, NoteStatus
from telemaco.render.markdown import sections_of
from telemaco.yamltext.writing import write, write_inline

_SCHEMA = "yaml-language-server: $schema=../../../docs/schema/note.json"


@dataclass(frozen=True, slots=True)
class OpenAction:
    """What somebody took on and did not do yet, with the name of the note that says so."""

    note: str
    action: Action


@dataclass(frozen=True, slots=True)
class NoteOutline:
    """What is known of a session before anybody writes about it.

    `resting` are the members who are on a break then, `guide` is the Markdown whose headings the
    text gets; empty where the note has no text.
    """

    status: NoteStatus
    minutes: int
    members: tuple[PersonId, ...]
    agenda: AgendaId
    open_actions: tuple[OpenAction, ...]
    guide: str = ""
    starts: Start | None = None
    resting: frozenset[PersonId] = frozenset()


def as_text(outline: NoteOutline, translator: Translator) -> str:
    """The whole file. What is not sure yet stands in comments, to be taken in or deleted."""
    is_held = outline.status is NoteStatus.HELD
    there = {
        person: (Attendance.EXCUSED if person in outline.resting else Attendance.PRESENT).value
        for person in outline.members
    }
    facts = {
        "status": outline.status.value,
        **({"starts": str(outline.starts)} if outline.starts else {}),
        "minutes": outline.minutes,
        **({"attendance": there} if is_held else {}),
        "agenda": outline.agenda,
    }
    unsure = [] if is_held else [f"attendance: {write_inline(there)}"]
    unsure += _remembered(outline.open_actions, translator)
    comments = "".join(f"# {line}\n" for line in unsure)
    return f"---\n{write(facts, _SCHEMA)}{comments}---\n{headings_of(outline.guide)}"


def headings_of(guide: str) -> str:
    """The text with which a note begins: the headings of a guide, given as Markdown."""
    headings = [section.heading for section in sections_of(guide) if section.heading]
    return "\n".join(f"## {heading}\n" for heading in headings)


def _remembered(actions: Sequence[OpenAction], translator: Translator) -> Iterator[str]:
    """What is still open, a line each."""
    if actions:
        yield translator.text(msg("Still open. When it is done, write done_on: in its own note."))
    for one in actions:
        action = one.action
        facts: dict[str, str | date | None] = {
            "id": action.id,
            "text": " ".join(action.text.split()),
            "owner": action.owner,
            "due": action.due,
        }
        yield f"{one.note}: {write_inline({key: value for key, value in facts.items() if value})}"
