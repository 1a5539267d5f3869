"""The labels of forms in English."""

from telemaco.adapters.translations import Catalog
from telemaco.forms.values import Wording
from telemaco.messages import Message, msg

_ENGLISH = Catalog("en")


def say(wording: Wording) -> str:
    """The label as it is shown."""
    if isinstance(wording, Message):
        return _ENGLISH.text(wording)
    return _ENGLISH.text(msg("{text}", text=wording))
