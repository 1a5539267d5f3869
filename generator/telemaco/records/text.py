"""Reading a text that may be there in several languages."""

from collections.abc import Mapping, Sequence

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
