"""Which words of public notes decide what is a secret.

A hidden text may be ordinary because a public note says it, too (see `leaks`). Few texts hang on
that, and few notes say one of them: whoever changes the others changes no secret. A note that
is not public is a secret itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.records.packing import packed
from telemaco.render.leak_texts import Ground, Hidden, hidden_in_notes, passages_of
from telemaco.render.leak_words import WORD, Words


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Hidden texts that are ordinary where a public note says them: single words, and passages."""

    words: Words
    passages: frozenset[str]

    def said_in(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Those that stand in the texts, in a lasting order."""
        found: set[str] = set()
        for text in texts:
            found |= self.words.found_in(text)
            found |= self.passages.intersection(passages_of(text))
        return tuple(sorted(found))


def doubtful(texts: Iterable[Hidden]) -> Doubtful:
    """The texts of which notes decide; names and places of several words are none of them."""
    words: set[str] = set()
    passages: set[str] = set()
    for hidden in texts:
        if not hidden.names:
            found = WORD.findall(hidden.text)
            if len(found) == 1:
                words.add(found[0])
            elif hidden.field != "location":
                passages.add(hidden.text)
    return Doubtful(Words(frozenset(words)), frozenset(passages))


Notes = Mapping[str, str]
"""By pair, a text that differs where another secret may come of its notes."""


def told_by_notes(community: Community, texts: Iterable[Hidden], in_doubt: Doubtful) -> Notes:
    """What the notes of each pair have to do with what is a secret; `texts` are all hidden ones."""
    hidden: defaultdict[str, list[Hidden]] = defaultdict(list)
    for one in texts:
        if one.ground is Ground.NOTE:
            hidden[_pair_of(one)].append(one)
    return {
        str(pair): _told(community, pair, hidden[str(pair)], in_doubt)
        for pair in community.sessions
    }


def told_by_notes_of(community: Community, pair: PairId, in_doubt: Doubtful) -> str:
    """The same for one pair."""
    return _told(community, pair, hidden_in_notes(community, pair), in_doubt)


def _pair_of(hidden: Hidden) -> str:
    return "/".join(hidden.path.split("/")[1:3])


def _told(community: Community, pair: PairId, hidden: Iterable[Hidden], in_doubt: Doubtful) -> str:
    public = (
        session.body
        for session in community.sessions_of(pair)
        if community.visibility_of(session) == "public"
    )
    told = [(one.path, one.text) for one in hidden]
    return packed([in_doubt.said_in(public), told])
