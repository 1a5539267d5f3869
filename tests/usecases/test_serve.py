from telemaco.usecases.serve import serve


class FakeScreen:
    def __init__(self) -> None:
        self.reloads = 0

    def reload(self) -> None:
        self.reloads += 1


def test_only_a_good_build_after_a_change_is_shown() -> None:
    outcomes = iter([True, False, True])
    screen = FakeScreen()

    serve(lambda: next(outcomes), [None, None], screen)

    assert screen.reloads == 1
    assert list(outcomes) == []
