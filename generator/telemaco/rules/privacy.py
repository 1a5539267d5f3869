"""What strangers must not read in a repository, and consent that contradicts itself."""

import re
from collections.abc import Iterator

from telemaco.findings import BODY, Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.rooms import room_in
from telemaco.records.base import PersonId
from telemaco.records.layout import (
    Kind,
    PairId,
    answer_path,
    note_path,
    pair_path,
    person_path,
    program_path,
)
from telemaco.records.person import Person
from telemaco.rules.naming import at, at_key


def names_of_published_people(community: Community) -> Iterator[Finding]:
    """Whoever publishes something publishes their name, without which nothing is shown."""
    for person_id, person in community.people.items():
        publish = person.consent.publish
        if publish and "name" not in publish:
            yield Finding(
                "published-without-name",
                at(person_path(person_id), "consent", "publish"),
                msg("consent.publish allows {fields}, but not name", fields=", ".join(publish)),
                msg(
                    "Nothing is shown without it: ask {name}, and add name or write [].",
                    name=person_id,
                ),
                Severity.WARNING,
            )


def exclusions_in_public(community: Community) -> Iterator[Finding]:
    """Whom somebody must not meet is told in private repositories only."""
    if not _is_public(community):
        return
    for person_id, person in community.people.items():
        if person.excludes:
            yield Finding(
                "exclusion-in-public",
                at_key(person_path(person_id), "excludes"),
                msg("everybody can read here whom {name} excludes", name=person_id),
                msg(
                    "Delete the line and tell a coordinator; only a private repository "
                    "(privacy.repository: private) may hold it."
                ),
            )


def answers_in_public(community: Community) -> Iterator[Finding]:
    """Answers to surveys lie in private repositories only."""
    if not _is_public(community):
        return
    for answer_id in community.answers:
        yield Finding(
            "answer-in-public",
            at(answer_path(*answer_id)),
            msg("everybody can read this answer to a survey"),
            msg("Delete the file and keep answers in a private repository."),
        )


def texts_of_notes_in_public(community: Community) -> Iterator[Finding]:
    """The text of a note that is not for everybody lies in private repositories only."""
    if not _is_public(community):
        return
    for pair_id, sessions in community.sessions.items():
        for session in sessions:
            if session.body and not session.body.isspace():
                visibility = community.visibility_of(session)
                if visibility != "public":
                    yield Finding(
                        "note-text-in-public",
                        at(note_path(pair_id, session.id), "visibility"),
                        msg(
                            "everybody can read the text below the second --- here, but its "
                            "visibility is {visibility}",
                            visibility=visibility,
                        ),
                        msg(
                            "Delete the text; or add the line visibility: public, if all "
                            "members agree."
                        ),
                    )


def names_in_public_notes(community: Community) -> Iterator[Finding]:
    """A text that the site shows names no member who does not publish that they are in the pair."""
    for pair_id, sessions in community.sessions.items():
        unnamed = _unnamed_members(community, pair_id)
        for session in sessions if unnamed else ():
            if community.visibility_of(session) == "public":
                for person_id in unnamed:
                    path = note_path(pair_id, session.id)
                    yield from _naming(path, session.body, person_id, community.people[person_id])


def _unnamed_members(community: Community, pair_id: PairId) -> list[PersonId]:
    pair = community.pairs.get(pair_id)
    return [
        member.person
        for member in (pair.members if pair else ())
        if (person := community.people.get(member.person))
        and not {"name", "pairs"} <= {*person.consent.publish}
    ]


def _naming(path: str, text: str, person_id: PersonId, person: Person) -> Iterator[Finding]:
    """The whole name is an error, a part of it alone a warning."""
    parts = (part for part in person.name.split() if part[0].isupper())
    for words in (person.name, *parts):
        found = _name(words).search(text)
        if found:
            yield Finding(
                "named-in-note",
                at(path, BODY, *_line_and_column(text, found.start())),
                msg(
                    'the site shows this text, and it names "{words}": {person} does not publish '
                    "name and pairs",
                    words=words,
                    person=person_id,
                ),
                msg("Write another word for them, or write visibility: counts."),
                Severity.ERROR if words == person.name else Severity.WARNING,
            )
            return


def _name(words: str) -> re.Pattern[str]:
    """A name of several words in any letters, with marks and line breaks between them."""
    several = words.split()
    pattern = r"[\W_]+".join(map(re.escape, several))
    return re.compile(rf"(?<![^\W_]){pattern}(?![^\W_])", re.IGNORECASE if several[1:] else 0)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    """From 0, as a route has them."""
    return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


def rooms_in_public(community: Community) -> Iterator[Finding]:
    """The address of a pair's room is not told to everybody."""
    if not _is_public(community):
        return
    for pair_id, pair in community.pairs.items():
        if pair.meeting and pair.meeting.url:
            yield Finding(
                "room-in-public",
                at(pair_path(pair_id), "meeting", "url"),
                msg("everybody can read the address of the room here and walk in"),
                msg("Delete the line url:, and send the address to the members."),
                Severity.WARNING,
            )


def rooms_of_programs(community: Community) -> Iterator[Finding]:
    """A program does not name a room: its address stands on the site, whatever the repository."""
    for program_id, program in community.programs.items():
        if room_in(program.meeting):
            yield Finding(
                "room-in-public",
                at(program_path(program_id), "meeting", "url"),
                msg("the address is that of a room, and whoever has it can walk in"),
                msg(
                    "Delete the line url:, and send the address to the members; "
                    "telemaco meet --room puts it into their calendar file."
                ),
                Severity.WARNING,
            )


def _is_public(community: Community) -> bool:
    return community.settings.privacy.repository == "public" and not community.is_unread(
        Kind.COMMUNITY
    )
