"""How a finding names a value that somebody wrote."""

from telemaco.messages import Fact, Message, msg

Words = tuple[str, Message, Message | None]
"""The code of a finding, what is wrong, what to do."""


def quoted(value: object) -> Fact:
    """A value as a sentence names it: in quotation marks, not too long."""
    match value:
        case list():
            return msg("a list")
        case dict():
            return msg("a set of keys")
        case _:
            return f'"{shortened(str(value))}"'


def shortened(text: str) -> str:
    """A text that is not too long for a sentence."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


_SHOWN = 40
