import pytest

from telemaco.model.rooms import is_room, public_page
from telemaco.records.program import Meeting


@pytest.mark.parametrize(
    "url",
    [
        "https://us02web.zoom.us/j/84755566677?pwd=secret",
        "https://zoom.us/my/workshop",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a",
        "https://teams.live.com/meet/9312345",
        "https://meet.google.com/abc-defg-hij",
        "https://Meet.Google.com/lookup/abc",
        "https://whereby.com/workshop",
        "https://video.example.org/room?password=secret",
    ],
)
def test_address_that_leads_into_a_meeting_is_a_room(url: str) -> None:
    assert is_room(url)
    assert public_page(Meeting(tool="other", url=url)) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://meet.jit.si/",
        "https://meet.example.org/jitsi/",
        "https://zoom.us/",
        "https://support.zoom.us/hc/en-us/articles/1",
        "https://meet.google.com/",
        "https://teams.microsoft.com/",
        "https://example.org/how-we-meet?lang=it",
    ],
)
def test_server_or_page_about_a_tool_is_none(url: str) -> None:
    assert not is_room(url)
    assert public_page(Meeting(tool="other", url=url)) == url


def test_nothing_is_told_where_no_place_is_named() -> None:
    assert public_page(None) is None
    assert public_page(Meeting(tool="in-person", url=None)) is None
