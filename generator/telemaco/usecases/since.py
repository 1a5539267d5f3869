"""What changed of a community since the former build: only texts of notes, or more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from telemaco.findings import Finding
from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.record import Past
from telemaco.rules import judge_texts
from telemaco.usecases.check import Checked
from telemaco.usecases.reading import Reading


def known_now(reading: Reading, today: date, maker: str) -> Past:
    """What is known of the files; where one cannot be read, little more than texts of notes."""
    files = reading.told
    if reading.loaded.findings:
        return Past(texts=files.texts)
    return Past(digest(f"{maker}\n{today.isoformat()}\n{files.rest}"), files.texts)


def is_of_texts(past: Past, now: Past) -> bool:
    """Whether nothing else than texts of notes differs."""
    return bool(now.rest) and past.rest == now.rest


def changed_pairs(community: Community, past: Past, now: Past) -> list[PairId]:
    """The pairs of whose notes the texts differ, where nothing else does."""
    return [pair for pair in community.sessions if past.texts[str(pair)] != now.texts[str(pair)]]


def judged_since(
    community: Community,
    judge: Callable[[], Checked],
    past: Past,
    now: Past,
    *,
    strict: bool,
) -> tuple[tuple[Finding, ...], Past]:
    """The findings that must be mended before anything is built, and what is known now.

    `strict` minds warnings, too.
    """
    if (past.is_faultless or not strict) and _has_no_new_findings(community, past, now):
        return (), replace(now, is_faultless=past.is_faultless)
    checked = judge()
    stops = checked.failed or strict
    return checked.findings if stops else (), replace(now, is_faultless=not checked.findings)


def _has_no_new_findings(community: Community, past: Past, now: Past) -> bool:
    if not is_of_texts(past, now):
        return False
    pairs = changed_pairs(community, past, now)
    few = replace(community, sessions={pair: community.sessions[pair] for pair in pairs})
    return not any(judge_texts(few))
