"""How a program works, as a list of facts: kind, rhythm, groups, where people meet, who runs it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telemaco.messages import Message, msg, msg_n
from telemaco.model.rooms import public_page
from telemaco.progress.health import rhythm
from telemaco.records.base import ProgramId
from telemaco.records.program import Cadence, Program, ProgramKind
from telemaco.render.pages import words
from telemaco.render.pages.edition import Edition

_SIZE: Mapping[ProgramKind, Message] = {
    ProgramKind.GROUP: msg("Size of a group"),
    ProgramKind.PEER_CIRCLE: msg("Size of a circle"),
}


@dataclass(frozen=True, slots=True)
class Saying:
    """A part of a fact, in words of the reader's language; `page` is an address, if any."""

    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class ProgramFact:
    """What it is about, and what holds; `is_outside` is whether its addresses lead elsewhere."""

    label: Message
    sayings: tuple[Saying, ...]
    is_outside: bool = False


def program_facts(edition: Edition, name: ProgramId) -> list[ProgramFact]:
    """What one wants to know before one takes part."""
    program = edition.community.programs[name]
    return [
        *_shape(edition, program),
        *(_rhythm(edition, program.cadence) if program.cadence else ()),
        *_places(edition, program),
        _coordinators(edition, program),
    ]


def _fact(edition: Edition, label: Message, said: Message) -> ProgramFact:
    return ProgramFact(label, (Saying(edition.words(said)),))


def _shape(edition: Edition, program: Program) -> Iterator[ProgramFact]:
    yield _fact(edition, msg("Kind"), words.PROGRAM_KIND[program.kind])
    yield _fact(edition, msg("Style"), _STYLE[program.style])
    capacity = program.capacity
    if program.kind in _SIZE:
        size = msg(
            "from {least} to {most} people",
            least=capacity.group_minimum,
            most=capacity.group_maximum,
        )
        yield _fact(edition, _SIZE[program.kind], size)
    if capacity.pairs:
        most = words.number_of_pairs(program.kind, capacity.pairs)
        yield _fact(edition, msg("Places"), msg("{most} at most", most=most))
    spoken = program.languages or edition.community.settings.languages
    names = ", ".join(edition.dates.language_name(code) for code in spoken)
    yield ProgramFact(msg("Languages"), (Saying(names),))


def _rhythm(edition: Edition, cadence: Cadence) -> Iterator[ProgramFact]:
    yield _fact(edition, msg("Rhythm"), rhythm(cadence))
    if cadence.minutes:
        length = msg_n("{count} minute", "{count} minutes", cadence.minutes)
        yield _fact(edition, msg("Length of a session"), length)
    if cadence.minimum_sessions:
        fewest = msg_n(
            "at least {count} session", "at least {count} sessions", cadence.minimum_sessions
        )
        yield _fact(edition, msg("Sessions in all"), fewest)


def _places(edition: Edition, program: Program) -> Iterator[ProgramFact]:
    if program.meeting:
        tool = edition.words(_TOOLS[program.meeting.tool])
        said = Saying(tool, public_page(program.meeting) or "")
        yield ProgramFact(msg("Sessions take place"), (said,), is_outside=True)
    if program.chat:
        kind = program.chat.kind.capitalize()
        yield ProgramFact(
            msg("The program talks on"), (Saying(kind, program.chat.url),), is_outside=True
        )


def _coordinators(edition: Edition, program: Program) -> ProgramFact:
    """Those who publish their name; of the others, that there are some."""
    ids = program.coordinators or edition.community.settings.coordinators
    people = edition.community.people
    named = [
        Saying(people[person].name, page) for person in ids if (page := edition.person_page(person))
    ]
    if len(named) < len(ids):
        also = msg("and others") if named else msg("the coordinators of this community")
        named.append(Saying(edition.words(also)))
    return ProgramFact(msg("Run by"), tuple(named))


_STYLE: Mapping[str, Message] = {
    "formal": msg("Formal: with objectives and follow-up"),
    "informal": msg("Informal: nobody is chased"),
}
_TOOLS: Mapping[str, Message] = {
    "jitsi": msg("on Jitsi"),
    "zoom": msg("on Zoom"),
    "teams": msg("on Microsoft Teams"),
    "meet": msg("on Google Meet"),
    "in-person": msg("in person"),
    "other": msg("where each pair likes"),
}
