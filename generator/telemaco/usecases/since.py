"""What changed of a community since the former build: only texts of notes, or more."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from telemaco.loading.load import Loaded
from telemaco.loading.remembered import Words
from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.render.tracing.facts import digest, told_rest, told_texts
from telemaco.render.tracing.record import Past
from telemaco.rules import judge_texts


def known_now(loaded: Loaded, words: Mapping[str, Words], today: date, maker: str) -> Past:
    """What is known of the files; of a folder with a file that cannot be read nothing is."""
    if loaded.findings:
        return Past()
    rest = digest("\n".join([maker, today.isoformat(), told_rest(words)]))
    return Past(rest, told_texts(words))


def is_of_texts(past: Past, now: Past) -> bool:
    """Whether nothing else than texts of notes differs."""
    return bool(now.rest) and past.rest == now.rest


def changed_pairs(community: Community, past: Past, now: Past) -> list[PairId]:
    """The pairs of whose notes the texts differ, where nothing else does."""
    return [pair for pair in community.sessions if past.texts[str(pair)] != now.texts[str(pair)]]


def need_not_be_judged(community: Community, past: Past, now: Past) -> bool:
    """Whether it is plain that what was found before is all that there is to find."""
    if not is_of_texts(past, now):
        return False
    pairs = changed_pairs(community, past, now)
    few = replace(community, sessions={pair: community.sessions[pair] for pair in pairs})
    return not any(judge_texts(few))
