"""What is shipped, and what must never be."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from telemaco import __version__

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
# Written so that this file does not hold what it looks for.
STRAYS = re.compile(
    r"pypi[.]org|pythonhosted[.]|registry[.]npmjs|deb[.]debian|index-url[ =]h|find-links[ =]/"
    r"|(?<![\w.:-])/(?:work|root|home|Users)/\w"
)

BUILD = """\
import sys
from setuptools import build_meta

out = sys.argv[1]
build_meta.build_wheel(out)
build_meta.build_sdist(out)
"""


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+) \\$", text, re.MULTILINE))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built from the tracked files only."""
    source = tmp_path_factory.mktemp("source")
    for path in _tracked():
        copy = source / path.relative_to(ROOT)
        if path.is_file() and not path.is_relative_to(ROOT / "tests"):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BUILD, str(out)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    return out


def _packaged() -> set[str]:
    """Every file that the package is made of, as the wheel names it; sources of catalogs stay."""
    package = ROOT / "generator"
    return {
        path.relative_to(package).as_posix()
        for path in _tracked()
        if path.is_relative_to(package) and path.suffix not in {".po", ".pot"}
    }


def test_wheel_holds_everything_that_the_package_is_made_of(shipped: Path) -> None:
    with zipfile.ZipFile(next(shipped.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert held == _packaged()


def test_wheel_has_the_version_and_the_licence(shipped: Path) -> None:
    wheel = next(shipped.glob("*.whl"))

    names = zipfile.ZipFile(wheel).namelist()

    assert wheel.name == f"telemaco-{__version__}-py3-none-any.whl"
    assert f"telemaco-{__version__}.dist-info/licenses/LICENSE" in names


def test_source_distribution_holds_what_the_wheel_is_made_of(shipped: Path) -> None:
    with tarfile.open(next(shipped.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {f"generator/{name}" for name in _packaged()} <= names
    assert {"LICENSE", "README.md", "pyproject.toml"} <= names


def test_wheel_runs_by_itself(shipped: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(shipped.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "installed")  # noqa: S202 (our own wheel)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "LANGUAGE": "en"}

    def telemaco(*arguments: str) -> str:
        # Without -P the interpreter would find the package of the repository first.
        ran = subprocess.run(
            [sys.executable, "-P", "-m", "telemaco", *arguments],
            cwd=tmp_path,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return ran.stdout

    telemaco("new", "community", "--apply")

    assert telemaco("--version").split()[-1] == __version__
    telemaco("check", "--root", "community")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes_for_every_platform(lock: str) -> None:
    text = (ROOT / lock).read_text()

    counts = {
        re.split(r"\[|==", block)[0]: block.count("--hash=sha256:")
        for block in re.split(r"\n(?=[a-z0-9-]+(?:\[[a-z,]+\])?==)", text)[1:]
    }

    assert counts.keys() == _pins(lock).keys()
    assert all(count >= 2 for count in counts.values()), "a source distribution and a wheel each"
    # Compiled ones have a wheel for each platform and version of Python.
    compiled = ("numpy", "scipy", "pyyaml", "pydantic-core", "rapidfuzz", "nh3")
    assert all(counts[name] > 30 for name in compiled), counts


def test_locks_agree_with_each_other() -> None:
    run, everything = (_pins(lock) for lock in LOCKS)

    assert run.items() <= everything.items()


def test_no_file_names_a_registry_or_a_folder_of_some_machine() -> None:
    strays = []

    for path in _tracked():
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content and path != Path(__file__):
            lines = content.decode("utf-8", "replace").splitlines()
            strays += [
                f"{path.relative_to(ROOT)}:{number}: {line[:120]}"
                for number, line in enumerate(lines, 1)
                if STRAYS.search(line)
            ]

    assert strays == []
