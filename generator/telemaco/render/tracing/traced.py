"""An edition that notes down which records its pages look at."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, TypeVar

from telemaco.model.community import Community
from telemaco.model.late import LateWhole
from telemaco.render.pages.edition import Edition, Part, made_anew
from telemaco.render.tracing.notebook import Fact, Notebook, Traced
from telemaco.render.tracing.sessions import SESSIONS, with_traced_texts

_Owner = TypeVar("_Owner", Community, Edition)

Looks = Mapping[str, frozenset[str]]

_NOT_TOLD = frozenset({"community", "translator", "part"})
"""Fields of an edition: the first is traced by itself, the second belongs to the language, and what
the third gives hangs on the others."""


@dataclass(frozen=True, slots=True)
class Watched:
    """An edition whose mappings are traced.

    `always` are the facts that every page hangs on; `looks` names the mappings at which each
    looked that is worked out once and kept.
    """

    edition: Edition
    always: frozenset[Fact]
    looks: Looks


def traced(
    edition: Edition,
    notebook: Notebook,
    late: Looks = MappingProxyType({}),
    part: Part = made_anew,
) -> Watched:
    """The edition, and what it worked out once already.

    A mapping that an edition or a community works out once and keeps is traced like a field. What
    else it keeps is worked out here and now: were it left to the first page that needs it, the
    others would not be seen to hang on the records it was made from. Only the mappings in `late`
    may wait: at which others they look is known. `part` is what gives parts of pages.
    """
    looks: dict[str, frozenset[str]] = {}
    community = _with_traced_fields(edition.community, notebook)
    settling = _Settling(notebook, late, looks)
    always = settling.settle(community, edition.community)
    watched = replace(_with_traced_fields(edition, notebook), community=community, part=part)
    return Watched(watched, always | settling.settle(watched, edition), looks)


def work_out(edition: Edition, names: Container[str]) -> None:
    """Work out now what an edition or its community would once it is asked for."""
    for owner in (edition.community, edition):
        for name in _worked_out(owner):
            if name in names:
                getattr(owner, name)


def carry_over(before: Edition, now: Edition, own: Container[str]) -> None:
    """Give an edition what another worked out once and kept, but for the names in `own`."""
    for there, here in ((before.community, now.community), (before, now)):
        kept = {name: vars(there)[name] for name in _worked_out(there) if name in vars(there)}
        vars(here).update((name, value) for name, value in kept.items() if name not in own)


def mappings_of(edition: Edition) -> Iterator[tuple[str, Mapping[Any, Any]]]:
    """Everything that is traced in an edition, by the name it has in facts."""
    for owner in (edition.community, edition):
        names = [field.name for field in fields(owner)]
        for name in (*names, *_worked_out(owner)):
            value = getattr(owner, name)
            if isinstance(value, Mapping):
                yield name, value


def told_once(edition: Edition) -> str:
    """All else that pages may look at, in one text; where it changes, every page is made anew."""
    return "\n".join(
        f"{field.name} {_written_out(getattr(owner, field.name))}"
        for owner in (edition.community, edition)
        for field in fields(owner)
        if field.name not in _NOT_TOLD and not isinstance(getattr(owner, field.name), Mapping)
    )


def _written_out(value: object) -> str:
    """In one order, also what has none."""
    return repr(sorted(value) if isinstance(value, frozenset) else value)


def _with_traced_fields(owner: _Owner, notebook: Notebook) -> _Owner:
    changes: dict[str, Any] = {}
    for name in (field.name for field in fields(owner)):
        value = getattr(owner, name)
        if isinstance(value, Mapping):
            below = with_traced_texts(value, notebook) if name == SESSIONS else value
            changes[name] = Traced(name, below, notebook)
    return replace(owner, **changes)


@dataclass(frozen=True, slots=True)
class _Settling:
    notebook: Notebook
    late: Looks
    looks: dict[str, frozenset[str]]

    def settle(self, owner: _Owner, plain: _Owner) -> frozenset[Fact]:
        """Work out once what is kept; the mappings also for the `plain` one that is not traced."""
        always: frozenset[Fact] = frozenset()
        for name in _worked_out(owner):
            if name in self.late:
                self.looks[name] = self.late[name]
                self._trace(owner, name, LateWhole(partial(getattr, plain, name)))
                continue
            value = getattr(owner, name)
            facts = self.notebook.tear_out()
            if isinstance(value, Mapping):
                self.looks[name] = frozenset(mapping for mapping, _ in facts)
                self._trace(owner, name, value)
                vars(plain).setdefault(name, value)
            else:
                always |= facts
        return always

    def _trace(self, owner: _Owner, name: str, value: Mapping[Any, Any]) -> None:
        # Where a cached property keeps its value; the class is frozen, this is not its field.
        vars(owner)[name] = Traced(name, value, self.notebook)


def _worked_out(owner: Community | Edition) -> list[str]:
    """The cached properties."""
    assert is_dataclass(owner)  # noqa: S101 (for the types)
    return [name for name, kept in vars(type(owner)).items() if isinstance(kept, cached_property)]
