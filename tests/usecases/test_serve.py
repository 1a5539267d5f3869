from collections.abc import Collection
from dataclasses import dataclass, field

import pytest

from telemaco.usecases.serve import serve, show


@dataclass
class FakeScreen:
    reloads: int = 0

    def reload(self) -> None:
        self.reloads += 1


@dataclass
class FakeBench:
    outcomes: list[bool]

    def rebuild(self) -> bool:
        return self.outcomes.pop(0)


@dataclass
class FakeGlass:
    has_pages: bool
    seen: list[Collection[str]] = field(default_factory=list)

    def glance(self, paths: Collection[str]) -> bool:
        self.seen.append(paths)
        return self.has_pages


def test_only_a_good_build_is_shown_the_first_one_too() -> None:
    bench = FakeBench([True, False, True])
    screen = FakeScreen()

    serve(bench, [None, None], screen)

    assert (screen.reloads, bench.outcomes) == (2, [])


@pytest.mark.parametrize("has_pages", [True, False])
def test_what_can_be_made_at_once_is_shown(*, has_pages: bool) -> None:
    glass = FakeGlass(has_pages)
    screen = FakeScreen()

    show(glass, {"a"}, screen)

    assert (glass.seen, screen.reloads) == ([{"a"}], has_pages)
