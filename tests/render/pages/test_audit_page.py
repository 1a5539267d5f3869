from telemaco.records.base import ProgramId
from telemaco.render.pages.audit_page import audit_page
from tests.render.pages.workshop import PROGRAM, edition, without

BOTTEGA = ProgramId("bottega")


def test_page_has_every_standard_of_both_bodies_and_the_next_steps() -> None:
    page = audit_page(edition(), BOTTEGA)

    assert page.address == "programs/bottega/audit/"
    for words in ("Clarity of purpose", "Closure", "Seen in the files", "Not there"):
        assert words in page.body
    assert "Name a second coordinator under <code>coordinators</code> in the program" in page.body
    assert "`" not in page.body
    assert page.body.count("<h2") == 2
    assert page.body.count("<h3") == 12


def test_informal_program_is_told_that_it_need_not_have_all() -> None:
    said = "An informal program need not have all of this."

    assert said not in audit_page(edition(), BOTTEGA).body
    informal = without(PROGRAM, "style: formal", "style: informal")
    assert said in audit_page(edition(informal), BOTTEGA).body
