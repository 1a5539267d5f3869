"""Skills that may be one and were kept apart, for a person to decide."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby, takewhile
from operator import itemgetter

from telemaco.model.similar import one_slip_away
from telemaco.model.vocabulary.proposal import Doubt, Doubtful
from telemaco.model.vocabulary.short_forms import ShortForms
from telemaco.model.vocabulary.spelling import key, words

_STANDING = "="
_STEM = 5
_ENDING = 5


def doubtful(forms: ShortForms, spelt: Mapping[str, str]) -> tuple[Doubtful, ...]:
    """The skills of `spelt` (labels by key) that may be one, each group with the reason."""
    said = {one: words(label) for one, label in sorted(spelt.items())}
    return (
        *_short(forms, spelt),
        *_one_letter_apart(spelt),
        *_in_another_order(said, spelt),
        *_with_another_ending(said, spelt),
    )


def _short(forms: ShortForms, spelt: Mapping[str, str]) -> Iterator[Doubtful]:
    for short, longs in forms.open.items():
        if short in spelt and all(long in spelt for long in longs):
            labels = (spelt[short], *(spelt[long] for long in longs))
            yield Doubtful(labels, Doubt.SHORT_FORM)


def _one_letter_apart(spelt: Mapping[str, str]) -> Iterator[Doubtful]:
    """Names are compared as they are written, too: a slip at the end may look like no plural."""
    by_key = {key(label) if one[0] == _STANDING else one: one for one, label in spelt.items()}
    as_written = {_letters(label): one for one, label in spelt.items()}
    pairs = {pair: None for names in (by_key, as_written) for pair in _a_slip_apart(names)}
    for one, other in pairs:
        yield Doubtful((spelt[one], spelt[other]), Doubt.ONE_LETTER)


def _a_slip_apart(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The skills whose names are; not entries that stand, as somebody decided that they are two.

    A slip never touches the first letter, so only names that share it are compared.
    """
    for _, sharing in groupby(sorted(filter(None, names)), itemgetter(0)):
        ordered = list(sharing)
        for one in ordered:
            for other in one_slip_away(one, ordered):
                first, second = sorted((names[one], names[other]))
                if one < other and not (first[0] == second[0] == _STANDING):
                    yield first, second


def _letters(label: str) -> str:
    return "".join(filter(str.isalnum, label.casefold()))


def _in_another_order(
    said: Mapping[str, Sequence[str]], spelt: Mapping[str, str]
) -> Iterator[Doubtful]:
    same: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for one, spoken in said.items():
        same[tuple(sorted(spoken))].append(spelt[one])
    for labels in same.values():
        if len(labels) > 1:
            yield Doubtful(tuple(labels), Doubt.WORD_ORDER)


def _with_another_ending(
    said: Mapping[str, Sequence[str]], spelt: Mapping[str, str]
) -> Iterator[Doubtful]:
    """Names of several words that differ in the ending of one: event organising, organisation."""
    alike: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for one, spoken in said.items():
        for place, word in enumerate(spoken):
            if len(spoken) > 1 and len(word) >= _STEM:
                others = (*spoken[:place], word[:_STEM], *spoken[place + 1 :])
                alike[(str(place), *others)].append((word, spelt[one]))
    for words_in_place in alike.values():
        for (word, label), (other, other_label) in combinations(words_in_place, 2):
            if _differ_in_ending(word, other):
                yield Doubtful((label, other_label), Doubt.ENDING)


def _differ_in_ending(word: str, other: str) -> bool:
    letters = zip(word, other, strict=False)
    stem = len(list(takewhile(lambda pair: pair[0] == pair[1], letters)))
    return word != other and max(len(word), len(other)) - stem <= _ENDING
