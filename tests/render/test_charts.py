import pytest

from telemaco.render.charts import HEIGHT, WIDTH, Chart, Series, bar_chart


def _chart(*values: tuple[int, ...]) -> Chart:
    columns = [f"c{n}" for n in range(len(values[0]))]
    series = [Series(f"s{n}", one) for n, one in enumerate(values)]
    return bar_chart("id", "Title", "It shows.", columns, series)


def test_bars_stand_on_one_another_within_the_picture() -> None:
    lower, upper, _third = _chart((4, 2), (3, 0)).bars

    assert upper.y + upper.height == pytest.approx(lower.y, abs=0.11)
    assert (lower.series, upper.series) == (1, 2)
    assert all(0 <= bar.x <= WIDTH and 0 <= bar.y <= HEIGHT for bar in (lower, upper))


def test_a_bar_says_what_it_stands_for() -> None:
    assert _chart((4, 2), (3, 0)).bars[1].label == "c0, s1: 3"


def test_nothing_has_no_bar() -> None:
    assert _chart((0, 0)).bars == ()


@pytest.mark.parametrize(
    ("largest", "lines"), [(0, "4"), (4, "4"), (5, "8"), (9, "20"), (41, "80")]
)
def test_lines_are_at_round_numbers(largest: int, lines: str) -> None:
    ticks = _chart((largest,)).ticks

    assert len(ticks) == 5
    assert ticks[-1].text == lines


def test_many_columns_share_few_words() -> None:
    assert len(_chart(tuple(range(30))).labels) == 10


def test_the_table_has_every_figure() -> None:
    assert _chart((4, 2), (3, 0)).rows == (("c0", (4, 3)), ("c1", (2, 0)))


def test_no_columns_are_no_bars() -> None:
    assert bar_chart("id", "T", "S", [], []).bars == ()
