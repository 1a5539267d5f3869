from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import propose
from telemaco.records.base import ProgramId
from telemaco.usecases.proposal_pages import write_pages
from tests.fakes import community
from tests.matching.texts import person, program


class FakeFolder:
    """Remembers what was put into it."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, path: str, content: bytes) -> None:
        self.files[path] = content


def test_pages_are_put_in_every_language_and_kept_out_of_a_repository() -> None:
    known = community(
        {
            "program/programs/spring.yaml": program(),
            "program/people/a.yaml": person("mentee"),
            "program/people/m.yaml": person("mentor"),
        }
    )
    found = propose(known, ProgramId("spring"), date(2027, 2, 3), "spring")
    folder = FakeFolder()

    count = write_pages(found, known, folder, Catalog)

    assert count == 4
    assert sorted(folder.files) == [
        ".gitignore",
        "index.html",
        "it/index.html",
        "it/pairs/m--a.html",
        "pairs/m--a.html",
    ]
    assert folder.files[".gitignore"] == b"*\n"
