"""What `telemaco meet` prints and the calendar file that it writes."""

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size

import click

from telemaco.adapters.disk import DiskWriter
from telemaco.adapters.translations import Catalog
from telemaco.cli.status import PIPED_WIDTH
from telemaco.findings import TelemacoError
from telemaco.meetings.attending import attendees_of
from telemaco.meetings.values import Proposal
from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.layout import PairId
from telemaco.records.text import in_language
from telemaco.render.calendars import calendar_file
from telemaco.render.check_ins.people import language_of
from telemaco.render.contact import contact_address
from telemaco.render.meetings import (
    proposal_as_json,
    proposal_as_text,
    sessions_as_json,
    sessions_as_text,
)
from telemaco.render.member_events import Invitation, invitations
from telemaco.render.rooms import (
    SHORTEST_KEY,
    RoomName,
    names_by_chance,
    names_by_key,
    room_of,
    tool_of,
)
from telemaco.render.visible import visible
from telemaco.usecases.meet import MeetingPlan, Scene, coming

_FEW = 3
"""So many names a calendar is called by."""
ROOM_KEY = "TELEMACO_ROOM_KEY"
"""The environment variable with the key from which the names of rooms are made."""

_ONLINE = frozenset({"zoom", "teams", "meet"})


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the answer is wanted: its form, a calendar file, the members' own room."""

    form: str
    ics: Path | None
    room: str | None
    apply: bool


def show_proposal(proposal: Proposal, form: str, translator: Translator) -> None:
    """Print the times that would suit, and how to take one."""
    if form == "json":
        click.echo(proposal_as_json(proposal, translator), nl=False)
        return
    width = get_terminal_size((PIPED_WIDTH, 0)).columns
    click.echo(proposal_as_text(proposal, translator, width), nl=False)
    hint = (
        msg("Take one with --slot 1 --apply, or name another with --on and --at.")
        if proposal.slots
        else msg("Name a time all the same with --on and --at.")
    )
    click.echo(translator.text(hint), err=True)


def show_plan(
    scene: Scene, pair_id: PairId, plan: MeetingPlan, wishes: Wishes, translator: Translator
) -> None:
    """Print what is written, or would be; when it is, write the calendar file, too."""
    found = _invitations(plan.community, pair_id, plan.sessions, wishes, is_new=wishes.apply)
    if wishes.apply:
        _write_calendar(plan.community, scene, pair_id, found, wishes)
    attendees = attendees_of(plan.community, pair_id, plan.sessions[-1].day)
    if wishes.form == "json":
        told = {
            "pair": str(pair_id),
            "applied": wishes.apply,
            "files": list(plan.files),
            "cautions": [translator.text(one) for one in plan.cautions],
        }
        click.echo(sessions_as_json(found, attendees, told), nl=False)
        return
    for path in plan.files:
        click.echo(translator.text(msg("write {path}", path=path)))
    click.echo(sessions_as_text(found, attendees, translator), nl=False)
    for line in (*plan.cautions, *_closing(plan.community, pair_id, found, wishes)):
        click.echo(visible(translator.text(line)), err=True)


def show_calendar(scene: Scene, pair_id: PairId, wishes: Wishes, translator: Translator) -> None:
    """Write the calendar file of what is planned already. Raises TelemacoError for nothing."""
    sessions = coming(scene.community, pair_id, scene.today)
    if not sessions:
        raise TelemacoError(
            msg("{pair} has no session planned.", pair=str(pair_id)),
            msg("telemaco meet {pair} proposes times for one.", pair=str(pair_id)),
        )
    found = _invitations(scene.community, pair_id, sessions, wishes, is_new=False)
    _write_calendar(scene.community, scene, pair_id, found, wishes)
    attendees = attendees_of(scene.community, pair_id, sessions[0].day)
    if wishes.form == "json":
        click.echo(sessions_as_json(found, attendees, {"pair": str(pair_id)}), nl=False)
    else:
        click.echo(sessions_as_text(found, attendees, translator), nl=False)


def _invitations(
    community: Community,
    pair_id: PairId,
    sessions: Sequence[Session],
    wishes: Wishes,
    *,
    is_new: bool,
) -> tuple[Invitation, ...]:
    """The events; a room by chance has only a session of which the members are told now."""
    names = _names(is_new=is_new)

    def room(uid: str) -> str | None:
        return room_of(community, pair_id, uid, wishes.room, names)

    people = [member.person for member in community.pairs[pair_id].members]
    translator = Catalog(language_of(community, people))
    return tuple(invitations(community, pair_id, sessions, room, translator))


def _names(*, is_new: bool) -> RoomName | None:
    key = os.environ.get(ROOM_KEY, "")
    if not key:
        return names_by_chance(secrets.token_bytes) if is_new else None
    if len(key) < SHORTEST_KEY:
        raise TelemacoError(
            msg("{name} has fewer than {count} letters.", name=ROOM_KEY, count=SHORTEST_KEY),
            msg("Take random ones: openssl rand -hex 32 prints some."),
        )
    return names_by_key(key)


def _write_calendar(
    community: Community,
    scene: Scene,
    pair_id: PairId,
    found: Sequence[Invitation],
    wishes: Wishes,
) -> None:
    if wishes.ics is None:
        return
    content = calendar_file(
        _calendar_name(community, pair_id),
        [one.event for one in found],
        scene.today,
        contact_address(community.settings.contact),
        takes_back=all(one.event.is_cancelled for one in found),
    )
    DiskWriter(wishes.ics.parent).write(wishes.ics.name, content)


def _calendar_name(community: Community, pair_id: PairId) -> str:
    """Its own title; else the names of few members, or the program's title, in their language."""
    pair, program = community.pairs[pair_id], community.programs.get(pair_id.program)
    people = [one.person for one in pair.members if not one.end]
    names = [community.people[one].name for one in people if one in community.people]
    if pair.title is None and (program is None or len(names) <= _FEW):
        return ", ".join(names) or str(pair_id.pair)
    title = pair.title or (program and program.title) or str(pair_id.pair)
    language = Language(language_of(community, people))
    return in_language(title, language, community.settings.languages)


def _closing(
    community: Community, pair_id: PairId, found: Sequence[Invitation], wishes: Wishes
) -> Sequence[Message]:
    if not wishes.apply:
        return (msg("Nothing was written; --apply writes it."),)
    lines = []
    tool = tool_of(community, pair_id)
    has_room = any(one.event.room for one in found)
    is_on = not all(one.event.is_cancelled for one in found)
    if is_on and tool in _ONLINE and not has_room:
        lines.append(msg("No file names the room: add --room ADDRESS, or send it to the members."))
    if wishes.ics is not None:
        lines.append(msg("Written. Send {path} to the members only.", path=str(wishes.ics)))
    elif has_room:
        lines.append(msg("Written. The room stands nowhere else: send it to the members now."))
    else:
        lines.append(msg("Written."))
    return lines
