import json
from collections.abc import Sequence
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.matching.what_if import WhatIf
from telemaco.records.base import PersonId
from telemaco.render.matches.what_if import what_if_as_json, what_if_as_text
from telemaco.usecases.match import Wanted, run_of
from telemaco.usecases.match_what_if import what_if
from tests.fakes import community
from tests.matching.texts import person
from tests.usecases.runs import applied, spring

ENGLISH = Catalog("en")
FILES = spring(
    bach=person("mentee", seeks=["organ"]),
    haydn=person("mentee", seeks=["singing"]),
    abel=person("mentee", seeks=["organ"], languages="{de: native}"),
    porpora=person("mentor", offers=["singing"]),
    reincken=person("mentor", offers=["organ"]),
)
NAMES = {PersonId(one): one.title() for one in ("abel", "bach", "haydn", "porpora", "reincken")}
EXPECTED = """\
spring, 3 February 2027, if capacity.reincken=0; mentor: skill=organ
  language=de:

                                              as it is   then
─────────────────────────────────────────────────────────────
people served                                        2      2
mean score                                         100    100
lowest score                                       100    100
times two would both rather have each other          0      0

0 would go to somebody else, 1 would be served, 1 would be left out.

Who    as it is       then                         gain
───────────────────────────────────────────────────────
Abel   nobody         a new mentor for organ 100
Bach   Reincken 100   nobody
"""


def _what_if(*suppositions: str) -> WhatIf:
    known = community(FILES)
    return what_if(known, run_of(known, "spring", date(2027, 2, 3), Wanted()), suppositions)


def _text(suppositions: Sequence[str], *, details: bool = False) -> str:
    return what_if_as_text(_what_if(*suppositions), NAMES, ENGLISH, 80, details=details)


def test_whole_and_moves_are_told() -> None:
    assert _text(["capacity.reincken=0", "mentor: skill=organ language=de"]) == EXPECTED


def test_nobody_moves() -> None:
    assert _text(["objective=total"]).endswith("Everybody would keep their partner.\n")


def test_other_weights_are_noted_and_other_scores_counted_or_shown() -> None:
    files = spring(
        bach=person("mentee", seeks=["organ", "singing"]), sala=person("mentor", offers=["organ"])
    )
    known = community(files)
    run = run_of(known, "spring", date(2027, 2, 3), Wanted())
    found = what_if(known, run, ["weights.skills=low"])

    short = what_if_as_text(found, {}, ENGLISH, 80)
    long = what_if_as_text(found, {}, ENGLISH, 80, details=True)

    assert "Note: the weights differ, so the scores of the two measure" in short
    assert short.endswith("1 would keep their partner, at another score.\n")
    assert long.splitlines()[-1].split() == ["bach", "sala", "75", "sala", "90", "+15"]


def test_gain_is_the_difference_of_the_scores_shown() -> None:
    text = _text(["capacity.reincken=2", "capacity.porpora=0"])

    assert "-50" in text
    assert "1 would go to somebody else" in text


def test_where_nobody_waits_the_way_to_the_proposals_is_told() -> None:
    known = community(applied(FILES))
    found = what_if(known, run_of(known, "spring", date(2027, 2, 3), Wanted()), ["spread=even"])

    assert "Note: nobody waits for a partner." not in what_if_as_text(found, NAMES, ENGLISH, 80)
    nobody = community(spring(porpora=person("mentor")))
    found = what_if(nobody, run_of(nobody, "spring", date(2027, 2, 3), Wanted()), ["spread=even"])

    assert "Note: nobody waits for a partner." in what_if_as_text(found, NAMES, ENGLISH, 80)


def test_many_moves_are_cut() -> None:
    people = {f"e{n:02}": person("mentee") for n in range(40)}
    known = community(spring(**people, m=person("mentor")))
    run = run_of(known, "spring", date(2027, 2, 3), Wanted())
    found = what_if(known, run, ["capacity.m=40"])

    short = what_if_as_text(found, {}, ENGLISH, 80)
    long = what_if_as_text(found, {}, ENGLISH, 80, details=True)

    assert "and 9 more; --details shows them" in short
    assert long.count("nobody") == 39


def test_json_says_everything() -> None:
    value = json.loads(what_if_as_json(_what_if("capacity.reincken=0")))

    assert value["what_if"] == ["capacity.reincken=0"]
    assert value["now"]["matched"] == value["then"]["matched"] + 1
    assert value["then"] == {
        "matched": 1,
        "total": 100_000,
        "mean": 100_000,
        "lowest": 100_000,
        "blocking_pairs": 0,
    }
    assert value["changes"] == [
        {"person": "bach", "old": {"partners": ["reincken"], "score": 100_000}, "new": None}
    ]
