"""What the community may be, were files that cannot be read whole a part of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telemaco.findings import Finding, Route
from telemaco.loading.assemble import community_of
from telemaco.loading.file import Entry
from telemaco.loading.load import Doubtful, Loaded
from telemaco.model.community import Community
from telemaco.records.layout import Kind, address_of
from telemaco.records.mending import Broken, broken
from telemaco.records.parsing import MODELS
from telemaco.records.stand_ins import Way


@dataclass(frozen=True, slots=True)
class Guess:
    """A community with doubtful files in it, in one of the ways in which they may be meant.

    `paths` has where those files lie by where the community thinks they do; `stand_ins` what in
    them means nothing.
    """

    community: Community
    paths: Mapping[str, str]
    stand_ins: Mapping[str, frozenset[Route]]

    def is_about(self, finding: Finding) -> bool:
        """Whether it is about what such a file says, neither a stand-in nor a part with one.

        A key is there as it was written, whatever stands in place of its value.
        """
        path, route = finding.location.path, finding.location.route
        return path in self.paths and not any(
            stand_in[: len(route)] == route[: len(stand_in)]
            and not (finding.location.on_key and stand_in == route)
            for stand_in in self.stand_ins[path]
        )


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubtful files of one kind.

    Those of other kinds are left out meanwhile, so that nothing hangs on two doubts.
    """

    loaded: Loaded
    kind: Kind
    files: Mapping[tuple[str, ...], "_File"]

    def guesses(self) -> Iterator[Guess]:
        """The ways in which the files may be meant."""
        for number in range(max(file.broken.ways for file in self.files.values())):
            yield self._guess(Way(number))

    def guess_with(self, word: str) -> Guess:
        """The way in which what is wrong in them may mean a word."""
        return self._guess(Way(1, word))

    def _guess(self, way: Way) -> Guess:
        mended = {names: file.broken.mended(way) for names, file in self.files.items()}
        entries = dict(self.loaded.entries.get(self.kind, {}))
        paths, stand_ins = {}, {}
        for names, one in mended.items():
            if one:
                doubtful = self.files[names].doubtful
                entries[names] = Entry(one.record, doubtful.plain.body)
                paths[doubtful.path] = self.files[names].path
                stand_ins[doubtful.path] = one.routes
        community = community_of(
            {**self.loaded.entries, self.kind: entries}, self.loaded.community.unread
        )
        return Guess(community, paths, stand_ins)


@dataclass(frozen=True, slots=True)
class _File:
    """A doubtful file, where it lies, and what is wrong with what it says."""

    path: str
    doubtful: Doubtful
    broken: Broken


def doubts(loaded: Loaded) -> Iterator[Doubts]:
    """The doubtful files by their kinds; of two that mean the same file, the first."""
    files: defaultdict[Kind, dict[tuple[str, ...], _File]] = defaultdict(dict)
    for path, doubtful in sorted(loaded.doubtful.items()):
        address = address_of(doubtful.path)
        if address and address.names not in loaded.entries.get(address.kind, {}):
            found = broken(MODELS[address.kind], doubtful.plain.value)
            files[address.kind].setdefault(address.names, _File(path, doubtful, found))
    return (Doubts(loaded, kind, some) for kind, some in files.items())
