"""What the tables of properties of Open Badges 2.0 ask of a hosted badge, as JSON Schemas of ours.

There is no official schema of version 2.0. These follow the tables of the specification, for the
shape that we use: parts that lie at addresses of their own, and a recipient known by a URL.
"""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

_ADDRESS = {"type": "string", "pattern": "^https?://[^ ]+$"}
_TEXT = {"type": "string", "minLength": 1}


def _document(kind: str, properties: Mapping[str, Any], *optional: str) -> Draft202012Validator:
    own = {
        "@context": {"const": "https://w3id.org/openbadges/v2"},
        "id": _ADDRESS,
        "type": {"const": kind},
        **properties,
    }
    return Draft202012Validator(
        {
            "type": "object",
            "properties": own,
            "required": [name for name in own if name not in optional],
            "additionalProperties": False,
        }
    )


ASSERTION = _document(
    "Assertion",
    {
        "recipient": {
            "type": "object",
            "properties": {
                "type": {"const": "url"},
                "hashed": {"const": False},
                "identity": _ADDRESS,
            },
            "required": ["type", "hashed", "identity"],
            "additionalProperties": False,
        },
        "badge": _ADDRESS,
        "image": _ADDRESS,
        "verification": {"const": {"type": "HostedBadge"}},
        "issuedOn": {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$",
        },
        "evidence": _ADDRESS,
    },
    "image",
    "evidence",
)
BADGE_CLASS = _document(
    "BadgeClass",
    {
        "name": _TEXT,
        "description": _TEXT,
        "image": _ADDRESS,
        "criteria": _ADDRESS,
        "issuer": _ADDRESS,
    },
)
ISSUER = _document(
    "Issuer",
    {"name": _TEXT, "url": _ADDRESS, "email": {"type": "string", "pattern": "^[^@ ]+@[^@ ]+$"}},
)
