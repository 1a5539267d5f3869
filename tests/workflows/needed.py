"""What each permission of a workflow is for: the step that fails without it."""

from collections.abc import Mapping

FAILING: Mapping[tuple[str, str], str] = {
    ("check.yml", "contents"): "Fetch the repository",
    ("site.yml", "contents"): "Fetch the repository",
    ("site.yml", "actions"): "Ask when the reminders last ran",
    ("site.yml", "pages"): "Publish",
    ("site.yml", "id-token"): "Publish",
    ("reminders.yml", "contents"): "Fetch the repository",
    ("reminders.yml", "issues"): "Carry it out",
}
FAILING_REVIEW: Mapping[str, str] = {
    "contents": "Fetch the repository",
    "actions": "Fetch the result",
    "pull-requests": "Answer",
}
"""Of review.yml, by the permission."""
FAILING_INTAKE: Mapping[str, str] = {
    "contents": "Fetch the repository",
    "issues": "Look at the form",
    "pull-requests": "Look at the form",
}
"""Of intake.yml when a form is sent, by the permission."""
FAILING_INTAKE_ON_PUSH: Mapping[str, str] = {
    "contents": "Fetch the repository",
    "issues": "Look at every open form",
    "pull-requests": "Look at every open form",
}
"""Of intake.yml when the files have changed, by the permission."""
