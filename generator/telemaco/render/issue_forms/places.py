"""Where the forms lie, and which of the files there are ours."""

from collections.abc import Sequence

from telemaco.records.base import Language

FOLDER = ".github/ISSUE_TEMPLATE"
CONFIG = f"{FOLDER}/config.yml"
OURS = "Written by telemaco forms from the community's files; write it anew with: "
"""How the comment begins by which a file is known as ours; only such files are changed."""
COMMENT = f"{OURS}telemaco forms --apply"


def form_path(form: str, language: Language, languages: Sequence[Language]) -> str:
    """Where the file of a form lies; `languages` are the community's, its own first."""
    return f"{FOLDER}/{form_file(form, language, languages)}"


def form_file(form: str, language: Language, languages: Sequence[Language]) -> str:
    """The name of the file of a form in a language, which links name as their template."""
    return f"{form}.yml" if language == languages[0] else f"{form}-{language}.yml"


def is_ours(content: bytes) -> bool:
    """Whether a file says that it was written from the community's files."""
    return content.startswith(f"# {OURS}".encode())
