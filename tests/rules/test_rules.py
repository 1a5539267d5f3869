import inspect
from importlib import import_module
from pkgutil import iter_modules

from telemaco import rules
from telemaco.rules import RULES, judge
from tests.rules.workshop import SETTINGS, edited, workshop


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

    assert written == set(RULES)


def test_no_rule_is_listed_twice() -> None:
    assert len(set(RULES)) == len(RULES)


def test_judge_goes_through_all_rules() -> None:
    assert not list(judge(workshop()))
    assert [
        finding.code for finding in judge(workshop(edited(SETTINGS, ("[cosimo]", "[xyz]"))))
    ] == ["unknown-person"]
