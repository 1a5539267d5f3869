"""How each skill is spelt for readers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from telemaco.model.vocabulary.known import ABBREVIATIONS
from telemaco.model.vocabulary.names import Names
from telemaco.model.vocabulary.spelling import KNOWN_LABELS, words
from telemaco.records.base import SkillId
from telemaco.records.skills import Skill


def labels(names: Names, vocabulary: Mapping[SkillId, Skill]) -> dict[str, str]:
    """The label of each skill: of an entry its own, of a well-known name the right one.

    Else it is the spelling most in use; misspellings and short forms only if nobody writes
    anything else. Words take the capitals that somebody took care to write: GIS, DevOps.
    """
    capitals = _capitals(name for some in names.spellings.values() for name in some)
    found = {}
    for one, spellings in names.spellings.items():
        skill = names.known.get(one)
        if skill:
            found[one] = _first(vocabulary[skill])
        else:
            found[one] = KNOWN_LABELS.get(one) or spelt(_best(one, spellings, names), capitals)
    return found


def aliases(one: str, label: str, names: Names) -> tuple[str, ...]:
    """The spellings that are not there yet; one for those that differ in capitals only."""
    found: dict[str, str] = {}
    said = {label.casefold()} | names.standing.get(one, frozenset())
    for name in sorted(names.spellings[one], key=lambda name: (-names.spellings[one][name], name)):
        if name.casefold() not in said:
            found.setdefault(name.casefold(), _short_form_in_capitals(name, names))
    return tuple(sorted(found.values()))


def spelt(name: str, capitals: Mapping[str, str]) -> str:
    """The name with the capitals that its words have elsewhere, and a capital to begin with."""
    first, *others = (capitals.get(word.casefold(), word) for word in name.split(" "))
    if first.casefold() not in capitals:
        first = first[0].upper() + first[1:]
    return " ".join((first, *others))


def is_guess(name: str, names: Names) -> bool:
    """Whether only initials say that this short form belongs where it was put."""
    return "".join(words(name)) in names.forms.guessed


def _first(entry: Skill) -> str:
    return entry.label if isinstance(entry.label, str) else next(iter(entry.label.values()))


def _capitals(names: Iterable[str]) -> Mapping[str, str]:
    """The words that somebody wrote with capitals inside, by their small letters."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        shouted = name.isupper() and " " in name
        for word in name.split():
            if word.isalnum() and not word[1:].islower() and word[1:] and not shouted:
                found[word.casefold()][word] += 1
    careful = {
        small: min(forms, key=lambda word: (-forms[word], word)) for small, forms in found.items()
    }
    return {short: short.upper() for short in ABBREVIATIONS} | careful


def _best(one: str, spellings: Counter[str], names: Names) -> str:
    right = {name: count for name, count in spellings.items() if _is_right(one, name, names)}
    counts: Counter[str] = Counter()
    for name, count in (right or spellings).items():
        counts[name.casefold()] += count
    best = min(counts, key=lambda small: (-counts[small], small))
    same = [name for name in spellings if name.casefold() == best]
    return min(same, key=lambda name: (-spellings[name], sum(map(str.isupper, name)), name))


def _is_right(one: str, name: str, names: Names) -> bool:
    said = words(name)
    return names.misspelt.keys().isdisjoint(said) and names.forms.meant.get("".join(said)) != one


def _short_form_in_capitals(name: str, names: Names) -> str:
    return name.upper() if "".join(words(name)) in names.forms.meant else name
