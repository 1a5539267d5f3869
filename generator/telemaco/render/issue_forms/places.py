"""Where the forms lie, and which of the files there are ours."""

import re
from collections.abc import Sequence

from telemaco.messages import msg
from telemaco.records.base import Language

FOLDER = ".github/ISSUE_TEMPLATE"
CONFIG = f"{FOLDER}/config.yml"
COMMENT = msg(
    "Written by telemaco forms from the community's files; write it anew with: {command}",
    command="telemaco forms --apply",
)
"""The first line by whose command a file is known as ours; only such files are changed."""
_OURS = re.compile(rb"# .*telemaco forms --apply")


def form_path(form: str, language: Language, languages: Sequence[Language]) -> str:
    """Where the file of a form lies; `languages` are the community's, its own first."""
    return f"{FOLDER}/{form_file(form, language, languages)}"


def form_file(form: str, language: Language, languages: Sequence[Language]) -> str:
    """The name of the file of a form in a language, which links name as their template."""
    return f"{form}.yml" if language == languages[0] else f"{form}-{language}.yml"


def is_ours(content: bytes) -> bool:
    """Whether a file says that it was written from the community's files, in whatever language."""
    return _OURS.match(content) is not None
