import pytest

from telemaco.findings import BODY, Finding, Location, Route
from telemaco.loading.locate import located
from telemaco.messages import msg
from tests.fakes import FakeSources

ADA = "program/people/ada.yaml"
NOTE = "pairs/spring/ada-mary/2027-02-03.md"
FILES = FakeSources(
    {
        ADA: "name: Ada\nlinks:\n  - label: x\n    url: y\nname: Again\n",
        NOTE: "---\nstatus: held\nactions: [{id: a}]\n---\nWe met.\n",
        "program/people/broken.yaml": b"\xff",
        "pairs/spring/ada-mary/2027-02-04.md": "We met.\n",
    }
)


def finding(path: str, route: Route = (), *, on_key: bool = False, line: int = 0) -> Finding:
    return Finding("code", Location(path, line, line, route, on_key), msg("wrong"))


@pytest.mark.parametrize(
    ("path", "route", "on_key", "place"),
    [
        (ADA, ("name",), False, (5, 7)),
        (ADA, ("links", 0, "url"), False, (4, 10)),
        (ADA, ("links", 0, "url"), True, (4, 5)),
        (ADA, ("links", 0), True, (3, 5)),
        (ADA, ("links", 0, "missing"), False, (3, 5)),
        (ADA, ("links", "deep", "missing"), False, (2, 1)),
        (ADA, ("missing",), False, (1, 1)),
        (ADA, (), False, (1, 1)),
        (NOTE, ("status",), False, (2, 9)),
        (NOTE, ("actions", 0, "id"), True, (3, 12)),
        (NOTE, ("missing",), False, (2, 1)),
        (NOTE, (BODY, 0, 3), False, (5, 4)),
        (NOTE, (BODY, 1, 0), False, (6, 1)),
        (NOTE, (BODY,), False, (5, 1)),
        (ADA, (BODY, 0, 3), False, (1, 1)),
        ("program/people/broken.yaml", ("name",), False, (1, 1)),
        ("program/people/gone.yaml", ("name",), False, (1, 1)),
        ("pairs/spring/ada-mary/2027-02-04.md", ("status",), False, (1, 1)),
    ],
)
def test_route_becomes_line_and_column(
    path: str,
    route: Route,
    on_key: bool,  # noqa: FBT001 (given by the table above)
    place: tuple[int, int],
) -> None:
    (found,) = located([finding(path, route, on_key=on_key)], FILES.read)

    assert (found.location.line, found.location.column) == place


def test_what_has_a_line_keeps_it() -> None:
    known, found = located([finding(ADA, ("links",)), finding(ADA, line=1)], FILES.read)

    assert known == finding(ADA, line=1)
    assert found.location.line == 3


def test_findings_are_in_the_order_of_their_places() -> None:
    findings = [finding(NOTE, ("status",)), finding(ADA, line=9), finding(ADA, line=2)]

    found = located(findings, FILES.read)

    places = [(one.location.path, one.location.line) for one in found]
    assert places == [(NOTE, 2), (ADA, 2), (ADA, 9)]


def test_files_whose_findings_have_places_are_not_read_again() -> None:
    def refuse(path: str) -> bytes | None:
        raise AssertionError(path)

    assert located([finding(ADA, line=2)], refuse)
