"""Rows of a table that are about nobody: titles that come again, and sums."""

from collections.abc import Sequence

from telemaco.messages import Message, msg

_SUMS = frozenset(
    {
        *("totale", "totali", "somma", "media", "conteggio"),
        *("total", "totals", "sum", "average", "count"),
        *("gesamt", "summe", "insgesamt", "mittelwert", "anzahl"),
    }
)


def why_no_person(cells: Sequence[str], titles: Sequence[str], name: str) -> Message | None:
    """Why a row is about nobody; None where it may be about somebody.

    `name` is what the row says where names stand.
    """
    written = [cell for cell in cells if cell]
    if len(written) > 1 and all(cell in titles for cell in written):
        return msg("it repeats the titles and is about nobody; delete the row")
    has_name = any(map(str.isalpha, name))
    first = name if has_name else next(iter(written), "")
    if first.strip(" :.").casefold() in _SUMS:
        return msg('"{cell}" stands for a sum and is about nobody; delete the row', cell=first)
    return None
