"""Reads an issue as a form of the community's, and finds out what becomes of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from telemaco.forms.body import read_fields
from telemaco.forms.catalogue import Recognised, forms_of, recognise
from telemaco.forms.labels import Words, field_labels
from telemaco.forms.problem import Problem as Unread
from telemaco.forms.values import Form
from telemaco.intake.branch import digest_of
from telemaco.intake.values import Reading, text_digest
from telemaco.loading.load import Known
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.ports.forge import ForgeIssue
from telemaco.records.base import Language, PersonId
from telemaco.submissions.plain_words import OTHERWISE
from telemaco.submissions.telling import elsewhere, in_order
from telemaco.submissions.values import Filled, Problem, Submission
from telemaco.usecases.submit import submit


class CommunityForms:
    """Implements FormReader with the forms of a community.

    `sources` are the files that `community` was read from; `words` speak each of its languages,
    its own first.
    """

    def __init__(
        self, community: Community, sources: Sources, words: Mapping[Language, Words]
    ) -> None:
        self._community = community
        self._sources = sources
        self._words = words
        self._known: Known = {}

    def read(
        self, issue: ForgeIssue, day: date, agreed: tuple[PersonId, ...] = ()
    ) -> Reading | None:
        """What it says and what becomes of it on a day; None when it is none of our forms.

        `agreed` are those who have said yes to it. Who its author is, the forge says, and never
        the text.
        """
        found = recognise(issue.body, self._forms, self._words)
        if found is None:
            return None
        words = self._words[found.language]
        answers, unread = read_fields(found.form, words, issue.body)
        filled = Filled(found.form, answers, issue.author, issue.number, agreed)
        if not unread:
            submission = self._submitted(filled, day)
        elif answers:
            rest = self._submitted(filled, day)
            submission = _partly_read(rest, found.form, words, unread)
        else:
            problems = (Problem(one.field, one.message, hint=one.hint) for one in unread)
            submission = _unread(found.form, tuple(problems))
        return self._reading(found, issue, day, submission)

    def lost(self, issue: ForgeIssue, name: str, language: Language, day: date) -> Reading | None:
        """The form of this name when nothing of it is left; None without such a form."""
        form = next((form for form in self._forms if form.name == name), None)
        if form is None or language not in self._words:
            return None
        return self._reading(Recognised(form, language), issue, day, _unread(form, (_LOST,)))

    def _submitted(self, filled: Filled, day: date) -> Submission:
        return submit(filled, self._community, self._sources, day, self._known)

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return forms_of(self._community)

    def _reading(
        self, found: Recognised, issue: ForgeIssue, day: date, submission: Submission
    ) -> Reading:
        """With the files that change; those that are there already in the same words do not."""
        there = {path: self._sources.read(path) for path in submission.files}
        files = {path: new for path, new in submission.files.items() if new != there[path]}
        before = digest_of({path: there[path] for path in files})
        text = text_digest(issue.body)
        return Reading(found.form, found.language, text, day, submission, files, before)


_LOST = Problem(
    None,
    msg("The text is no longer that of the form: its first heading is gone."),
    hint=msg("Put the heading back, or close this issue and fill in the form again."),
)


def _partly_read(
    rest: Submission, form: Form, words: Words, unread: tuple[Unread, ...]
) -> Submission:
    """A form some of whose answers cannot be read: also what is wrong with the others.

    What is found in a field that was not read follows from that, and so does what has no words of
    its own.
    """
    fields = dict(zip(field_labels(form, words), form.fields, strict=True))
    missing = tuple(
        Problem(fields[one.field].label, one.message, hint=one.hint)
        for one in unread
        if one.field is not None
    )
    unclear = OTHERWISE[0].text
    more = (one for one in elsewhere(rest.problems, missing) if one.message.text != unclear)
    problems = in_order(form, (*missing, *more))
    unread_form = _unread(form, problems)
    return replace(unread_form, understood=rest.understood, coordinators=rest.coordinators)


def _unread(form: Form, problems: tuple[Problem, ...]) -> Submission:
    """A form whose answers cannot be read."""
    return Submission(
        title=form.title,
        author=None,
        files={},
        understood=(),
        problems=problems,
        advice=(),
        confirm=(),
        tell=(),
        to_do=(),
        material="",
    )
