"""Reads an issue as a form of the community's, and finds out what becomes of it."""

from collections.abc import Mapping
from functools import cached_property

from telemaco.forms.body import read
from telemaco.forms.catalogue import Recognised, forms_of, recognise
from telemaco.forms.labels import Words
from telemaco.forms.values import Answers, Form
from telemaco.intake.values import Reading
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.ports.forge import ForgeIssue
from telemaco.records.base import Language
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

    def read(self, issue: ForgeIssue) -> Reading | None:
        """What it says and what becomes of it; None when it is none of our forms.

        Who its author is, the forge says, and never the text; days count from the day on which
        the issue was opened, so that the same text gives the same files on every day.
        """
        found = recognise(issue.body, self._forms, self._words)
        if found is None:
            return None
        answers = read(found.form, self._words[found.language], issue.body)
        if isinstance(answers, tuple):
            problems = (Problem(one.field, one.message, hint=one.hint) for one in answers)
            return _unread(found.form, found.language, tuple(problems))
        return self._submitted(found, answers, issue)

    def lost(self, name: str, language: Language) -> Reading | None:
        """The form of this name as it is when nothing of it is left; None without such a form."""
        form = next((form for form in self._forms if form.name == name), None)
        if form is None or language not in self._words:
            return None
        return _unread(form, language, (_LOST,))

    @cached_property
    def _forms(self) -> tuple[Form, ...]:
        return forms_of(self._community)

    def _submitted(self, found: Recognised, answers: Answers, issue: ForgeIssue) -> Reading:
        filled = Filled(found.form, answers, issue.author, issue.number)
        day = issue.created_at.date()
        submission = submit(filled, self._community, self._sources, day)
        files = {
            path: content
            for path, content in submission.files.items()
            if self._sources.read(path) != content
        }
        return Reading(found.form, found.language, submission, files)


_LOST = Problem(
    None,
    msg("The text is no longer that of the form: its first heading is gone."),
    hint=msg("Put the heading back, or close this issue and fill in the form again."),
)


def _unread(form: Form, language: Language, problems: tuple[Problem, ...]) -> Reading:
    """A form whose answers cannot be read."""
    submission = Submission(
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
    return Reading(form, language, submission, {})
