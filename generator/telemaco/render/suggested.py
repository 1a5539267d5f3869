"""The way to do what is suggested: a command to paste, or a link."""

from dataclasses import dataclass
from shlex import join

from telemaco.forms.agreeing import ACCEPT
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
        return msg("The page of each pair, with the text: {command}", command=command)

    def link(self, suggestion: Suggestion) -> str | None:
        """Where it is done, or the path of the files where nobody knows the repository.

        That is the form which each member fills in where several agreements are lacking, that
        in which people say whether they want a certificate, and else where the file is edited or
        the folder is looked at.
        """
        if not suggestion.path:
            return None
        if self.repository and _is_about_agreements(suggestion):
            return self.repository.new_issue(f"{ACCEPT}.yml")
        if self.repository and suggestion.kind is SuggestionKind.CERTIFICATES:
            return self.repository.new_issue(f"{UPDATE}.yml")
        if self.repository and not suggestion.path.endswith(".yaml"):
            return self.repository.folder(suggestion.path)
        if self.repository:
            return self.repository.edit(suggestion.path)
        return suggestion.path if self.root == "." else f"{self.root}/{suggestion.path}"


def _is_about_agreements(suggestion: Suggestion) -> bool:
    return suggestion.kind is SuggestionKind.AGREEMENT and len(suggestion.subjects) > 1
