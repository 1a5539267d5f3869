"""Reads an issue as a form of the community's, and finds out what becomes of it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from telemaco.forms.body import read
from telemaco.forms.catalogue import Recognised, forms_of, recognise
from telemaco.forms.labels import Words
from telemaco.forms.values import Form
from telemaco.intake.values import Reading, text_digest
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.ports.forge import ForgeIssue
from telemaco.records.base import Language, PersonId
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
        answers = read(found.form, self._words[found.language], issue.body)
        if isinstance(answers, tuple):
            problems = (Problem(one.field, one.message, hint=one.hint) for one in answers)
            return _reading(found, issue, day, _unread(found.form, tuple(problems)))
        filled = Filled(found.form, answers, issue.author, issue.number, agreed)
        submission = submit(filled, self._community, self._sources, day)
        return _reading(found, issue, day, submission, self._changed(submission.files))

    def lost(self, issue: ForgeIssue, name: str, language: Language, day: date) -> Reading | None:
        """The form of this name when nothing of it is left; None without such a form."""
        form = next((form for form in self._forms if form.name == name), None)
        if form is None or language not in self._words:
            return None
        return _reading(Recognised(form, language), issue, day, _unread(form, (_LOST,)))

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return forms_of(self._community)

    def _changed(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files without those that are there already in the same words."""
        return {
            path: content for path, content in files.items() if self._sources.read(path) != content
        }


_LOST = Problem(
    None,
    msg("The text is no longer that of the form: its first heading is gone."),
    hint=msg("Put the heading back, or close this issue and fill in the form again."),
)


_NONE: Mapping[str, bytes] = MappingProxyType({})


def _reading(
    found: Recognised,
    issue: ForgeIssue,
    day: date,
    submission: Submission,
    files: Mapping[str, bytes] = _NONE,
) -> Reading:
    return Reading(found.form, found.language, text_digest(issue.body), day, submission, files)


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
