"""Made-up YAML documents with comments, in the ways in which people write them."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from telemaco.findings import Route
from telemaco.yamltext.writing import Plain, write, write_inline

WORDS = st.one_of(
    st.text(alphabet="abè:#-'\"[]{}, &*!|>%@`?0.", max_size=12),
    st.sampled_from(["no", "012", "18:30", "null", "2027-02-03", "two\nlines", " a", "a \n\nb\n"]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])),
)
KEYS = st.sampled_from([*"abcdef", "on", "due date", "é"])
VALUES = st.recursive(
    WORDS | st.none() | st.integers() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
MAPS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


@dataclass(slots=True)
class Document:
    """A text, and where each of its comments belongs."""

    text: str = ""
    comments: list[tuple[str, Route]] = field(default_factory=list)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document that holds a map."""
    document = Document()
    lines = _Lines(draw, document).block(draw(MAPS), (), 0)
    document.text = "".join(f"{line}\n" for line in lines)
    return document


class _Lines:
    """The lines of one document."""

    def __init__(self, draw: st.DrawFn, document: Document) -> None:
        self._draw = draw
        self._document = document

    def block(self, value: Plain, route: Route, margin: int) -> list[str]:
        lines: list[str] = []
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in steps:
            here = (*route, step)
            if self._draw(st.booleans()):
                lines.append(" " * margin + self._comment(route))
            if self._draw(st.integers(0, 5)) == 0:
                lines.append("")
            lead = f"{write_inline(step)}:" if isinstance(step, str) else "-"
            lines += self._entry(" " * margin + lead, item, here, margin)
        return lines

    def _entry(self, lead: str, value: Plain, route: Route, margin: int) -> list[str]:
        is_full = isinstance(value, dict | list) and bool(value)
        if is_full and self._draw(st.booleans()):
            below = self.block(value, route, margin + 2)
            first = below[0].lstrip()
            if (
                lead.endswith("-")
                and not first.startswith("#")
                and first
                and self._draw(st.booleans())
            ):
                return [f"{lead} {first}", *below[1:]]
            return [lead + self._beside(route), *below]
        if isinstance(value, str) and self._draw(st.booleans()):
            lines = write([value]).rstrip("\n").split("\n")
            rest = [" " * margin + line if line.strip() else line for line in lines[1:]]
            return [lead + lines[0][1:], *rest]
        if value is None and self._draw(st.booleans()):
            return [lead + self._beside(route)]
        return [f"{lead} {write_inline(value)}" + self._beside(route)]

    def _beside(self, route: Route) -> str:
        return f" {self._comment(route)}" if self._draw(st.integers(0, 3)) == 0 else ""

    def _comment(self, route: Route) -> str:
        words = f"# c{len(self._document.comments)}!"
        self._document.comments.append((words, route))
        return words
