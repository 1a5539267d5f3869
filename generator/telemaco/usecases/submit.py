"""From the answers of a form to checked files: what it changes, or what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from telemaco.findings import TelemacoError
from telemaco.forms.values import Area, Form, Line
from telemaco.loading.load import Known
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.submissions.draft import Draft
from telemaco.submissions.files import content_of
from telemaco.submissions.kinds import DRAFTS
from telemaco.submissions.responsible import program_coordinators
from telemaco.submissions.spoken import unclear
from telemaco.submissions.telling import Teller, elsewhere, in_order
from telemaco.submissions.texts import cleansed
from telemaco.submissions.understanding import understood
from telemaco.submissions.values import Filled, Problem, Submission
from telemaco.usecases.check import check_change
from telemaco.usecases.overlaid import Overlaid
from telemaco.yamltext.editing import UneditableError


def submit(
    filled: Filled,
    community: Community,
    sources: Sources,
    today: date,
    known: Known | None = None,
) -> Submission:
    """What becomes of a form, judged by the rules of `check`.

    `sources` are the community's files before it, and `community` what was read from them;
    `known` is what was read before, as in `load`.
    Raises TelemacoError for a form that is not one of ours.
    """
    known = {} if known is None else known
    judged = _judged(filled, community, sources, today, known)
    problems = judged.problems
    written = _written_fields(filled.form, problems)
    if written:
        rest = _judged(_without(filled, written), community, sources, today, known).problems
        more = (problem for problem in elsewhere(rest, problems) if problem.field is not None)
        problems = in_order(filled.form, (*problems, *more))
    draft = judged.draft
    return Submission(
        title=draft.title,
        author=draft.author,
        files={} if problems else judged.files,
        understood=tuple(understood(filled, draft)),
        problems=problems,
        advice=judged.advice,
        confirm=draft.confirm,
        tell=draft.tell,
        may_object=draft.may_object,
        to_do=judged.to_do,
        coordinators=program_coordinators(filled, community),
        material=sha256("\0".join(draft.material).encode(errors="replace")).hexdigest(),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A draft with its files, and what is told of them."""

    draft: Draft
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    to_do: tuple[Message, ...]


def _judged(
    filled: Filled, community: Community, sources: Sources, today: date, known: Known
) -> _Judged:
    readable = replace(filled, answers=cleansed(filled.form, filled.answers))
    draft, files = _written(_draft(readable, community, today), sources)
    changed = Overlaid(sources, files)
    frozen = community.settings.today
    found = check_change(changed, sources, frozen or today, known).checked.findings if files else ()
    teller = Teller(filled, draft, community)
    problems, advice, to_do = teller.problems(found), teller.advice(found), teller.to_do(found)
    return _Judged(draft, files, problems, advice, to_do)


def _written_fields(form: Form, problems: tuple[Problem, ...]) -> frozenset[str]:
    """The fields with a problem in which somebody writes, a number that is none for example.

    A file with such a value cannot be read, and so no rule judges the rest of it.
    """
    wrong = [problem.field for problem in problems]
    return frozenset(
        field.id for field in form.fields if isinstance(field, Line | Area) and field.label in wrong
    )


def _without(filled: Filled, fields: frozenset[str]) -> Filled:
    answers = {field: given for field, given in filled.answers.items() if field not in fields}
    return replace(filled, answers=answers)


def _draft(filled: Filled, community: Community, today: date) -> Draft:
    name = filled.form.label
    if name not in DRAFTS:
        raise TelemacoError(msg('Nothing is known of a form "{name}".', name=name))
    return DRAFTS[name](filled, community, today)


def _written(draft: Draft, sources: Sources) -> tuple[Draft, Mapping[str, bytes]]:
    """The files as they would be; a draft of what cannot be changed has a problem, and none."""
    files: dict[str, bytes] = {}
    for change in draft.changes:
        before = sources.read(change.path)
        try:
            files[change.path] = content_of(change, before)
        except UneditableError:
            return replace(draft, problems=(*draft.problems, unclear())), {}
    return draft, files
