"""What a form asks somebody about themselves."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from telemaco.forms.choosing import in_all_languages, is_short
from telemaco.forms.values import Area, Choice, Field, Line, Option
from telemaco.messages import CityName, LanguageName, Message, Worded, msg
from telemaco.model.cities import CITIES_OF_ZONE
from telemaco.model.community import Community
from telemaco.model.free_time import PARTS
from telemaco.model.zones import offset_names, places, zone_names
from telemaco.records.languages import LANGUAGES
from telemaco.records.skills import Skill
from telemaco.records.text import worded

OFFERS, SEEKS = "offers", "seeks"
"""How the ids of the fields begin that ask for skills; then `-` and a number follow."""

_ZONES = (
    "Africa/Accra", "Africa/Addis_Ababa", "Africa/Cairo", "Africa/Casablanca",
    "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "America/Anchorage",
    "America/Argentina/Buenos_Aires", "America/Bogota", "America/Chicago", "America/Denver",
    "America/Halifax", "America/Lima", "America/Los_Angeles", "America/Mexico_City",
    "America/New_York", "America/Santiago", "America/Sao_Paulo", "America/Toronto", "Asia/Baghdad",
    "Asia/Bangkok", "Asia/Dhaka", "Asia/Dubai", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong",
    "Asia/Jakarta", "Asia/Jerusalem", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata",
    "Asia/Manila", "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore",
    "Asia/Tashkent", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores", "Atlantic/Reykjavik",
    "Australia/Adelaide", "Australia/Brisbane", "Australia/Perth", "Australia/Sydney",
    "Europe/Athens", "Europe/Berlin", "Europe/Bucharest", "Europe/Dublin", "Europe/Helsinki",
    "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon", "Europe/London", "Europe/Madrid",
    "Europe/Moscow", "Europe/Paris", "Europe/Rome", "Europe/Stockholm", "Europe/Warsaw",
    "Pacific/Auckland", "Pacific/Honolulu", "UTC",
)  # fmt: skip
"""The zones of the list. Neither they nor the languages depend on the people who are there: else
somebody's entry would make the forms of everybody out of date."""
_LANGUAGES = (
    "ar", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id",
    "it", "ja", "ko", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "sw", "ta", "te", "th", "tr",
    "uk", "ur", "vi", "zh",
)  # fmt: skip
"""Languages of the list besides the community's own."""

DAYS: tuple[tuple[str, Message], ...] = (
    ("mon", msg("Monday")),
    ("tue", msg("Tuesday")),
    ("wed", msg("Wednesday")),
    ("thu", msg("Thursday")),
    ("fri", msg("Friday")),
    ("sat", msg("Saturday")),
    ("sun", msg("Sunday")),
)


def who() -> Iterator[Field]:
    """The name somebody wants to be called by, and a few words."""
    yield Line(
        "name",
        msg("Name"),
        msg("The name you want to be called by. It can be a first name or a nickname."),
        "Sofonisba",
        is_required=True,
    )
    yield Line("pronouns", msg("Pronouns"), msg("If you like."), msg("she/her"))
    yield Line("headline", msg("You in one line"), None, msg("Portrait painter from Cremona"))
    yield Area(
        "bio",
        msg("More about you"),
        msg(
            "What you do, what you like to talk about. No e-mail address, phone number or "
            "address: everybody can read this."
        ),
    )


def needed_zone() -> Iterator[Field]:
    """Whose clock somebody shares, for a newcomer: from the list, or written."""
    yield from _zone(
        msg(
            "The city whose clock you share. If there is none, leave this and write below: one of "
            "the two is needed."
        ),
        msg(
            "Only if yours is not in the list: a large city, or the distance from UTC, for example "
            "UTC+1. One of the two is needed."
        ),
    )


def changed_zone() -> Iterator[Field]:
    """The same for somebody whose entry says it already."""
    yield from _zone(
        msg("The city whose clock you share. If there is none, leave this and write below."),
        msg(
            "Only if yours is not in the list: a large city, or the distance from UTC, for example "
            "UTC+1."
        ),
    )


def languages_and_hours(community: Community) -> Iterator[Field]:
    """Languages and free hours: what two people have to have in common."""
    tongues = tuple(_spoken(_listed_languages(community)))
    own = len(set(community.settings.languages))
    yield Choice(
        "fluent",
        msg("Languages you speak fluently"),
        tongues,
        takes_several=True,
        is_required=True,
        sorts_after=own,
    )
    yield Choice(
        "working",
        msg("Languages in which you could meet, too"),
        tongues,
        takes_several=True,
        sorts_after=own,
    )
    yield Choice(
        "other-languages",
        msg("Other languages in which you could meet"),
        tuple(_spoken(sorted(LANGUAGES))),
        msg("Only those that are not in the list, one a line."),
        takes_several=True,
        is_written=True,
        example=LanguageName("la"),
    )
    yield Choice(
        "availability",
        msg("When you are usually free"),
        tuple(_hours()),
        msg("By your own clock. Leave it empty if it changes from week to week."),
        takes_several=True,
    )


