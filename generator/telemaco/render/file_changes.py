"""What changes in a file, line by line, as Git shows it."""

from difflib import unified_diff

from telemaco.render.visible import harmless


def as_diff(path: str, old: str, new: str) -> str:
    """A unified diff between two texts; what has no picture is written out."""
    lines = unified_diff(
        old.splitlines(), new.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=2
    )
    return "".join(f"{harmless(line)}\n" for line in lines)
