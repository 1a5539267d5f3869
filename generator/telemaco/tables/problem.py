"""Why a row of a table cannot be taken."""

from typing import NamedTuple

from telemaco.messages import Message


class Problem(NamedTuple):
    """Why a row is refused: the title of the column, and what is wrong; no title: the row."""

    column: str
    message: Message
