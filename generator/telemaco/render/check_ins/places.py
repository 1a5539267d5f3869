"""Addresses on GitHub that take somebody to the right form or file with one click."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from telemaco.forms.agreeing import ACCEPT
from telemaco.forms.meeting import NOTE
from telemaco.records.base import AgendaId, PersonId
from telemaco.records.layout import NoteId, PairId, note_path, pair_path, person_path
from telemaco.render.repository import Repository


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What is known of a session before anybody wrote about it."""

    pair: PairId
    day: date
    people: tuple[PersonId, ...]
    minutes: int
    agenda: AgendaId | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a community's repository is; `forms` are the names of its files of issue forms."""

    repository: str
    server: str = "https://github.com"
    branch: str = "main"
    forms: frozenset[str] = frozenset()

    @property
    def has_note_form(self) -> bool:
        """Whether notes have an issue form."""
        return f"{NOTE}.yml" in self.forms

    def note(self, draft: NoteDraft, language: str) -> str:
        """Where a note is written, filled in as far as it is known: the form in the language."""
        template = self._form(NOTE, language)
        if template is not None:
            fields = {
                "template": template,
                "title": f"{draft.pair} {draft.day}",
                "pair": str(draft.pair),
                "date": draft.day.isoformat(),
                "minutes": str(draft.minutes),
                **({"agenda": draft.agenda} if draft.agenda else {}),
            }
            return f"{self._home}/issues/new?{urlencode(fields, quote_via=quote)}"
        path = note_path(draft.pair, NoteId(draft.day.isoformat()))
        folder, _, file = path.rpartition("/")
        fields = {"filename": file, "value": _note(draft)}
        return f"{self._home}/new/{self.branch}/{folder}?{urlencode(fields, quote_via=quote)}"

    def agreement(self, pair: PairId, language: str) -> str | None:
        """Where a member accepts the agreement: the form in the language; None without one."""
        template = self._form(ACCEPT, language)
        if template is None:
            return None
        fields = {"template": template, "title": str(pair), "pair": str(pair)}
        return f"{self._home}/issues/new?{urlencode(fields, quote_via=quote)}"

    def pair_file(self, pair: PairId) -> str:
        """Where the file of a pair is edited."""
        return self._files.edit(pair_path(pair))

    def person_file(self, person: PersonId) -> str:
        """Where the file of a person is edited."""
        return self._files.edit(person_path(person))

    def folder(self, path: str) -> str:
        """Where a folder is looked at."""
        return self._files.folder(path)

    def line(self, commit: str, path: str, line: int) -> str:
        """Where a line of a file of a commit is looked at; the path may be a stranger's."""
        return self._files.line(commit, path, line)

    def open_check_ins(self, label: str) -> str:
        """The list of open issues with a label, the oldest first."""
        query = quote(f"is:issue is:open label:{label} sort:created-asc")
        return f"{self._home}/issues?q={query}"

    def pull_requests(self, branch: str) -> str:
        """The list of pull requests from a branch, whatever became of them."""
        return f"{self._home}/pulls?q={quote(f'is:pr head:{branch}')}"

    def _form(self, name: str, language: str) -> str | None:
        """The file of a form, in the language if there is one; None where the form is missing."""
        own = f"{name}-{language}.yml"
        plain = f"{name}.yml" if f"{name}.yml" in self.forms else None
        return own if own in self.forms else plain

    @property
    def _home(self) -> str:
        return self._files.home

    @property
    def _files(self) -> Repository:
        return Repository(self.repository, self.server, self.branch)


def _note(draft: NoteDraft) -> str:
    """A note to be completed: ids are plain words, so that it is YAML as it stands."""
    there = ", ".join(f"{person}: present" for person in draft.people)
    agenda = f"agenda: {draft.agenda}\n" if draft.agenda else ""
    front = f"status: held\nminutes: {draft.minutes}\n{agenda}attendance: {{{there}}}\n"
    return f"---\n{front}---\n"
