"""The files of a community as they would be with some of them written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telemaco.ports import Obstacle, SourceFile, Sources


@dataclass(frozen=True, slots=True)
class Overlaid:
    """Sources with files laid over them."""

    below: Sources
    over: Mapping[str, bytes]

    def files(self) -> Iterator[SourceFile | Obstacle]:
        """Every file, in the order of the paths."""
        kept = [file for file in self.below.files() if file.path not in self.over]
        new = [SourceFile(path, content) for path, content in self.over.items()]
        yield from sorted([*kept, *new], key=lambda file: file.path)

    def beside(self) -> Iterator[SourceFile]:
        """Those below; what is laid over them lies in the folders of records."""
        return self.below.beside()

    def read(self, path: str) -> bytes | None:
        """One file again."""
        return self.over[path] if path in self.over else self.below.read(path)
