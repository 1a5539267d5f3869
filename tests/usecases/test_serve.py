from collections.abc import Collection
from dataclasses import dataclass, field

from telemaco.usecases.serve import serve


@dataclass
class FakeScreen:
    reloads: int = 0

    def reload(self) -> None:
        self.reloads += 1


@dataclass
class FakeBench:
    outcomes: list[bool]
    glances: list[bool]
    seen: list[Collection[str]] = field(default_factory=list)

    def rebuild(self) -> bool:
        return self.outcomes.pop(0)

    def glance(self, paths: Collection[str]) -> bool:
        self.seen.append(paths)
        return self.glances.pop(0)


def test_only_a_good_build_after_a_change_is_shown() -> None:
    bench = FakeBench([True, False, True], [False, False])
    screen = FakeScreen()

    serve(bench, [{"a"}, {"b"}], screen)

    assert (screen.reloads, bench.outcomes, bench.seen) == (1, [], [{"a"}, {"b"}])


def test_what_can_be_made_at_once_is_shown_before_the_rest() -> None:
    screen = FakeScreen()

    serve(FakeBench([True, True], [True]), [{"a"}], screen)

    assert screen.reloads == 2
