"""The small community of `tests/communities/`, for tests that change it or build its site."""

import shutil
from pathlib import Path

_SMALL = Path(__file__).parent / "communities" / "small"
_LEFT_BY_RUNS = shutil.ignore_patterns("expected", ".telemaco", "public")


def small_community(root: Path) -> Path:
    """A folder that begins as a copy of it."""
    shutil.copytree(_SMALL, root, ignore=_LEFT_BY_RUNS)
    return root
