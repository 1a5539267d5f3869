import inspect
from dataclasses import replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from telemaco import rules
from telemaco.render.tracing.notebook import Notebook
from telemaco.render.tracing.sessions import with_traced_texts
from telemaco.rules import DATED_RULES, RULES, RULES_OF_TEXTS, judge, judge_texts
from tests.rules.workshop import (
    NOTE,
    PAIR,
    PUBLIC,
    SETTINGS,
    edited,
    extended,
    workshop,
    written,
)


def test_every_rule_that_is_written_is_in_the_list() -> None:
    modules = [
        import_module(f"telemaco.rules.{module.name}") for module in iter_modules(rules.__path__)
    ]
    written = {
        function
        for module in modules
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if list(inspect.signature(function).parameters) == ["community"]
        and not function.__name__.startswith("_")
    }

    assert written == {*RULES, *RULES_OF_TEXTS}


def test_no_rule_is_listed_twice() -> None:
    assert len({*RULES, *RULES_OF_TEXTS}) == len([*RULES, *RULES_OF_TEXTS])


def test_judge_goes_through_all_rules() -> None:
    assert not list(judge(workshop()))
    assert [
        finding.code for finding in judge(workshop(edited(SETTINGS, ("[cosimo]", "[xyz]"))))
    ] == ["unknown-person"]


def test_no_other_rule_reads_the_texts_of_notes() -> None:
    notebook = Notebook()
    community = workshop(edited(SETTINGS, PUBLIC), extended(NOTE, "With Leonardo da Vinci."))
    sessions = with_traced_texts(community.sessions, notebook)
    traced = replace(community, sessions=sessions)

    for rule in RULES:
        list(rule(traced))
    for dated_rule in DATED_RULES:
        list(dated_rule(traced, date(2027, 1, 1)))
    assert not notebook.tear_out()

    assert list(judge_texts(traced))
    assert notebook.tear_out()


def test_the_texts_of_each_pair_are_judged_by_themselves() -> None:
    other = {path.replace("-leonardo/", "-again/"): written(path) for path in (PAIR, NOTE)}
    said = {path: f"{text}A horse.\n" for path, text in other.items() if path.endswith("md")}
    community = workshop(edited(SETTINGS, PUBLIC), extended(NOTE, "An angel."), other, said)
    parts = [
        replace(community, sessions={pair: sessions})
        for pair, sessions in community.sessions.items()
    ]

    assert all(any(judge_texts(part)) for part in parts)
    assert [*judge_texts(community)] == [found for part in parts for found in judge_texts(part)]
