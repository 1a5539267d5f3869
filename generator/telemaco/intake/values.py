"""What the intake knows of an issue, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from telemaco.forms.values import Form
from telemaco.intake.branch import digest_of
from telemaco.ports.contents import Commit, PullRequest
from telemaco.ports.forge import ForgeComment, ForgeIssue
from telemaco.records.base import Language, PersonId
from telemaco.submissions.values import Submission


class Verb(StrEnum):
    """What somebody can say to a form that concerns them."""

    CONFIRM = "confirm"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said last, and when."""

    verb: Verb
    at: datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """What our answer remembers between two runs.

    `form` is the name of the form and `language` the one in which it was shown, `text` a digest of
    the issue and `day` the one by which it was judged; `outcome` is what became of it.
    `material` is what was to be agreed to, `since` the moment from which it was known to be so:
    what was said before counts for nothing.
    """

    form: str
    language: Language
    text: str
    day: date
    outcome: str
    material: str
    since: datetime
    said: Mapping[PersonId, Saying]


@dataclass(frozen=True, slots=True)
class Reading:
    """A form of ours as it was filled in, in the language in which it was shown.

    `text` is a digest of the issue, `day` the one by which it was judged. `files` are those that it
    changes: what is there already in the same words is left out. `before` is a digest of what the
    community has in their places.
    """

    form: Form
    language: Language
    text: str
    day: date
    submission: Submission
    files: Mapping[str, bytes]
    before: str

    @property
    def outcome(self) -> str:
        """A digest of what becomes of it: another one when the community's files let it change."""
        one = self.submission
        people = (one.confirm, one.tell, one.may_object)
        facts = (digest_of(self.files), self.before, one.problems, one.to_do, one.material, people)
        return sha256(repr(facts).encode(errors="replace")).hexdigest()[:16]


class Standing(StrEnum):
    """How it stands with a form."""

    UNCLEAR = "unclear"
    """Something is missing or cannot be understood."""
    BLOCKED = "blocked"
    """Something is wrong that only a coordinator can mend."""
    OBJECTED = "objected"
    """Somebody whom it concerns does not agree."""
    WAITING = "waiting"
    """Somebody whom it concerns has yet to agree."""
    NOTED = "noted"
    """There is nothing to write down, but something for a coordinator to do."""
    NOTHING = "nothing"
    """There is nothing to write down: the files say so already."""
    READY = "ready"
    """A coordinator can take it in."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An issue with a form of ours, and everything about it that is on the forge.

    `into` is the branch that everything is merged into, `base` the commit from which the form
    was judged, `head` the end of our branch, `answer` our comment.
    """

    issue: ForgeIssue
    reading: Reading
    into: str
    base: Commit
    head: Commit | None
    pulls: tuple[PullRequest, ...]
    answer: ForgeComment | None
    memory: Memory

    @property
    def pull(self) -> PullRequest | None:
        """The pull request that is open, else the last one."""
        opened = [pull for pull in self.pulls if pull.state == "open"]
        return next(iter(opened), self.pulls[-1] if self.pulls else None)


def text_digest(body: str) -> str:
    """A digest of an issue's text, by which it is seen that somebody edited it."""
    return sha256("\n".join(body.splitlines()).encode(errors="replace")).hexdigest()[:16]
