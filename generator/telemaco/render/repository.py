"""Addresses on GitHub of a community's repository."""

from dataclasses import dataclass
from urllib.parse import quote

from telemaco.records.community import Community as Settings


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, `owner/name`, and the branch that holds the files as they are now."""

    name: str
    server: str = "https://github.com"
    branch: str = "main"

    @property
    def home(self) -> str:
        """Where it is looked at."""
        return f"{self.server}/{self.name}"

    def edit(self, path: str) -> str:
        """Where a file is edited."""
        return f"{self.home}/edit/{self.branch}/{path}"

    def folder(self, path: str) -> str:
        """Where a folder is looked at."""
        return f"{self.home}/tree/{self.branch}/{path}"

    def new_issue(self, form: str) -> str:
        """Where a form, named by its file, is filled in."""
        return f"{self.home}/issues/new?template={quote(form)}"

    def line(self, commit: str, path: str, line: int) -> str:
        """Where a line of a file of a commit is looked at; the path may be a stranger's."""
        way = quote(path.encode(errors="replace"))
        return f"{self.home}/blob/{commit}/{way}?plain=1#L{line}"


def repository_of(settings: Settings) -> Repository | None:
    """The repository that community.yaml names; None where it names none."""
    return Repository(settings.forge.repository) if settings.forge else None
