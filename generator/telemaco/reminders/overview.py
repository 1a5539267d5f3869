"""The coordinators' overview: one issue, edited in place, and a word when there is news."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from telemaco.ports.forge import NewIssue
from telemaco.records.reminders import CommunityReminders
from telemaco.reminders.board import DIGEST_LABEL, KnownDigest
from telemaco.reminders.case import edit_to
from telemaco.reminders.digest import (
    DIGEST_MARKER,
    Digest,
    DigestMemory,
    digest_memory_line,
)
from telemaco.reminders.ladder import is_quiet
from telemaco.reminders.marker import said_in, said_line, with_lines
from telemaco.reminders.scene import Scene
from telemaco.reminders.steps import Change, CloseIssue, Comment, OpenIssue, Step, StepKind

NEWS_DAYS = 7
"""The coordinators hear of news once in so many days at most."""
MOST_WRITES = 3
"""Changes that the overview may need in a run."""

_NEWS = "news"


def overview(scene: Scene, digest: Digest, read: datetime | None) -> tuple[Step, ...]:
    """Bring the overview up to date; open it when something waits for the first time.

    `read` is the moment up to which comments are dealt with after this run. One that somebody
    closed is kept up, but nobody hears of it.
    """
    quiet = is_quiet(scene.community.settings.reminders or CommunityReminders(), scene.today)
    known = scene.board.digest
    if known is not None:
        changes = _changes(scene, known, digest, read, quiet=quiet)
        number, seen_at = known.issue.number, known.issue.updated_at
        step = Step(StepKind.DIGEST, None, number, scene.today, changes, seen_at)
        return (step,) if changes else ()
    if quiet or not digest.items:
        return ()
    opening = _opening(scene, digest, read)
    return (Step(StepKind.DIGEST, None, None, scene.today, (opening,)),)


def _opening(scene: Scene, digest: Digest, read: datetime | None) -> OpenIssue:
    written = scene.letters.digest(digest)
    memory = DigestMemory(read, scene.today, _names(digest))
    body = with_lines(written.text, DIGEST_MARKER, digest_memory_line(memory))
    return OpenIssue(NewIssue(DIGEST_MARKER, written.title, body, (DIGEST_LABEL,)))


def _changes(
    scene: Scene, known: KnownDigest, digest: Digest, read: datetime | None, *, quiet: bool
) -> tuple[Change, ...]:
    memory = replace(known.memory, read=read)
    said_on = _said_on(scene, known)
    news: tuple[Change, ...] = ()
    if said_on is not None:
        memory = replace(memory, told=said_on, known=_names(digest))
    elif known.is_open and not quiet and _has_news(memory, digest, scene.today):
        memory = replace(memory, told=scene.today, known=_names(digest))
        word = said_line(f"{_NEWS} {scene.today}")
        news = (Comment(known.issue.number, with_lines(scene.letters.news(digest), word)),)
    written = scene.letters.digest(digest)
    body = with_lines(written.text, DIGEST_MARKER, digest_memory_line(memory))
    return (*_extra(scene, quiet=quiet), *news, *edit_to(known.issue, written.title, body))


def _extra(scene: Scene, *, quiet: bool) -> tuple[Change, ...]:
    """Overviews that were opened twice by runs that overlapped; the first stays."""
    if quiet:
        return ()
    extra = [known.issue.number for known in scene.board.digests[1:] if known.is_open]
    return tuple(CloseIssue(number, "not_planned") for number in extra[:1])


def _has_news(memory: DigestMemory, digest: Digest, today: date) -> bool:
    """Whether something waits that the coordinators did not hear of, and they may hear of it."""
    if memory.told is not None and today < memory.told + timedelta(days=NEWS_DAYS):
        return False
    return not set(_names(digest)) <= set(memory.known)


def _said_on(scene: Scene, known: KnownDigest) -> date | None:
    """The day of a word of ours that the overview does not remember: a run broke off after it."""
    words = [
        (said_in(comment.body) or "").partition(" ")
        for comment in scene.board.comments_on(known.issue.number)
        if comment.is_ours
    ]
    days = [date.fromisoformat(day) for word, _, day in words if word == _NEWS]
    latest = max(days, default=None)
    told = known.memory.told
    return latest if latest and (told is None or latest > told) else None


def _names(digest: Digest) -> tuple[str, ...]:
    return tuple(sorted(item.name for item in digest.items))
