from telemaco.model.community import Session
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.render.tracing.notebook import Notebook
from telemaco.render.tracing.sessions import TEXTS, with_traced_texts
from tests.render.pages.workshop import edition

PAIR = PairId(ProgramId("bottega"), PairName("verrocchio-leonardo"))


def _traced(notebook: Notebook) -> Session:
    return with_traced_texts(edition().community.sessions, notebook)[PAIR][0]


def test_a_traced_session_says_what_the_session_says() -> None:
    plain = edition().community.sessions[PAIR][0]

    one = _traced(Notebook())

    assert (one.id, one.day, one.note, one.body) == (plain.id, plain.day, plain.note, plain.body)


def test_a_look_at_the_text_is_noted_down_and_no_other_look() -> None:
    notebook = Notebook()
    session = _traced(notebook)

    assert session.note.minutes == 60
    assert session.id.number == 1
    assert not notebook.tear_out()

    assert session.body.strip()
    assert notebook.tear_out() == {(TEXTS, PAIR)}


def test_what_a_session_is_made_of_is_all_traced_or_no_text() -> None:
    """Another field would have to be taken over, and one with text in it to be traced."""
    assert [*Session.__dataclass_fields__] == ["id", "day", "note", "body"]
