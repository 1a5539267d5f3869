"""The way to do what is suggested: a command to paste, or a link."""

from dataclasses import dataclass
from shlex import join

from telemaco.forms.agreeing import ACCEPT
from telemaco.forms.joining import MENTOR
from telemaco.forms.staying import UPDATE
from telemaco.messages import Message, msg
from telemaco.progress.values import Suggestion, SuggestionKind
from telemaco.render.repository import Repository

MOST = 10
"""More suggestions than these at once are none."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the community is: its folder as it was named, and its repository, if known."""

    root: str = "."
    repository: Repository | None = None

    def command(self, suggestion: Suggestion) -> str | None:
        """The command as it is pasted into a shell; None where a file is to be edited."""
        return self.pasted(*suggestion.command) if suggestion.command else None

    def pasted(self, *words: str) -> str:
        """A command of ours, for this folder."""
        place = () if self.root == "." else ("--root", self.root)
        return join(("telemaco", *words, *place))

    def to_pages(self, suggestion: Suggestion) -> Message | None:
        """The command that names the pages with the agreements that are lacking."""
        if suggestion.kind is not SuggestionKind.AGREEMENT or suggestion.program is None:
            return None
        command = self.pasted("status", suggestion.program, "--all")
        return msg("The page of each, with the text: {command}", command=command)

    def link(self, suggestion: Suggestion) -> str | None:
        """Where it is done, or the path of the files where nobody knows the repository.

        That is a form where people fill one in, and else where the file is edited or the folder
        is looked at.
        """
        path = suggestion.path
        if not path:
            return None
        if self.repository is None:
            return path if self.root == "." else f"{self.root}/{path}"
        form = _form_for(suggestion)
        if form:
            return self.repository.new_issue(f"{form}.yml")
        return self.repository.edit(path) if _is_file(path) else self.repository.folder(path)


def _form_for(suggestion: Suggestion) -> str | None:
    """The form that each of them fills in: several agreements, certificates, mentors who lack."""
    match suggestion.kind:
        case SuggestionKind.AGREEMENT:
            return ACCEPT if len(suggestion.subjects) > 1 else None
        case SuggestionKind.CERTIFICATES:
            return UPDATE
        case SuggestionKind.UNPAIRED:
            return None if _is_file(suggestion.path) else MENTOR
        case _:
            return None


def _is_file(path: str) -> bool:
    return path.endswith(".yaml")
