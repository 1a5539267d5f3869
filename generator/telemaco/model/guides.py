"""The guides for sessions: the community's own, and those that Telemaco brings."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from telemaco.model.community import Community, Guide
from telemaco.records.agenda import Agenda
from telemaco.records.base import AgendaId, Language
from telemaco.yamltext.reading import read

BUILT_IN_AGENDAS = tuple(
    map(
        AgendaId,
        (
            "first-meeting",
            "first-meeting-informal",
            "first-meeting-group",
            "regular",
            "regular-informal",
            "group",
            "midpoint",
            "midpoint-group",
            "goal-setting",
            "feedback",
            "closing",
            "closing-group",
            "single-session",
        ),
    )
)
"""Guides that Telemaco brings; a community's file of the same name takes the place of one."""
BUILT_IN_AGREEMENTS = tuple(
    map(
        AgendaId,
        ("agreement", "agreement-informal", "agreement-group", "agreement-single-session"),
    )
)
"""Texts of the agreement that Telemaco brings; replaced as the guides are, but no session's."""
BUILT_IN_LANGUAGES = (Language("en"), Language("it"))
"""The languages that each of them is there in; the first is for readers of all others."""


def guide_names(own: Iterable[AgendaId]) -> tuple[AgendaId, ...]:
    """The names of all guides that a session may use: the community's own first."""
    guides = (agenda for agenda in own if agenda not in BUILT_IN_AGREEMENTS)
    return tuple(dict.fromkeys((*guides, *BUILT_IN_AGENDAS)))


def guide_in(community: Community, agenda: AgendaId, languages: Iterable[Language]) -> Guide | None:
    """The guide in the first of the languages that it is there in; None if nobody wrote it.

    In each language the community's own goes before the one that Telemaco brings.
    """
    own = community.agendas.get(agenda, {})
    for language in (*languages, BUILT_IN_LANGUAGES[0]):
        guide = own.get(language) or built_in(agenda, language)
        if guide is not None:
            return guide
    return None


@cache
def built_in(agenda: AgendaId, language: Language) -> Guide | None:
    """The guide that Telemaco brings; None if it brings none of that name and language."""
    if (
        agenda not in (*BUILT_IN_AGENDAS, *BUILT_IN_AGREEMENTS)
        or language not in BUILT_IN_LANGUAGES
    ):
        return None
    file = files("telemaco") / "builtin" / "agendas" / f"{agenda}.{language}.md"
    header, _, body = file.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    return Guide(Agenda.model_validate(read(header)), body)
