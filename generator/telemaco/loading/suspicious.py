"""Text that should not stand in the files: addresses, phone numbers, secrets."""

import re
from collections.abc import Iterator

from telemaco.findings import Finding, Location
from telemaco.loading.text import place
from telemaco.messages import Message, msg
from telemaco.records.layout import COMMUNITY

_MAIL = re.compile(r"(?<![\w/@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What must not come before is looked at after the first sign, which is searched for quickly.
_PHONE = re.compile(r"(?:\+(?<![\w/.=-]\+)|00(?<![\w/.=-]00))\d(?:[ ./()-]{0,2}\d){7,13}(?![\w-])")
_SECRET = re.compile(
    r"\b(?:gh[pousr]_\w{36,}|github_pat_\w{22,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}"
    r"|sk-[\w-]{20,})|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|https://hooks\.slack\.com/services/\S+|https://discord(?:app)?\.com/api/webhooks/\S+"
)
_CONTACT = re.compile(r"^contact:.*$", re.MULTILINE)


def passages(path: str, text: str) -> Iterator[Finding]:
    """Every passage of a file that looks like something private.

    Most files have none: a look for what each kind must contain spares the slow search.
    """
    if "@" in text:
        yield from _mail_addresses(path, text)
    if "+" in text or "00" in text:
        for found in _PHONE.finditer(text):
            yield _finding(path, text, found, "phone-number", msg("a phone number"))
    if _may_hold_a_secret(text):
        yield from _secrets(path, text)


def _may_hold_a_secret(text: str) -> bool:
    """Whether the slow search is worth it; single letters are looked for first, as the quickest."""
    return (
        ("K" in text and ("AKIA" in text or "PRIVATE KEY" in text))
        or ("_" in text and ("gh" in text or "github_pat_" in text))
        or "xox" in text
        or "sk-" in text
        or "hooks" in text
    )


def _secrets(path: str, text: str) -> Iterator[Finding]:
    for found in _SECRET.finditer(text):
        yield _finding(path, text, found, "secret", msg("a password or key"))


def _mail_addresses(path: str, text: str) -> Iterator[Finding]:
    contact = _CONTACT.search(text) if path == COMMUNITY else None
    for found in _MAIL.finditer(text):
        if contact and contact.start() <= found.start() < contact.end():
            continue
        yield _finding(path, text, found, "mail-address", msg("an e-mail address"))


def _finding(path: str, text: str, found: re.Match[str], code: str, what: Message) -> Finding:
    line, column = place(text, found.start())
    return Finding(
        code,
        Location(path, line, column),
        msg("this looks like {what}, which everybody could read here", what=what),
        msg("Delete it. If the file was published, tell a coordinator: Git keeps old versions."),
    )
