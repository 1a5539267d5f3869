"""The branch of an issue, and the lines by which a commit of ours is known on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from telemaco.ports.contents import Commit

_LINES = re.compile(
    r"^Telemaco-Issue: (\d+)\nTelemaco-Files: ([0-9a-f]{64})\nTelemaco-Before: ([0-9a-f]{64})\n"
    r"Telemaco-Tree: ([0-9a-f]+)$",
    re.MULTILINE,
)


def branch_of(issue: int) -> str:
    """The one branch that belongs to an issue."""
    return f"telemaco/intake-{issue}"


def digest_of(files: Mapping[str, bytes] | Mapping[str, bytes | None]) -> str:
    """A name for what files say; None says that there is none."""
    facts = (f"{path}\0{_name(content)}\n" for path, content in sorted(files.items()))
    return sha256("".join(facts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Brought:
    """What a commit of ours brings: files, and a digest of what stood there `before`."""

    files: Mapping[str, bytes]
    before: str


def commit_message(text: str, issue: int, brought: Brought, tree: str) -> str:
    """What a commit of ours says: a text, and lines by which it is known."""
    lines = (
        f"Telemaco-Issue: {issue}",
        f"Telemaco-Files: {digest_of(brought.files)}",
        f"Telemaco-Before: {brought.before}",
        f"Telemaco-Tree: {tree}",
    )
    return "\n".join([text, "", *lines])


def is_ours(head: Commit, issue: int) -> bool:
    """Whether a commit is as we made it for the issue; one that was changed has another tree."""
    found = _LINES.search(head.message)
    return found is not None and int(found[1]) == issue and found[4] == head.tree


def holds(head: Commit, brought: Brought) -> bool:
    """Whether a commit of ours brings this: over the same files, so that it does not conflict."""
    found = _LINES.search(head.message)
    if found is None:
        return False
    return (found[2], found[3]) == (digest_of(brought.files), brought.before)


def _name(content: bytes | None) -> str:
    return "" if content is None else sha256(content).hexdigest()
