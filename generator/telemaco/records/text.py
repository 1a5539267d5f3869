"""Reading a text that may be there in several languages."""

from collections.abc import Mapping, Sequence

from telemaco.messages import Worded
from telemaco.records.base import Language


def in_language(
    text: str | Mapping[Language, str], language: Language, fallbacks: Sequence[Language] = ()
) -> str:
    """The text in `language`, else in the first fallback there is, else in any."""
    if isinstance(text, str):
        return text
    for wanted in (language, *fallbacks):
        if wanted in text:
            return text[wanted]
    return next(iter(text.values()))


def worded(text: str | Mapping[Language, str], fallbacks: Sequence[Language] = ()) -> str | Worded:
    """The text as a fact of a message: a translator takes the reader's language of it."""
    return text if isinstance(text, str) else Worded(tuple(text.items()), tuple(fallbacks))
