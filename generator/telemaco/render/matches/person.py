"""What a matching says of one person, in lines of text."""

from telemaco.matching.about import About
from telemaco.matching.result import Link
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.matches.left import tell_one
from telemaco.render.matches.lines import Lines
from telemaco.render.matches.names import Names
from telemaco.render.matches.pairs import explain_pair


def person_as_text(found: About, names: Names, translator: Translator, width: int) -> str:
    """Their pairs at length; where they are left out, what binds and what would help."""
    lines = Lines(translator, width)
    links = [link for proposal in found.proposals for link in proposal.links if _is_of(found, link)]
    for number, link in enumerate(links):
        if number:
            lines.blank()
        explain_pair(lines, link, names, found.found.settings)
    for left in found.unmatched:
        tell_one(lines, left, names)
    for aside in found.asides:
        name = names.person(aside.person)
        lines.add(msg("{name} is not considered: {reason}", name=name, reason=aside.reason))
    return lines.text()


def _is_of(found: About, link: Link) -> bool:
    return found.person in {link.mentee, link.mentor}
