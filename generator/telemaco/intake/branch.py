"""The branch of an issue, and the lines by which a commit of ours is known on it."""

import re
from collections.abc import Mapping
from hashlib import sha256

from telemaco.ports.contents import Commit

_LINES = re.compile(
    r"^Telemaco-Issue: (\d+)\nTelemaco-Files: ([0-9a-f]{64})\nTelemaco-Tree: ([0-9a-f]+)$",
    re.MULTILINE,
)


def branch_of(issue: int) -> str:
    """The one branch that belongs to an issue."""
    return f"telemaco/intake-{issue}"


def digest_of(files: Mapping[str, bytes]) -> str:
    """A name for what files say."""
    facts = (f"{path}\0{sha256(content).hexdigest()}\n" for path, content in sorted(files.items()))
    return sha256("".join(facts).encode()).hexdigest()


def commit_message(text: str, issue: int, files: Mapping[str, bytes], tree: str) -> str:
    """What a commit of ours says: a text, and lines by which it is known."""
    lines = (
        f"Telemaco-Issue: {issue}",
        f"Telemaco-Files: {digest_of(files)}",
        f"Telemaco-Tree: {tree}",
    )
    return "\n".join([text, "", *lines])


def is_ours(head: Commit, issue: int) -> bool:
    """Whether a commit is as we made it for the issue; one that was changed has another tree."""
    found = _LINES.search(head.message)
    return found is not None and int(found[1]) == issue and found[3] == head.tree


def holds(head: Commit, files: Mapping[str, bytes]) -> bool:
    """Whether a commit of ours was made of these files."""
    found = _LINES.search(head.message)
    return found is not None and found[2] == digest_of(files)
