"""What is wrong between the files: every rule, in one list."""

from collections.abc import Callable, Iterable, Iterator

from telemaco.findings import Finding
from telemaco.model.community import Community
from telemaco.rules import references

Rule = Callable[[Community], Iterable[Finding]]

RULES: tuple[Rule, ...] = (references.programs_of_enrolments,)


def judge(community: Community) -> Iterator[Finding]:
    """Everything that any rule finds."""
    for rule in RULES:
        yield from rule(community)
