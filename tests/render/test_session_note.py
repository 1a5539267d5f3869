from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.records.base import AgendaId, GoalId, PersonId
from telemaco.records.note import Action, NoteStatus
from telemaco.render.session_note import NoteOutline, OpenAction, as_text

MEMBERS = (PersonId("verrocchio"), PersonId("leonardo"))
SCHEMA = "# yaml-language-server: $schema=../../../docs/schema/note.json\n"
DRAW = Action.model_construct(
    id=GoalId("draw"),
    text="Draw ten\nhands: all left",
    owner=MEMBERS[1],
    due=date(2027, 1, 12),
    done_on=None,
)
REST = Action.model_construct(id=GoalId("rest"), text="Rest", owner=None, due=None, done_on=None)
OPEN = (OpenAction("2027-01-05.md", DRAW), OpenAction("2027-01-19-2.md", REST))


def _outline(status: NoteStatus, *, guide: str = "") -> NoteOutline:
    return NoteOutline(status, 60, MEMBERS, AgendaId("regular"), OPEN, guide)


def test_note_of_a_session_that_was_held_is_ready_to_be_completed() -> None:
    guide = "Welcome.\n\n- First\n\n## Check-in\n\n- How?\n\n## Goal\n\n- What?\n"

    assert as_text(_outline(NoteStatus.HELD, guide=guide), Catalog("en")) == (
        f"---\n{SCHEMA}status: held\nminutes: 60\n"
        "attendance:\n  verrocchio: present\n  leonardo: present\nagenda: regular\n"
        "# Still open. When it is done, write done_on: in its own note.\n"
        "# 2027-01-05.md: {id: draw, text: 'Draw ten hands: all left', owner: leonardo, "
        "due: 2027-01-12}\n"
        "# 2027-01-19-2.md: {id: rest, text: Rest}\n"
        "---\n## Check-in\n\n## Goal\n"
    )


def test_planned_session_says_in_a_comment_who_will_have_been_there() -> None:
    outline = NoteOutline(NoteStatus.PLANNED, 45, MEMBERS, AgendaId("closing"), ())

    assert as_text(outline, Catalog("en")) == (
        f"---\n{SCHEMA}status: planned\nminutes: 45\nagenda: closing\n"
        "# attendance: {verrocchio: present, leonardo: present}\n---\n"
    )
