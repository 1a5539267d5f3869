"""Forms as people fill them in, for workflows that look at them."""

from collections.abc import Mapping
from typing import Any

from telemaco.adapters.disk import DiskSources
from telemaco.forms.catalogue import forms_of
from telemaco.loading.load import load
from tests.forge.client import Client
from tests.forge.scene import NAME
from tests.forms.bodies import body_of
from tests.workflows.stage import Stage

ADA: Mapping[str, tuple[str, ...]] = {
    "program": ("atelier",),
    "name": ("Ada",),
    "timezone": ("Europe/London",),
    "fluent": ("en",),
    "seeks-1": ("writing",),
    "publish": ("name", "headline", "bio", "seeks"),
    "consent": ("public", "conduct"),
}
"""What somebody answers who wants to learn."""


def form_body(
    stage: Stage, answers: Mapping[str, tuple[str, ...]], name: str = "join-as-mentee"
) -> str:
    """The text of an issue with a form, by its name."""
    forms = forms_of(load(DiskSources(stage.source).files()).community)
    [form] = [one for one in forms if one.label == name]
    return body_of(form, answers)


def client(stage: Stage, login: str) -> Client:
    stage.scene.github.token(f"token-of-{login}", login)
    return Client(stage.scene.github, f"token-of-{login}", f"/repos/{NAME}")


def fill(stage: Stage, body: str, login: str = "ada") -> int:
    """Somebody sends a form; the number of the issue."""
    _, made = client(stage, login).ask("POST", "/issues", {"title": "[Join]: ", "body": body})
    number: int = made["number"]
    return number


def form_event(
    stage: Stage, answers: Mapping[str, tuple[str, ...]] = ADA
) -> tuple[str, dict[str, Any]]:
    """Somebody sends a form: the event and what GitHub tells about it."""
    return "issues", {"issue": {"number": fill(stage, form_body(stage, answers))}}
