"""`status`, check-ins and pages are right at every step of a program's life.

What is expected lies in `expected/<life>/`; `pytest --bless` writes it anew, and a person reads it.
"""

from pathlib import Path

import pytest

from tests.lives import circle, flash, formal, group, informal, reverse
from tests.lives.living import Life, lead, story

EXPECTED = Path(__file__).parent / "expected"
LIVES = {
    "formal": formal.LIFE,
    "informal": informal.LIFE,
    "group": group.LIFE,
    "circle": circle.LIFE,
    "reverse": reverse.LIFE,
    "flash": flash.LIFE,
}


@pytest.mark.parametrize("name", LIVES)
def test_a_program_is_right_at_every_step_of_its_life(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    bless: bool,
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    life: Life = LIVES[name]
    files = [f"{number:02}-{step.file}.txt" for number, step in enumerate(life.steps, start=1)]
    for file, step in zip(files, life.steps, strict=True):
        lead(tmp_path, step)
        seen = story(tmp_path, life, step, capsys)
        path = EXPECTED / name / file
        if bless:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(seen)
        assert seen == path.read_text(), f"{path}: read the difference, then pytest --bless"
    assert sorted(path.name for path in (EXPECTED / name).iterdir()) == files
