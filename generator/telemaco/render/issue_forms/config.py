"""What GitHub shows beside the forms: no empty issue, and where else to go."""

import re
from collections.abc import Iterator, Mapping

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.site import on_site
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.text import in_language
from telemaco.render.issue_forms.places import COMMENT
from telemaco.render.repository import repository_of
from telemaco.yamltext.writing import write_for_any_reader

_ADDRESS = re.compile(r"https?://\S+")


def as_yaml(community: Community, translator: Translator) -> str:
    """The file config.yml, in the community's own language."""
    links = list(_links(community, translator))
    document = {"blank_issues_enabled": False, **({"contact_links": links} if links else {})}
    return write_for_any_reader(document, translator.text(COMMENT))


def _links(community: Community, translator: Translator) -> Iterator[Mapping[str, str]]:
    """The handbook, the way to write in private, and where the community talks."""
    settings = community.settings
    handbook = on_site(settings, "handbook/")
    if handbook:
        told = msg("How to join, how to log a session, and who helps.")
        yield _link(msg("The handbook"), handbook, told, translator)
    way = (
        settings.contact
        if _ADDRESS.fullmatch(settings.contact)
        else on_site(settings) or _home(community)
    )
    if way:
        told = msg("Write to {contact}.", contact=settings.contact)
        yield _link(msg("Something that others should not read"), way, told, translator)
    for channel in settings.channels:
        label = in_language(channel.label, Language(translator.language), settings.languages)
        told = msg("Where the community talks.")
        yield _link(msg("{text}", text=label), channel.url, told, translator)


def _link(name: Message, url: str, about: Message, translator: Translator) -> Mapping[str, str]:
    said = {"name": translator.text(name), "url": url, "about": translator.text(about)}
    return {key: " ".join(text.split()) for key, text in said.items()}


def _home(community: Community) -> str | None:
    """The repository's own page."""
    repository = repository_of(community.settings)
    return repository.home if repository else None
