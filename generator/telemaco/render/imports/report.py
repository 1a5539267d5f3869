"""What becomes of every row, and of the words that are no skills."""

from collections.abc import Mapping

from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.imports.notes import notes_of
from telemaco.render.visible import harmless
from telemaco.tables.outcome import (
    FATES,
    Fate,
    GuessedSkill,
    Import,
    Outcome,
    RefusedCell,
    UnknownSkill,
)

_FATES: Mapping[Fate, Message] = {
    "new": msg("new person"),
    "changed": msg("changes"),
    "unchanged": msg("no change"),
    "older": msg("older answer"),
    "left-out": msg("left out"),
    "conflict": msg("conflict"),
    "refused": msg("refused"),
}
_MOST = 20
"""Words that are no skills, in a list that is not shown whole."""


def as_text(found: Import, translator: Translator, *, whole: bool) -> str:
    """A line a row, then the counts; rows that stay as they are only in a list that is whole."""
    lines = [
        line
        for outcome in found.outcomes
        if whole or outcome.fate != "unchanged"
        for line in _lines(outcome, translator)
    ]
    return "".join(f"{harmless(line)}\n" for line in lines)


def closing(found: Import, translator: Translator, *, applied: bool, whole: bool) -> str:
    """The counts, the words to decide about, and what was or would be written."""
    say = translator.text
    counts = [f"{say(_FATES[fate])}: {found.count(fate)}" for fate in FATES if found.count(fate)]
    rows = say(msg_n("{count} row", "{count} rows", len(found.outcomes)))
    lines = [f"{rows} ({', '.join(counts)})."]
    if found.guessed:
        lines += _guesses(found.guessed, translator, whole=whole)
    if found.unknown:
        lines += _skills(found.unknown, translator, whole=whole)
    if found.cells:
        lines += _cells(found.cells, translator, whole=whole)
    if not found.has_consent:
        lines.append(
            say(msg("No column asks for consent, so nothing of these people will be published."))
        )
    lines += map(say, notes_of(found, whole=whole))
    earlier = sum(one.is_earlier for one in found.outcomes)
    if earlier:
        lines.append(say(_earlier(earlier)))
    lines.append(say(_written(len(found.files), applied=applied)))
    return "".join(f"{line}\n" for line in lines)


def _earlier(count: int) -> Message:
    return msg_n(
        "{count} answer enrols nobody here: it was imported before for another program, or came "
        "before applications opened. --all names it; --enrol-earlier enrols it nevertheless.",
        "{count} answers enrol nobody here: they were imported before for another program, or came "
        "before applications opened. --all names them; --enrol-earlier enrols them nevertheless.",
        count,
    )


def _lines(outcome: Outcome, translator: Translator) -> list[str]:
    say = translator.text
    head = say(msg("row {row}: {fate}", row=outcome.row, fate=_FATES[outcome.fate]))
    if outcome.person:
        head += f", {outcome.person}"
    if outcome.changed and not outcome.conflicts:
        head += f" ({', '.join(outcome.changed)})"
    lines = [head]
    if outcome.conflicts:
        lines.append(
            "  "
            + say(
                msg(
                    "changed in the table and in the file, so the file stays: {keys}",
                    keys=", ".join(outcome.conflicts),
                )
            )
        )
    if outcome.conflicts and outcome.changed:
        taken = msg("taken over from the table: {keys}", keys=", ".join(outcome.changed))
        lines.append("  " + say(taken))
    for problem in outcome.problems:
        words = say(problem.message)
        if problem.column:
            words = say(msg("column {title}: {problem}", title=problem.column, problem=words))
        lines.append(f"  {words}")
    return lines


def _guesses(
    guessed: tuple[GuessedSkill, ...], translator: Translator, *, whole: bool
) -> list[str]:
    say = translator.text
    shown = guessed if whole else guessed[:_MOST]
    lines = [
        say(msg("Read as misspelt; if one is wrong, say under skills: in the mapping what it is:"))
    ]
    for one in shown:
        rows = say(msg_n("{count} row", "{count} rows", one.rows))
        lines.append(harmless(f"  {_quoted(one.text)} -> {', '.join(one.meant)} ({rows})"))
    if len(shown) < len(guessed):
        lines.append(say(msg("  # and {count} more: --all", count=len(guessed) - len(shown))))
    return lines


def _skills(unknown: tuple[UnknownSkill, ...], translator: Translator, *, whole: bool) -> list[str]:
    say = translator.text
    lines = [
        say(
            msg(
                "Words that are no skills of program/skills.yaml: add them there, or decide in the "
                "mapping:"
            )
        )
    ]
    lines.append("skills:")
    shown = unknown if whole else unknown[:_MOST]
    for one in shown:
        rows = say(msg_n("{count} row", "{count} rows", one.rows))
        lines.append(harmless(f"  {_quoted(one.word)}: {one.meant or ''}".rstrip()) + f" # {rows}")
    if len(shown) < len(unknown):
        lines.append(say(msg("  # and {count} more: --all", count=len(unknown) - len(shown))))
    return lines


def _cells(cells: tuple[RefusedCell, ...], translator: Translator, *, whole: bool) -> list[str]:
    """The cells by their columns, to be answered in the mapping."""
    say = translator.text
    lines = [
        say(
            msg(
                "Cells that are not understood: correct them in the table, or write in the "
                "mapping what to read in place of each; with nothing behind it, it is left out:"
            )
        ),
        "cells:",
    ]
    shown = cells if whole else cells[:_MOST]
    for title in dict.fromkeys(one.title for one in shown):
        lines.append(harmless(f"  {_quoted(title)}:"))
        for one in shown:
            if one.title == title:
                rows = say(msg_n("{count} row", "{count} rows", one.rows))
                lines.append(harmless(f"    {_quoted(one.cell)}:") + f" # {rows}")
    if len(shown) < len(cells):
        lines.append(say(msg("  # and {count} more: --all", count=len(cells) - len(shown))))
    return lines


def _written(files: int, *, applied: bool) -> Message:
    if not files:
        return msg("There is nothing to write.")
    if applied:
        return msg_n("Wrote {count} file.", "Wrote {count} files.", files)
    return msg_n(
        "{count} file would be written. Nothing was; --apply writes it.",
        "{count} files would be written. Nothing was; --apply writes them.",
        files,
    )


def _quoted(text: str) -> str:
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