def skills(community: Community, prefix: str, label: Message) -> Iterator[Field]:
    """A choice of skills for every group of the vocabulary; one to write into if it is large."""
    groups = tuple(_groups(community))
    options = [[_option(community, skill) for skill in entries] for _, entries in groups]
    headings = [[Option("", heading) for heading, _ in groups if heading]]
    if not options:
        return
    if not is_short([*options, *headings]):
        everything = tuple(option for some in options for option in some)
        yield Choice(
            f"{prefix}-1",
            label,
            everything,
            msg("One a line, by the names of program/skills.yaml or of the site."),
            takes_several=True,
            is_written=True,
        )
        return
    for number, ((group, _), some) in enumerate(zip(groups, options, strict=True), start=1):
        yield Choice(
            f"{prefix}-{number}",
            msg("{question}: {group}", question=label, group=group) if group else label,
            tuple(some),
            takes_several=True,
        )


def approach() -> Iterator[Field]:
    """How somebody likes to learn or to teach; nothing of it has to be answered."""
    yield Choice("structure", msg("How much of a plan do you like?"), _SCALES["structure"])
    yield Choice("directness", msg("How direct should others be with you?"), _SCALES["directness"])
    yield Choice("initiative", msg("Who should lead the way?"), _SCALES["initiative"])
    yield Choice(
        "learns-by",
        msg("How do you learn best?"),
        (
            Option("doing", msg("by doing")),
            Option("discussing", msg("by talking about it")),
            Option("reading", msg("by reading")),
            Option("watching", msg("by watching")),
            Option("writing", msg("by writing")),
        ),
        takes_several=True,
    )


_SCALES: dict[str, tuple[Option, ...]] = {
    "structure": (
        Option("3", msg("something in between")),
        Option("1", msg("none: as it comes")),
        Option("2", msg("a little")),
        Option("4", msg("a good deal")),
        Option("5", msg("a clear plan for everything")),
    ),
    "directness": (
        Option("3", msg("something in between")),
        Option("1", msg("only gently")),
        Option("2", msg("rather gently")),
        Option("4", msg("rather plainly")),
        Option("5", msg("quite plainly")),
    ),
    "initiative": (
        Option("3", msg("both alike")),
        Option("1", msg("the mentor")),
        Option("2", msg("rather the mentor")),
        Option("4", msg("rather the mentee")),
        Option("5", msg("the mentee")),
    ),
}


def _zone(listed: Message, written: Message) -> Iterator[Field]:
    yield Choice("timezone", msg("Time zone"), tuple(map(_zone_option, _ZONES)), listed)
    yield Choice(
        "other-timezone",
        msg("Another time zone"),
        tuple(map(_zone_option, sorted(zone_names()))),
        written,
        is_written=True,
        example="Asia/Samarkand",
    )


@cache
def _zone_option(zone: str) -> Option:
    """A zone by its name, its city in the reader's language and in English, or its distance."""
    city = zone.rpartition("/")[2].replace("_", " ")
    cities = () if zone.startswith("Etc/") else (city,)
    spoken = (CityName(zone),) if zone in places() else ()
    others = (name.title() for name in CITIES_OF_ZONE.get(zone, ()))
    names = (*cities, *spoken, *others, *offset_names(zone))
    return Option(zone, zone.replace("_", " "), names, is_suggested=zone in places())


def _listed_languages(community: Community) -> Sequence[str]:
    """The community's languages, then the others."""
    first = dict.fromkeys(map(str, community.settings.languages))
    return [*first, *(code for code in _LANGUAGES if code not in first)]


def _spoken(codes: Iterable[str]) -> Iterator[Option]:
    for code in codes:
        yield Option(code, LanguageName(code))


def _hours() -> Iterator[Option]:
    for day, name in DAYS:
        for start, end in PARTS:
            label = msg("{day} {start}-{end}", day=name, start=start, end=end)
            yield Option(f"{day} {start} {end}", label)


def _groups(community: Community) -> Iterator[tuple[str | Worded | None, Sequence[Skill]]]:
    """The skills under their headings, both in the order in which they first come."""
    found: dict[str, list[Skill]] = {}
    for skill in community.skills.values():
        found.setdefault(repr(skill.group), []).append(skill)
    for entries in found.values():
        group = entries[0].group
        yield worded(group, community.settings.languages) if group else None, entries


def _option(community: Community, skill: Skill) -> Option:
    names = (*in_all_languages(skill.label), *skill.aliases)
    return Option(skill.id, worded(skill.label, community.settings.languages), names)
