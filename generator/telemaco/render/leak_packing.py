"""Secrets as a text, and back: what a build leaves for the next one.

No more is told in it than in the community's files, beside which it lies.
"""

from collections.abc import Mapping
from typing import Any

from telemaco.model.late import Late
from telemaco.records.packing import packed, unpacked
from telemaco.render.leak_notes import Doubtful
from telemaco.render.leak_texts import Ground
from telemaco.render.leak_words import Words
from telemaco.render.leaks import Secret, Secrets


def packed_secrets(secrets: Secrets) -> str:
    """All of them in one line."""
    return packed(
        [_as_plain(secrets.by_word), _as_plain(secrets.in_folder), list(secrets.addresses)]
    )


def unpacked_secrets(line: str) -> Secrets:
    """The secrets that were packed; each is made when it is looked for."""
    by_word, in_folder, addresses = unpacked(line)
    return Secrets(_of_plain(by_word), _of_plain(in_folder), tuple(addresses))


def packed_doubts(doubts: Doubtful) -> str:
    """The doubtful texts in one line."""
    return packed([sorted(doubts.words.all), sorted(doubts.passages)])


def unpacked_doubts(line: str) -> Doubtful:
    """The doubtful texts that were packed."""
    words, passages = unpacked(line)
    return Doubtful(Words(frozenset(words)), frozenset(passages))


def _as_plain(secrets: Mapping[str, tuple[Secret, ...]]) -> dict[str, list[list[object]]]:
    return {
        word: [[one.ground, one.path, one.field, one.text, one.is_of_several_words] for one in some]
        for word, some in secrets.items()
    }


def _of_plain(told: dict[str, list[list[Any]]]) -> Mapping[str, tuple[Secret, ...]]:
    return Late(
        told, lambda word: tuple(Secret(Ground(ground), *rest) for ground, *rest in told[word])
    )
