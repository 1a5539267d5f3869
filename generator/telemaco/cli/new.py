"""`telemaco new`: start a community of one's own."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import click

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.disk import DiskSources, DiskWriter, read_file, require_vacant
from telemaco.adapters.translations import Catalog, languages
from telemaco.cli import exit_status
from telemaco.cli.named_files import NewFolder
from telemaco.cli.options import language_option, today_option, wrong_use
from telemaco.loading.load import load
from telemaco.messages import Message, msg, msg_n
from telemaco.model.placeholders import NEW_CONTACT
from telemaco.model.public_files import MAKE_PRIVATE, WHO_READS
from telemaco.ports import Translator
from telemaco.records.layout import COMMUNITY, Kind
from telemaco.usecases.new import (
    Beginning,
    Plan,
    Style,
    beginning_of,
    is_contact,
    new_community,
    plan_new,
)
from telemaco.usecases.schema import write_all


@click.command("new")
@click.argument("folder", metavar="DIR", type=NewFolder())
@click.option("--name", help="What the community is called.")
@click.option("--contact", help="An address for private matters; the site shows it.")
@click.option(
    "--language",
    "spoken",
    multiple=True,
    type=click.Choice(languages()),
    help="A language of the community; the first one given is its default.",
)
@click.option(
    "--style",
    type=click.Choice(get_args(Style)),
    help="How the first program works: formal, with deadlines and reminders, or informal.",
)
@click.option("--no-input", is_flag=True, help="Ask nothing, even in a terminal.")
@click.option("--apply", is_flag=True, help="Write the files.")
@today_option
@language_option
def command(
    *,
    folder: Path,
    name: str | None,
    contact: str | None,
    spoken: tuple[str, ...],
    style: Style | None,
    no_input: bool,
    apply: bool,
    today: date | None,
    translator: Translator,
) -> int:
    """Start a community in the folder DIR, which must be empty or not there yet.

    In a terminal it asks for what no option says. In a folder with a community it writes what
    is missing, and leaves alone what was changed.
    """
    day = today or date.today()  # noqa: DTZ011 (the local day)
    if name is not None and not name.strip():
        raise wrong_use(msg("--name is empty; write what the community is called, or leave it out"))
    begun = _begun(folder, day)
    if begun is None:
        require_vacant(folder)
        asks = sys.stdin.isatty() and not no_input
        ask = _Questions(translator, asks=asks)
        named = ask.text(name, msg("What is the community called?"), "")
        tongues = spoken or ask.languages()
        address = ask.contact(contact)
        begun = (
            Beginning(" ".join(named.split()) or None, address, day, style or ask.style()),
            tuple(dict.fromkeys(tongues)),
        )
    files = new_community(skeleton(), begun[0], [Catalog(language) for language in begun[1]])
    plan = plan_new(files, lambda path: read_file(folder / path))
    if apply:
        write_all(plan.written, DiskWriter(folder))
    for path in plan.written:
        click.echo(path)
    for path in plan.kept:
        click.echo(translator.text(msg("{path} stays as it is.", path=path)), err=True)
    if COMMUNITY in plan.written:
        click.echo(translator.text(_PUBLIC), err=True)
    click.echo(translator.text(_closing(plan, folder, applied=apply)), err=True)
    return exit_status.CLEAN


def _begun(folder: Path, today: date) -> tuple[Beginning, tuple[str, ...]] | None:
    """What the community in the folder began with, and its languages; None without one."""
    if not (folder / COMMUNITY).is_file():
        return None
    community = load(DiskSources(folder).files()).community
    spoken = tuple(one for one in community.settings.languages if one in languages())
    beginning = beginning_of(community.settings, today)
    if community.is_unread(Kind.COMMUNITY):
        beginning = replace(beginning, name=None)
    return beginning, spoken or languages()[:1]


class _Questions:
    """What is asked in a terminal; elsewhere the answer is what would be proposed."""

    def __init__(self, translator: Translator, *, asks: bool) -> None:
        self._say = translator.text
        self._language = translator.language
        self._asks = asks

    def text(self, given: str | None, question: Message, proposed: str) -> str:
        """A text; the one given, if there is one."""
        if given is not None or not self._asks:
            return proposed if given is None else given
        return self._answer(question, proposed)

    def contact(self, given: str | None) -> str:
        """A mail address or that of a page; a usage error if the one given is neither."""
        if given is not None and not is_contact(given):
            raise wrong_use(_no_contact(given))
        question = msg("An address for private matters, to be shown")
        while not is_contact(answer := self.text(given, question, NEW_CONTACT).strip()):
            click.echo(self._say(_no_contact(answer)), err=True)
        return answer

    def languages(self) -> tuple[str, ...]:
        """Languages, the default first; that of the terminal is proposed."""
        known = languages()
        proposed = self._language if self._language in known else known[0]
        if not self._asks:
            return (proposed,)
        question = msg("Its languages, the first one first: {known}", known=" ".join(known))
        while True:
            answer = self._answer(question, proposed).replace(",", " ").split()
            if answer and all(one in known for one in answer):
                return tuple(answer)
            unknown = next((one for one in answer if one not in known), "")
            click.echo(self._say(msg('"{word}" is none of them.', word=unknown)), err=True)

    def style(self) -> Style:
        """The style of the first program."""
        if not self._asks:
            return "formal"
        question = msg("Is the first program formal, with a rhythm and reminders? (y/n)")
        proposed = self._say(msg("y"))
        while True:
            answer = self._answer(question, proposed).strip()
            if answer.casefold() in _YES:
                return "formal"
            if answer.casefold() in _NO:
                return "informal"
            click.echo(self._say(msg('"{word}" is neither yes nor no.', word=answer)), err=True)

    def _answer(self, question: Message, proposed: str) -> str:
        answer: str = click.prompt(
            self._say(question),
            default=proposed,
            show_default=bool(proposed),
            prompt_suffix=" ",
            err=True,
        )
        return answer


_YES = frozenset({"y", "yes", "s", "s\u00ec", "si\u0300", "si"})
_NO = frozenset({"n", "no"})
"""In English and Italian, whatever the language of the question."""


_PUBLIC = msg(
    "{path} says repository: public. {meaning} That goes for what people write about themselves, "
    "also what the site does not show. A private one is read by those whom you let in. {remedy}",
    path=COMMUNITY,
    meaning=WHO_READS,
    remedy=MAKE_PRIVATE,
)


def _no_contact(text: str) -> Message:
    return msg(
        '"{text}" is no address: write one for mail, as mentoring@example.org, or that of a page, '
        "as https://example.org/contact",
        text=text,
    )


def _closing(plan: Plan, folder: Path, *, applied: bool) -> Message:
    count = len(plan.written)
    if not count:
        return msg("{folder} has all files. Nothing was written.", folder=str(folder))
    if applied:
        return msg_n(
            "Wrote {count} file. Read {path} next.",
            "Wrote {count} files. Read {path} next.",
            count,
            path=str(folder / "README.md"),
        )
    return msg_n(
        "{count} file for {folder}. Nothing was written; --apply writes it.",
        "{count} files for {folder}. Nothing was written; --apply writes them.",
        count,
        folder=str(folder),
    )
