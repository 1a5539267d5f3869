"""Which file of the layout somebody had in mind who put one where none belongs."""

import re
from datetime import date
from pathlib import PurePosixPath

from telemaco.model.similar import closest
from telemaco.records.layout import COMMUNITY, FOLDERS, SKILLS, SUBFOLDERS, address_of

_SINGLE_FILES = {PurePosixPath(path).stem: path for path in (COMMUNITY, SKILLS)}
_DATA_ENDINGS = frozenset({".yml", ".yaml", ".json", ".toml", ".txt"})
_LIKE_YAML = (".yml", ".yaml")
_NOTE_ENDINGS = frozenset({"md", "markdown", "txt", "text"})
_BELOW_PROGRAM = tuple(folder.removeprefix("program/") for folder in SUBFOLDERS)
_OTHER_WORDS: dict[str, str] = dict.fromkeys(("persons", "members", "mentors", "mentees"), "people")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[-_. ]?)(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)")
_YEAR_LAST = re.compile(r"(?P<day>\d\d?)(?P<sign>[-_. ])(?P<month>\d\d?)(?P=sign)(?P<year>\d{4})")
_MONTHS = 12


def file_meant(path: str) -> str:
    """The path of a file that the layout has; else the path itself."""
    inside = right_folder(path)
    for other in (inside, with_right_ending(inside), inside.lower(), note_meant(inside)):
        if address_of(other):
            return other
    return _single_file(inside) or path


def _single_file(path: str) -> str | None:
    """The file of which there is one, by a name that is nearly its own."""
    folder, _, file = path.rpartition("/")
    name = closest(file.partition(".")[0], _SINGLE_FILES) if folder in FOLDERS else None
    return _SINGLE_FILES[name] if name else None


def right_folder(path: str) -> str:
    """The path with the folders' names as the layout has them."""
    steps = path.split("/")
    steps[0] = steps[0].lower()
    if steps[0] == "program" and len(steps) > 1 and "." not in steps[1]:
        name = steps[1].lower()
        steps[1] = _OTHER_WORDS.get(name) or closest(name, _BELOW_PROGRAM) or steps[1]
    return "/".join(steps)


def with_right_ending(path: str) -> str:
    """The path with the ending of data files, if that makes it a file of the layout."""
    if PurePosixPath(path).suffix.lower() not in _DATA_ENDINGS:
        return path
    stem = _second_ending(path.removesuffix(PurePosixPath(path).suffix))
    renamed = f"{stem}.yaml"
    return renamed if address_of(renamed) else path


def _second_ending(stem: str) -> str:
    """The path without an ending of data files that Windows hides: ada.yaml of ada.yaml.txt."""
    ending = PurePosixPath(stem).suffix
    return stem.removesuffix(ending) if ending.lower() in _DATA_ENDINGS else stem


def certainly_meant(path: str) -> str:
    """The path of the file of the layout that this one is but for its name; else the path itself.

    The other ending of YAML files, one that Windows hides, and a day that can be read in one way.
    """
    if PurePosixPath(path).suffix.lower() in _LIKE_YAML or _is_yaml_below(path):
        return with_right_ending(path)
    return note_meant(path) if _is_of_one_day(PurePosixPath(path).name) else path


def hides_its_ending(path: str) -> bool:
    """Whether an ending was added to the right one, which Windows does not show: ada.yaml.txt."""
    return _is_yaml_below(path) or PurePosixPath(path).suffixes[-2:-1] == [".md"]


def _is_yaml_below(path: str) -> bool:
    last, *below = (one.lower() for one in reversed(PurePosixPath(path).suffixes or [""]))
    return last in _DATA_ENDINGS and below[:1] in ([one] for one in _LIKE_YAML)


def _is_of_one_day(name: str) -> bool:
    """Whether the day in a name has the year first, or the second number can be no month."""
    last = _YEAR_LAST.match(name)
    if last is None:
        return _YEAR_FIRST.match(name) is not None
    return (
        last["day"] == last["month"] or int(last["day"]) > _MONTHS or int(last["month"]) > _MONTHS
    )


def note_meant(path: str) -> str:
    """The path with the name of a session note, if a day can be made out of the file's name.

    Of 07-02-2027 the first number is the day, unless only the second can be one.
    """
    folder, _, file = path.rpartition("/")
    name, _, ending = file.rpartition(".")
    found = _YEAR_FIRST.match(name) or _YEAR_LAST.match(name)
    if not found or ending.lower() not in _NOTE_ENDINGS or not is_in_a_pair(path):
        return path
    month, day = int(found["month"]), int(found["day"])
    if month > _MONTHS:
        month, day = day, month
    try:
        known = date(int(found["year"]), month, day)
    except ValueError:
        return path
    number = re.fullmatch(r"[-_. ]([2-9])", name[found.end() :])
    return f"{folder}/{known.isoformat()}{f'-{number[1]}' if number else ''}.md"


def is_one_too_high(path: str) -> bool:
    """Whether it is a data file right in program/, where only the folders hold such files."""
    folder, _, file = path.lower().rpartition("/")
    return folder == "program" and any(f"{ending}." in f"{file}." for ending in _LIKE_YAML)


def is_in_a_pair(path: str) -> bool:
    """Whether the file lies in the folder of a pair."""
    return address_of(f"{path.rpartition('/')[0]}/pair.yaml") is not None
