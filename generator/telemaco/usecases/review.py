"""Answer a pull request: one comment with what its check found, and a label when it is ready."""

from collections.abc import Sequence
from dataclasses import dataclass

from telemaco.findings import Severity, TelemacoError
from telemaco.loading.load import load
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import SourceFile, Translator
from telemaco.ports.changes import ChangedFile, ChangesReader, FinishedRun, ProposedChange
from telemaco.ports.contents import ContentsReader
from telemaco.ports.forge import ForgeComment, ForgeReader, ForgeWriter
from telemaco.render.check_ins.places import Place
from telemaco.render.review import MARK, Reviewed, as_comment
from telemaco.review.code_owners import coordinators_of
from telemaco.review.own_matters import Touched, is_own_matter
from telemaco.review.ownership import is_anybodys, is_own
from telemaco.review.result import Result

READY = "ready"
_PEOPLE = "program/people/"
_COLOUR = "2da44e"
_DESCRIPTION = "Only the author's own entry or notes, and all is right"


@dataclass(frozen=True, slots=True)
class Review:
    """What is to be done about a pull request: the text of our comment, and the label.

    `comment` is ours as it is now, None when there is none yet; `is_ready` says that the label
    belongs there, `was_ready` that it is there.
    """

    number: int
    body: str
    comment: ForgeComment | None
    is_ready: bool
    was_ready: bool

    @property
    def says_something_new(self) -> bool:
        """Whether our comment is not there, or says something else."""
        said = self.comment.body.splitlines() if self.comment else None
        return said != self.body.splitlines()


@dataclass(frozen=True, slots=True)
class Desk:
    """What a review looks at: pull requests, files, comments, and where links lead."""

    changes: ChangesReader
    contents: ContentsReader
    forge: ForgeReader
    place: Place | None
    translator: Translator


def plan_review(result: Result, run: FinishedRun, community: Community, desk: Desk) -> Review:
    """What is to be said of the pull request that a run was for. Raises TelemacoError.

    `community` is as the trusted branch has it: who owns what is read there, never in the change.
    """
    change = _checked(desk.changes.change(result.number), result, run)
    reviewed = _reviewed(result, run, community, change, desk)
    body = as_comment(reviewed, desk.translator, desk.place)
    comments = desk.forge.comments(change.number)
    own = (one for one in comments if one.is_ours and MARK in one.body.splitlines())
    return Review(change.number, body, next(own, None), reviewed.is_ready, READY in change.labels)


def carry_out_review(review: Review, writer: ForgeWriter) -> None:
    """Say and label what is not yet said and labelled. Raises ForgeError."""
    if review.comment is None:
        writer.comment(review.number, review.body)
    elif review.says_something_new:
        writer.edit_comment(review.comment.id, review.body)
    if review.is_ready and not review.was_ready:
        writer.ensure_label(READY, _COLOUR, _DESCRIPTION)
        writer.add_labels(review.number, [READY])
    elif review.was_ready and not review.is_ready:
        writer.remove_label(review.number, READY)


def _checked(change: ProposedChange | None, result: Result, run: FinishedRun) -> ProposedChange:
    """The pull request, if the run was for what it is now. Raises TelemacoError."""
    is_same = (
        change is not None
        and change.is_open
        and (change.head, change.source.casefold()) == (run.head, run.source.casefold())
    )
    if change is None or not is_same:
        raise TelemacoError(
            msg(
                "the run was for another commit than that of pull request {number}, or it is "
                "closed",
                number=result.number,
            ),
            msg("Nothing was written. If the pull request has changed since, its next run counts."),
        )
    return change


def _reviewed(
    result: Result,
    run: FinishedRun,
    community: Community,
    change: ProposedChange,
    desk: Desk,
) -> Reviewed:
    files = desk.changes.files(change.number)
    is_green = run.succeeded and not result.count(Severity.ERROR)
    touched = Touched.OTHERS
    if len(files) == change.files and change.into == run.trusted:
        touched = _touched(files, change, community, desk.contents, is_green=is_green)
    is_asked = touched is Touched.OWN or not all(map(is_anybodys, _paths(files))) or change.is_ours
    return Reviewed(
        told=result.told,
        pages=result.pages,
        head=change.head,
        run=run.url,
        is_green=is_green,
        touched=touched,
        asked=() if is_asked else tuple(coordinators_of(community)),
    )


def _touched(
    files: Sequence[ChangedFile],
    change: ProposedChange,
    community: Community,
    contents: ContentsReader,
    *,
    is_green: bool,
) -> Touched:
    """What a change touches; into its files is only looked where nothing is wrong in them."""
    if not is_own(community, change.author, _paths(files)):
        return Touched.OTHERS
    kept = [file.path for file in files if not file.is_removed]
    entries = [path for path in kept if is_green and path.startswith(_PEOPLE)]
    decides = (_is_own_matter(path, change.head, community, contents) for path in entries)
    return Touched.OWN if all(decides) else Touched.PLACE


def _is_own_matter(path: str, head: str, community: Community, contents: ContentsReader) -> bool:
    """Whether what a commit says in somebody's file is theirs to say."""
    content = contents.file(head, path)
    people = load([SourceFile(path, content or b"")]).community.people
    return all(is_own_matter(community.people[person], people[person]) for person in people) and (
        len(people) == 1
    )


def _paths(files: Sequence[ChangedFile]) -> frozenset[str]:
    return frozenset(path for file in files for path in (file.path, file.former) if path)
