"""The front matter of a Markdown file, apart from its body."""

from dataclasses import dataclass

from telemaco.findings import Finding, Location
from telemaco.messages import msg

_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Parts:
    """`header` is the YAML between the two lines of `---`, which begins on line 2."""

    header: str
    body: str


def split(path: str, text: str) -> Parts | Finding:
    """The two parts of a Markdown file, or what is wrong with its front matter."""
    if not text.startswith(_FENCE):
        return Finding(
            "front-matter-missing",
            Location(path, 1, 1),
            msg("the file does not begin with a line of three hyphens (---)"),
            msg("Begin it with ---, then the facts (status: held), then --- again, then the text."),
        )
    end = text.find("\n---", len(_FENCE) - 1)
    while end != -1 and text[end + 4 : end + 5] not in {"\n", ""}:
        end = text.find("\n---", end + 4)
    if end == -1:
        return Finding(
            "front-matter-open",
            Location(path, 1, 1),
            msg("the facts at the top of the file have no end"),
            msg("Put a line of three hyphens (---) between the facts and the text."),
        )
    return Parts(text[len(_FENCE) : end + 1], text[end + 5 :])
