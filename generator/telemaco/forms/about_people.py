"""What a form asks somebody about themselves."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from telemaco.forms.values import Area, Choice, Field, Line, Option, Tongue, Wording
from telemaco.messages import Message, Worded, msg
from telemaco.model.community import Community
from telemaco.records.base import Language
from telemaco.records.skills import Skill
from telemaco.records.text import worded

OFFERS, SEEKS = "offers", "seeks"
"""How the ids of the fields begin that ask for skills; then `-` and a number follow."""

_ZONES = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver",
    "America/Mexico_City", "America/Chicago", "America/Lima", "America/Bogota",
    "America/New_York", "America/Toronto", "America/Santiago", "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires", "Atlantic/Azores", "UTC", "Europe/London", "Europe/Lisbon",
    "Africa/Lagos", "Africa/Casablanca", "Europe/Rome", "Europe/Paris", "Europe/Berlin",
    "Europe/Madrid", "Europe/Warsaw", "Europe/Athens", "Europe/Kyiv", "Africa/Cairo",
    "Africa/Johannesburg", "Europe/Istanbul", "Africa/Nairobi", "Europe/Moscow", "Asia/Riyadh",
    "Asia/Tehran", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka",
    "Asia/Bangkok", "Asia/Jakarta", "Asia/Shanghai", "Asia/Singapore", "Asia/Manila",
    "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Australia/Adelaide", "Australia/Sydney",
    "Pacific/Auckland",
)  # fmt: skip
_LANGUAGES = ("ar", "bn", "de", "en", "es", "fr", "hi", "id", "it", "ja", "pl", "pt", "ru", "sw",
              "tr", "uk", "zh")  # fmt: skip
"""Languages that are offered besides those which the community's people speak."""

DAYS: tuple[tuple[str, Message], ...] = (
    ("mon", msg("Monday")),
    ("tue", msg("Tuesday")),
    ("wed", msg("Wednesday")),
    ("thu", msg("Thursday")),
    ("fri", msg("Friday")),
    ("sat", msg("Saturday")),
    ("sun", msg("Sunday")),
)
PARTS: tuple[tuple[str, str], ...] = (("09:00", "12:00"), ("14:00", "17:00"), ("18:00", "21:00"))
"""The parts of a day that somebody can tick as free: from and to."""


def who() -> Iterator[Field]:
    """The name somebody wants to be called by, and a few words."""
    yield Line(
        "name",
        msg("Name"),
        msg("The name you want to be called by. It can be a first name or a nickname."),
        "Sofonisba",
        is_required=True,
    )
    yield Line("pronouns", msg("Pronouns"), msg("If you like."))
    yield Line("headline", msg("You in one line"), None, "Portrait painter from Cremona")
    yield Area(
        "bio",
        msg("More about you"),
        msg(
            "What you do, what you like to talk about. No e-mail address, phone number or "
            "address: everybody can read this."
        ),
    )


def where_and_when(community: Community) -> Iterator[Field]:
    """Clock, languages and free hours: what two people have to have in common."""
    yield Choice(
        "timezone",
        msg("Time zone"),
        tuple(Option(zone, zone) for zone in _zones(community)),
        msg("The city whose clock you share. If none does, leave it and use the next field."),
    )
    yield Line(
        "other-timezone",
        msg("Another time zone"),
        msg("A city, or the name of the zone."),
        "Asia/Samarkand",
    )
    tongues = tuple(Option(code, Tongue(code)) for code in _tongues(community))
    yield Choice(
        "fluent",
        msg("Languages you speak fluently"),
        tongues,
        takes_several=True,
        is_required=True,
    )
    yield Choice(
        "working", msg("Languages in which you could meet, too"), tongues, takes_several=True
    )
    yield Choice(
        "availability",
        msg("When you are usually free"),
        tuple(_hours()),
        msg("By your own clock. Leave it empty if it changes from week to week."),
        takes_several=True,
    )


def skills(community: Community, prefix: str, label: Message) -> Iterator[Field]:
    """A choice of skills for every group of the vocabulary, in its order."""
    for number, (group, entries) in enumerate(_groups(community), start=1):
        yield Choice(
            f"{prefix}-{number}",
            msg("{question} {group}", question=label, group=group) if group else label,
            tuple(Option(skill.id, _label(community, skill)) for skill in entries),
            takes_several=True,
        )


def approach() -> Iterator[Field]:
    """How somebody likes to learn or to teach; nothing of it has to be answered."""
    yield Choice("structure", msg("How much of a plan do you like?"), _SCALES["structure"])
    yield Choice("directness", msg("How plainly may one tell you things?"), _SCALES["directness"])
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


def _zones(community: Community) -> Sequence[str]:
    """Those in use and those of many people, by name."""
    return sorted({*_ZONES, *(person.timezone for person in community.people.values())})


def _tongues(community: Community) -> Sequence[Language]:
    """The community's languages, then all others that its people speak, and the common ones."""
    first = community.settings.languages
    spoken = {code for person in community.people.values() for code in person.languages}
    return [*first, *sorted({*map(Language, _LANGUAGES), *spoken} - set(first))]


def _hours() -> Iterator[Option]:
    for day, name in DAYS:
        for start, end in PARTS:
            label = msg("{day} {start}-{end}", day=name, start=start, end=end)
            yield Option(f"{day} {start} {end}", label)


def _groups(community: Community) -> Iterator[tuple[str | Worded | None, Sequence[Skill]]]:
    """The skills under their headings, both in the order in which they first come."""
    headings: dict[str, int] = {}
    for skill in community.skills.values():
        headings.setdefault(_key(skill), len(headings))
    ranked = sorted(community.skills.values(), key=lambda skill: headings[_key(skill)])
    for _, entries in groupby(ranked, key=_key):
        together = list(entries)
        group = together[0].group
        yield worded(group, community.settings.languages) if group else None, together


def _key(skill: Skill) -> str:
    return repr(skill.group)


def _label(community: Community, skill: Skill) -> Wording:
    return worded(skill.label, community.settings.languages)
