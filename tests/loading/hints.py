"""What a community of some files is told about one of them."""

from collections.abc import Mapping

from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from tests.fakes import FakeSources


def hint_of(path: str, files: Mapping[str, str]) -> str:
    """The hint of the first finding about the whole file, or the folder that it lies in."""
    findings = load(FakeSources(files).files()).findings
    about = [one for one in findings if f"{path}/".startswith(f"{one.location.path}/")]
    found = next(one for one in about if one.location.column == 0)
    assert found.hint
    return Catalog("en").text(found.hint)
