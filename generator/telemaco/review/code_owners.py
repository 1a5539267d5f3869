"""Who is asked to look at a change of which file: GitHub's CODEOWNERS, from the coordinators.

The last line that fits a path decides, and a line without an owner gives its paths to nobody.
So everything is the coordinators', then a program and its pairs are those of its own
coordinators, and at the end come the files that people change themselves. See "About code
owners" in GitHub's documentation.
"""

from collections.abc import Iterable, Iterator, Sequence

from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import program_path

PATH = ".github/CODEOWNERS"
MARK = "# Written by telemaco owners"
"""How a file of ours begins; any other is left alone."""

_HEAD = f"""\
{MARK}, from the coordinators in program/. Do not edit it: change their
# files, then run telemaco owners --apply.

"""
_OF_EVERYBODY = ("/program/people/", "/pairs/*/*/*.md", "/pairs/*/*/*.md.age")


def code_owners(community: Community) -> str | None:
    """The file; None when no coordinator has an account in their file."""
    owners = _logins(community, community.settings.coordinators)
    if not owners:
        return None
    lines = [_line("*", owners), *_of_programs(community, owners)]
    return _HEAD + "\n".join([*lines, *_OF_EVERYBODY]) + "\n"


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
