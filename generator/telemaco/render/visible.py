"""A stranger's text for a terminal or a log: what cannot be seen is written out."""


def visible(text: str) -> str:
    r"""The text on one line, with an escape (`\n`, `\x1b`, `\u202e`) for what has no picture.

    Otherwise a value could move the cursor, recolour the screen, turn words round, or begin a
    line that a forge takes for a command.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else _escape(character) for character in text
    )


def harmless(text: str) -> str:
    """The same for a text that may stand anywhere on a line of a log, where a forge listens.

    GitHub's runner takes `::error::` at the beginning of a line for a command, blanks before it
    left out, and `##[error]` anywhere.
    """
    return visible(text).replace("::", ": :").replace("##[", "# #[")


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()
