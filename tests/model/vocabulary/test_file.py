from textwrap import dedent

import pytest

from telemaco.model.vocabulary.file import aliases_to_add, with_proposal
from telemaco.model.vocabulary.propose import propose
from telemaco.records.base import SkillId
from telemaco.records.skills import Skill, Skills
from telemaco.yamltext.reading import read


def _entry(**keys: object) -> Skill:
    return Skill.model_validate(keys)


def _with(old: str, *texts: str) -> str:
    entries = Skills.model_validate(read(dedent(old)) or []).root
    vocabulary: dict[SkillId, Skill] = {entry.id: entry for entry in entries}
    return with_proposal(dedent(old), propose([[text] for text in texts], vocabulary, 100))


def test_a_new_file_has_an_entry_a_skill() -> None:
    found = _with("", "Html", "dft", "Density functional theory", "Density functional theory")

    assert found == dedent("""\
        # to confirm: DFT
        - id: density-functional-theory
          label: Density functional theory
          aliases:
            - DFT
        - id: html
          label: HTML
        """)


def test_an_entry_says_its_group_and_what_is_related() -> None:
    people = [["Open data", "Open access"]] * 3 + [["Open talk"]] * 9

    found = with_proposal("", propose(people, {}, 100))

    assert found == dedent("""\
        - id: open-talk
          label: Open talk
          group: Open
        - id: open-access
          label: Open access
          group: Open
          related:
            - open-data
        - id: open-data
          label: Open data
          group: Open
          related:
            - open-access
        """)


def test_entries_that_stand_keep_their_words_and_comments() -> None:
    old = """\
    # Ours.
    - id: weaving  # on looms
      label: {en: Weaving, it: Tessitura}
      group: Crafts
    - label: Open source
      id: open-source
    """

    found = _with(old, "open-source-s", "Loom", "weavings")

    assert found == dedent("""\
        # Ours.
        - id: weaving  # on looms
          label: {en: Weaving, it: Tessitura}
          group: Crafts
          aliases:
            - weavings
        - label: Open source
          id: open-source
        - id: loom
          label: Loom
        - id: open-source-s
          label: Open-source-s
        """)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases: [opensource]", "aliases: [opensource, open sources]"),
        ("aliases:\n    - opensource", "aliases:\n    - opensource\n    - open sources"),
        ("aliases:\n  - opensource", "aliases:\n  - opensource\n  - open sources"),
        ("aliases: []", "aliases:\n    - open sources"),
        ("aliases: [opensource\n    ]", "aliases: [opensource, open sources\n    ]"),
    ],
)
def test_an_alias_is_put_after_those_that_are_there(before: str, after: str) -> None:
    found = _with(f"- id: open-source\n  label: Open source\n  {before}\n", "open sources")

    assert found == f"- id: open-source\n  label: Open source\n  {after}\n"


def test_an_entry_with_nothing_new_is_left_alone() -> None:
    old = "- {id: weaving, label: Weaving}"

    assert _with(old, "weaving") == f"{old}\n"
    assert _with(f"{old}\n", "weaving") == f"{old}\n"
    assert _with(f"{old} # mine\n", "loom").startswith(f"{old} # mine\n- id: loom\n")


def test_aliases_stand_before_what_is_related_and_comments_stay() -> None:
    old = "- {id: weaving, label: Weaving, related: [open-source]} # on looms\n"

    found = _with(old, "weavings")

    assert found == old.replace(", related", ", aliases: [weavings], related")


def test_layout_that_cannot_be_changed_safely_is_written_anew() -> None:
    found = _with("- ? id\n  : weaving\n  ? label\n  : Weaving\n", "weavings")

    assert read(found) == [{"id": "weaving", "label": "Weaving", "aliases": ["weavings"]}]


def test_a_guess_is_never_put_into_an_entry_that_stands() -> None:
    entry = _entry(id="theory", label="Density functional theory")
    people = [["dft", "density-functional-theory"], ["Density functional theory"]]

    proposal = propose(people, {entry.id: entry}, 100)

    assert [skill.guessed for skill in proposal.skills] == [("DFT",)]
    assert aliases_to_add(proposal) == [("theory", "density-functional-theory")]
