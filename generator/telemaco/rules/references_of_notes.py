"""What session notes call by name: members, goals, guides; and whether their pair is there."""

from collections.abc import Iterator

from telemaco.findings import Finding
from telemaco.messages import msg
from telemaco.model.community import Community, Session
from telemaco.records.layout import Kind, PairId, note_path, pair_path
from telemaco.rules.membership import has_sure_members
from telemaco.rules.naming import at, at_key, not_a_member, suggesting
from telemaco.rules.references_of_programs import is_agenda, unknown_agenda


def pairs_of_notes(community: Community) -> Iterator[Finding]:
    """A folder with session notes has a pair.yaml; one finding a folder."""
    for pair_id, sessions in community.sessions.items():
        if pair_id not in community.pairs and not community.is_unread(Kind.PAIR, *pair_id):
            yield Finding(
                "note-without-pair",
                at(note_path(pair_id, sessions[0].id)),
                msg("the note lies in a folder that has no pair.yaml"),
                msg(
                    "Add {path}, or move the notes to the folder of their pair.",
                    path=pair_path(pair_id),
                ),
            )


def people_of_notes(community: Community) -> Iterator[Finding]:
    """Whoever came to a session, or takes on an action, is a member."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        if pair is None or not has_sure_members(community, pair):
            continue
        members = {member.person for member in pair.members}
        for session in sessions:
            note = session.note
            owners = {action.owner for action in note.actions if action.owner}
            if not (note.attendance.keys() <= members and owners <= members):
                yield from _strangers(community, pair_id, session)


def _strangers(community: Community, pair_id: PairId, session: Session) -> Iterator[Finding]:
    path, pair = note_path(pair_id, session.id), community.pairs[pair_id]
    members = {member.person for member in pair.members}
    for person in session.note.attendance:
        if person not in members:
            yield not_a_member(community, pair, person, at_key(path, "attendance", person))
    for position, action in enumerate(session.note.actions):
        if action.owner is not None and action.owner not in members:
            place = at(path, "actions", position, "owner")
            yield not_a_member(community, pair, action.owner, place)


def goals_of_notes(community: Community) -> Iterator[Finding]:
    """The goals that a note rates are the pair's."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        if pair is None:
            continue
        goals = {goal.id for goal in pair.goals}
        for session in sessions:
            if session.note.goals.keys() <= goals:
                continue
            for goal in session.note.goals:
                if goal not in goals:
                    unknown = Finding(
                        "unknown-goal",
                        at_key(note_path(pair_id, session.id), "goals", goal),
                        msg('the pair has no goal "{name}"', name=goal),
                        msg("Add the goal to pair.yaml, or delete it here."),
                    )
                    yield suggesting(unknown, goal, goals)


def agendas_of_notes(community: Community) -> Iterator[Finding]:
    """The guide that a session used exists."""
    for pair_id, sessions in community.sessions.items():
        for session in sessions:
            agenda = session.note.agenda
            if agenda is not None and not is_agenda(community, agenda):
                place = at(note_path(pair_id, session.id), "agenda")
                yield unknown_agenda(community, agenda, place)
