import re
from dataclasses import replace

from markdown_it import MarkdownIt

from telemaco.adapters.translations import Catalog
from telemaco.matching.difference import Difference, Gone, Move, Order, Waiting
from telemaco.matching.outcome import NO_OUTCOME, Outcome
from telemaco.matching.seats import Seat
from telemaco.matching.settings import SettingChange
from telemaco.messages import msg
from telemaco.model.community import ReceiptId
from telemaco.records.base import PersonId, ProgramId
from telemaco.render.matches.difference import difference_as_markdown

ENGLISH = Catalog("en")
SPRING = ProgramId("spring")
BACH, HAYDN, SALA, PORPORA = (PersonId(one) for one in ("bach", "haydn", "sala", "porpora"))
NAMES = {BACH: "Bach", HAYDN: "Haydn", SALA: "Sala", PORPORA: "Porpora"}
DIFFERENCE = Difference(
    SPRING,
    Outcome((ReceiptId(SPRING, "2027-02-03"),)),
    Outcome((ReceiptId(SPRING, "2027-02-10"), ReceiptId(SPRING, "2027-02-10-2"))),
    moved=(
        Move(
            BACH,
            Seat((SALA,), 75_000),
            Seat((PORPORA,), 80_000),
            (("skills", 15_000, 22_900), ("goals", 3_000, 1_000), ("languages", 9_000, 9_100)),
            (msg("{person} is new", person="Porpora"),),
        ),
    ),
    served=(Move(HAYDN, None, Seat((SALA,), 41_000), (("magic", None, 7_000),), ()),),
    waiting=(
        Waiting(PORPORA, Seat((SALA,), 60_000), "1 mentor fits", "one more place"),
        Waiting(SALA, None, "nobody fits", None),
    ),
    gone=(Gone(PersonId("dove"), Seat((SALA,), 60_000), msg("the file is gone")),),
    kept=5,
    settings=(SettingChange("weights.skills", "high", None),),
    orders=(
        Order((SALA, HAYDN), is_pin=True, is_given=True),
        Order((SALA, BACH), is_pin=True, is_given=False),
        Order((SALA, BACH), is_pin=False, is_given=True),
        Order((SALA, HAYDN), is_pin=False, is_given=False),
    ),
)
EXPECTED = """\
## Spring: matching 2027-02-10, 2027-02-10-2 beside 2027-02-03

1 newly has somebody, 1 has somebody else, 2 are newly left out, 5 keep their partner.

### Somebody else

| Who | Before | Now | Why |
|---|---|---|---|
| Bach | Sala 75 | Porpora 80 | Porpora is new; skills 15 to 22; goals 3 to 1 |

### Newly with somebody

| Who | Now | Why |
|---|---|---|
| Haydn | Sala 41 | magic 7 |

### Left without a partner

- Porpora, before with Sala 60: 1 mentor fits; one more place
- Sala: nobody fits

### No longer there

- dove, before with Sala 60: the file is gone

### Orders

- pinned: Sala with Haydn
- no longer pinned: Sala with Bach
- forbidden: Sala with Bach
- no longer forbidden: Sala with Haydn

### Settings

- weights.skills: nothing, before high
"""


def test_everything_that_differs_is_told() -> None:
    assert difference_as_markdown(DIFFERENCE, "Spring", NAMES, ENGLISH) == EXPECTED


def test_first_matching_has_nothing_beside_it() -> None:
    found = Difference(SPRING, NO_OUTCOME, DIFFERENCE.new, (), (), (), (), 0, (), ())

    assert difference_as_markdown(found, "Spring", NAMES, ENGLISH) == (
        "## Spring: first matching, 2027-02-10, 2027-02-10-2\n\n"
        "0 newly have somebody, 0 have somebody else, 0 are newly left out, 0 keep their partner.\n"
    )


def test_names_are_no_markup_and_mention_nobody() -> None:
    evil = "@ada | <img src=x onerror=alert(1)> [x](https://example.org) #1\n# h"
    names = dict.fromkeys(NAMES, evil)

    text = difference_as_markdown(DIFFERENCE, evil, names, ENGLISH)
    html = MarkdownIt("commonmark").enable("table").render(text)

    assert set(re.findall(r"<([a-z0-9]+)", html)) == {
        "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"
    }  # fmt: skip
    assert not re.search(r"[@#]\w|://", html)
    assert html.count("<td>") == 4 + 3


def test_very_long_tables_and_lists_are_cut() -> None:
    found = replace(DIFFERENCE, moved=DIFFERENCE.moved * 250, gone=DIFFERENCE.gone * 201)

    text = difference_as_markdown(found, "Spring", NAMES, ENGLISH)

    assert text.count("| Bach |") == 200
    assert "\nand 50 more\n" in text
    assert "\nand 1 more\n" in text
