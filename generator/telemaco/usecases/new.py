"""Start a community: the files of a small one that has nothing wrong in it."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import fill
from typing import Literal

from telemaco import __version__
from telemaco.loading.load import load
from telemaco.messages import Message, msg
from telemaco.ports import SourceFile, Translator
from telemaco.records.community import Community as Settings
from telemaco.records.layout import COMMUNITY, address_of
from telemaco.records.order import shape_of
from telemaco.records.text import in_language
from telemaco.render.issue_forms.places import FOLDER as FORMS
from telemaco.usecases.forms import files_of_forms
from telemaco.usecases.new_words import ALIASES, COMMENTS, WORKFLOW_WORDS
from telemaco.usecases.schema import schemas
from telemaco.yamltext.formatting import canonical

Style = Literal["formal", "informal"]

_DAYS_BEFORE_THE_START = 30
_DAYS_OF_A_PROGRAM = 182
_WEEK = 7
_SATURDAY = 5
_TEXTS = {
    "tagline": msg("People who learn from one another"),
    "program-title": msg("Our first program"),
    "program-summary": msg("Half a year in which a mentor helps a mentee towards a goal."),
    "informal-summary": msg("Whoever looks for somebody to talk to finds a mentor here."),
    "objective": msg("Every mentee gets closer to the goal they chose."),
    "public-speaking": msg("Public speaking"),
    "writing": msg("Writing"),
    "planning": msg("Planning"),
}
"""What the skeleton's places stand for, in every language of the community."""

_WIDTH = 90
"""Characters of a comment that has lines of its own."""
_CONTACT = re.compile(r"[^\s@]*@[^\s@]+[.:][^\s@.:]+|(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")
_VARIANT = re.compile(r"\.([a-z]+)(\.(?:md|yaml))$")
_PLACE = re.compile(r"@([a-z-]+)@")
_COMMENT = re.compile(r"^# @([a-z-]+)@$", re.MULTILINE)
_WORKFLOWS = ".github/workflows/"
_SHOWN = re.compile(r"^( *(?:- )?(?:name: |description: |workflows: \[))([^]\n]+)", re.MULTILINE)
"""What the forge shows of a workflow, and the workflow that one follows, which is named by it."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new community starts from; a `name` of None is a name to be replaced.

    `style` is that of its first program.
    """

    name: str | None
    contact: str
    today: date
    style: Style = "formal"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to write, by path, and those that say something else and stay as they are."""

    written: Mapping[str, bytes]
    kept: tuple[str, ...]


def new_community(
    skeleton: Mapping[str, str], beginning: Beginning, translators: Sequence[Translator]
) -> Mapping[str, bytes]:
    """The files of a new community by path, in the order of the paths.

    `skeleton` is text by path, with places like `@name@`. The community speaks the languages
    of the `translators`. Of files that the skeleton has in several variants, `README.en.md` or
    `first.formal.yaml`, one is taken.
    """
    chosen = _chosen(skeleton, translators[0].language, beginning.style)
    values = _values(beginning, translators)
    texts = {path: _canonical(path, _filled(text, values)) for path, text in chosen.items()}
    own = {path: _in_words(path, text, translators[0]).encode() for path, text in texts.items()}
    return dict(sorted({**own, **schemas(), **_forms(own, translators)}.items()))


def plan_new(files: Mapping[str, bytes], present: Callable[[str], bytes | None]) -> Plan:
    """Which files to write: those that are missing. `present` gives what a file holds.

    Where there is a community, its people and programs are its own: none is added to them. Its
    forms are made from them, which is the business of `telemaco forms`.
    """
    is_there = present(COMMUNITY) is not None
    written: dict[str, bytes] = {}
    kept: list[str] = []
    for path, content in files.items():
        if is_there and path.startswith(f"{FORMS}/"):
            continue
        found = present(path)
        if found is None:
            if not (is_there and address_of(path)):
                written[path] = content
        elif found != content:
            kept.append(path)
    return Plan(written, tuple(kept))


def is_contact(text: str) -> bool:
    """Whether people can write to it: a mail address, that of a page, or an account as @ada:x.org.

    An address of a page may be without its https://.
    """
    return _CONTACT.fullmatch(text.strip()) is not None


def beginning_of(settings: Settings, today: date) -> Beginning:
    """What a community that is there began with, so far as that can be told."""
    languages = settings.languages
    return Beginning(in_language(settings.title, languages[0], languages), settings.contact, today)


def _chosen(skeleton: Mapping[str, str], language: str, style: Style) -> Mapping[str, str]:
    """The skeleton with one variant of each file, under the name without the variant."""
    found: dict[str, str] = {}
    for path, text in skeleton.items():
        variant = _VARIANT.search(path)
        if variant is None:
            found[path] = text
        elif variant[1] in {language, style}:
            found[f"{path[: variant.start()]}{variant[2]}"] = text
    return found


def _forms(files: Mapping[str, bytes], translators: Sequence[Translator]) -> Mapping[str, bytes]:
    """The issue forms of the community that the files make up."""
    data = sorted(path for path in files if path.startswith(("pairs/", "program/")))
    loaded = load(SourceFile(path, files[path]) for path in data)
    by_language = {translator.language: translator for translator in translators}
    return files_of_forms(loaded.community, by_language.__getitem__)


def _canonical(path: str, text: str) -> str:
    """The text as `telemaco fmt` would leave it, if it is a record's."""
    address = address_of(path)
    return canonical(text, shape_of(address.kind)) if address else text


