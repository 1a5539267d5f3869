"""What is wrong with a YAML text, in words for somebody who does not know YAML."""

from telemaco.findings import Finding, Location
from telemaco.messages import Message, msg
from telemaco.yamltext.reading import MAXIMUM_DEPTH
from telemaco.yamltext.survey import YamlFault

_SYNTAX = (
    ("mapping values are not allowed", "Put the text after the first colon in double quotes."),
)


def finding(path: str, fault: YamlFault, lines_above: int = 0) -> Finding:
    """The finding for a fault; `lines_above` counts the lines before the YAML begins."""
    code, message, hint = _words(fault, lines_above)
    mark = fault.mark
    return Finding(code, Location(path, mark.line + lines_above, mark.column), message, hint)


def _words(fault: YamlFault, lines_above: int) -> tuple[str, Message, Message]:
    match fault.kind:
        case "duplicate-key":
            first = fault.other.line + lines_above if fault.other else 0
            return (
                "duplicate-key",
                msg(
                    "{key} is there twice; the first is on line {line}",
                    key=fault.detail,
                    line=first,
                ),
                msg("Keep one of the two lines and delete the other."),
            )
        case "several-documents":
            return (
                "several-documents",
                msg("a line of three hyphens (---) begins a second document"),
                msg("Delete the line; a file holds one record."),
            )
        case "depth":
            return (
                "nested-too-deep",
                msg("the lists and maps are nested more than {depth} deep", depth=MAXIMUM_DEPTH),
                msg("Compare the indentation with the example in the handbook."),
            )
        case "syntax":
            return _syntax(fault)
        case _:
            return (
                "yaml-feature",
                msg(
                    "{feature} has a meaning in YAML that is not used here", feature=_feature(fault)
                ),
                msg("If it is text, put the whole value in double quotes."),
            )


def _feature(fault: YamlFault) -> str:
    match fault.kind:
        case "alias":
            return f"*{fault.detail}"
        case "anchor":
            return f"&{fault.detail}"
        case "tag":
            return fault.detail
        case "merge-key":
            return "<<"
        case _:
            return "?"


def _syntax(fault: YamlFault) -> tuple[str, Message, Message]:
    for part, hint in _SYNTAX:
        if part in fault.detail:
            return (
                "yaml-syntax",
                msg("the line cannot be read: {problem}", problem=fault.detail),
                msg(hint),
            )
    return (
        "yaml-syntax",
        msg("the line cannot be read: {problem}", problem=fault.detail),
        msg("Compare its indentation, colons and quotes with the lines around it."),
    )
