"""Where a code of a finding is explained."""

_PAGE = "https://github.com/telemaco-mentoring/telemaco/blob/main/docs/findings.md"


def help_address(code: str) -> str:
    """The address of what is said about a code."""
    return f"{_PAGE}#{code}"
