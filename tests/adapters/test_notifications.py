import email
import email.policy
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from telemaco.adapters.notifications import Notifications
from telemaco.adapters.translations import Catalog
from telemaco.ports.notifications import Delivery, Notice
from telemaco.records.base import ProgramId

SPRING = ProgramId("spring-2027")
NOTICE = Notice("Check-ins of Spring", "2 check-ins were opened.", b"BEGIN:VCALENDAR\r\n")


@pytest.fixture(name="hook")
def _hook() -> Iterator["_Hook"]:
    hook = _Hook()
    Thread(target=hook.serve_forever, daemon=True).start()
    yield hook
    hook.shutdown()
    hook.server_close()


@pytest.fixture(name="mails")
def _mails() -> Iterator["_Mails"]:
    mails = _Mails()
    yield mails
    mails.stop()


class _Hook(ThreadingHTTPServer):
    """A web hook on loopback; it refuses whatever comes to /closed."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.said: list[str] = []

    @property
    def address(self) -> str:
        return f"json://127.0.0.1:{self.server_port}"


class _Request(BaseHTTPRequestHandler):
    server: _Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        is_open = not self.path.startswith("/closed")
        if is_open:
            self.server.said.append(body)
        self.send_response(200 if is_open else 503)
        self.end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 (the library's name)
        """Say nothing."""


class _Mails:
    """A mail server on loopback."""

    def __init__(self) -> None:
        self.came: list[EmailMessage] = []
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 (the library's name)
        assert isinstance(envelope.content, bytes)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.came.append(message)
        return "250 OK"

    @property
    def address(self) -> str:
        return (
            f"mailto://127.0.0.1:{self._port}/?from=telemaco@example.org&to=team@example.org"
            "&mode=insecure"
        )


def _send(**variables: str) -> Sequence[Delivery]:
    return Notifications(variables).send(SPRING, NOTICE)


def test_channels_of_all_programs_and_of_this_one_get_the_notice_once(hook: _Hook) -> None:
    shared, own = f"{hook.address}/shared", f"{hook.address}/own"

    deliveries = _send(
        TELEMACO_NOTIFY=shared,
        TELEMACO_NOTIFY_SPRING_2027=f"{own}\n  {shared}",
        TELEMACO_NOTIFY_AUTUMN_2027=f"{hook.address}/other",
    )

    assert deliveries == [Delivery("1. json://...", None), Delivery("2. json://...", None)]
    assert len(hook.said) == 2
    assert all("2 check-ins were opened." in text for text in hook.said)


def test_channel_that_fails_is_told_and_the_next_one_is_tried(hook: _Hook) -> None:
    channels = f"{hook.address}/closed?token=hush json://127.0.0.1:1/dead?token=hush {hook.address}"

    deliveries = _send(TELEMACO_NOTIFY=channels)

    problems = [one.problem and Catalog("en").text(one.problem) for one in deliveries]
    assert [problem is None for problem in problems] == [False, False, True]
    assert all((problem or "").startswith("it was not taken: ") for problem in problems[:2])
    assert "hush" not in repr(deliveries)
    assert len(hook.said) == 1


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("nonsense", "1. ..."),
        ("foo://secret", "1. foo://..."),
        ("slack://secret", "1. slack://..."),
    ],
)
def test_address_that_cannot_be_used_is_told_without_its_secret(address: str, name: str) -> None:
    [delivery] = _send(TELEMACO_NOTIFY=address)

    assert delivery.channel == name
    assert delivery.problem
    assert Catalog("en").text(delivery.problem) == "it is not an address that can be used"


def test_mail_brings_the_calendar_and_a_chat_does_not(hook: _Hook, mails: _Mails) -> None:
    deliveries = _send(TELEMACO_NOTIFY=f"{hook.address} {mails.address}")

    assert [one.problem for one in deliveries] == [None, None]
    [mail] = mails.came
    assert mail["Subject"] == "Check-ins of Spring"
    [calendar] = mail.iter_attachments()
    assert calendar.get_filename() == "telemaco.ics"
    assert calendar.get_content_type() == "text/calendar"
    assert 'attachments": []' in hook.said[0]


def test_without_addresses_there_are_no_channels() -> None:
    assert _send(TELEMACO_NOTIFY="  \n") == []
