from importlib.resources import files
from itertools import product

from telemaco.model.guides import (
    BUILT_IN_AGENDAS,
    BUILT_IN_AGREEMENTS,
    BUILT_IN_LANGUAGES,
    built_in,
    guide_in,
    guide_names,
)
from telemaco.records.base import AgendaId, Language
from telemaco.records.layout import agenda_path
from tests.fakes import community

EN, IT, DE = BUILT_IN_LANGUAGES[0], BUILT_IN_LANGUAGES[1], Language("de")
SHIPPED_NAMES = (*BUILT_IN_AGENDAS, *BUILT_IN_AGREEMENTS)
FEEDBACK = AgendaId("feedback")
SHIPPED = files("telemaco") / "builtin" / "agendas"
OWN = "---\ntitle: Il nostro\n---\n- Che cosa?\n"


def test_every_built_in_guide_is_there_in_every_language_and_no_other_is() -> None:
    there = {file.name for file in SHIPPED.iterdir()}

    assert there == {
        f"{agenda}.{language}.md" for agenda, language in product(SHIPPED_NAMES, BUILT_IN_LANGUAGES)
    }


def test_built_in_guide_is_what_a_community_reads_when_it_copies_the_file() -> None:
    wanted = list(product(SHIPPED_NAMES, BUILT_IN_LANGUAGES))
    copied = {
        agenda_path(agenda, language): (SHIPPED / f"{agenda}.{language}.md").read_text("utf-8")
        for agenda, language in wanted
    }

    agendas = community(copied).agendas

    for agenda, language in wanted:
        assert agendas[agenda][language] == built_in(agenda, language)


def test_languages_of_a_built_in_guide_ask_the_same_number_of_questions() -> None:
    for agenda in SHIPPED_NAMES:
        shapes = []
        for language in BUILT_IN_LANGUAGES:
            guide = built_in(agenda, language)
            assert guide is not None
            shapes.append([line[:2] for line in guide.body.splitlines() if line[:1] in {"#", "-"}])
        assert shapes[0] == shapes[1], agenda


def test_own_guide_takes_the_place_of_the_built_in_one_in_its_language() -> None:
    found = community({agenda_path(FEEDBACK, IT): OWN})

    assert guide_in(found, FEEDBACK, [IT]) == found.agendas[FEEDBACK][IT]
    assert guide_in(found, FEEDBACK, [EN]) == built_in(FEEDBACK, EN)


def test_readers_of_other_languages_get_english() -> None:
    assert guide_in(community({}), FEEDBACK, [DE]) == built_in(FEEDBACK, EN)
    assert guide_in(community({}), AgendaId("missing"), [EN]) is None


def test_own_guides_are_named_first_and_once() -> None:
    found = community({agenda_path(FEEDBACK, IT): OWN, agenda_path(AgendaId("workbench"), IT): OWN})

    names = guide_names(found.agendas)

    assert names[:2] == (FEEDBACK, "workbench")
    assert len(names) == len(set(names)) == len(BUILT_IN_AGENDAS) + 1


def test_agreement_is_no_guide_for_a_session() -> None:
    found = community({agenda_path(BUILT_IN_AGREEMENTS[0], IT): OWN})

    assert not set(BUILT_IN_AGREEMENTS) & set(guide_names(found.agendas))
