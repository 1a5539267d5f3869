"""The pages of a proposed matching in one language: an overview, and a page a pair."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from markupsafe import Markup

from telemaco.matching.phrases import CRITERIA_NAMES
from telemaco.matching.result import Match, Proposal
from telemaco.messages import Message
from telemaco.ports import Translator
from telemaco.render.dates import Dates
from telemaco.render.matches.left import headed, what_would_help
from telemaco.render.matches.minding import summaries
from telemaco.render.matches.names import Names
from telemaco.render.matches.openings import place_of, serving_places, worth
from telemaco.render.matches.pairs import most_points
from telemaco.render.matches.text import headline
from telemaco.render.pages.environment import environment
from telemaco.render.proposals.style import stylesheet
from telemaco.render.proposals.values import couple, file_of, pages_of, rows

OVERVIEW = "index.html"
_POINTS = 1000
_MANY = 12


_Left = tuple[str, Message, Message | None, Message | None]
"""Who is left, what binds, who came closest, what would help."""


@dataclass(frozen=True)
class Book:
    """A proposed matching to be shown in one language; `languages` are all it is shown in.

    The first of them lies at the root, the others in a folder each.
    """

    found: Match
    title: str
    names: Names
    translator: Translator
    languages: Sequence[str]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page: its path in the folder, and its HTML."""
        yield self._path(OVERVIEW), self._overview()
        for number, proposal in enumerate(self.found.proposals):
            yield self._path(f"pairs/{file_of(proposal)}"), self._pair(number, proposal)

    def _overview(self) -> str:
        found, names = self.found, self.names
        links = [link for proposal in found.proposals for link in proposal.links]
        return self._page(
            "overview.html",
            OVERVIEW,
            headline=headline(found, names.program(found.program)),
            notices=found.notices,
            minds=list(summaries(links, names)),
            criteria=self._criteria(),
            rows=[row for proposal in found.proposals for row in rows(proposal, names)],
            left=list(self._left()),
            competitions=[
                (
                    [names.person(one) for one in rivals.mentees],
                    [names.person(one) for one in rivals.mentors],
                    rivals.places,
                )
                for rivals in found.competitions
            ],
            serving=serving_places(found.openings, names),
            better=[(place_of(one, names), worth(one)) for one in found.openings if not one.serves],
            blocking=found.blocking,
            blocked=list(self._blocked()),
            asides=[(names.person(one.person), one.reason) for one in found.asides],
            settings=[
                (CRITERIA_NAMES.get(key.removeprefix("weights.")), key, value)
                for key, value in sorted(found.settings.items())
            ],
        )

    def _pair(self, number: int, proposal: Proposal) -> str:
        pages = pages_of(self.found)
        proposals = self.found.proposals
        return self._page(
            "pair.html",
            f"pairs/{file_of(proposal)}",
            people=[self.names.person(person) for person, _ in proposal.members],
            couples=[couple(self.found, link, self.names, pages) for link in proposal.links],
            together=proposal.together.text if proposal.together else None,
            before=file_of(proposals[number - 1]) if number else "",
            after=file_of(proposals[number + 1]) if number + 1 < len(proposals) else "",
        )

    def _left(self) -> Iterator[tuple[Message, list[_Left], Message | None]]:
        """Everybody without a partner, by their role; of many also what would help how many."""
        for heading, left in headed(self.found.unmatched):
            entries = [
                (self.names.person(one.person), one.binding, one.closest, one.would_help)
                for one in left
            ]
            helps = any(one.change for one in left) and len(left) > _MANY
            yield heading, entries, what_would_help(left) if helps else None

    def _blocked(self) -> Iterator[tuple[str, str, int, int | None, int | None]]:
        for one in self.found.blocked:
            yield (
                self.names.person(one.mentee),
                self.names.person(one.mentor),
                one.score // _POINTS,
                None if one.mentee_has is None else one.mentee_has // _POINTS,
                None if one.mentor_has is None else one.mentor_has // _POINTS,
            )

    def _criteria(self) -> list[tuple[Message, int]]:
        """The criteria that count, and the points of 100 that each can give."""
        return [
            (CRITERIA_NAMES[share.criterion], most_points(proposal.links[0], share.weight))
            for proposal in self.found.proposals[:1]
            for share in proposal.links[0].shares
        ]

    def _page(self, template: str, page: str, **values: object) -> str:
        root = "../" * self._path(page).count("/")
        return self._templates.get_template(template).render(
            style=Markup(stylesheet()),  # noqa: S704 (our own)
            title=self.title,
            program=self.found.program,
            day=self.found.today,
            language=self.translator.language,
            languages=[
                (code, Dates(code).language_name(code), root + self._path(page, code))
                for code in self.languages
            ],
            overview=root + self._path(OVERVIEW),
            **values,
        )

    def _path(self, page: str, language: str | None = None) -> str:
        code = language or self.translator.language
        return page if code == self.languages[0] else f"{code}/{page}"

    @cached_property
    def _templates(self) -> Environment:
        return environment(self.translator, "proposal")
