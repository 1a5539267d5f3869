"""What docs/forms.md says of the forms."""

from telemaco.forms.catalogue import forms_of
from tests.forms.communities import ROOT, nasty


def test_every_form_is_in_the_list() -> None:
    rows = [
        line.split("|")[1]
        for line in (ROOT / "docs/forms.md").read_text().splitlines()
        if line.startswith("| `")
    ]

    missing = {
        form.name for form in forms_of(nasty()) if not any(f"`{form.name}`" in row for row in rows)
    }
    assert missing == set()
