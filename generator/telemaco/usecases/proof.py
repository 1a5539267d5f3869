"""What a new edition of the site must hold before it may replace the old one."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import assert_never

from telemaco.messages import Message, msg
from telemaco.render.hosts import hosts_asked
from telemaco.render.leak_readings import as_read
from telemaco.render.leak_texts import Ground
from telemaco.render.leaks import Secret, Secrets
from telemaco.render.links import files_named_in


def _nothing(_secret: Secret) -> Iterable[str]:
    return ()


@dataclass(slots=True)
class Proof:
    """Files are told to it one by one; at the end it says what is wrong with them."""

    secrets: Secrets
    files_that_tell: Callable[[Secret], Iterable[str]] = _nothing
    own_host: str = ""
    _asked: dict[tuple[str, str], str] = field(default_factory=dict)
    _files: set[str] = field(default_factory=set)
    _named: dict[str, str] = field(default_factory=dict)
    _leaks: list[Message] = field(default_factory=list)

    @property
    def files(self) -> Collection[str]:
        """All files, by their paths."""
        return self._files

    @property
    def pages(self) -> int:
        """How many HTML pages there are."""
        return sum(path.endswith(".html") for path in self._files)

    def add(self, path: str, text: str = "") -> tuple[str, ...]:
        """A file of the site and the text in it that is to be looked at.

        The answer is the files that it names.
        """
        self._files.add(path)
        return self.look(path, text)

    def look(self, path: str, text: str) -> tuple[str, ...]:
        """The same for a text of which files are made, and which is none itself."""
        named = tuple(files_named_in(path, text)) if path.endswith(".html") else ()
        for target in named:
            self._named.setdefault(target, path)
        read = as_read(path, f"{path}\n{text}")
        self._leaks += [self._leak(path, secret) for secret in self.secrets.told_by(path, read)]
        self._leaks += [_mail(path, address) for address in self.secrets.mail_in(read)]
        return named

    def aside(self) -> "Proof":
        """One that looks for the same and has seen nothing yet."""
        return Proof(self.secrets, self.files_that_tell, self.own_host)

    @property
    def leaks(self) -> tuple[Message, ...]:
        """What files show that they should not."""
        return tuple(self._leaks)

    def add_leaks(self, leaks: Iterable[Message]) -> None:
        """What another proof found."""
        self._leaks += leaks

    def add_known(self, path: str, named: Iterable[str]) -> None:
        """A file that was looked at before, for the same secrets, and the files that it names."""
        self._files.add(path)
        for target in named:
            self._named.setdefault(target, path)

    def add_written(self, path: str, text: str, source: Callable[[str], str]) -> None:
        """A page or a style sheet that the builder made; `source` names the file by a host in it.

        Pages made of people's texts need no such look: these cannot load anything.
        """
        for host in hosts_asked(path, text, self.own_host):
            self._asked.setdefault((host, source(host)), path)

    def _leak(self, path: str, secret: Secret) -> Message:
        source = next(iter(self.files_that_tell(secret)), None)
        return msg(
            "{leak} {advice}",
            leak=_what_is_shown(path, secret),
            advice=_advice(secret, source) if source else _NOWHERE,
        )

    def missing(self, asked: Iterable[tuple[str, str]]) -> list[Message]:
        """The pages asked for that are not there, each with the file that asks for it."""
        return [
            msg("{page} is missing, for which {file} asks", page=page, file=file)
            for page, file in asked
            if page not in self._files
        ]

    def problems(self) -> list[Message]:
        """Addresses that lead nowhere, hosts that are asked, then what should not be shown."""
        asked = [
            msg(
                "{page} asks {host} for something, which tells it who reads; take that out of "
                "{source}, or put the file into site/assets/",
                page=page,
                host=host,
                source=source,
            )
            for (host, source), page in sorted(self._asked.items())
        ]
        nowhere = [
            msg("{page} leads to {target}, which is not there", page=page, target=target)
            for target, page in sorted(self._named.items())
            if target not in self._files
        ]
        return nowhere + asked + self._leaks


_NOWHERE = msg(
    "Look for it in site/ and mkdocs.yml, and take it out there; if it is in neither, this is a "
    "mistake of Telemaco: report it."
)


def _what_is_shown(page: str, secret: Secret) -> Message:
    facts = {"page": page, "field": secret.field, "file": secret.path}
    match secret.ground:
        case Ground.CONSENT:
            return msg(
                "{page} shows {field} of {file}, which their consent.publish does not name.",
                **facts,
            )
        case Ground.NOTE:
            return msg("{page} shows the text of {file}, whose visibility is not public.", **facts)
        case Ground.PAIR:
            return msg(
                "{page} shows {field} of {file}, though not all its members publish pairs.", **facts
            )
        case Ground.ROOM:
            return msg("{page} shows the room of {file}, which is for its members only.", **facts)
        case Ground.ANSWER:
            return msg(
                "{page} shows {field} of {file}, an answer that was not given to be quoted.",
                **facts,
            )
        case _:
            assert_never(secret.ground)


def _advice(secret: Secret, source: str) -> Message:
    facts = {"source": source, "field": secret.field, "file": secret.path}
    match secret.ground:
        case Ground.CONSENT:
            return msg(
                "Take it out of {source}; or ask the person, and add {field} to consent.publish.",
                **facts,
            )
        case _:
            return msg("It is written in {source}, too: take it out there.", **facts)


def _mail(page: str, address: str) -> Message:
    return msg(
        "{page} shows the e-mail address {address}. Take it out; an address of the community "
        "itself belongs into program/community.yaml, under contact or channels.",
        page=page,
        address=address,
    )
