"""Who is asked to look at a change of which file: GitHub's CODEOWNERS, from the coordinators.

The last line that fits a path decides, and a line without an owner gives its paths to nobody.
So everything is the coordinators', then a program and its pairs are those of its own
coordinators, and at the end come the files that people change themselves. See "About code
owners" in GitHub's documentation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import program_path

PATH = ".github/CODEOWNERS"
HEAD = msg(
    "Written by telemaco owners, from the coordinators in program/. Do not edit it: change their "
    "files, then run telemaco owners --apply."
)
"""How a file of ours begins; any other is left alone."""
_OURS = re.compile(rb"# .*telemaco owners")
_OF_EVERYBODY = ("/program/people/", "/pairs/*/*/*.md", "/pairs/*/*/*.md.age")


def code_owners(community: Community) -> Sequence[str] | None:
    """The lines of the file below its head; None when no coordinator has an account."""
    owners = _logins(community, community.settings.coordinators)
    if not owners:
        return None
    return [_line("*", owners), *_of_programs(community, owners), *_OF_EVERYBODY]


def is_ours(content: bytes) -> bool:
    """Whether the first line of a file says, in whatever language, that Telemaco wrote it."""
    return _OURS.match(content) is not None


def lines_of(content: bytes) -> Sequence[str]:
    """What a file says, without its comments."""
    lines = content.decode(errors="replace").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def coordinators_of(community: Community) -> Sequence[str]:
    """The accounts of the community's coordinators, in their order."""
    return _logins(community, community.settings.coordinators)


def _of_programs(community: Community, owners: Sequence[str]) -> Iterator[str]:
    """Nobody can approve their own change, so who is alone has the others beside them."""
    for program, record in community.programs.items():
        own = _logins(community, record.coordinators)
        if not own:
            continue
        named = own if len(own) > 1 else list(dict.fromkeys([*own, *owners]))
        if list(named) != list(owners):
            yield _line(f"/{program_path(program)}", named)
            yield _line(f"/pairs/{program}/", named)


def _logins(community: Community, people: Iterable[PersonId]) -> list[str]:
    found = (community.people.get(person) for person in people)
    return [record.github for record in found if record and record.github]


def _line(pattern: str, owners: Iterable[str]) -> str:
    return " ".join([pattern, *(f"@{owner}" for owner in owners)])
