"""Answer a pull request: one comment with what its check found, and a label when it is ready."""

from dataclasses import dataclass

from telemaco.findings import Severity, TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.ports.changes import ChangesReader, FinishedRun, ProposedChange
from telemaco.ports.forge import ForgeComment, ForgeReader, ForgeWriter
from telemaco.render.check_ins.places import Place
from telemaco.render.review import MARK, Reviewed, as_comment
from telemaco.review.code_owners import coordinators_of
from telemaco.review.ownership import is_anybodys, is_own
from telemaco.review.result import Result

READY = "ready"
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
    """What a review looks at: pull requests, their comments, and where links lead."""

    changes: ChangesReader
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
    paths = {path for file in files for path in (file.path, file.former) if path}
    is_whole = len(files) == change.files and change.into == run.trusted
    is_green = run.succeeded and not result.count(Severity.ERROR)
    own = is_whole and is_own(community, change.author, paths)
    unasked = is_whole and all(map(is_anybodys, paths)) and not own and not change.is_ours
    return Reviewed(
        told=result.told,
        pages=result.pages,
        head=change.head,
        run=run.url,
        is_green=is_green,
        is_own=own,
        asked=tuple(coordinators_of(community)) if unasked else (),
    )
