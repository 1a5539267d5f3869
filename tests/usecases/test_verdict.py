"""A site is made while its community is judged."""

from functools import partial

import pytest

from telemaco.findings import Finding, Location
from telemaco.messages import msg
from telemaco.render.tracing.record import Past
from telemaco.usecases.verdict import Verdict

FAULT = Finding("x", Location("program/community.yaml", 1), msg("a fault"), msg("Mend it."))


def _verdict(*findings: Finding) -> Verdict:
    return Verdict(lambda: (findings, Past(rest="known")))


def _fail() -> str:
    raise ZeroDivisionError


def test_what_is_made_of_good_records_is_given() -> None:
    verdict = _verdict()

    verdict.hear()

    assert verdict.unless_refused(lambda: "a site") == "a site"
    assert verdict.past.rest == "known"


def test_a_fault_of_ours_is_told_where_the_records_are_good() -> None:
    with pytest.raises(ZeroDivisionError):
        _verdict().unless_refused(_fail)


@pytest.mark.parametrize("make", [lambda: "a site", _fail])
def test_nothing_is_given_where_there_are_findings_whatever_went_wrong(make: object) -> None:
    assert callable(make)
    assert _verdict(FAULT).unless_refused(partial(make)) is None


def test_what_is_being_made_is_broken_off_by_findings() -> None:
    reached: list[str] = []
    verdict = _verdict(FAULT)

    def make() -> str:
        verdict.hear()
        reached.append("the end")
        return "a site"

    assert verdict.unless_refused(make) is None
    assert not reached
    assert verdict.findings == (FAULT,)


def test_it_is_judged_once() -> None:
    asked: list[str] = []

    def judge() -> tuple[tuple[Finding, ...], Past]:
        asked.append("again")
        return (), Past()

    verdict = Verdict(judge)
    verdict.hear()
    verdict.unless_refused(lambda: "a site")

    assert asked == ["again"]
    assert not verdict.past.is_faultless
