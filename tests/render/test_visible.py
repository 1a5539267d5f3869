import pytest

from telemaco.render.visible import harmless


@pytest.mark.parametrize(
    ("text", "harmless_text"),
    [
        ("plain", "plain"),
        ("::error::forged", ": :error: :forged"),
        ("say ##[add-mask]a", "say # #[add-mask]a"),
        ("one\n::stop", "one\\n: :stop"),
    ],
)
def test_text_in_a_log_is_no_command(text: str, harmless_text: str) -> None:
    assert harmless(text) == harmless_text
