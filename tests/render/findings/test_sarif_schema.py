"""The schema beside this file is that of SARIF 2.1.0 (rtm.5), by OASIS and SchemaStore, as the
npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) ships it.
"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from telemaco.adapters.translations import Catalog
from telemaco.findings import Finding, Location, Severity
from telemaco.messages import msg
from telemaco.render.findings import FORMATS, Report
from telemaco.render.findings.paint import plain

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text())
FINDINGS = (
    Finding("unknown-key", Location("a b.yaml", 2, 3), msg("wrong"), msg("Mend it.")),
    Finding("bad-name", Location("x\udcff\n.yaml", 1), msg("odd"), severity=Severity.WARNING),
)


@pytest.mark.parametrize("findings", [(), FINDINGS])
def test_log_is_valid(findings: tuple[Finding, ...]) -> None:
    written = FORMATS["sarif"](Report(findings, 7, known=1), Catalog("en"), plain)

    assert [
        error.message for error in Draft4Validator(SCHEMA).iter_errors(json.loads(written))
    ] == []
