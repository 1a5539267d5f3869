"""The site in one language: what every page is made from, and the words that all share."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jinja2 import Environment

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.model.site import on_site
from telemaco.ports import Translator
from telemaco.progress.outcomes.programs import outcomes_of
from telemaco.progress.outcomes.report import told_outcomes
from telemaco.progress.outcomes.values import Outcomes
from telemaco.progress.outcomes.withholding import withheld
from telemaco.progress.values import PairProgress
from telemaco.records.base import Language, PersonId, ProgramId, SkillId
from telemaco.records.layout import PairId
from telemaco.records.text import in_language
from telemaco.render.dates import Dates
from telemaco.render.pages.addresses import HANDBOOK, person_address, to_root
from telemaco.render.pages.environment import environment
from telemaco.render.pages.mentors import Mentor, listed_mentors, unlisted_mentors
from telemaco.render.pages.page import Page
from telemaco.render.pages.pair_order import listed_pairs
from telemaco.render.pages.published import publishes
from telemaco.render.reports.voice import Voice
from telemaco.render.site_settings import folder_of

Part = Callable[[str, Callable[[], str]], str]
"""Gives a text by its name, made by the function or known already."""


def made_anew(_name: str, make: Callable[[], str]) -> str:
    """A part that nobody remembers."""
    return make()


_ALL = "all"
"""Sums are a mapping like the others, so that a page that shows none does not hang on them."""


@dataclass(frozen=True)
class Edition:
    """A community as of a day, to be shown in one language.

    `progress` says how every pair gets on, `counted` what came of each program, small groups and
    all: for sums, never to be shown. `handbook` has the addresses of the hand-written
    pages that readers can be sent to. `reminders_ran` is the day on which the reminders last
    ended well, None where nobody asked. `part` gives a text that hangs on much that seldom changes,
    beside what changes often: what is made of the edition and of the text's name alone.
    """

    community: Community
    today: date
    translator: Translator
    progress: Mapping[PairId, PairProgress]
    counted: Mapping[ProgramId, Outcomes]
    handbook: frozenset[str] = frozenset()
    reminders_ran: date | None = None
    part: Part = made_anew

    @property
    def has_handbook(self) -> bool:
        """Whether there is a handbook to send readers to."""
        return HANDBOOK in self.handbook

    @cached_property
    def dates(self) -> Dates:
        """Writes days in this language."""
        return Dates(self.translator.language)

    @cached_property
    def voice(self) -> Voice:
        """Says figures in this language."""
        return Voice(self.community, self.translator)

    @cached_property
    def outcomes(self) -> Mapping[ProgramId, Outcomes]:
        """What may be told of programs; those of too few people are not there."""
        few = self.community.settings.privacy.small_group
        return told_outcomes(self.community, self.counted, few)

    @cached_property
    def sums(self) -> Mapping[str, Outcomes]:
        """What may be told of all programs that are told alone, under one name."""
        if not self.outcomes:
            return {}
        few = self.community.settings.privacy.small_group
        beside = [(self.counted[name], told) for name, told in self.outcomes.items()]
        whole = self._counted_together(*self.outcomes)
        return {_ALL: withheld(self.community, whole, few, beside)}

    def _counted_together(self, first: ProgramId, *others: ProgramId) -> Outcomes:
        """What came of programs together; of one alone, that is known."""
        if not others:
            return self.counted[first]
        return outcomes_of(self.community, (first, *others), self.progress, self.today)

    @cached_property
    def listed_pairs(self) -> Mapping[ProgramId, tuple[PairId, ...]]:
        """The pairs of each program that have pages, in the order of lists."""
        return listed_pairs(self.community)

    @cached_property
    def mentors(self) -> Mapping[PersonId, Mentor]:
        """The mentors who may be listed, those with room first."""
        return {mentor.id: mentor for mentor in listed_mentors(self.community, self.today)}

    @cached_property
    def unlisted_mentors(self) -> Counter[ProgramId]:
        """How many mentors may not be listed, by program."""
        return unlisted_mentors(self.community, self.today)

    @cached_property
    def language(self) -> Language:
        """The language."""
        return Language(self.translator.language)

    @cached_property
    def _templates(self) -> Environment:
        return environment(self.translator)

    def public_pairs(self, program: ProgramId) -> tuple[PairId, ...]:
        """The pairs of a program that have pages, in the order of lists."""
        return self.listed_pairs.get(program, ())

    def words(self, message: Message) -> str:
        """A sentence of ours in this language."""
        return self.translator.text(message)

    def text(self, text: str | Mapping[Language, str]) -> str:
        """A text of theirs in this language, or in the community's first."""
        return in_language(text, self.language, self.community.settings.languages)

    def maybe(self, text: str | Mapping[Language, str] | None) -> str:
        """The same for a text that may be missing; then it is empty."""
        return "" if text is None else self.text(text)

    def skill(self, skill: SkillId) -> str:
        """A skill's name; its id if the vocabulary does not have it."""
        known = self.community.skills.get(skill)
        return skill if known is None else self.text(known.label)

    def person_page(self, person: PersonId) -> str:
        """The address of a person's page; empty when there is none."""
        return person_address(person) if publishes(self.community, person, "name") else ""

    @property
    def together(self) -> Outcomes | None:
        """What may be told of all programs that are told alone; None where there are none."""
        return self.sums.get(_ALL)

    @property
    def to_site(self) -> str:
        """The way from the language's root to the site's: `../` for any but the first."""
        return to_root(folder_of(self.community.settings, self.language))

    def url(self, address: str) -> str | None:
        """The whole address of a page or a file; None where the site has no address."""
        settings = self.community.settings
        return on_site(settings, folder_of(settings, self.language) + address)

    def page(
        self, template: str, address: str, shell: str, head: tuple[str, str], **values: object
    ) -> Page:
        """A page from its template; `head` is title and description."""
        body = self.fragment(
            template,
            root=to_root(address),
            title=head[0],
            has_handbook=self.has_handbook,
            **values,
        )
        return Page(address, shell, head[0], head[1], body)

    def fragment(self, template: str, **values: object) -> str:
        """A part of a page from its template, as HTML."""
        return self._templates.get_template(template).render(**values)
