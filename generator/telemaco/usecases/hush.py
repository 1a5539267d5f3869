"""What no page may say: worked out, or known from the former build."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.records.layout import PairId
from telemaco.render.leak_commons import own_words, zone_towns
from telemaco.render.leak_notes import doubtful, told_by_notes, told_by_notes_of
from telemaco.render.leak_packing import (
    packed_doubts,
    packed_secrets,
    unpacked_doubts,
    unpacked_secrets,
)
from telemaco.render.leak_texts import hidden_texts
from telemaco.render.leaks import Secrets, secrets_of
from telemaco.render.site_inputs import handbook_pages
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.record import Hushed


@dataclass(frozen=True, slots=True)
class Silence:
    """The secrets, and what the next build is to know of them."""

    secrets: Secrets
    record: Hushed


@dataclass(frozen=True, slots=True)
class Before:
    """What a build knew, and the pairs of whose notes the texts changed since, and nothing else."""

    hushed: Hushed
    changed: Sequence[PairId]


def hush(
    community: Community,
    written: Mapping[str, bytes],
    spoken: Sequence[Translator],
    rest: str,
    before: Before | None = None,
) -> Silence:
    """The secrets, but for the words that stand in the handbook or are our own.

    `rest` stands for all of the community but the texts of notes.
    """
    pages = [f"{path} {digest(written[path])}" for path in handbook_pages(written)]
    key = digest("\n".join([rest, *pages]))
    if before and before.hushed.key == key and _are_as_they_were(community, before):
        return Silence(unpacked_secrets(before.hushed.secrets), before.hushed)
    texts = list(hidden_texts(community))
    by_hand = (written[path].decode() for path in handbook_pages(written))
    own = (*by_hand, *zone_towns(community, spoken))
    secrets = secrets_of(community, own, own_words(spoken), texts)
    in_doubt = doubtful(texts)
    notes = told_by_notes(community, texts, in_doubt)
    words = {pair: digest(told) for pair, told in notes.items()}
    return Silence(secrets, Hushed(key, packed_secrets(secrets), packed_doubts(in_doubt), words))


def _are_as_they_were(community: Community, before: Before) -> bool:
    """Whether the notes that changed have to do with the same secrets as before."""
    in_doubt = unpacked_doubts(before.hushed.doubtful)
    return all(
        digest(told_by_notes_of(community, pair, in_doubt)) == before.hushed.notes.get(str(pair))
        for pair in before.changed
    )
