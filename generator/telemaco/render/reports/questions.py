"""The questions of surveys as reports name them."""

from telemaco.messages import msg
from telemaco.progress.surveys import ItemFigures
from telemaco.render.reports.voice import Voice


def question_of(voice: Voice, figures: ItemFigures) -> str:
    """The question; it says so where its figures are turned round."""
    return " ".join(filter(None, (voice.text(figures.item.text), turned(voice, figures))))


def turned(voice: Voice, figures: ItemFigures) -> str:
    """That a high figure is a low answer, as more is to be better; nothing where it is not so."""
    return voice.say(msg("(turned round)")) if figures.item.reverse else ""
