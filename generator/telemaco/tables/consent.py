"""Whether an answer agrees to be published: only if it says so plainly."""

import re
from collections.abc import Collection

from telemaco.tables.fields import plain


def agrees(cell: str, yes: Collection[str] = ()) -> bool | None:
    """Whether the answer is yes or no; None when that is not clear.

    Yes are a few words, a tick, and the texts in `yes`, which are those of a form's own boxes. An
    answer that begins with no is no, and so is an empty one.
    """
    words = plain(cell)
    if cell.strip() in _TICKS or words in _YES:
        return True
    if not cell.strip(" -\u2013\u2014/.") or _NO.match(words):
        return False
    texts = {plain(text) for text in yes}
    return True if cell in yes or (words and words in texts) else None


_TICKS = frozenset("\u2713\u2714\u2611\u2705")
_YES = frozenset(
    {
        *("yes", "y", "true", "x", "checked", "agree", "agreed", "i agree", "yes i agree"),
        *("i consent", "yes i consent", "i accept", "yes please", "yes of course"),
        *("si", "vero", "accetto", "acconsento", "si accetto", "si acconsento", "si grazie"),
        *("d'accordo", "sono d'accordo", "si sono d'accordo", "si certo"),
    }
)
_NO = re.compile(
    r"(?:no|non|not|none|nothing|never|n|false|falso|0|unchecked|nessuno|mai|nein|disagree"
    r"|i (?:disagree|do not|don't|would not|wouldn't|would rather not)|rather not|do not|don't"
    r"|please (?:don't|do not|no))\b"
)
