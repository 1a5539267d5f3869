"""A repository on our own GitHub, and what runs its workflows."""

import subprocess
from pathlib import Path
from typing import Any

from tests.forge.scene import TOKEN, Scene
from tests.workflows.runner import Run, Runner, Step, jobs, permissions

PUSH: dict[str, Any] = {"ref": "refs/heads/main"}


class Stage:
    """A repository on our own GitHub, and what runs its workflows."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene
        self.source = folder / "repository"
        self._runner = Runner(self.source, folder / "machine", scene.github.url)

    def path(self, workflow: str) -> Path:
        return self.source / ".github/workflows" / workflow

    def run(self, workflow: str, event: str = "push", **about: Any) -> Run:  # noqa: ANN401 (JSON)
        """Let a workflow run with a token that may do what its first job asks for.

        act gives all jobs the same token; the jobs after the first use actions only, which
        look at what their own job asks for.
        """
        first = next(iter(permissions(self.path(workflow)).values()))
        allowed = {name.replace("-", "_"): level for name, level in first.items()}
        self.scene.github.token(TOKEN, **allowed)
        return self._runner.run(workflow, event, {**PUSH, **about})

    def all_steps(self, workflow: str) -> dict[Step, str]:
        """Every step of a file, as it is when all of them end well."""
        return {
            (job, step["name"]): "success"
            for job, what in jobs(self.path(workflow)).items()
            for step in what["steps"]
        }

    def open_issues(self) -> list[str]:
        return [issue.title for issue in self.scene.home.issues.all() if issue.state == "open"]

    def push(self) -> None:
        """Let GitHub have what is in the folder."""
        self.scene.home.objects.blob(b"")
        self._git("push", "--quiet", "--force", self._bare, "HEAD:refs/heads/main")

    def commit(self, message: str) -> None:
        """Commit what is in the folder."""
        who = ("-c", "user.name=cosimo", "-c", "user.email=cosimo@example.org")
        self._git(*who, "commit", "--quiet", "--all", "--message", message)

    def pull(self, branch: str = "main") -> None:
        """Let the folder have what is on a branch at GitHub."""
        self._git("fetch", "--quiet", self._bare, f"refs/heads/{branch}")
        self._git("checkout", "--quiet", "--force", "FETCH_HEAD")

    def head(self) -> str:
        """The commit that is in the folder."""
        command = ["git", "rev-parse", "HEAD"]
        ended = subprocess.run(command, cwd=self.source, check=True, capture_output=True, text=True)
        return ended.stdout.strip()

    def back_to(self, commit: str) -> None:
        """Let the folder be as a commit has it, as in a run that began before a change."""
        self._git("checkout", "--quiet", "--force", commit)

    @property
    def _bare(self) -> str:
        return str(self.scene.home.objects.folder)

    def _git(self, *words: str) -> None:
        subprocess.run(["git", *words], cwd=self.source, check=True)
