"""What is remembered of a folder from one reading to the next, as `telemaco build` does it."""

from dataclasses import dataclass, field

from telemaco.loading.sheaves import Bundle, Sheaf
from telemaco.render.tracing.facts import digest
from telemaco.usecases.reading import Reader, Reading, Recollection, read_folder
from telemaco.usecases.reading_again import bundled, read_again
from tests.fakes import LATER, FakeDisk


@dataclass
class Kept:
    """Reads again and again; `glances` counts when it was enough to look at what changed."""

    recollection: Recollection = field(default_factory=Recollection)
    sheaves: list[Sheaf] | None = None
    glances: int = 0

    def read(self, disk: FakeDisk, began: int = LATER) -> Reading:
        reader = Reader(disk, digest, began)
        lines = self.recollection.lines
        if self.sheaves:
            again = read_again(reader, Bundle(self.sheaves, lambda path, _start: lines[path]))
            if again:
                self.sheaves = [*again.sheaves]
                lines |= again.lines
                self.glances += 1
                return again.reading
        reading = read_folder(reader, self.recollection)
        self.sheaves = bundled(reader, reading, self.recollection.lines)
        return reading
