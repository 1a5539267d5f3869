"""Everything that is wrong with a form, told by its fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from telemaco.findings import Finding, Severity
from telemaco.forms.values import Form
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.submissions.draft import Draft
from telemaco.submissions.origin import field_at
from telemaco.submissions.spoken import is_worth_saying, once, problem_of
from telemaco.submissions.texts import refused
from telemaco.submissions.values import Filled, Problem


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what the rules find in the files of a draft, by the fields that they come from."""

    filled: Filled
    draft: Draft
    community: Community

    def problems(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """Everything that stops the form, in the order of its fields.

        What a rule says of a field that has a problem already follows from that, or repeats it.
        """
        refusals = tuple(refused(self.filled.form, self.filled.answers))
        told = [*self.draft.problems, *(self._problem(one, field) for field, one in refusals)]
        codes = {finding.code for _, finding in refusals}
        others = (finding for finding in findings if finding.code not in codes)
        found = self._of_findings(others, Severity.ERROR)
        return in_order(self.filled.form, (*told, *elsewhere(found, told)))

    def to_do(self, findings: Iterable[Finding]) -> tuple[Message, ...]:
        """What is left to a coordinator: also what is wrong elsewhere once somebody is not named.

        Whoever no longer wants to be named is not kept waiting by what others wrote.
        """
        places = [finding.location.path for finding in findings if self._is_elsewhere(finding)]
        rest = (
            msg(
                "Somebody is named in {path} who no longer wants to be. Change that first.",
                path=one,
            )
            for one in dict.fromkeys(places)
        )
        return (*self.draft.to_do, *rest)

    def advice(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """What may be wrong."""
        return once((*self.draft.advice, *self._of_findings(findings, Severity.WARNING)))

    def _of_findings(self, findings: Iterable[Finding], severity: Severity) -> Iterator[Problem]:
        for finding in findings:
            is_told = finding.severity is severity and is_worth_saying(finding)
            if is_told and not self._is_elsewhere(finding):
                yield self._problem(finding, field_at(self.draft.origins, finding.location))

    def _is_elsewhere(self, finding: Finding) -> bool:
        """Whether it is about a name in a text that the form does not write."""
        written = {change.path for change in self.draft.changes}
        return finding.code == "named-in-note" and finding.location.path not in written

    def _problem(self, finding: Finding, field: str | None) -> Problem:
        return problem_of(finding, self.filled.form, field, self.community)


def elsewhere(problems: Iterable[Problem], known: Iterable[Problem]) -> Iterator[Problem]:
    """The problems but for those of fields that have one already."""
    fields = [problem.field for problem in known if problem.field is not None]
    return (problem for problem in problems if problem.field not in fields)


def in_order(form: Form, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of the form, first those of no field; each only once."""
    labels = [field.label for field in form.fields]
    return tuple(
        sorted(once(problems), key=lambda one: -1 if one.field is None else labels.index(one.field))
    )
