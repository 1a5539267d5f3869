"""Who agrees and who does not: `/confirm` and `/object` in the comments on an issue."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from telemaco.intake.values import Memory, Reading, Saying, Verb
from telemaco.model.community import Community
from telemaco.ports.forge import ForgeComment
from telemaco.records.base import PersonId
from telemaco.submissions.values import Submission

_COMMAND = re.compile(r"\s*/(confirm|object)(?:\s|$)", re.IGNORECASE)


def asked(submission: Submission) -> tuple[PersonId, ...]:
    """Those who may agree or object, without the author of the form."""
    people = dict.fromkeys((*submission.confirm, *submission.may_object))
    return tuple(person for person in people if person != submission.author)


def waiting_for(submission: Submission, memory: Memory) -> tuple[PersonId, ...]:
    """Those without whose yes it does not count, and who have not said it."""
    said = memory.said
    return tuple(
        person
        for person in dict.fromkeys(submission.confirm)
        if person != submission.author
        and (person not in said or said[person].verb is not Verb.CONFIRM)
    )


def having_said(submission: Submission, memory: Memory, verb: Verb) -> tuple[PersonId, ...]:
    """Those whose last word it was, in the order in which they are asked."""
    said = memory.said
    return tuple(one for one in asked(submission) if one in said and said[one].verb is verb)


def remembered(
    before: Memory | None,
    reading: Reading,
    comments: Iterable[ForgeComment],
    community: Community,
    seen_at: datetime,
) -> Memory:
    """What is to be remembered now.

    When what is to be agreed to is another thing than before, what was said up to `seen_at`, when
    the issue was last changed, counts for nothing. While it cannot be understood, what was said
    of it before stays.
    """
    submission = reading.submission
    memory = Memory(
        form=reading.form.name,
        language=reading.language,
        text=reading.text,
        day=reading.day,
        outcome=reading.outcome,
        material=submission.material,
        since=seen_at,
        said={},
    )
    if before is not None and submission.problems:
        return replace(memory, material=before.material, since=before.since, said=before.said)
    said: dict[PersonId, Saying] = {}
    if before is not None and before.material == submission.material:
        said = {person: one for person, one in before.said.items() if person in asked(submission)}
        memory = replace(memory, since=before.since)
    for person, saying in _sayings(comments, _people(submission, community)):
        is_last = person not in said or said[person].at < saying.at
        if saying.at > memory.since and is_last:
            said[person] = saying
    return replace(memory, said=said)


def is_command(text: str) -> bool:
    """Whether a comment begins with one of the commands."""
    return _COMMAND.match(text) is not None


def _people(submission: Submission, community: Community) -> Mapping[str, PersonId]:
    """Those who are asked, by the login that the files give them, in small letters."""
    found = ((person, community.people.get(person)) for person in asked(submission))
    return {
        known.github.casefold(): person
        for person, known in found
        if known is not None and known.github is not None
    }


def _sayings(
    comments: Iterable[ForgeComment], people: Mapping[str, PersonId]
) -> Iterator[tuple[PersonId, Saying]]:
    """What the people said, the oldest first; a comment counts as of its last change."""
    for comment in sorted(comments, key=lambda one: (one.updated_at, one.id)):
        person = people.get(comment.author.casefold())
        command = _COMMAND.match(comment.body)
        if person is not None and command is not None and not comment.is_ours:
            yield person, Saying(Verb(command[1].lower()), comment.updated_at)
