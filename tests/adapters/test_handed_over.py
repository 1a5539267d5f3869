import os
from pathlib import Path

import pytest

from telemaco.adapters.handed_over import handed_over
from telemaco.findings import TelemacoError

SIZES = {"number": 4, "check.json": 4}


def test_named_files_are_read_and_others_are_not(tmp_path: Path) -> None:
    (tmp_path / "number").write_text("7")
    (tmp_path / "other").write_text("x")

    assert handed_over(tmp_path, SIZES) == {"number": b"7"}


@pytest.mark.parametrize("size", [4, 5])
def test_file_that_is_too_large_is_refused(tmp_path: Path, size: int) -> None:
    (tmp_path / "number").write_bytes(b"7" * size)

    if size > SIZES["number"]:
        with pytest.raises(TelemacoError, match="more than 4 bytes"):
            handed_over(tmp_path, SIZES)
    else:
        assert handed_over(tmp_path, SIZES) == {"number": b"7777"}


def test_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "number").symlink_to("secret")

    with pytest.raises(TelemacoError, match="cannot be read"):
        handed_over(tmp_path, SIZES)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "number")

    with pytest.raises(TelemacoError, match="is no file"):
        handed_over(tmp_path, SIZES)
