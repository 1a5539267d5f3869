"""Git in the folders of tests."""

import subprocess
from pathlib import Path


def git(root: Path, *arguments: str) -> str:
    """What a command of Git says, given by somebody whom every machine knows."""
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(root), *settings, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def begin_repository(root: Path) -> None:
    """Everything in the folder becomes the first commit of a repository."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "first")
