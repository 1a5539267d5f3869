"""Whatever a table says: nobody is published who did not say yes, and no entry changes hands."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.ports import Obstacle
from telemaco.records.base import ProgramId
from telemaco.records.program import Role
from telemaco.tables.fields import Field
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.words import Names
from telemaco.usecases.import_people import import_people
from telemaco.usecases.import_receipt import RECEIPT
from telemaco.usecases.import_request import Request
from telemaco.usecases.read_table import read_table
from telemaco.yamltext.reading import read
from tests.fakes import FakeSources
from tests.usecases.test_import_people import FILES

TITLES = {
    "Key": Field.KEY, "Name": Field.NAME, "GitHub": Field.GITHUB, "Consent": Field.CONSENT,
    "Headline": Field.HEADLINE, "Bio": Field.BIO, "Place": Field.LOCATION,
}  # fmt: skip
Files = dict[str, str | bytes | Obstacle]


class Human(NamedTuple):
    """Somebody, and what they write into a form."""

    name: str
    login: str
    consent: str


HUMANS = st.lists(
    st.builds(
        Human,
        st.sampled_from(["Ada", "ada", "Bob", "Cosimo"]),
        st.sampled_from(["", "ada", "bob", "cosimo"]),
        st.sampled_from(["Yes", "No", "", "yes, but not here", "never", "ok?"]),
    ),
    max_size=4,
)


@given(mentors=HUMANS, mentees=HUMANS, first=st.integers(0, 4), has_keys=st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_entry_changes_hands_and_nobody_is_published_unasked(
    mentors: Sequence[Human], mentees: Sequence[Human], first: int, *, has_keys: bool
) -> None:
    cosimo = f"{FILES['program/people/cosimo.yaml']!s}github: cosimo\n"
    files: Files = {**FILES, "program/people/cosimo.yaml": cosimo}
    owners: dict[str, str] = {}
    for form, humans in (("a", mentors[:first]), ("b", mentees), ("a", mentors)):
        files |= _brought(form, humans, files, has_keys=has_keys)
        for path, owner in _owners(files).items():
            assert owners.setdefault(path, owner) == owner

    assert files["program/people/cosimo.yaml"] == cosimo
    agreed = {
        f"{form}{n}"
        for form, humans in (("a", mentors), ("b", mentees))
        for n, human in enumerate(humans)
        if human.consent == "Yes"
    }
    assert {owner for path, owner in owners.items() if _is_published(files[path])} <= agreed


def _brought(form: str, humans: Sequence[Human], files: Files, *, has_keys: bool) -> Files:
    """The files after a table of them, each with an address and texts of their own."""
    columns = {title: field for title, field in TITLES.items() if has_keys or title != "Key"}
    rows = [
        f'{n},{one.name},{one.login},"{one.consent}",{form}{n},{form}{n},{form}{n},{form}{n}@x.org'
        for n, one in enumerate(humans)
    ]
    if not rows:
        return {}
    table = "\n".join([",".join([*TITLES, "Email"]), *rows])
    chosen = ColumnMap(
        columns, form, timezone="Europe/Rome", languages="it", publish=("name", "bio")
    )
    request = Request(
        read_table("t.csv", table.encode(), chosen),
        chosen, ProgramId("spring"), Role.MENTEE, date(2027, 2, 3),
    )  # fmt: skip
    receipt = files.get(RECEIPT)
    assert receipt is None or isinstance(receipt, bytes)
    return dict(import_people(FakeSources(files), request, receipt, Names({}, {}), Catalog).files)


def _owners(files: Files) -> dict[str, str]:
    """Whose texts stand in each file that came from a table: of one person only."""
    found = {}
    for path, content in files.items():
        if path.startswith("program/people/") and isinstance(content, bytes):
            texts = {_said(content).get(key) for key in ("headline", "bio", "location")}
            assert len(texts) == 1
            found[path] = str(texts.pop())
    return found


def _is_published(content: str | bytes | Obstacle) -> bool:
    assert isinstance(content, bytes)
    consent = _said(content)["consent"]
    return isinstance(consent, dict) and bool(consent["publish"])


def _said(content: bytes) -> Mapping[str, object]:
    value = read(content.decode())
    assert isinstance(value, dict)
    return value
