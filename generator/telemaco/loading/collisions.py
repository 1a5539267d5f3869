"""Files whose names differ in capital letters only: many disks take them for one file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from telemaco.findings import Finding, Location
from telemaco.messages import msg

_BAD_NAME = "bad-name"


def told_once(findings: Sequence[Finding], paths: Iterable[str]) -> list[Finding]:
    """The findings, with one for all files of nearly the same name in place of their bad names."""
    if not any(finding.code == _BAD_NAME for finding in findings):
        return list(findings)
    twins = defaultdict(list)
    for path in paths:
        twins[path.casefold()].append(path)
    colliding = {path: tuple(group) for group in twins.values() if len(group) > 1 for path in group}
    others = [
        finding
        for finding in findings
        if finding.code != _BAD_NAME or finding.location.path not in colliding
    ]
    return others + [_collision(group) for group in sorted(set(colliding.values()))]


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
