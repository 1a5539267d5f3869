"""What every fact amounts to, as a word that changes when the fact does."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from telemaco.loading.remembered import FileWords
from telemaco.records.layout import note_path, pair_path, person_path, program_path
from telemaco.render.pages.edition import Edition
from telemaco.render.tracing.notebook import WHOLE, Fact
from telemaco.render.tracing.sessions import SESSIONS, TEXTS
from telemaco.render.tracing.traced import mappings_of

_SIZE = 16


def name_of(fact: Fact) -> str:
    """A fact in one word."""
    name, key = fact
    return f"{name}:{'*' if key is WHOLE else key}"


def digest(text: str | bytes | bytearray) -> str:
    """A word for a text, the same whenever and wherever it is worked out."""
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return blake2b(content, digest_size=_SIZE).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """A word for the notes of each pair, and one for all that files say but the texts of notes."""

    texts: Mapping[str, str]
    rest: str


def told_by_folder(words: Mapping[str, FileWords]) -> dict[str, tuple[str, str]]:
    """What the words for files come to, for each folder with files."""
    folders: defaultdict[str, dict[str, FileWords]] = defaultdict(dict)
    for path, word in words.items():
        folder, _, name = path.rpartition("/")
        folders[folder][name] = word
    return {folder: told_of(folder, some) for folder, some in folders.items()}


def told_of(folder: str, words: Mapping[str, FileWords]) -> tuple[str, str]:
    """A word for the notes in a folder, and one for the rest of what its files say.

    `words` are by the names of the files; a text is empty where there is nothing of the kind.
    """
    notes: list[str] = []
    rest: list[str] = []
    for name, (whole, head) in sorted(words.items()):
        is_note = name.endswith(".md") and folder.startswith(_PAIRS)
        notes += (name, whole) if is_note else ()
        rest += (name, head if is_note else whole)
    return _of_all(notes), _of_all(rest)


def _of_all(told: list[str]) -> str:
    return digest("\n".join(told)) if told else ""


def told_together(folders: Iterable[tuple[str, str, str]]) -> Told:
    """What was told of folders, each with its path before it."""
    texts: dict[str, str] = {}
    rests: list[str] = []
    for folder, text, rest in folders:
        if text:
            texts[folder.removeprefix(_PAIRS)] = text
        if rest:
            rests.append(f"{folder} {rest}")
    return Told(texts, digest("\n".join(sorted(rests))))


_PAIRS = "pairs/"


@dataclass(slots=True)
class Facts:
    """Puts facts into words.

    `files` has words for every file of the community by its path: a record is told by its
    files, the texts of notes by what was `told` of these, anything else by how it is written out.
    What editions share is worked out once.
    """

    files: Mapping[str, FileWords]
    texts: Mapping[str, str]
    _known: dict[int, dict[str, str]] = field(default_factory=dict)

    def of(self, edition: Edition) -> dict[str, str]:
        """All facts of an edition by their names."""
        found = texts_as_facts(self.texts)
        for name, mapping in mappings_of(edition):
            if id(mapping) not in self._known:
                self._known[id(mapping)] = dict(self._words(name, mapping))
            found |= self._known[id(mapping)]
        return found

    def _words(self, name: str, mapping: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
        files = _FILES.get(name)
        whole: list[str] = []
        for key, value in mapping.items():
            word = (self._told(files(key, value)) if files else None) or digest(repr(value))
            whole.append(f"{key} {word}")
            yield f"{name}:{key}", word
        yield name_of((name, WHOLE)), digest("\n".join(whole))

    def _told(self, paths: list[str]) -> str | None:
        """The words of the files; None when not all of them are known."""
        found = [f"{path} {self.files[path].head}" for path in paths if path in self.files]
        return digest("\n".join(found)) if len(found) == len(paths) else None


def texts_as_facts(texts: Mapping[str, str]) -> dict[str, str]:
    """What pages may have looked at of the texts of notes, by pair, as facts by their names."""
    return {name_of((TEXTS, pair)): word for pair, word in texts.items()}


_FILES: Mapping[str, Callable[[Any, Any], list[str]]] = {
    "people": lambda key, _person: [person_path(key)],
    "pairs": lambda key, _pair: [pair_path(key)],
    "programs": lambda key, _program: [program_path(key)],
    SESSIONS: lambda key, sessions: [note_path(key, session.id) for session in sessions],
}
"""The files of a record, by the community's mapping and the key in it."""
