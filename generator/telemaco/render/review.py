"""The comment on a pull request: what is wrong in it, the pages it changes, who acts next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telemaco.findings import Severity
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.changed_pages import LIST, counted
from telemaco.render.check_ins.places import Place
from telemaco.render.check_ins.safe import safe
from telemaco.render.findings.markdown import by_file
from telemaco.review.own_matters import Touched
from telemaco.review.told import Difference, Told

MARK = "<!-- telemaco:review:1 -->"
"""The hidden line by which our comment is known again; it counts only in what we wrote."""

_MOST_PAGES = 40
_PATH_LENGTH = 200
_MOST_BYTES = 60_000
"""GitHub takes comments of 65,536 characters."""
_MOST_FINDINGS = (60, 20, 5, 0)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What there is to say of a pull request.

    Texts of `told` and `pages` may be a stranger's; `pages` is None without a preview. `head` is
    its last commit, `run` the address of the run of its check, `asked` are the accounts of the
    coordinators that nobody else asks.
    """

    told: Sequence[Told]
    pages: Difference | None
    head: str
    run: str
    is_green: bool
    touched: Touched
    asked: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nobody but who merges it needs to look at it."""
        return self.touched is Touched.OWN and self.is_green


def as_comment(reviewed: Reviewed, translator: Translator, place: Place | None) -> str:
    """The comment as Markdown, of a size that a forge takes."""
    sizes = (_written(reviewed, translator, place, most) for most in _MOST_FINDINGS)
    return next(text for text in sizes if len(text.encode(errors="replace")) <= _MOST_BYTES)


def _written(reviewed: Reviewed, translator: Translator, place: Place | None, most: int) -> str:
    def address(path: str, line: int) -> str | None:
        return place.line(reviewed.head, path, line) if place else None

    say = translator.text
    parts = [f"### {say(_headline(reviewed))}"]
    if reviewed.told:
        parts.append(by_file(reviewed.told, translator, most, address).strip())
    parts += [say(part) for part in _after_findings(reviewed)]
    if reviewed.pages is not None:
        parts += _pages(reviewed.pages, reviewed.run, translator)
    parts += [say(part) for part in _next(reviewed)]
    return "\n\n".join([*parts, MARK]) + "\n"


def _headline(reviewed: Reviewed) -> Message:
    errors = sum(one.severity is Severity.ERROR for one in reviewed.told)
    remarks = len(reviewed.told) - errors
    if errors:
        return msg_n(
            "{count} thing is to be mended first",
            "{count} things are to be mended first",
            errors,
        )
    if not reviewed.is_green:
        return msg("The files are right, but the check did not end well")
    if remarks:
        return msg_n(
            "All is right, with {count} remark",
            "All is right, with {count} remarks",
            remarks,
        )
    return msg("All is right")


def _after_findings(reviewed: Reviewed) -> Iterator[Message]:
    if any(one.severity is Severity.ERROR for one in reviewed.told):
        yield msg(
            "Change the file in this pull request. The check then runs again by itself, and this "
            "comment is brought up to date."
        )
    elif not reviewed.is_green:
        yield msg("Why is in [its log]({address}).", address=reviewed.run)


def _pages(pages: Difference, run: str, translator: Translator) -> Iterator[str]:
    paths = [*pages.changed, *pages.removed]
    if not paths:
        return
    title = translator.text(msg("Pages of the site"))
    yield f"**{title}**: {translator.text(counted(pages))}"
    lines = [f"- {safe(path.removesuffix('index.html') or '/', _PATH_LENGTH)}" for path in paths]
    left = len(paths) - _MOST_PAGES
    if left > 0:
        more = msg_n("{count} more", "{count} more", left)
        lines[_MOST_PAGES:] = [f"- {translator.text(more)}"]
    yield "\n".join(lines)
    if pages.changed:
        yield translator.text(
            msg(
                "To look at them, download *preview* from [the run of the check]({address}), "
                "unpack it and open {file}.",
                address=f"{run}#artifacts",
                file=LIST,
            )
        )


def _next(reviewed: Reviewed) -> Iterator[Message]:
    if reviewed.is_ready:
        yield msg(
            "This changes only your own entry or your own notes. It has the label *ready*: a "
            "coordinator takes it in."
        )
    elif reviewed.touched is not Touched.OWN:
        yield msg("A coordinator looks at it before it is taken in.")
    if reviewed.asked:
        mentions = " ".join(f"@{login}" for login in reviewed.asked)
        yield _question(mentions, reviewed.touched)


def _question(mentions: str, touched: Touched) -> Message:
    if touched is Touched.PLACE:
        return msg(
            "{mentions}: it changes what you decide, such as the status in a program.",
            mentions=mentions,
        )
    return msg(
        "{mentions}: it brings a new entry or note, or changes one of somebody else.",
        mentions=mentions,
    )
