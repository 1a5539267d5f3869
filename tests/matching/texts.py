"""Files of a small community for the tests of whole matchings."""

from collections.abc import Sequence


def program(extra: str = "") -> str:
    """A program that wants pairs; `extra` is a line of its file."""
    return f"""\
title: Spring
summary: Lessons for two.
status: open
style: informal
kind: one-to-one
dates: {{start: 2027-02-01, end: 2027-06-30}}
{extra}
"""


def person(  # noqa: PLR0913 (one argument a key)
    role: str,
    *,
    status: str = "accepted",
    languages: str = "{it: native}",
    seeks: Sequence[str] = (),
    offers: Sequence[str] = (),
    capacity: int | None = None,
    until: str = "",
    comes_first: bool = False,
) -> str:
    """Somebody enrolled in the program `spring`."""
    enrolment = f"program: spring, role: {role}, status: {status}"
    if capacity is not None:
        enrolment += f", capacity: {capacity}"
    if until:
        enrolment += f", until: {until}"
    if comes_first:
        enrolment += ", comes_first: true"
    lines = [
        "name: Person",
        "timezone: Europe/Rome",
        f"languages: {languages}",
        f"enrolments: [{{{enrolment}}}]",
        "consent: {text: v1, on: 2027-01-01}",
    ]
    if seeks:
        lines.append(f"seeks: [{', '.join(f'{{skill: {skill}}}' for skill in seeks)}]")
    if offers:
        lines.append(f"offers: [{', '.join(f'{{skill: {skill}}}' for skill in offers)}]")
    return "\n".join(lines) + "\n"


def pair(mentor: str, mentee: str, status: str = "active") -> str:
    """A pair of the two."""
    ended = status in {"completed", "ended-early", "cancelled"}
    end = "end: 2027-01-31\nreason: other\n" if ended else ""
    return f"""\
members: [{{person: {mentor}, role: mentor}}, {{person: {mentee}, role: mentee}}]
status: {status}
start: 2027-01-01
{end}"""
