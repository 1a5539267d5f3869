from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.usecases.status import status
from tests.progress.atelier import HELD, PROGRAM, atelier

TODAY = date(2027, 1, 6)


def test_every_program_is_told_without_a_name() -> None:
    more = {"program/programs/bottega.yaml": PROGRAM}

    progress = status(atelier(more=more), TODAY)

    assert [program.id for program in progress.programs] == ["atelier", "bottega"]


def test_sums_are_those_of_the_program_that_is_named() -> None:
    more = {"program/programs/bottega.yaml": PROGRAM}
    community = atelier({"2027-01-05": HELD}, more=more)

    progress = status(community, TODAY, "bottega")

    assert [program.id for program in progress.programs] == ["bottega"]
    assert progress.sums.held == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    [("ateleir", "Did you mean atelier?"), ("xyz", "There is one program: atelier.")],
)
def test_unknown_program_is_an_error_with_the_one_meant(name: str, hint: str) -> None:
    with pytest.raises(TelemacoError) as caught:
        status(atelier(), TODAY, name)

    assert caught.value.hint
    assert Catalog("en").text(caught.value.hint) == hint
