"""`telemaco meet`: times for a pair's next session, and the session in everybody's calendar."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.cli import exit_status
from telemaco.cli.meet_choice import Choice, plan_of, proposal_of, refuse_contradictions
from telemaco.cli.meet_output import Wishes, show_calendar, show_plan, show_proposal
from telemaco.cli.options import (
    Day,
    format_option,
    language_option,
    root_option,
    today_of,
    today_option,
    wrong_value,
)
from telemaco.cli.reading import read
from telemaco.cli.warning import warn_of_errors
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.usecases.meet import Scene, write_meetings
from telemaco.usecases.meet_times import MOST
from telemaco.usecases.named import pair_named

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)
_UNTIL_END = "end"
_NO_TIME = msg('"{value}" is not a time; write hours and minutes: 18:30')
_NO_NUMBER = msg('"{value}" is not a number from 1 to {most}, or end', most=MOST)


class _Time(click.ParamType[int]):
    """A time of day, written 18:30; minutes after midnight."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 (click's signature)
        """The minutes; a usage error if it is no time."""
        if isinstance(value, int):
            return value
        found = _TIME.fullmatch(value)
        if found is None:
            raise wrong_value(_NO_TIME, value, param, ctx)
        return int(found[1]) * 60 + int(found[2])


class _Series(click.ParamType[int]):
    """How many sessions: a number, or `end` for as many as there are; 0 stands for `end`."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 (click's signature)
        """The number; a usage error if it is none."""
        if isinstance(value, int):
            return value
        if value == _UNTIL_END:
            return 0
        if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= MOST:
            raise wrong_value(_NO_NUMBER, value, param, ctx)
        return int(value)


@click.command("meet")
@click.argument("pair")
@click.option("--on", "day", type=Day(), help="Plan the session for this day.")
@click.option("--at", "time", type=_Time(), help="The time at which it begins: 18:30.")
@click.option(
    "--zone", help="By the clock of which time zone; that of the pair's first member when left out."
)
@click.option("--slot", type=click.IntRange(1), help="Plan the session for this proposal.")
@click.option("--minutes", type=click.IntRange(5, 480), help="How long; by the pair's rhythm else.")
@click.option(
    "--series",
    type=_Series(),
    help="So many sessions by the pair's rhythm; end for all to its end.",
)
@click.option("--reschedule", is_flag=True, help="Move a planned session; calendars move it, too.")
@click.option("--cancel", is_flag=True, help="Call a planned session off; calendars drop it.")
@click.option(
    "--session", "of", type=Day(), help="Which planned session is meant; the next when left out."
)
@click.option("--apply", is_flag=True, help="Write the notes.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a calendar file for the members; without a time, of what is planned already.",
)
@click.option("--room", help="The address of your own room, for the calendar file only.")
@format_option
@root_option
@today_option
@language_option
def command(
    *,
    pair: str,
    root: Path,
    today: date | None,
    translator: Translator,
    day: date | None,
    time: int | None,
    zone: str | None,
    slot: int | None,
    minutes: int | None,
    series: int | None,
    of: date | None,
    ics: Path | None,
    room: str | None,
    form: str,
    reschedule: bool,
    cancel: bool,
    apply: bool,
) -> int:
    """Propose times for the next session of PAIR, plan it, move it or call it off.

    PAIR is written program/pair, or by the pair's name alone. Proposed are times at which all
    members are free by their own clocks, near the day that the rhythm asks for, and none on the
    program's quiet days or in a pause. --slot or --on with --at plans one of them; with --apply
    its note is written, and --ics gives the event for the members' calendars. Send that file to
    the members only: it names the room of an online meeting.
    """
    checked = read(root, translator, today)
    warn_of_errors(checked.findings, translator)
    community = checked.community
    scene = Scene(community, DiskSources(root), today_of(today, community))
    choice = Choice(
        pair_named(community, pair), day, time, zone, slot, minutes, series, of,
        is_moving=reschedule, is_off=cancel,
    )  # fmt: skip
    wishes = Wishes(form, ics, room, apply=apply)
    refuse_contradictions(choice, wishes)
    if choice.changes:
        plan = plan_of(scene, choice)
        if apply:
            write_meetings(plan, scene.sources, DiskWriter(root))
        show_plan(scene, choice.pair, plan, wishes, translator)
    elif ics is not None:
        show_calendar(scene, choice.pair, wishes, translator)
    else:
        show_proposal(proposal_of(scene, choice), form, translator)
    return exit_status.CLEAN
