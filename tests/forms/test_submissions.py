"""Bodies as GitHub writes them: every answer is read as it was given, or the text is refused."""

from collections.abc import Callable

import pytest

from telemaco.forms.catalogue import forms_of
from telemaco.model.community import Community
from tests.forms.communities import example, nasty
from tests.forms.submissions import submissions, tally

pytestmark = pytest.mark.no_cover
"""Two thousand bodies: every branch that they pass has a test of its own; it halves the time."""

BOTH = pytest.mark.parametrize("found", [example, nasty], ids=["example", "nasty"])


@BOTH
def test_friendly_submission_is_read_exactly(found: Callable[[], Community]) -> None:
    read = tally(found(), submissions(found(), 200, seed=1, is_hostile=False))

    assert (read.exact, read.refused, read.wrong) == (200, 0, 0)


@BOTH
def test_hostile_submission_is_never_read_wrongly(found: Callable[[], Community]) -> None:
    read = tally(found(), submissions(found(), 800, seed=2))

    assert read.wrong == 0
    assert read.exact > read.refused / 2


@BOTH
def test_submissions_are_of_every_form_and_language(found: Callable[[], Community]) -> None:
    seen = {(one.form.name, one.language) for one in submissions(found(), 60, seed=3)}

    assert seen == {
        (form.name, language)
        for form in forms_of(found())
        if form.is_offered
        for language in found().settings.languages
    }
