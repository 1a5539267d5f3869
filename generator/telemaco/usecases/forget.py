"""Forgets a person: another name everywhere, nothing in it that says who they were."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from telemaco.findings import TelemacoError
from telemaco.loading import front_matter
from telemaco.loading.text import decode
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.forgetting import Forgetting, Mention, StandIn
from telemaco.model.pair_names import free_name, taken_names
from telemaco.model.retention import FORGOTTEN, what_goes_on
from telemaco.ports import Obstacle, Remover, SourceFile, Sources, Writer
from telemaco.records.base import PersonId
from telemaco.records.layout import (
    Address,
    Kind,
    PairId,
    address_of,
    note_path,
    pair_path,
    person_path,
)
from telemaco.records.person import Person
from telemaco.usecases.forget_first import first_steps
from telemaco.usecases.forget_names import names_of_others, names_shared_in, whole_names
from telemaco.usecases.forget_places import with_pairs_and_paths, with_people
from telemaco.usecases.forget_words import own_words, own_words_of_session
from telemaco.usecases.import_receipt import RECEIPT, head_of, receipt_of, receipt_text, removed
from telemaco.yamltext.editing import UneditableError, rewrite, rewrite_facts
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.writing import write

_SHORT = 4
"""Letters of a part of a name from which on it is looked for by itself."""
_KEPT = ("program", "role", "status", "capacity", "since", "until")
"""What stays of an enrolment, so that the counts of programs stay the same."""
_MARKDOWN = frozenset({Kind.NOTE, Kind.AGENDA})


def plan_forgetting(
    community: Community, sources: Sources, person: PersonId, stand_in: StandIn, today: date
) -> Forgetting:
    """What is written and taken away so that a person is forgotten; nothing is done.

    Raises TelemacoError for
    somebody who still takes part, and when a file cannot be read or changed.
    """
    _require_over(community, person, today)
    new = PersonId(stand_in.alias)
    if new in community.people or not new.startswith(FORGOTTEN):
        raise TelemacoError(
            msg('"{name}" cannot stand for somebody who was forgotten', name=new),
            msg("Choose a name that is free and begins with {start}.", start=FORGOTTEN),
        )
    plan = _Plan(community, sources, person, new)
    return plan.made(stand_in.name)


def carry_out(plan: Forgetting, writer: Writer, remover: Remover) -> None:
    """Write what is new, then take away what is old. Raises TelemacoError."""
    for path, content in plan.writes.items():
        writer.write(path, content)
    for path in plan.removes:
        remover.remove(path)


class _Plan:
    """Collects what changes, file by file."""

    def __init__(
        self, community: Community, sources: Sources, person: PersonId, alias: PersonId
    ) -> None:
        self._community = community
        self._sources = sources
        self._person = person
        self._alias = alias
        self._record = community.people[person]
        self._words = tuple(_words(person, self._record))
        self._pairs = community.pairs_of_person.get(person, ())
        self._folders = dict(self._renamed_folders())
        self._writes: dict[str, bytes] = {}
        self._removes: list[str] = []
        self._sealed: list[str] = []

    def made(self, name: str) -> Forgetting:
        """The plan."""
        files = [_readable(file) for file in self._sources.files()]
        for file in files:
            self._take(file, name)
        self._receipt_of_imports()
        own = person_path(self._alias)
        is_needed = any(self._alias.encode() in text for text in self._writes.values())
        after = self._after(files)
        has_part = bool(self._record.enrolments) or is_needed
        if not has_part:
            del self._writes[own]
        return Forgetting(
            self._person,
            self._alias if has_part else None,
            self._writes,
            tuple(self._removes),
            self._folders,
            tuple(self._mentions(after)),
            tuple(self._own_words(after)),
            tuple(self._sealed),
            tuple(whole_names(self._person, self._record)),
        )

    def _take(self, file: SourceFile, name: str) -> None:
        path, address = file.path, address_of(file.path)
        new_path = self._moved(path)
        content = file.content
        if address == Address(Kind.PERSON, (self._person,)):
            new_path, content = person_path(self._alias), self._former(name)
        elif address is not None and address.kind is Kind.SEALED_NOTE:
            if PairId._make(address.names[:2]) in self._pairs:
                self._sealed.append(new_path)
        elif address is not None:
            content = self._changed(file, address)
        if new_path != path:
            self._removes.append(path)
        if new_path != path or content != file.content:
            self._writes[new_path] = content

    def _changed(self, file: SourceFile, address: Address) -> bytes:
        text = decode(file.path, file.content)
        if not isinstance(text, str):
            raise _unread(file.path)
        value = _facts(file.path, text, address.kind)
        wanted = with_people(address.kind, value, {self._person: self._alias})
        if address.kind is Kind.RECEIPT:
            folders = {
                old.rpartition("/")[2]: new.rpartition("/")[2]
                for old, new in self._folders.items()
                if old.startswith(f"pairs/{address.names[0]}/")
            }
            paths = {person_path(self._person): person_path(self._alias)}
            paths |= {f"{old}/pair.yaml": f"{new}/pair.yaml" for old, new in self._folders.items()}
            wanted = with_pairs_and_paths(wanted, folders, paths)
        if wanted == value:
            return file.content
        change = rewrite_facts if address.kind in _MARKDOWN else rewrite
        try:
            return change(text, wanted).encode()
        except UneditableError as error:
            raise _unread(file.path) from error

    def _former(self, name: str) -> bytes:
        """The file that stays: the places in programs, and nothing else of the person."""
        person = self._record
        facts: dict[str, Any] = {
            "name": name,
            "timezone": "UTC",
            "languages": {self._community.settings.languages[0]: "basic"},
            "enrolments": [
                {
                    key: getattr(value, "value", value)
                    for key in _KEPT
                    if (value := getattr(enrolment, key)) is not None
                }
                for enrolment in person.enrolments
            ],
            "consent": {"text": person.consent.text, "on": person.consent.on, "publish": []},
        }
        head = "yaml-language-server: $schema=../../docs/schema/person.json"
        return write(facts, head).encode()

    def _receipt_of_imports(self) -> None:
        content = self._sources.read(RECEIPT)
        known = receipt_of(content)
        changed = {
            identity: removed(one) if one.person == self._person else one
            for identity, one in known.items()
        }
        if content is not None and changed != known:
            self._writes[RECEIPT] = receipt_text(changed, head_of(content))

    def _renamed_folders(self) -> Iterator[tuple[str, str]]:
        """Folders of their pairs whose name has a part of theirs."""
        stem = f"pair-{self._alias.removeprefix(FORGOTTEN)}"
        parts = set(re.findall("[a-z0-9]+", f"{self._person} {self._record.name.lower()}"))
        taken: dict[str, set[str]] = {}
        for pair_id in self._pairs:
            if parts.isdisjoint(pair_id.pair.split("-")):
                continue
            names = taken.setdefault(pair_id.program, taken_names(self._community, pair_id.program))
            new = free_name(stem, names)
            names.add(new)
            yield f"pairs/{pair_id.program}/{pair_id.pair}", f"pairs/{pair_id.program}/{new}"

    def _moved(self, path: str) -> str:
        folder, _, file = path.rpartition("/")
        return f"{self._folders[folder]}/{file}" if folder in self._folders else path

    def _after(self, files: list[SourceFile]) -> dict[str, bytes]:
        """The files as they will be."""
        after = {self._moved(file.path): file.content for file in files} | self._writes
        for path in self._removes:
            after.pop(path, None)
        return after

    def _own_words(self, after: Mapping[str, bytes]) -> Iterator[Mention]:
        """Lines of the files of their pairs, and of the notes, that may be in their words."""
        for pair_id in self._pairs:
            path, pair = self._moved(pair_path(pair_id)), self._community.pairs[pair_id]
            yield from own_words(path, after[path], pair, self._person, self._record)
            for session in self._community.sessions_of(pair_id):
                path = self._moved(note_path(pair_id, session.id))
                yield from own_words_of_session(path, after[path], session, self._person)

    def _mentions(self, after: Mapping[str, bytes]) -> Iterator[Mention]:
        """Lines that still hold a word of their name, in the files as they will be."""
        words = "|".join(map(re.escape, self._words))
        wanted = re.compile(rf"(?<!\w)((?i:{words})|{_first_name(self._record)})(?!\w)")
        others = names_of_others(self._community, self._person)
        for path, content in sorted(after.items()):
            shared = names_shared_in(self._community, self._person, path)
            for number, line in enumerate(content.decode(errors="replace").splitlines(), 1):
                if wanted.search(line) and wanted.search(shared.sub("", others.sub("", line))):
                    yield Mention(path, number, line.strip())


def _require_over(community: Community, person: PersonId, today: date) -> None:
    going_on = list(what_goes_on(community, person))
    steps = first_steps(community, person, today)
    if steps:
        raise TelemacoError(
            msg(
                "{person} still takes part: {places}",
                person=person,
                places=", ".join(going_on),
            ),
            msg(
                "First end it: {steps}. Or let them choose to have their entry removed in the form "
                "Pause or leave.",
                steps=steps,
            ),
        )


def _words(person: PersonId, record: Person) -> Iterator[str]:
    """What they were called, the longest first, so that a whole name is found as a whole."""
    parts = [part for part in re.findall(r"\w+", record.name) if len(part) >= _SHORT]
    names = (*whole_names(person, record), *parts)
    yield from sorted(dict.fromkeys(names), key=lambda word: (-len(word), word))


def _first_name(record: Person) -> str:
    """As it is written: a short one may be another word in small letters."""
    return re.escape(record.name.split()[0])


def _readable(file: SourceFile | Obstacle) -> SourceFile:
    if isinstance(file, Obstacle):
        raise _unread(file.path)
    return file


def _facts(path: str, text: str, kind: Kind) -> Any:  # noqa: ANN401 (what a file says)
    if kind in _MARKDOWN:
        parts = front_matter.split(path, text)
        if not isinstance(parts, front_matter.Parts):
            raise _unread(path)
        text = parts.header
    try:
        return read(text)
    except RefusedError as error:
        raise _unread(path) from error


def _unread(path: str) -> TelemacoError:
    return TelemacoError(
        msg("{path} cannot be changed safely, and may name them.", path=path),
        msg("Run telemaco check, and mend the file first."),
    )
