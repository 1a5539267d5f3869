"""Where a pair meets, as far as it may be told."""

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from telemaco.messages import Fact, msg
from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.render.check_ins.people import is_private
from telemaco.render.check_ins.safe import Safe
from telemaco.render.check_ins.voice import Voice

_TOOLS: Mapping[str, Fact] = {
    "jitsi": "Jitsi",
    "zoom": "Zoom",
    "teams": "Microsoft Teams",
    "meet": "Google Meet",
    "in-person": msg("in person"),
    "other": msg("where you usually meet"),
}
_FORGE = "github.com"


def meeting_line(community: Community, pair_id: PairId, voice: Voice) -> str:
    """Where the pair meets; the address of a room of its own in private repositories only.

    A program's address is a public page by definition.
    """
    pair = community.pairs[pair_id]
    if pair.meeting is not None:
        tool = voice.fact(_TOOLS[pair.meeting.tool])
        if pair.meeting.url and not is_private(community):
            where = msg(
                "Where: {tool}, in your own room; its address stays out of here.", tool=tool
            )
            return voice.say(where)
        return voice.say(msg("Where: {tool}", tool=_linked(tool, pair.meeting.url)))
    program = community.programs.get(pair_id.program)
    if program is None or program.meeting is None:
        return ""
    tool = voice.fact(_TOOLS[program.meeting.tool])
    return voice.say(msg("Where: {tool}", tool=_linked(tool, program.meeting.url)))


def _linked(text: Safe, url: str | None) -> Safe:
    """The text with an address; one that leads into the forge would refer to something there."""
    if url is None or _FORGE in urlsplit(url).netloc.lower():
        return text
    return Safe(f"[{text}]({quote(url, safe=':/?=&%+,;~.-_')})")
