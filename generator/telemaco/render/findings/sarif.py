"""Findings as SARIF 2.1.0, for code scanning."""

import hashlib
import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from telemaco import __version__
from telemaco.findings import Finding
from telemaco.ports import Translator
from telemaco.render.findings.help import help_address
from telemaco.render.findings.paint import Paint
from telemaco.render.findings.report import Report, place_of, sentences_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HOME = "https://github.com/telemaco-mentoring/telemaco"


def render(report: Report, translator: Translator, _paint: Paint) -> str:
    """One log with one run; ASCII."""
    codes = sorted({finding.code for finding in report.findings})
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "Telemaco",
                "version": __version__,
                "informationUri": _HOME,
                "language": translator.language,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, report, translator, codes.index(finding.code), seen)
            for finding in report.findings
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    return {"id": code, "name": code.title().replace("-", ""), "helpUri": help_address(code)}


def _result(
    finding: Finding, report: Report, translator: Translator, rule: int, seen: Counter[str]
) -> dict[str, Any]:
    line, column = place_of(finding)
    address = quote((report.folder + finding.location.path).encode(errors="surrogateescape"))
    mark = _fingerprint(finding)
    seen[mark] += 1
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": "\n".join(filter(None, sentences_of(finding, translator)))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address},
                    "region": {"startLine": line, "startColumn": column},
                }
            }
        ],
        "partialFingerprints": {"telemaco/v1": f"{mark}:{seen[mark]}"},
    }


def _fingerprint(finding: Finding) -> str:
    """The same for the same finding when lines above it come and go."""
    said = repr(finding.identity)
    return hashlib.sha256(said.encode(errors="surrogateescape")).hexdigest()[:32]
