"""From the answers of a form to checked files: what it changes, or what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from telemaco.findings import Finding, Severity, TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.submissions.draft import Draft
from telemaco.submissions.files import content_of
from telemaco.submissions.kinds import DRAFTS
from telemaco.submissions.origin import field_at
from telemaco.submissions.spoken import is_worth_saying, once, problem_of, unclear
from telemaco.submissions.texts import cleansed, refused
from telemaco.submissions.understanding import understood
from telemaco.submissions.values import Filled, Problem, Submission
from telemaco.usecases.check import check_change
from telemaco.usecases.overlaid import Overlaid
from telemaco.yamltext.editing import UneditableError


def submit(filled: Filled, community: Community, sources: Sources, today: date) -> Submission:
    """What becomes of a form, judged by the rules of `check`.

    `sources` are the community's files before it, and `community` what was read from them.
    Raises TelemacoError for a form that is not one of ours.
    """
    draft, files = _written(_draft(_cleansed(filled), community, today), sources)
    found = check_change(Overlaid(sources, files), sources, today).checked.findings if files else ()
    told = _Told(filled, draft, community)
    problems = told.problems(found)
    return Submission(
        title=draft.title,
        author=draft.author,
        files={} if problems else files,
        understood=tuple(understood(filled, draft)),
        problems=problems,
        advice=told.advice(found),
        confirm=draft.confirm,
        tell=draft.tell,
        to_do=draft.to_do,
        material=sha256("\0".join(draft.material).encode(errors="replace")).hexdigest(),
    )


def _cleansed(filled: Filled) -> Filled:
    return replace(filled, answers=cleansed(filled.form, filled.answers))


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


@dataclass(frozen=True, slots=True)
class _Told:
    """Findings told by the fields of the form."""

    filled: Filled
    draft: Draft
    community: Community

    def problems(self, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
        """Everything that stops the form, in the order of its fields.

        What a rule says of a field that has a problem already follows from that, or repeats it.
        """
        refusals = tuple(refused(self.filled.form, self.filled.answers))
        told = [*self.draft.problems, *(self._problem(one, field) for field, one in refusals)]
        fields = [problem.field for problem in told if problem.field is not None]
        codes = {finding.code for _, finding in refusals}
        errors = (finding for finding in findings if finding.code not in codes)
        told += (
            problem
            for problem in self._of_findings(errors, Severity.ERROR)
            if problem.field not in fields
        )
        labels = [field.label for field in self.filled.form.fields]
        return tuple(
            sorted(
                once(told),
                key=lambda one: -1 if one.field is None else labels.index(one.field),
            )
        )

    def advice(self, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
        """What may be wrong."""
        return once((*self.draft.advice, *self._of_findings(findings, Severity.WARNING)))

    def _of_findings(self, findings: Iterable[Finding], severity: Severity) -> Iterator[Problem]:
        for finding in findings:
            if finding.severity is severity and is_worth_saying(finding):
                yield self._problem(finding, field_at(self.draft.origins, finding.location))

    def _problem(self, finding: Finding, field: str | None) -> Problem:
        return problem_of(finding, self.filled.form, field, self.community)
