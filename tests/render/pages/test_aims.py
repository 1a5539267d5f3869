from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.render.pages.pair_pages import pair_page
from tests.render.pages.workshop import PAIR, PUPIL, WORKSHOP, edition, without

PAIR_ID = PairId(ProgramId("bottega"), PairName("verrocchio-leonardo"))
OPEN = "statement: Paint an angel,"
DUE = f"{OPEN} due: 2027-09-08,"
OVER = "status: completed\n        end: 2027-03-01"


def _page(goal: str, *, status: str = "status: active", language: str = "en") -> str:
    pair = WORKSHOP[PAIR].replace(OPEN, goal).replace("status: active", status)
    return pair_page(edition({PAIR: pair}, language), PAIR_ID).body


def test_a_goal_under_way_says_by_when() -> None:
    assert "<p>By 8 September 2027</p>" in _page(DUE)
    assert "<p>Entro l'8 settembre 2027</p>" in _page(DUE, language="it").replace("&#39;", "'")


def test_a_goal_without_a_day_or_settled_says_no_day() -> None:
    assert "By 8" not in _page(OPEN)
    assert "By 8" not in _page(f"{DUE} status: achieved,")


def test_a_goal_that_stays_between_members_says_no_day() -> None:
    due = {PAIR: WORKSHOP[PAIR].replace(OPEN, DUE)}

    page = pair_page(edition(due | without(PUPIL, "name, seeks, pairs", "seeks")), PAIR_ID)

    assert "1 goal stays between the members" in page.body
    assert "September" not in page.body


def test_a_goal_under_way_says_what_it_lacks_and_waits_for_a_rating() -> None:
    page = _page(f"{OPEN} baseline: -2,")

    assert "Under way" in page
    assert "It could still say" in page
    assert "Not rated yet." in page


def test_a_goal_of_a_pair_that_is_over_was_left_open_and_gets_no_advice() -> None:
    page = _page(f"{OPEN} baseline: -2,", status=OVER)

    assert '<span class="tm-chip tm-chip--done">Left open</span>' in page
    assert "Under way" not in page
    assert "It could still say" not in page
    assert "Not rated yet." not in page
    assert "Rimasto aperto" in _page(OPEN, status=OVER, language="it")


def test_a_goal_that_was_settled_before_the_end_says_how() -> None:
    page = _page(f"{OPEN} status: partly,", status=OVER)

    assert "Partly reached" in page
    assert "Left open" not in page
