"""Hidden lines in our answer: one by which it is known again, one that holds what it remembers.

They are HTML comments, which a forge does not show. They are read only in what we wrote
ourselves, where every `<` of somebody else's text is escaped.
"""

import json
import re
from datetime import date, datetime
from typing import Any

from telemaco.intake.values import Memory, Saying, Verb
from telemaco.records.base import Language, PersonId
from telemaco.records.layout import is_id

MARKER = "<!-- telemaco:intake:1 -->"
"""On a line of its own in our answer."""

_MEMORY = re.compile(r"^<!-- telemaco:intake-memory:1 (\{.*\}) -->$", re.MULTILINE)


def with_memory(text: str, memory: Memory) -> str:
    """Our answer: a text, and below it the hidden lines."""
    said = {
        person: [saying.verb.value, saying.at.isoformat()]
        for person, saying in sorted(memory.said.items())
    }
    facts = {
        "form": memory.form,
        "language": memory.language,
        "text": memory.text,
        "day": memory.day.isoformat(),
        "outcome": memory.outcome,
        "material": memory.material,
        "since": memory.since.isoformat(),
        "said": said,
    }
    line = f"<!-- telemaco:intake-memory:1 {json.dumps(facts)} -->"
    return f"{text.rstrip()}\n\n{MARKER}\n{line}"


def memory_in(body: str) -> Memory | None:
    """What our answer remembers; None when nobody can tell any more. The last line counts."""
    lines = _MEMORY.findall(body.replace("\r\n", "\n"))
    try:
        return _memory(json.loads(lines[-1])) if lines else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _memory(known: Any) -> Memory:  # noqa: ANN401 (JSON that somebody may have changed)
    said = {
        PersonId(person): Saying(Verb(verb), _moment(at))
        for person, (verb, at) in known["said"].items()
        if is_id(person)
    }
    return Memory(
        form=str(known["form"]),
        language=Language(known["language"]),
        text=str(known["text"]),
        day=date.fromisoformat(known["day"]),
        outcome=str(known.get("outcome", "")),
        material=str(known["material"]),
        since=_moment(known["since"]),
        said=said,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
