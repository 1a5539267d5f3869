"""The addresses of pages, which must not tell what their pages do not.

An address is relative to the language's root and ends in `/`. A pair's folder is usually
named after its members, so only a pair all of whose members publish `name` and `pairs` has
its folder's name in its address; any other has the first letters of a hash. The hash is
the same at every build. Without `privacy.address_key` it hides a name from readers and search
engines, not from somebody who guesses the folder's name and computes the same.
"""

import hmac

from telemaco.model.community import Community
from telemaco.records.base import GoalId, PersonId, ProgramId, SkillId
from telemaco.records.layout import PairId
from telemaco.render.pages.published import all_are_named

HOME = ""
PROGRAMS = "programs/"
MENTORS = "mentors/"
PAIRS = "pairs/"
PROGRESS = "progress/"
CALENDAR = "calendar/"
PEOPLE = "people/"
HANDBOOK = "handbook/"
HUBS = (HOME, PROGRAMS, MENTORS, PAIRS, PROGRESS, CALENDAR)
"""The pages of the navigation, in its order."""

SKILLS = f"{MENTORS}skills/"
"""The list of what mentors offer."""

ABOUT = "about/"
COORDINATORS = "coordinators/"
DATA = "data/"
"""The page of open data; the files lie in a folder of the same name at the site's root."""

THANKS = "thanks/"
"""Who mentored how many."""

CERTIFICATES = "certificates/"
"""The folder of certificates and badges; there is no list of them."""

OUTSIDE = (THANKS, ABOUT, COORDINATORS, DATA)
"""The pages that the foot of every page leads to."""

NEWS = "news.xml"
"""The feed of news."""

# No id may hold an underscore, so neither can clash with a record's address.
SHELL = "_shell_"
_PART = "page_{number}/"
_HASH_LENGTH = 10

LISTED = f"{PEOPLE}{SHELL}_listed/"
"""The shell for the pages of listed mentors, which belong to the part on mentors."""

SHELLS = (
    f"{SHELL}/",
    f"{PROGRAMS}{SHELL}/",
    f"{PROGRAMS}{SHELL}/{SHELL}/",
    f"{MENTORS}{SHELL}/",
    f"{MENTORS}{SHELL}/{SHELL}/",
    f"{MENTORS}{SHELL}/{SHELL}/{SHELL}/",
    f"{PEOPLE}{SHELL}/",
    LISTED,
    f"{PAIRS}{SHELL}/",
    f"{PAIRS}{SHELL}/{SHELL}/",
    f"{PROGRESS}{SHELL}/",
    f"{CERTIFICATES}{SHELL}/",
)
"""Where the frames of the pages outside the navigation are made."""


def program_address(program: ProgramId) -> str:
    """The page of a program."""
    return f"{PROGRAMS}{program}/"


def objective_address(program: ProgramId, objective: GoalId) -> str:
    """The place on the page of a program where one of its objectives stands."""
    return f"{program_address(program)}#{objective_anchor(objective)}"


def objective_anchor(objective: GoalId) -> str:
    """What the place is called; no heading of the page is called so."""
    return f"objective-{objective}"


def report_address(program: ProgramId) -> str:
    """What came of a program."""
    return f"{program_address(program)}report/"


def audit_address(program: ProgramId) -> str:
    """How a program measures up."""
    return f"{program_address(program)}audit/"


def program_pairs_address(program: ProgramId) -> str:
    """The list of a program's pairs."""
    return f"{PAIRS}{program}/"


def program_progress_address(program: ProgramId) -> str:
    """The figures of a program."""
    return f"{PROGRESS}{program}/"


def person_address(person: PersonId) -> str:
    """The page of a person who publishes their name."""
    return f"{PEOPLE}{person}/"


def skill_address(skill: SkillId) -> str:
    """The list of those who offer a skill."""
    return f"{SKILLS}{skill}/"


def pair_address(community: Community, pair: PairId) -> str:
    """The page of a pair; see above for what it tells."""
    is_open = all_are_named(community, community.pairs[pair])
    return address_of_pair(community, pair, is_open=is_open)


def address_of_pair(community: Community, pair: PairId, *, is_open: bool) -> str:
    """The same where it is known whether the folder's name may be told."""
    return f"{PAIRS}{pair.program}/{pair.pair if is_open else code_of(community, pair)}/"


def code_of(community: Community, pair: PairId) -> str:
    """A short word for a pair that tells nothing about its members."""
    key = community.settings.privacy.address_key or ""
    code = hmac.digest(key.encode(), str(pair).encode(), "sha256").hex()
    return f"p_{code[:_HASH_LENGTH]}"


def calendar_of(address: str) -> str:
    """The calendar file of a page."""
    return f"{address}calendar.ics"


def part_address(address: str, number: int) -> str:
    """The address of a part of a long list; the first part is the list itself."""
    return address if number == 1 else address + _PART.format(number=number)


def is_later_part(address: str) -> bool:
    """Whether a page is a part of a long list, but not its first."""
    return "/page_" in address


def shell_of(address: str) -> str:
    """The shell for a page outside the navigation: one a section and depth, one for the rest."""
    section, *rest = address.rstrip("/").split("/")
    if not rest:
        return f"{SHELL}/"
    return f"{section}/" + f"{SHELL}/" * len(rest)


def to_root(address: str) -> str:
    """The way from a page to the language's root: `../` a level."""
    return "../" * address.count("/")
