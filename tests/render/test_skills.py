import json

from telemaco.adapters.translations import Catalog
from telemaco.model.vocabulary.propose import propose
from telemaco.records.base import SkillId
from telemaco.records.skills import Skill
from telemaco.render.skills import as_json, as_text

ENGLISH = Catalog("en")
WEAVING = SkillId("weaving")


def _entry(**keys: object) -> Skill:
    return Skill.model_validate(keys)


PROPOSAL = propose(
    [
        ["Loom work", "weavings", "Loom-work"],
        ["Loom work", "dft", "Density functional theory", "help me@example.org"],
        ["Density functional theory", "Grantmaking", "Time management", "\x1b[31m!"],
        ["Loom work", "Grantsmaking", "Time management", "Time management"],
        ["Time managment", "I like to help people with a great many things"],
        ["Time management"],
    ],
    {WEAVING: _entry(id=WEAVING, label="Weaving")},
    3,
)


def test_the_report_says_what_is_proposed_and_what_is_left() -> None:
    found = as_text(PROPOSAL, [("program/people/a.yaml", "weavings", "weaving")], ENGLISH)

    assert found == (
        "12 different texts name 7 skills in 10 spellings.\n"
        "The vocabulary gets 3 new entries; then it has 76 % of what people name.\n"
        "\n"
        "New entries, with the people who name them (3)\n"
        "      4  time-management: Time management (Time managment)\n"
        "      3  loom-work: Loom work (Loom-work)\n"
        "      2  density-functional-theory: Density functional theory (DFT)\n"
        "\n"
        "New aliases of entries that stand (1)\n"
        "  weaving: weavings\n"
        "\n"
        "To confirm: taken as short forms because of their letters (1)\n"
        "  DFT = Density functional theory\n"
        "\n"
        "Read as misspelt (1)\n"
        "  managment -> management\n"
        "\n"
        "Perhaps the same, kept apart (1)\n"
        "  Grantmaking | Grantsmaking (one letter apart)\n"
        "\n"
        "No names of skills (2)\n"
        "  I like to help people with a great many things (a sentence)\n"
        "  an address, not shown here\n"
        "\n"
        "Named by too few for an entry (3)\n"
        "      1   [31m!\n"
        "      1  Grantmaking\n"
        "      1  Grantsmaking\n"
        "\n"
        "To write in people's files (1)\n"
        "  program/people/a.yaml: weavings -> weaving\n"
    )


def test_long_lists_are_cut_and_say_so() -> None:
    proposal = propose([[f"Skill{'x' * number}"] for number in range(40)], {}, 100)

    found = as_text(proposal, [], ENGLISH)

    assert "New entries, with the people who name them (40)" in found
    assert "  and 15 more: --all\n" in found


def test_lists_are_whole_when_asked_for() -> None:
    proposal = propose([[f"Skill{'x' * number}"] for number in range(40)], {}, 100)

    found = as_text(proposal, [], ENGLISH, whole=True)

    assert found.count("Skillx") == 39


def test_an_address_is_not_repeated() -> None:
    found = as_text(PROPOSAL, [], ENGLISH)

    assert "example.org" not in found


def test_json_has_everything() -> None:
    found = json.loads(as_json(PROPOSAL))

    assert found["strings"] == PROPOSAL.strings
    assert [skill["id"] for skill in found["skills"]] == [skill.id for skill in PROPOSAL.skills]
