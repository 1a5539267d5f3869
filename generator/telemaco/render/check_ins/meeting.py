"""Where a pair meets, as far as it may be told."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import quote, urlsplit

from telemaco.messages import CityName, Fact, msg
from telemaco.model.community import Community
from telemaco.model.rooms import public_page
from telemaco.model.schedule import next_session
from telemaco.model.site import on_site
from telemaco.records.layout import PairId
from telemaco.render.check_ins.people import is_private
from telemaco.render.check_ins.safe import Safe
from telemaco.render.check_ins.voice import Voice
from telemaco.render.pages.addresses import calendar_of, pair_address
from telemaco.render.pages.pair_order import has_page
from telemaco.render.session_events import local_times

_TOOLS: Mapping[str, Fact] = {
    "jitsi": "Jitsi",
    "zoom": "Zoom",
    "teams": "Microsoft Teams",
    "meet": "Google Meet",
    "in-person": msg("in person"),
    "other": msg("where you usually meet"),
}
_FORGE = "github.com"


def meeting_lines(
    community: Community, pair_id: PairId, today: date, voice: Voice
) -> Iterator[str]:
    """When the pair meets next by its members' clocks, and where."""
    yield _next_line(community, pair_id, today, voice)
    yield meeting_line(community, pair_id, voice)


def _next_line(community: Community, pair_id: PairId, today: date, voice: Voice) -> str:
    """The next session that is planned for a time of day; where the site is, its calendar, too."""
    day = next_session(community.sessions_of(pair_id), today)
    times = [
        voice.say(
            msg(
                "{day}, {hours} in {city}",
                day=one.start.date(),
                hours=one.hours,
                city=CityName(one.zone),
            )
        )
        for one in local_times(community, pair_id, day)
    ]
    if not times:
        return ""
    line = voice.say(msg("Next session: {times}.", times=Safe("; ".join(times))))
    calendar = on_site(community.settings, calendar_of(pair_address(community, pair_id)))
    if calendar is None or not has_page(community, pair_id):
        return line
    return " ".join((line, _linked(voice.say(msg("Add to calendar")), calendar)))


def meeting_line(community: Community, pair_id: PairId, voice: Voice) -> str:
    """Where the pair meets; the address of a room in private repositories only."""
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
    url = program.meeting.url if is_private(community) else public_page(program.meeting)
    return voice.say(msg("Where: {tool}", tool=_linked(tool, url)))


def _linked(text: Safe, url: str | None) -> Safe:
    """The text with an address; one that leads into the forge would refer to something there."""
    if url is None or _FORGE in urlsplit(url).netloc.lower():
        return text
    return Safe(f"[{text}]({quote(url, safe=':/?=&%+,;~.-_')})")
