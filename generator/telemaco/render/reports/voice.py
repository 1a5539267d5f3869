"""Figures in one language: the number, or why there is none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.durations import in_hours
from telemaco.model.pairings import Pairing, pairing_of
from telemaco.ports import Translator
from telemaco.progress.intervals import Estimate
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Figure, Stage
from telemaco.records.base import Language, LocalText, ProgramId
from telemaco.records.pair import EndReason
from telemaco.records.program import Role
from telemaco.records.text import in_language
from telemaco.render.dates import Dates
from telemaco.render.pairing_titles import one_kind

_BEFORE_A_NUMBER = re.compile(r" (?=-?\d)")


@dataclass(frozen=True)
class Voice:
    """Says what there is to say of a community in the translator's language."""

    community: Community
    translator: Translator

    @cached_property
    def dates(self) -> Dates:
        """Writes days and numbers in this language."""
        return Dates(self.translator.language)

    def kind_of(self, programs: Iterable[ProgramId]) -> Pairing | None:
        """What there is in the programs: pairs, groups or circles; None for several of them."""
        return one_kind(pairing_of(self.community.programs[name].kind) for name in programs)

    def say(self, message: Message) -> str:
        """A sentence of ours."""
        return self.translator.text(message)

    def text(self, text: LocalText) -> str:
        """A text of theirs."""
        language = Language(self.translator.language)
        return in_language(text, language, self.community.settings.languages)

    def figure(self, figure: Figure) -> str:
        """The number, or why there is none."""
        return self.say(figure) if isinstance(figure, Message) else self.dates.number(figure)

    def briefly(self, figure: Figure | Share) -> str:
        """A number or a share in percent and in numbers; little more than a dash for neither."""
        if isinstance(figure, Message):
            return self.say(NOT_SHOWN if figure is WITHHELD else figure)
        return self.figure(figure) if isinstance(figure, int) else self._share(figure)

    def hours(self, minutes: int) -> str:
        """So many minutes as hours, with one decimal at most."""
        return self.dates.number(in_hours(minutes))

    def _share(self, share: Share) -> str:
        return self.say(
            msg("{percent}% ({part} of {whole})", percent=share.percent, **self._parts(share))
        )

    def sure(self, share: Share | Message) -> str:
        """The share with its interval, or why there is none."""
        if isinstance(share, Message):
            return self.say(share)
        low, high = share.interval
        return self.say(
            msg(
                "{percent}% ({part} of {whole}; interval {low}% to {high}%)",
                percent=share.percent,
                low=low,
                high=high,
                **self._parts(share),
            )
        )

    def mean(self, mean: Estimate) -> str:
        """A mean, or a difference of means, with its interval, in the unit of the question."""
        return self.between(*map(self.rounded, (mean.value, mean.low, mean.high)))

    def between(self, value: str, low: str, high: str) -> str:
        """A figure with the ends of its interval; a line may begin with a word, not with an end."""
        said = self.say(msg("{value} ({low} to {high})", value=value, low=low, high=high))
        return _BEFORE_A_NUMBER.sub("\u00a0", said)

    def rounded(self, value: float) -> str:
        """A number with one decimal at most; there is no zero below zero."""
        return self.dates.number(round(value, 1) + 0.0)

    def _parts(self, share: Share) -> dict[str, str]:
        return {"part": self.dates.number(share.part), "whole": self.dates.number(share.whole)}


NOT_SHOWN = msg("not shown")
"""Where there is little room; the reason stands nearby."""

STAGE: Mapping[Stage, Message] = {
    Stage.APPLIED: msg("Applied"),
    Stage.ACCEPTED: msg("Accepted"),
    Stage.MATCHED: msg("Matched"),
    Stage.MET: msg("Met"),
    Stage.MIDPOINT: msg("Active at the midpoint"),
    Stage.COMPLETED: msg("Completed it"),
    Stage.EARNED: msg("Earned a certificate"),
    Stage.SHOWN: msg("Certificate on the site"),
}

MANY: Mapping[Role, Message] = {
    Role.MENTOR: msg("Mentors"),
    Role.MENTEE: msg("Mentees"),
    Role.PEER: msg("Peers"),
    Role.FACILITATOR: msg("Facilitators"),
}

REASON: Mapping[EndReason | None, Message] = {
    EndReason.NO_TIME: msg("No time"),
    EndReason.NO_FIT: msg("It did not fit"),
    EndReason.MOVED_ON: msg("Somebody moved on"),
    EndReason.HEALTH: msg("Health"),
    EndReason.NO_CONTACT: msg("No contact any more"),
    EndReason.CONDUCT: msg("Conduct"),
    EndReason.PROGRAM_ENDED: msg("The program ended"),
    EndReason.OTHER: msg("Another reason"),
    None: msg("No reason given"),
}
"""Why pairs ended before their time; who reached their goals completed."""
