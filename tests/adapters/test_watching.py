from pathlib import Path
from threading import Timer

from telemaco.adapters.watching import changes


def test_a_burst_of_changes_is_one(tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    file = tmp_path / "program" / "community.yaml"
    seen = changes(tmp_path, calm=0.5)

    for _ in range(3):
        file.write_text("x")
    assert next(seen) == {"program/community.yaml"}

    Timer(0.3, (tmp_path / "mkdocs.yml").write_text, ["x"]).start()
    assert next(seen) == {"mkdocs.yml"}
    seen.close()


def test_other_files_of_the_folder_do_not_matter(tmp_path: Path) -> None:
    seen = changes(tmp_path)

    Timer(0.2, (tmp_path / "README.md").write_text, ["x"]).start()
    Timer(0.8, (tmp_path / "mkdocs.yml").write_text, ["x"]).start()
    next(seen)

    assert (tmp_path / "mkdocs.yml").exists()
    seen.close()


def test_what_changed_before_it_was_asked_for_is_told(tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    seen = changes(tmp_path)

    (tmp_path / "program" / "community.yaml").write_text("x")

    assert next(seen) == {"program/community.yaml"}
    seen.close()


def test_reading_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs" / "a.md").write_text("x")
    seen = changes(tmp_path)

    (tmp_path / "pairs" / "a.md").read_text()
    Timer(0.3, (tmp_path / "mkdocs.yml").write_text, ["x"]).start()

    assert next(seen) == {"mkdocs.yml"}
    seen.close()
