"""What the page for an address that leads nowhere says, in every language of the community."""

from collections.abc import Mapping, Sequence

from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.community import Community as Settings
from telemaco.render.pages.addresses import ABOUT, CALENDAR, HANDBOOK, HOME, MENTORS, PROGRAMS
from telemaco.render.site_settings import alternates


def lost_words(
    settings: Settings, translators: Sequence[Translator], *, has_handbook: bool
) -> list[dict[str, object]]:
    """A part a language, the first translator's first.

    One page answers for the whole site, whatever the language of the address. Links lead from
    the root of the first translator's language.
    """
    ways = {
        one["lang"]: one["link"] for one in alternates(settings, Language(translators[0].language))
    }
    return [
        {
            "language": translator.language,
            "title": translator.text(msg("There is no such page")),
            "text": translator.text(
                msg("The address may have changed, or the page is no longer published.")
            ),
            "next": translator.text(msg("Go on here, or search with the field at the top:")),
            "links": [
                {
                    "title": translator.text(title),
                    "link": ways.get(translator.language, "") + address,
                }
                for address, title in _ways(has_handbook=has_handbook).items()
            ],
        }
        for translator in translators
    ]


def _ways(*, has_handbook: bool) -> Mapping[str, Message]:
    return _WAYS if has_handbook else {k: v for k, v in _WAYS.items() if k != HANDBOOK}


_WAYS = {
    HOME: msg("Home"),
    PROGRAMS: msg("Programs"),
    MENTORS: msg("Mentors"),
    CALENDAR: msg("Calendar"),
    HANDBOOK: msg("Handbook"),
    ABOUT: msg("About this site, and how to report a problem"),
}
