"""The coordinators' overview in words.

In a public repository it holds numbers and ways to look further, and names nobody: who has not
answered is nobody else's business. What members ask for is told by the number of the issue in
which they asked.
"""

from collections.abc import Iterator, Mapping, Sequence

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import pair_path
from telemaco.reminders.board import LABEL
from telemaco.reminders.digest import Concern, Digest, Item
from telemaco.reminders.ladder import coordinators_in
from telemaco.reminders.letters import Written
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.values import OF_PEOPLE
from telemaco.render.check_ins.people import is_private, mentions, named, people_of
from telemaco.render.check_ins.places import Place
from telemaco.render.check_ins.safe import Safe, safe_title
from telemaco.render.check_ins.voice import Voice

LINES = 100
"""Lines of each part that are shown."""

_HEADS: Mapping[Concern, Message] = {
    Concern.WISH: msg("Somebody asks for something"),
    Concern.SIGN_UP: msg("Sign-ups that wait for an answer"),
    Concern.UNANSWERED: msg("Check-ins without an answer"),
    Concern.DONE: msg("Done by word, not yet in the files"),
    Concern.UNREACHED: msg("Due, but nobody has a login here"),
}
_WHAT_TO_DO: Mapping[Concern, Message] = {
    Concern.WISH: msg(
        "End the pair with {command}, or write paused_until; the check-in then closes by itself.",
        command=Safe("`telemaco close`"),
    ),
    Concern.SIGN_UP: msg("Decide with {command}.", command=Safe("`telemaco accept`")),
    Concern.UNANSWERED: msg("Ask them yourself, in the way you know them."),
    Concern.DONE: msg("Write it into the file, or ask for a note."),
    Concern.UNREACHED: msg("Write to them yourself, or add github: to their files."),
}


def overview(community: Community, digest: Digest, place: Place | None, voice: Voice) -> Written:
    """The title and the text of the issue."""
    title = msg("What waits for the coordinators")
    return Written(
        safe_title(voice.plainly(title)),
        "\n\n".join(_paragraphs(community, digest, place, voice)),
    )


def news(community: Community, digest: Digest, voice: Voice) -> str:
    """A word to the coordinators of the programs in which something waits, once a week at most."""
    programs = sorted({item.key.program for item in digest.items})
    people = {
        person: None for program in programs for person in coordinators_in(community, program)
    }
    told = msg("Something new waits for you. The list at the top of this page is up to date.")
    return f"{mentions(community, tuple(people))}\n\n{voice.say(told)}".lstrip()


def _paragraphs(
    community: Community, digest: Digest, place: Place | None, voice: Voice
) -> Iterator[str]:
    yield voice.say(
        msg("This page is kept up to date. It is edited in place, so that it sends no mail.")
    )
    if not digest.items:
        nothing = msg("Nothing waits.")
        yield f"**{voice.say(nothing)}**"
    for concern in Concern:
        items = [item for item in digest.items if item.concern is concern]
        if items:
            yield f"### {voice.say(_HEADS[concern])}: {len(items)}"
            yield voice.say(_WHAT_TO_DO[concern])
            yield from _shown(community, items, place, voice)
    if digest.held:
        yield voice.say(_held(community, digest.held))
    if place is not None:
        address = Safe(f"({place.open_check_ins(LABEL)})")
        yield voice.say(msg("[All open check-ins]{address}, the oldest first.", address=address))
    if not is_private(community):
        yield voice.say(msg("Who it is, `telemaco remind` tells in your copy of the files."))


def _shown(
    community: Community, items: Sequence[Item], place: Place | None, voice: Voice
) -> Iterator[str]:
    if is_private(community):
        lines = [_line(community, item, place, voice) for item in items[:LINES]]
        left = len(items) - len(lines)
        if left:
            more = msg_n("and {count} more", "and {count} more", left)
            lines.append(f"- {voice.say(more)}")
        yield "\n".join(lines)
    elif items[0].concern is Concern.WISH:
        yield ", ".join(f"#{item.number}" for item in items[:LINES])


def _line(community: Community, item: Item, place: Place | None, voice: Voice) -> str:
    names = named(community, people_of(community, item.key))
    who = _linked(voice.fact(names), item, place)
    said = " \N{MIDDLE DOT} ".join(voice.say(report) for report in item.reports)
    number = f" #{item.number}" if item.number else ""
    return f"- {who}{number}: {said}"


def _linked(names: str, item: Item, place: Place | None) -> str:
    """The names with the address of the folder or file that holds the facts."""
    if place is None:
        return names
    if item.key.kind in OF_PEOPLE:
        return f"[{names}]({place.person_file(PersonId(item.key.subject))})"
    folder = pair_path(pair_of(item.key)).rpartition("/")[0]
    return f"[{names}]({place.folder(folder)})"


def _held(community: Community, held: Sequence[str]) -> Message:
    if is_private(community):
        return msg(
            "Left alone because of errors in their files: {names}. Run telemaco check.",
            names=", ".join(held[:LINES]),
        )
    return msg_n(
        "{count} is left alone because of errors in files. Run telemaco check.",
        "{count} are left alone because of errors in files. Run telemaco check.",
        len(held),
    )
