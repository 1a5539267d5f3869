from collections.abc import Mapping
from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.loading.italian import in_english
from telemaco.messages import Message
from telemaco.model.wording import LEARNS_BY, VALUES
from telemaco.render.pages import words

CHOICES: list[Mapping[Any, Message]] = [
    *(words.GOAL_STATUS, words.LANGUAGE_LEVEL, words.NOTE_STATUS, words.PAIR_ROLE),
    *(words.PAIR_STATUS, words.PROGRAM_KIND, words.PROGRAM_STATUS, words.SKILL_LEVEL),
    *(VALUES, LEARNS_BY),
]  # fmt: skip
"""What pages call the choices; their enumerations are texts."""


@pytest.mark.parametrize("choices", CHOICES)
def test_words_that_pages_have_in_italian_are_known(choices: Mapping[Any, Message]) -> None:
    said = {str(word): Catalog("it").text(message) for word, message in choices.items()}

    for italian in set(said.values()):
        meant = [word for word, other in said.items() if other == italian]
        assert (in_english(italian, [*said]) or italian.lower()) in meant


@pytest.mark.parametrize(
    ("word", "allowed", "meant"),
    [
        ("Fuso_orario", ["timezone"], "timezone"),
        ("Disponibilit\u00e0", ["availability"], "availability"),
        ("obiettivo", ["target", "now"], "target"),
        ("obiettivo", ["goals", "name"], "goals"),
        ("iscritta", ["applied", "accepted"], "applied"),
        ("in lista d'attesa", ["waiting"], "waiting"),
        ("ruolo", ["status"], None),
        ("zzz", ["status"], None),
        ("", ["status"], None),
    ],
)
def test_italian_word_means_what_is_allowed(
    word: str, allowed: list[str], meant: str | None
) -> None:
    assert in_english(word, allowed) == meant
