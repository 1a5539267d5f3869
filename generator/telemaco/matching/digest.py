"""A fingerprint of everything that goes into a matching."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId


def digest_of(
    community: Community,
    program_id: ProgramId,
    people: Iterable[PersonId],
    settings: Mapping[str, str],
) -> str:
    """SHA-256 of the records as canonical JSON: program, skills, these people, all pairs."""
    value: dict[str, Any] = {
        "program": {program_id: community.programs[program_id].model_dump()},
        "skills": {key: skill.model_dump() for key, skill in community.skills.items()},
        "people": {one: community.people[one].model_dump() for one in people},
        "pairs": {str(key): pair.model_dump() for key, pair in community.pairs.items()},
        "settings": dict(settings),
    }
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)
    return sha256(text.encode()).hexdigest()
