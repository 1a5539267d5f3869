"""Files whose names differ in capital letters only: many disks take them for one file."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from telemaco.findings import Finding, Location
from telemaco.messages import msg

_BAD_NAME = "bad-name"


def told_once(findings: Sequence[Finding], paths: Iterable[str]) -> list[Finding]:
    """The findings, with one for all files of nearly the same name in place of their bad names."""
    if not any(finding.code == _BAD_NAME for finding in findings):
        return list(findings)
    twins = defaultdict(list)
    known = set(paths)
    for path in sorted(known):
        twins[path.casefold()].append(path)
    colliding = {path: tuple(group) for group in twins.values() if len(group) > 1 for path in group}
    others = [
        _where_it_lies(finding, known)
        for finding in findings
        if finding.code != _BAD_NAME or finding.location.path not in colliding
    ]
    return others + [_collision(group) for group in sorted(set(colliding.values()))]


def _where_it_lies(finding: Finding, known: Container[str]) -> Finding:
    """The finding, which sends nobody to rename a file to what another one is called."""
    meant = finding.hint.facts.get("path") if finding.code == _BAD_NAME and finding.hint else None
    if not isinstance(meant, str) or meant not in known:
        return finding
    hint = msg("There is {path}: put into it what is right in both, and delete this.", path=meant)
    return replace(finding, hint=hint)


def _collision(paths: tuple[str, ...]) -> Finding:
    return Finding(
        "name-collision",
        Location(paths[0], 1),
        msg(
            "the name differs from {other} in capital letters only; many computers take the "
            "two for one file",
            other=paths[1],
        ),
        msg("Put into one file, named in small letters, what is right in both; delete the other."),
    )
