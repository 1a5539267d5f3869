"""`telemaco note`: the note of a session, filled in as far as it is known."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.options import Day, language_option, root_option, today_of, today_option
from telemaco.cli.reading import read
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.visible import visible
from telemaco.usecases.named import pair_named
from telemaco.usecases.note import NotePlan, Wanted, plan_note, write_note


@click.command("note")
@click.argument("pair")
@click.option("--date", "day", type=Day(), help="The day of the session; today when left out.")
@click.option("--again", is_flag=True, help="One more note of a day on which they met already.")
@click.option("--apply", is_flag=True, help="Write the file.")
@root_option
@today_option
@language_option
def command(
    pair: str,
    root: Path,
    day: date | None,
    today: date | None,
    translator: Translator,
    *,
    again: bool,
    apply: bool,
) -> int:
    """Start the note of a session of PAIR: its file, filled in as far as it is known.

    PAIR is written program/pair, or by the pair's name alone. The note has the minutes of the
    rhythm, the guide for the session, its headings, the members, and what is still open. A day
    to come makes it the note of a planned session. No note that is there is changed; of a day that
    has one, --again starts a second.
    """
    community = read(root, translator, today).community
    now = today_of(today, community)
    wanted = Wanted(pair_named(community, pair), day or now, now, again=again)
    sources = DiskSources(root)
    plan = plan_note(community, sources, wanted, Catalog)
    if apply:
        write_note(plan, sources, DiskWriter(root))
    _print(plan, translator, applied=apply)
    return exit_status.CLEAN


def _print(plan: NotePlan, translator: Translator, *, applied: bool) -> None:
    click.echo(translator.text(msg("write {path}", path=plan.path)))
    if not applied:
        click.echo("\n".join(map(visible, ["", *plan.text.split("\n")])), nl=False)
    if not plan.has_text:
        counts = msg(
            "The note has no room for what was said: everybody can read this repository, and "
            "notes are not public here."
        )
        click.echo(translator.text(counts), err=True)
    closing = (
        msg("Written. Correct what is not so, then run telemaco check.")
        if applied
        else msg("Nothing was written; --apply writes it.")
    )
    click.echo(translator.text(closing), err=True)
