from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.messages import Choices, Worded, msg
from telemaco.records.base import Language
from telemaco.render.check_ins.safe import Safe
from telemaco.render.check_ins.voice import voice_of

ENGLISH = voice_of(Catalog("en"), (Language("en"),))


def test_every_kind_of_fact_is_made_safe() -> None:
    message = msg(
        "{text} {safe} {day} {worded} {choices} {inner} {count}",
        text="@a",
        safe=Safe("**b**"),
        day=date(2027, 2, 3),
        worded=Worded((("en", "@c"), ("it", "@d"))),
        choices=Choices(("@e", "f")),
        inner=msg("{x}", x="@g"),
        count=3,
    )

    assert ENGLISH.say(message) == (
        "@\u200ba **b** 3 February 2027 @\u200bc @\u200be or f @\u200bg 3"
    )


def test_title_is_said_as_it_is() -> None:
    assert ENGLISH.plainly(msg("{a} {b}", a="*x*", b=msg("{c}", c=1))) == "*x* 1"
