"""Text that should not stand in the files: addresses, phone numbers, secrets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from telemaco.findings import Finding, Location
from telemaco.loading.text import place
from telemaco.messages import Message, msg
from telemaco.model.similar import closest
from telemaco.records.layout import COMMUNITY

_MAIL = re.compile(r"(?<![\w/@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What must not come before is looked at after the first sign, which is searched for quickly.
# Of numbers that begin with 00 a date is none: 0001-01-01.
_PHONE = re.compile(
    r"(?:\+(?<![\w/.=-]\+)|00(?<![\w/.=-]00)(?!\d\d-\d\d-\d\d))\d(?:[ ./()-]{0,2}\d){7,13}(?![\w-])"
)
# Numbers of one country. Of what else is written so, dates (03-02-2027) and ISSNs (0317-8471)
# are left alone here; years, ISBNs and large numbers are grouped in other ways.
_NATIONAL_PHONE = re.compile(
    r"(?<![\w./:=+-])(?:\(\d{2,5}\) ?\d{3,4}[ -]?\d{3,4}|\d{3}[ .-]\d{3}[ .-]\d{4}|3\d\d[ -]\d{6,7}"
    r"|(?!\d\d[ /-]\d\d[ /-]\d{4}|\d{4}-\d{4})0\d{1,4}[ /-]\d{3,4}[ -]?\d{3,5})(?![\w-]|\.\d)"
)
_PLAINLY = bytes.maketrans(b"123456789.-", b"000000000  ")
_SECRET = re.compile(
    r"\b(?:gh[pousr]_\w{36,}|github_pat_\w{22,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}"
    r"|sk-[\w-]{20,}|glpat-[\w-]{20,}|AIza[\w-]{35}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|https://hooks\.slack\.com/services/\S+|https://discord(?:app)?\.com/api/webhooks/\S+"
    # Only a word with a digit in it: "password: ask Cosimo" gives nothing away.
    r"|\b(?i:pass(?:word|wd|phrase))\b[\"']? ?[:=] ?(?=\S*\d)\S{6,}"
)
_LINE_OF_COMMUNITY = re.compile(r"^[ \t]*(\w+):.*$", re.MULTILINE)


class Passage(NamedTuple):
    """A passage of a text that looks private: the finding's code, what it is, where it is."""

    code: str
    what: Message
    found: re.Match[str]


def passages(path: str, text: str) -> Iterator[Finding]:
    """A finding for every passage of a file that looks like something private."""
    for passage in private_passages(text):
        if path == COMMUNITY and passage.code == "mail-address" and _is_contact(passage, text):
            continue
        line, column = place(text, passage.found.start())
        yield finding(passage, Location(path, line, column))


def private_passages(text: str) -> Iterator[Passage]:
    """Every passage of a text that looks like something private.

    Most files have none: a look for what each kind must contain spares the slow search.
    """
    if "@" in text:
        for found in _MAIL.finditer(text):
            yield Passage("mail-address", msg("an e-mail address"), found)
    for found in _phone_numbers(text):
        yield Passage("phone-number", msg("a phone number"), found)
    if _may_hold_a_secret(text):
        for found in _SECRET.finditer(text):
            yield Passage("secret", msg("a password or key"), found)


def finding(passage: Passage, location: Location) -> Finding:
    """The finding for a passage."""
    return Finding(
        passage.code,
        location,
        msg("this looks like {what}, which everybody could read here", what=passage.what),
        msg("Delete it. If the file was published, tell a coordinator: Git keeps old versions."),
    )


def _phone_numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers with the code of a country, then others that are no part of these."""
    international = list(_PHONE.finditer(text)) if "+" in text or "00" in text else []
    yield from international
    if _may_hold_a_national_phone_number(text):
        for found in _NATIONAL_PHONE.finditer(text):
            if not any(other.start() < found.end() <= other.end() for other in international):
                yield found


def _may_hold_a_national_phone_number(text: str) -> bool:
    """Whether it has seven digits as a phone number groups them; a search takes ten times this."""
    plain = text.encode().translate(_PLAINLY)
    return b"000 0000" in plain or b"0000000" in plain


def _may_hold_a_secret(text: str) -> bool:
    """Whether the slow search is worth it; single letters are looked for first, as the quickest."""
    return (
        ("K" in text and ("AKIA" in text or "PRIVATE KEY" in text))
        or ("_" in text and ("gh" in text or "github_pat_" in text))
        or "xox" in text
        or "sk-" in text
        or "hooks" in text
        or "glpat" in text
        or "AIza" in text
        or "eyJ" in text
        or "assw" in text
        or "assphrase" in text
        or "ASSW" in text
    )


def _is_contact(passage: Passage, text: str) -> bool:
    """Whether it stands on the line of the community's contact, which may be misspelt."""
    return any(
        line.start() <= passage.found.start() < line.end() and closest(line[1], ("contact",))
        for line in _LINE_OF_COMMUNITY.finditer(text)
    )
