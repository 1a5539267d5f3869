"""What is decided about many at once, as tables: what changes, and what stays and why."""

from collections.abc import Sequence

from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.tables import table
from telemaco.render.visible import harmless


def as_text(
    changes: Sequence[tuple[str, Message, Message | None]],
    left_out: Sequence[tuple[str, Message]],
    translator: Translator,
    width: int,
) -> str:
    """A table of what changes, then one of what is left out, with the reasons.

    A change is a subject, what becomes of it, and what helps to decide, if anything does.
    """
    say = translator.text
    parts = [say(msg("What changes")) if changes else say(msg("Nothing changes."))]
    if changes:
        has_more = any(about for _, _, about in changes)
        header = [say(msg("who")), say(msg("change")), *([say(msg("skills"))] if has_more else [])]
        rows = [
            (
                who,
                harmless(say(what)),
                *([harmless(say(about)) if about else ""] if has_more else []),
            )
            for who, what, about in changes
        ]
        parts.append(table(header, rows, width).rstrip("\n"))
    if left_out:
        parts.append(say(msg("What stays as it is")))
        rows_out = [(who, harmless(say(why))) for who, why in left_out]
        parts.append(table([say(msg("who")), say(msg("why"))], rows_out, width).rstrip("\n"))
    return "\n\n".join(parts) + "\n"


def closing(files: int, translator: Translator, *, applied: bool) -> str:
    """What was or would be written."""
    if not files:
        return translator.text(msg("There is nothing to write."))
    if applied:
        return translator.text(msg_n("Wrote {count} file.", "Wrote {count} files.", files))
    return translator.text(
        msg_n(
            "{count} file would be written. Nothing was; --apply writes it.",
            "{count} files would be written. Nothing was; --apply writes them.",
            files,
        )
    )
