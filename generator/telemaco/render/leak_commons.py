"""What the site says by itself, so that a word of it tells nothing about anybody.

Somebody called April, or Rose, who does not publish their name: pages have that word all the
same, in a date or in a sentence of Telemaco's own. Nobody could mend that.
"""

from collections.abc import Iterable, Iterator

from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.render.dates import Dates
from telemaco.render.pages.published import allows


def own_words(translators: Iterable[Translator]) -> Iterator[str]:
    """The sentences of Telemaco and the names of days and months, in the site's languages."""
    for translator in translators:
        yield from translator.sentences()
        for name in Dates(translator.language).names():
            yield from (name, name.capitalize())


def zone_towns(community: Community, translators: Iterable[Translator]) -> Iterator[str]:
    """The towns that time zones which are shown are named for, in the site's languages."""
    people = community.people.values()
    zones = {person.timezone for person in people if allows(person, "timezone")}
    for translator in translators:
        dates = Dates(translator.language)
        for zone in sorted(zones):
            yield zone.replace("_", " ").rpartition("/")[2]
            yield dates.city(zone)