def _in_words(path: str, text: str, translator: Translator) -> str:
    """The text with the names of a workflow in the reader's language, if it is a workflow."""
    if not path.startswith(_WORKFLOWS):
        return text
    words = {one.text: translator.text(one) for one in WORKFLOW_WORDS}
    return _SHOWN.sub(lambda found: f"{found[1]}{words.get(found[2], found[2])}", text)


def _filled(text: str, values: Mapping[str, str]) -> str:
    whole = _COMMENT.sub(lambda place: _comment(values[place[1]]), text)
    return _PLACE.sub(lambda place: values[place[1]], whole)


def _comment(text: str) -> str:
    """A comment on lines of its own."""
    return fill(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _values(beginning: Beginning, translators: Sequence[Translator]) -> dict[str, str]:
    start = beginning.today + timedelta(days=_DAYS_BEFORE_THE_START)
    name = msg("Our mentoring community")
    return {
        **{place: _by_language(text, translators) for place, text in _TEXTS.items()},
        **{place: _in_all(text, translators) for place, text in ALIASES.items()},
        **{place: translators[0].text(text) for place, text in COMMENTS.items()},
        "name": _quoted(beginning.name) if beginning.name else _by_language(name, translators),
        "name-text": beginning.name or translators[0].text(name),
        "contact": _quoted(beginning.contact),
        "languages": f"[{', '.join(translator.language for translator in translators)}]",
        "language": translators[0].language,
        "coordinator": _quoted(translators[0].text(msg("The coordinator"))),
        "coordinator-languages": f"{{{translators[0].language}: native}}",
        "today": beginning.today.isoformat(),
        "start": start.isoformat(),
        "midpoint": _working_day(start + timedelta(days=_DAYS_OF_A_PROGRAM // 2)).isoformat(),
        "end": (start + timedelta(days=_DAYS_OF_A_PROGRAM)).isoformat(),
        "tag": f"v{__version__}",
    }


def _working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    weekday = day.weekday()
    return day if weekday < _SATURDAY else day + timedelta(days=_WEEK - weekday)


def _in_all(message: Message, translators: Sequence[Translator]) -> str:
    """The text in each language once, as entries of a list on one line."""
    return ", ".join(dict.fromkeys(_quoted(each.text(message)) for each in translators))


def _by_language(message: Message, translators: Sequence[Translator]) -> str:
    if len(translators) == 1:
        return _quoted(translators[0].text(message))
    texts = (f"{each.language}: {_quoted(each.text(message))}" for each in translators)
    return f"{{{', '.join(texts)}}}"


def _quoted(text: str) -> str:
    """The text as YAML reads it on one line; a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
