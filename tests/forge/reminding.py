"""A run of the reminders: what `telemaco remind --apply` does, by the clock of a campaign."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.github.repository import GitHubRepository, github_repository
from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from telemaco.ports.forge import ForgeError
from telemaco.reminders.steps import ForgePlan
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.usecases.remind import carry_out, plan_reminders
from tests.forge.scene import TOKEN
from tests.forge.timeline import Timeline
from tests.forge.workshop import NAME


@dataclass(frozen=True)
class Run:
    """One run, for the community in a folder.

    `url` is where GitHub is; `patience` are the seconds, of this machine, to wait for an answer.
    """

    folder: Path
    url: str
    timeline: Timeline
    with_ledger: bool
    patience: float

    def remind(self) -> None:
        """Do what is to be done; what cannot be done is left to the next run."""
        repository = self._repository()
        with suppress(ForgeError):
            carry_out(self._plan(repository), repository.reader, repository.writer)

    def plan(self) -> ForgePlan:
        """What is to be done. Raises TelemacoError."""
        return self._plan(self._repository())

    def _plan(self, repository: GitHubRepository) -> ForgePlan:
        community = load(DiskSources(self.folder).files()).community
        today = self.timeline.now().date()
        letters = GithubLetters(community, None, today, Catalog)
        return plan_reminders(community, repository.reader, letters, today)

    def _repository(self) -> GitHubRepository:
        return github_repository(
            {"GITHUB_API_URL": self.url, "GITHUB_TOKEN": TOKEN},
            NAME,
            with_ledger=self.with_ledger,
            clock=self.timeline.clock,
            time_outs=(self.patience, self.patience),
        )


def remind(run: Run) -> None:
    """Carry a run out; what a process does."""
    run.remind()
