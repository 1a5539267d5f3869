"""What a new edition of the site must hold before it may replace the old one."""

from dataclasses import dataclass, field

from telemaco.messages import Message, msg
from telemaco.records.layout import person_path
from telemaco.render.leaks import Secrets
from telemaco.render.links import files_named_in


@dataclass(slots=True)
class Proof:
    """Files are told to it one by one; at the end it says what is wrong with them."""

    secrets: Secrets
    _files: set[str] = field(default_factory=set)
    _named: dict[str, str] = field(default_factory=dict)
    _leaks: list[Message] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """How many HTML pages there are."""
        return sum(path.endswith(".html") for path in self._files)

    def add(self, path: str, text: str = "") -> None:
        """A file of the site and the text in it that is to be looked at."""
        self._files.add(path)
        named = files_named_in(path, text) if path.endswith(".html") else ()
        for target in named:
            self._named.setdefault(target, path)
        self._leaks += [
            msg(
                "{page} shows {field} of {person}, which their consent.publish does not name",
                page=path,
                field=secret.field,
                person=person_path(secret.person),
            )
            for secret in self.secrets.told_by(text)
        ]

    def problems(self) -> list[Message]:
        """Addresses that lead nowhere, then what should not have been shown."""
        return [
            msg("{page} leads to {target}, which is not there", page=page, target=target)
            for target, page in sorted(self._named.items())
            if target not in self._files
        ] + self._leaks
