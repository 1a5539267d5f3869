"""Lines of text for a terminal, wrapped to its width."""

from collections.abc import Sequence
from io import StringIO
from textwrap import wrap

from rich.console import Console
from rich.table import Table

from telemaco.messages import Message
from telemaco.ports import Translator

_LEAST = 20


class Lines:
    """Lines that are put together from top to bottom, in the reader's language."""

    def __init__(self, translator: Translator, width: int) -> None:
        self.width = width
        self._translator = translator
        self._out = StringIO()
        self._console = Console(
            file=self._out, width=width, no_color=True, highlight=False, emoji=False, markup=False
        )

    def text(self) -> str:
        """Everything that was added."""
        lines = (line.rstrip() for line in self._out.getvalue().splitlines())
        return "\n".join(lines) + "\n"

    def words(self, message: Message) -> str:
        """A sentence in the reader's language."""
        return self._translator.text(message)

    def blank(self) -> None:
        """An empty line."""
        self._console.print()

    def table(self, table: Table) -> None:
        """A table of rich."""
        self._console.print(table)

    def add(self, text: str | Message, indent: int = 0, hang: int = 2) -> None:
        """A paragraph; every line but the first is `hang` further in, if it is indented at all."""
        words = text if isinstance(text, str) else self.words(text)
        further = hang if indent else 0
        # Ids hold hyphens and are copied whole.
        lines = wrap(
            visible_in_a_line(words),
            max(_LEAST, self.width),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + further),
            break_on_hyphens=False,
        )
        for line in lines:
            self._console.print(line, soft_wrap=True)

    def columns(self, rows: Sequence[Sequence[str]], indent: int) -> None:
        """Rows of cells, each column as wide as it needs; the last one is wrapped."""
        widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
            start = "  ".join(cells)
            hang = len(start) + 2
            self.add_under(start, row[-1], indent, hang)

    def add_under(self, start: str, text: str, indent: int, hang: int) -> None:
        """A text that begins after `start` and goes on below itself."""
        room = max(_LEAST, self.width - indent - hang)
        lines = wrap(visible_in_a_line(text), room, break_on_hyphens=False) or [""]
        for number, line in enumerate(lines):
            before = f"{start}  " if number == 0 else " " * hang
            self._console.print(" " * indent + before + line, soft_wrap=True)


def visible_in_a_line(text: str) -> str:
    """The text without characters that would move a terminal's cursor."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
