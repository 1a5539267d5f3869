"""The certificates that may be shown, and the page of each, by which anybody can verify it."""

from collections import Counter
from collections.abc import Iterator

from telemaco.messages import Message, msg, msg_n
from telemaco.model.durations import duration
from telemaco.model.recognition import Award, award_of, awards_of
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.community import Community
from telemaco.records.layout import PairId
from telemaco.records.pair import PairRole
from telemaco.render.certificate_pdf import Sheet, certificate_pdf
from telemaco.render.contact import mailbox
from telemaco.render.identity import lasting_id
from telemaco.render.pages.addresses import CERTIFICATES, program_address, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.program_pages import public_programs
from telemaco.render.pages.published import name_in_pairs, publishes
from telemaco.render.pages.recipes import PlainFile

BADGE = "badge.json"
"""The file of the Open Badge, in the folder of the certificate."""

PICTURE = "badge.svg"
"""The picture that carries it."""

PDF = "certificate.pdf"
"""The certificate to keep."""

ROLES = {
    PairRole.MENTOR: msg("as a mentor"),
    PairRole.CO_MENTOR: msg("as a co-mentor"),
    PairRole.MENTEE: msg("as a mentee"),
    PairRole.PEER: msg("among peers"),
    PairRole.FACILITATOR: msg("as a facilitator"),
}


def certified(edition: Edition, pair_id: PairId) -> Iterator[PersonId]:
    """The members of a pair whose certificates are shown: they earned and allow it."""
    for award in awards_of(edition.community, pair_id):
        if publishes(edition.community, award.person, "name", "certificate"):
            yield award.person


def certified_roles(edition: Edition, program: ProgramId) -> tuple[PairRole, ...]:
    """The roles of a program of which certificates are shown, in the order of their names."""
    found = {
        award.role
        for pair_id in edition.public_pairs(program)
        for award in awards_of(edition.community, pair_id)
        if award.person in certified(edition, pair_id)
    }
    return tuple(sorted(found))


def certificate_address(edition: Edition, pair_id: PairId, person: PersonId) -> str:
    """The page of a certificate: the same at every build, and telling nothing."""
    return f"{CERTIFICATES}{lasting_id(edition.community, f'{pair_id}/certificate/{person}')}/"


def certificates_of(edition: Edition, person: PersonId) -> Iterator[tuple[str, str]]:
    """The certificates of a person: the program, as what they took part, and the page.

    Where several are alike in this, with whom as well, as far as it is published; else the days.
    """
    programs = public_programs(edition)
    awards = [
        award
        for pair_id in edition.community.pairs_of_person.get(person, ())
        if pair_id.program in programs and person in certified(edition, pair_id)
        if (award := award_of(edition.community, pair_id, person))
    ]
    alike = Counter((award.pair.program, award.role) for award in awards)
    for award in awards:
        program = edition.text(edition.community.programs[award.pair.program].title)
        told = msg("{program}, {role}", program=program, role=ROLES[award.role])
        if alike[award.pair.program, award.role] > 1:
            told = _told_apart(edition, told, award)
        yield edition.words(told), certificate_address(edition, award.pair, person)


def certificate_page(edition: Edition, pair_id: PairId, person: PersonId) -> Page | None:
    """The certificate; None for one that may not be shown."""
    award = award_of(edition.community, pair_id, person)
    if award is None or person not in certified(edition, pair_id):
        return None
    community = edition.community
    name = community.people[person].name
    program = edition.text(community.programs[pair_id.program].title)
    address = certificate_address(edition, pair_id, person)
    head = (
        edition.words(msg("Certificate: {name}", name=name)),
        edition.words(msg("{name} completed {program}.", name=name, program=program)),
    )
    return edition.page(
        "certificate.html",
        address,
        shell_of(address),
        head,
        name=name,
        person_page=edition.person_page(person),
        program=program,
        program_page=program_address(pair_id.program),
        community=edition.text(community.settings.title),
        role=ROLES[award.role],
        award=award,
        work=_work(award),
        url=edition.url(address),
        badge=_to_first(edition, address) if gives_badges(community.settings) else "",
        has_pdf=certificate_file(edition, pair_id, person) is not None,
    )


def gives_badges(settings: Community) -> bool:
    """Whether certificates have a badge: Open Badges 2.0 asks for a site and a mail address."""
    return bool(settings.url and mailbox(settings.contact))


def certificate_file(edition: Edition, pair_id: PairId, person: PersonId) -> PlainFile | None:
    """The certificate as a PDF; None when a letter of it is not in the font, or it is not shown."""
    award = award_of(edition.community, pair_id, person)
    if award is None or person not in certified(edition, pair_id):
        return None
    community, address = edition.community, certificate_address(edition, pair_id, person)
    name = community.people[person].name
    program = edition.text(community.programs[pair_id.program].title)
    done = msg("completed the program {program} {role}", program=program, role=ROLES[award.role])
    sheet = Sheet(
        edition.language,
        edition.words(msg("Certificate: {name}", name=name)),
        edition.text(community.settings.title),
        edition.words(msg("Certificate")),
        name,
        (edition.words(done), _days(edition, award), edition.words(_work(award))),
        edition.url(address),
        award.last,
    )
    content = certificate_pdf(sheet)
    text = "\n".join((sheet.title, sheet.community, *sheet.sentences))
    return PlainFile(address + PDF, content, text) if content else None


def _work(award: Award) -> Message:
    """How often they met, and how long in all."""
    sessions = msg_n("{count} session", "{count} sessions", award.sessions)
    if not award.minutes:
        return sessions
    return msg("{sessions}, {hours} in all", sessions=sessions, hours=duration(award.minutes))


def _told_apart(edition: Edition, told: Message, award: Award) -> Message:
    """The certificate among others of the same program and role."""
    community = edition.community
    names = []
    if publishes(community, award.person, "pairs"):
        others = (member.person for member in community.pairs[award.pair].members)
        found = [name_in_pairs(community, one) for one in others if one != award.person]
        names = [name for name in found if name]
    if names:
        return msg("{certificate}, with {names}", certificate=told, names=", ".join(names))
    return msg("{certificate}, {days}", certificate=told, days=_days(edition, award))


def _days(edition: Edition, award: Award) -> str:
    return f"{edition.dates.day(award.first)} \u2013 {edition.dates.day(award.last)}"


def _to_first(edition: Edition, address: str) -> str:
    """The way to the badge, which lies in the folder of the site's first language."""
    return f"{edition.to_site}{address}"
