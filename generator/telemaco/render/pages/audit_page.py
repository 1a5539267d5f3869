"""How a program measures up against two public standards, as far as its files tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.progress.audit.self_audit import self_audit
from telemaco.progress.audit.values import Check, Mark, Topic
from telemaco.records.base import ProgramId
from telemaco.render.pages.addresses import audit_address, program_address, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page

_EMCC: Mapping[Topic, Message] = {
    Topic.PURPOSE: msg("Clarity of purpose"),
    Topic.PREPARATION: msg("Training and briefing"),
    Topic.SELECTION: msg("Selection and matching"),
    Topic.REVIEW: msg("Measurement and review"),
    Topic.ETHICS: msg("Ethics"),
    Topic.ADMINISTRATION: msg("Administration and support"),
}
_MENTOR: Mapping[Topic, Message] = {
    Topic.RECRUITMENT: msg("Recruitment"),
    Topic.SCREENING: msg("Screening"),
    Topic.TRAINING: msg("Training"),
    Topic.INITIATION: msg("Matching and initiating"),
    Topic.SUPPORT: msg("Monitoring and support"),
    Topic.CLOSURE: msg("Closure"),
}
_MARKS: Mapping[Mark, tuple[Message, str]] = {
    Mark.SEEN: (msg("Seen in the files"), "good"),
    Mark.PARTLY: (msg("Partly"), "new"),
    Mark.MISSING: (msg("Not there"), "rest"),
    Mark.ASK: (msg("For people to say"), "done"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    says: Message
    mark: Message
    tone: str
    advice: Message | None


@dataclass(frozen=True, slots=True)
class _Standards:
    """The standards of a body: where they are, and each with what the files show of it."""

    id: str
    title: Message
    url: str
    parts: tuple[tuple[Message, tuple[_Line, ...]], ...]


def audit_page(edition: Edition, name: ProgramId) -> Page:
    """The page of a program's self-audit."""
    program = edition.community.programs[name]
    checks = self_audit(edition.community, name, edition.today, has_handbook=edition.has_handbook)
    address = audit_address(name)
    title = edition.text(program.title)
    head = (
        edition.words(msg("How {program} measures up", program=title)),
        edition.words(msg("The program held against two public standards for mentoring.")),
    )
    return edition.page(
        "audit.html",
        address,
        shell_of(address),
        head,
        program=title,
        program_page=program_address(name),
        is_formal=program.style == "formal",
        seen=sum(check.mark is Mark.SEEN for check in checks),
        total=len(checks),
        bodies=(
            _Standards(
                "emcc",
                msg("The standards of EMCC Global"),
                "https://www.emccglobal.org/accreditation/ismcp/standards/",
                _parts(_EMCC, checks),
            ),
            _Standards(
                "mentor",
                msg("The standards of MENTOR, made for programs with young people"),
                "https://www.mentoring.org/resource/elements-of-effective-practice-for-mentoring/",
                _parts(_MENTOR, checks),
            ),
        ),
    )


def _parts(
    titles: Mapping[Topic, Message], checks: tuple[Check, ...]
) -> tuple[tuple[Message, tuple[_Line, ...]], ...]:
    return tuple(
        (title, tuple(_line(check) for check in checks if topic in check.topics))
        for topic, title in titles.items()
    )


def _line(check: Check) -> _Line:
    mark, tone = _MARKS[check.mark]
    return _Line(check.says, mark, tone, check.advice)
