"""Open Badges 2.0 (1EdTech) as files that a static site can host.

A hosted badge needs no key: whoever verifies it fetches the assertion from its own address and
sees that it is there. So its proof is the site itself, and a badge that is taken away is no
longer valid.
Version 3.0 would ask for a signature, hence for a secret key at every build.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

CONTEXT = "https://w3id.org/openbadges/v2"


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge that somebody holds; addresses are whole ones.

    `recipient` is the page of who holds it: the files know no mail addresses.
    """

    address: str
    recipient: str
    badge_class: str
    picture: str
    evidence: str
    on: date


def assertion(badge: Badge) -> Mapping[str, Any]:
    """That somebody holds the badge."""
    return {
        "@context": CONTEXT,
        "type": "Assertion",
        "id": badge.address,
        "recipient": {"type": "url", "hashed": False, "identity": badge.recipient},
        "badge": badge.badge_class,
        "image": badge.picture,
        "verification": {"type": "HostedBadge"},
        "issuedOn": f"{badge.on.isoformat()}T00:00:00Z",
        "evidence": badge.evidence,
    }


def badge_class(
    address: str, name: str, description: str, picture: str, links: tuple[str, str]
) -> Mapping[str, Any]:
    """What the badge is for; `links` are the page that says it, and the issuer's profile."""
    criteria, issuer = links
    return {
        "@context": CONTEXT,
        "type": "BadgeClass",
        "id": address,
        "name": name,
        "description": description,
        "image": picture,
        "criteria": criteria,
        "issuer": issuer,
    }


def issuer(address: str, name: str, url: str, email: str) -> Mapping[str, Any]:
    """Who gives it; the specification asks for a mail address."""
    return {
        "@context": CONTEXT,
        "type": "Issuer",
        "id": address,
        "name": name,
        "url": url,
        "email": email,
    }


def as_file(value: Mapping[str, Any]) -> bytes:
    """The JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def picture(title: str, assertion_address: str | None = None) -> bytes:
    """The badge's picture as SVG; with an address it carries the assertion, baked in."""
    baked = (
        f'<openbadges:assertion verify="{escape(assertion_address)}"/>\n'
        if assertion_address
        else ""
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org" '
        f'viewBox="0 0 120 120" role="img">\n<title>{escape(title)}</title>\n{baked}'
        '<circle cx="60" cy="60" r="56" fill="#24475b"/>\n'
        '<circle cx="60" cy="60" r="48" fill="none" stroke="#f3e9d2" stroke-width="2"/>\n'
        '<path d="M38 62l15 15 30-34" fill="none" stroke="#f3e9d2" stroke-width="9" '
        'stroke-linecap="round" stroke-linejoin="round"/>\n</svg>\n'
    ).encode()
