from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.messages import Fact
from telemaco.model.community import Community
from telemaco.records.base import Language, PersonId, ProgramId
from telemaco.reminders.values import CheckInKey, CheckInKind
from telemaco.render.check_ins.people import language_of, mentions, name_of, named, people_of
from telemaco.render.check_ins.voice import voice_of
from tests.fakes import community
from tests.progress.atelier import person
from tests.render.check_ins.workshop import full

ENGLISH = voice_of(Catalog("en"), (Language("en"),))


def _said(fact: Fact) -> str:
    return ENGLISH.fact(fact)


def _speakers(languages: Mapping[str, str]) -> Community:
    people = {
        f"program/people/{name}.yaml": person("peer").replace("{it: native}", spoken)
        for name, spoken in languages.items()
    }
    program = "title: A\nsummary: A\nstatus: open\nstyle: informal\nkind: peer-circle\n"
    files = {"program/programs/atelier.yaml": program + "dates: {start: 2027-01-01}\n"}
    return community({**files, **people})


def test_name_is_told_in_public_only_when_it_is_published() -> None:
    public, private = full(), full(is_private=True)
    cosimo, leonardo = PersonId("cosimo"), PersonId("leonardo")
    hidden = public.people[leonardo].model_copy(
        update={"consent": public.people[leonardo].consent.model_copy(update={"publish": ()})}
    )
    nameless = hidden.model_copy(update={"github": None})

    assert _said(name_of(public, leonardo)) == "Leonardo da Vinci"
    assert _said(name_of(replace(public, people={leonardo: hidden}), leonardo)) == "leonardo"
    assert _said(name_of(replace(private, people={leonardo: hidden}), leonardo)) == (
        "Leonardo da Vinci"
    )
    assert _said(name_of(replace(public, people={leonardo: nameless}), leonardo)) == (
        "a participant"
    )
    assert _said(name_of(replace(public, people={}), cosimo)) == "a participant"


def test_large_group_is_named_by_its_first_members() -> None:
    people = [PersonId(name) for name in ("cosimo", "leonardo", "verrocchio", "a", "b", "c")]

    assert _said(named(full(), people[:1])) == "Cosimo"
    assert _said(named(full(), people[:2])) == "Cosimo and Leonardo da Vinci"
    assert _said(named(full(), people)) == (
        "Cosimo, Leonardo da Vinci, Andrea del Verrocchio, a participant and 2 more"
    )
    assert _said(named(full(), ())) == "a pair that is gone"


def test_pair_that_is_gone_has_nobody() -> None:
    key = CheckInKey(ProgramId("atelier"), "gone", date(2027, 1, 1), CheckInKind.SESSION)

    assert people_of(full(), key) == ()


def test_only_logins_are_called_out() -> None:
    people = [PersonId(name) for name in ("leonardo", "nobody", "verrocchio")]

    assert mentions(full(), people) == "@leonardo @Verrocchio"


def test_language_is_the_one_that_all_speak_best() -> None:
    both = [PersonId("a"), PersonId("b")]

    def spoken(one: str, other: str) -> str:
        return language_of(_speakers({"a": one, "b": other}), both)

    assert spoken("{it: native, en: fluent}", "{it: native, en: working}") == "it"
    assert spoken("{it: native, en: fluent}", "{it: basic, en: working}") == "en"
    assert spoken("{it: native}", "{it: basic, en: native}") == "en"
    assert spoken("{de: native}", "{fr: native}") == "en"
    assert language_of(_speakers({}), both) == "en"
