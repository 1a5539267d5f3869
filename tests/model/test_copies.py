import pytest

from telemaco.loading.load import load
from telemaco.model.copies import copies
from tests.fakes import COSIMO, SETTINGS, FakeSources

OWN = f"{COSIMO}headline: Banker\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"cosimo": OWN, "cosimo-1": OWN}, {"cosimo-1": "cosimo"}),
        ({"cosimo": COSIMO, "kopie-von-cosimo": COSIMO}, {"kopie-von-cosimo": "cosimo"}),
        ({"cosimo": COSIMO, "cosimo-copia-2": COSIMO}, {"cosimo-copia-2": "cosimo"}),
        ({"cosimo": COSIMO, "cosimo-2": COSIMO}, {}),
        ({"cosimo": OWN, "cosimo-copy": f"{COSIMO}headline: Gardener\n"}, {}),
        ({"cosimo": OWN, "copy-editor": OWN.replace("Cosimo", "Ada")}, {}),
    ],
)
def test_file_that_says_the_same_is_a_copy(files: dict[str, str], found: dict[str, str]) -> None:
    people = {f"program/people/{name}.yaml": text for name, text in files.items()}
    sources = FakeSources({"program/community.yaml": SETTINGS, **people})

    assert copies(load(sources.files()).community.people) == found
