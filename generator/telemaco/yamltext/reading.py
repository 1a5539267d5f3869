"""A YAML document to plain values, strictly.

Every scalar stays text, so that `no`, 010, 12:30 and 2027-13-01 are what somebody wrote; a
plain empty value or `null` is None. What is not allowed is refused without a reason;
`telemaco.yamltext.survey` then says what it was and where.
"""

from telemaco.yamltext.events import RefusedError, Value, read_events
from telemaco.yamltext.lines import read_lines


def read(text: str) -> Value:
    """The value that the text says; None for an empty document. Raises RefusedError."""
    try:
        return read_lines(text)
    except RefusedError:
        return read_events(text)
