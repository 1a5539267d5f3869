"""The files of Open Badges: of the issuer, of what is certified, and of each certificate."""

from collections.abc import Iterator

from telemaco.messages import msg
from telemaco.model.recognition import award_of
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairRole
from telemaco.render.contact import mailbox
from telemaco.render.open_badges import (
    Badge,
    as_file,
    assertion,
    badge_class,
    issuer,
    picture,
)
from telemaco.render.pages.addresses import CERTIFICATES, program_address
from telemaco.render.pages.certificates import (
    BADGE,
    PICTURE,
    ROLES,
    certificate_address,
    certified,
    gives_badges,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.recipes import PlainFile

ISSUER = f"{CERTIFICATES}issuer.json"
PLAIN_PICTURE = f"{CERTIFICATES}badge.svg"


def is_home_of_badges(edition: Edition) -> bool:
    """Whether badges lie in this edition: that of the first language, where there are any."""
    settings = edition.community.settings
    return gives_badges(settings) and edition.language == settings.languages[0]


def issuer_files(edition: Edition) -> Iterator[PlainFile]:
    """Who gives badges, and what they look like."""
    settings = edition.community.settings
    name = edition.text(settings.title)
    email = mailbox(settings.contact) or ""
    profile = issuer(edition.url(ISSUER) or "", name, settings.url or "", email)
    yield PlainFile(ISSUER, as_file(profile))
    yield PlainFile(PLAIN_PICTURE, picture(name))


def class_file(edition: Edition, program: ProgramId, role: PairRole) -> PlainFile:
    """What is certified of those who completed the program in the role."""
    title = edition.text(edition.community.programs[program].title)
    address = _class_address(program, role)
    name = edition.words(msg("{program}, {role}", program=title, role=ROLES[role]))
    description = msg("Completed {program} {role}.", program=title, role=ROLES[role])
    found = badge_class(
        edition.url(address) or "",
        name,
        edition.words(description),
        edition.url(PLAIN_PICTURE) or "",
        (edition.url(program_address(program)) or "", edition.url(ISSUER) or ""),
    )
    return PlainFile(address, as_file(found))


def badge_files(edition: Edition, pair_id: PairId, person: PersonId) -> Iterator[PlainFile]:
    """The badge of a certificate; none of one that may not be shown."""
    award = award_of(edition.community, pair_id, person)
    if award is None or person not in certified(edition, pair_id):
        return
    folder = certificate_address(edition, pair_id, person)
    badge = Badge(
        edition.url(folder + BADGE) or "",
        edition.url(edition.person_page(person)) or "",
        edition.url(_class_address(pair_id.program, award.role)) or "",
        edition.url(folder + PICTURE) or "",
        edition.url(folder) or "",
        award.last,
    )
    yield PlainFile(folder + BADGE, as_file(assertion(badge)))
    title = edition.text(edition.community.programs[pair_id.program].title)
    yield PlainFile(folder + PICTURE, picture(title, badge.address))


def _class_address(program: ProgramId, role: PairRole) -> str:
    return f"{CERTIFICATES}{program}-{role.value}.json"
