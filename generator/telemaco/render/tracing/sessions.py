"""Sessions of which it is noted down whether their text was looked at, or only the rest."""

from collections.abc import Mapping

from telemaco.model.community import Session
from telemaco.model.late import Late
from telemaco.records.layout import PairId
from telemaco.records.note import Note
from telemaco.render.tracing.notebook import Fact, Notebook

SESSIONS = "sessions"
"""The mapping of a community that has them; in a fact, all but their texts."""

TEXTS = "texts"
"""In a fact, the texts of the notes of a pair."""

_ID, _DAY = (vars(Session)[name] for name in ("id", "day"))


class TracedSession(Session):
    """A session as it is; a notebook learns when its text is looked at."""

    __slots__ = ("_below", "_fact", "_notebook")

    _below: Session
    _fact: Fact
    _notebook: Notebook

    def __init__(self, below: Session, fact: Fact, notebook: Notebook) -> None:
        # The class is frozen, its fields are set as its own constructor does it.
        _ID.__set__(self, below.id)
        _DAY.__set__(self, below.day)
        object.__setattr__(self, "_below", below)
        object.__setattr__(self, "_fact", fact)
        object.__setattr__(self, "_notebook", notebook)

    @property
    def note(self) -> Note:  # pyright: ignore[reportIncompatibleVariableOverride] (read only, as it is)
        """What it says above the text."""
        return self._below.note

    @property
    def body(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride] (as above)
        """The text."""
        self._notebook.facts.add(self._fact)
        return self._below.body


def with_traced_texts(
    sessions: Mapping[PairId, tuple[Session, ...]], notebook: Notebook
) -> Mapping[PairId, tuple[Session, ...]]:
    """The sessions of each pair, traced when somebody asks for them."""
    return Late(
        sessions,
        lambda pair: tuple(TracedSession(one, (TEXTS, pair), notebook) for one in sessions[pair]),
    )
