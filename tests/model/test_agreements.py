from datetime import date

import pytest

from telemaco.model.agreements import acceptance, agreement_text, version_of
from telemaco.records.base import Language
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM, atelier

EN, IT = Language("en"), Language("it")
TODAY = date(2027, 2, 1)
INFORMAL = PROGRAM.replace("style: formal", "style: informal")
FLASH = PROGRAM.replace("kind: one-to-one", "kind: flash")
THREE = ACTIVE.replace("role: mentee}]", "role: mentee}, {person: cosimo, role: mentee}]")
OWN = "---\ntitle: Ours\nversion: v2\n---\n- We meet.\n"
AGREED = "agreement: {version: '1', accepted: {leonardo: 2027-01-05}}\n"


@pytest.mark.parametrize(
    ("pair", "program", "title"),
    [
        (ACTIVE, PROGRAM, "Our agreement"),
        (THREE, PROGRAM, "Our agreement as a group"),
        (ACTIVE, INFORMAL, "Our agreement"),
        (ACTIVE, FLASH, "Our agreement for one meeting"),
        (THREE, FLASH, "Our agreement as a group"),
    ],
)
def test_text_fits_the_pair(pair: str, program: str, title: str) -> None:
    found = agreement_text(atelier(pair=pair, program=program), PAIR, (EN,))

    assert found.agenda.title == title


def test_informal_text_is_another_one() -> None:
    formal = agreement_text(atelier(), PAIR, (EN,))
    informal = agreement_text(atelier(program=INFORMAL), PAIR, (EN,))

    assert "Nothing is due" in informal.body
    assert informal.body != formal.body


def test_text_of_the_community_takes_the_place_of_ours_and_of_the_informal_one() -> None:
    own = {"program/agendas/agreement.en.md": OWN}

    assert agreement_text(atelier(more=own), PAIR, (EN,)).agenda.title == "Ours"
    informal = atelier(program=INFORMAL, more=own)
    assert agreement_text(informal, PAIR, (EN,)).agenda.title == "Ours"
    assert agreement_text(atelier(more=own), PAIR, (IT,)).agenda.title == "Il nostro accordo"
    group = {"program/agendas/agreement-group.en.md": OWN}
    assert agreement_text(atelier(more=group), PAIR, (EN,)).agenda.title == "Our agreement"


@pytest.mark.parametrize(
    ("pair", "program", "name"),
    [(THREE, PROGRAM, "agreement-group"), (ACTIVE, FLASH, "agreement-single-session")],
)
def test_text_of_the_community_for_two_is_not_that_of_groups_or_of_one_meeting(
    pair: str, program: str, name: str
) -> None:
    own = {"program/agendas/agreement.en.md": OWN}
    both = own | {f"program/agendas/{name}.en.md": OWN.replace("Ours", "Theirs")}

    ours = agreement_text(atelier(pair=pair, program=program, more=own), PAIR, (EN,))
    theirs = agreement_text(atelier(pair=pair, program=program, more=both), PAIR, (EN,))

    assert ours.agenda.title.startswith("Our agreement ")
    assert theirs.agenda.title == "Theirs"


def test_version_is_that_of_the_first_language_and_1_where_the_text_says_none() -> None:
    silent = {"program/agendas/agreement.en.md": OWN.replace("version: v2\n", "")}

    assert version_of(atelier(more={"program/agendas/agreement.en.md": OWN}), PAIR) == "v2"
    assert version_of(atelier(more={"program/agendas/agreement.it.md": OWN}), PAIR) == "1"
    assert version_of(atelier(more=silent), PAIR) == "1"


def test_who_has_not_accepted_is_missing() -> None:
    found = acceptance(atelier(pair=ACTIVE + AGREED), PAIR, TODAY)

    assert found.days == {"leonardo": date(2027, 1, 5)}
    assert found.missing == ("verrocchio",)
    assert found.is_expected
    assert acceptance(atelier(), PAIR, TODAY).missing == ("verrocchio", "leonardo")


def test_new_version_is_accepted_anew_by_each() -> None:
    own = {"program/agendas/agreement.en.md": OWN}
    both = AGREED.replace("2027-01-05}", "2027-01-05, verrocchio: 2027-01-20}")
    pair = ACTIVE + both.replace("}}", "}, versions: {verrocchio: v2}}")

    found = acceptance(atelier(pair=pair, more=own), PAIR, TODAY)

    assert (tuple(found.days), found.missing) == (("verrocchio",), ("leonardo",))
    assert acceptance(atelier(pair=ACTIVE + both), PAIR, TODAY).missing == ()


def test_who_left_is_not_asked() -> None:
    left = ACTIVE.replace("role: mentee}", "role: mentee, until: 2027-01-20}")

    assert acceptance(atelier(pair=left), PAIR, TODAY).missing == ("verrocchio",)


@pytest.mark.parametrize(
    ("pair", "program"),
    [
        (ACTIVE, INFORMAL),
        (ACTIVE, PROGRAM.replace("running", "completed")),
        (ACTIVE.replace("active", "proposed"), PROGRAM),
        (ACTIVE.replace("active", "completed") + "end: 2027-01-20\n", PROGRAM),
    ],
)
def test_nobody_is_asked_where_nothing_is_due(pair: str, program: str) -> None:
    assert not acceptance(atelier(pair=pair, program=program), PAIR, TODAY).is_expected


def test_pair_of_an_unknown_program_has_the_plain_text() -> None:
    stray = atelier(more={"pairs/gone/a-b/pair.yaml": ACTIVE})
    pair_id = next(one for one in stray.pairs if one.program == "gone")

    assert agreement_text(stray, pair_id, (EN,)).agenda.title == "Our agreement"
    assert not acceptance(stray, pair_id, TODAY).is_expected
