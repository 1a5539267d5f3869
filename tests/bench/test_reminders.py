"""A simulated year, small: who is written to how often, whatever people do."""

import pytest
from bench.noise import Year
from bench.reminders import noise
from bench.simulated_year import simulate


@pytest.fixture(scope="module")
def year() -> Year:
    return simulate(pairs=12)


def test_every_figure_of_the_noise_report_meets_its_target(year: Year) -> None:
    assert [row.what for row in noise(year) if row.verdict == "MISSED"] == []


def test_year_has_everything_that_can_happen_in_it(year: Year) -> None:
    kinds = {mail.kind for mail in year.mails}

    assert kinds == {"opened", "commented", "closed"}
    assert year.commands
    assert year.quiet


def test_same_numbers_give_the_same_year() -> None:
    assert simulate(pairs=4, days=60).mails == simulate(pairs=4, days=60).mails
