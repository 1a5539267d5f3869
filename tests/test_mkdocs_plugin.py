"""With the real MkDocs: what it builds with the plugin is what `telemaco build` builds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from telemaco.cli.app import run
from telemaco.render.policy import without_policy
from tests.small import small_community


@pytest.fixture
def community(tmp_path: Path) -> Path:
    root = small_community(tmp_path / "small")
    (root / "site").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\ndocs_dir: site\nplugins: [telemaco]\n")
    return root


def _mkdocs(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root / "theirs")],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_mkdocs_builds_what_telemaco_builds(community: Path) -> None:
    assert _mkdocs(community).returncode == 0
    assert run(["build", "--root", str(community)]) == 0

    ours = {p.relative_to(community / "public"): p for p in (community / "public").rglob("*")}
    theirs = {p.relative_to(community / "theirs"): p for p in (community / "theirs").rglob("*")}
    assert ours.keys() == theirs.keys()
    for path, file in ours.items():
        if file.is_file():
            assert file.read_bytes() == theirs[path].read_bytes(), path


def test_what_mkdocs_serves_has_no_policy_that_would_keep_it_from_loading_pages_anew(
    community: Path,
) -> None:
    config = load_config(str(community / "mkdocs.yml"), site_dir=str(community / "theirs"))
    config.plugins.on_startup(command="serve", dirty=False)

    mkdocs_build(config)
    config.plugins.on_startup(command="build", dirty=False)
    served = (community / "theirs" / "index.html").read_text()
    mkdocs_build(config)

    built = (community / "theirs" / "index.html").read_text()
    assert "Content-Security-Policy" in built
    assert served == without_policy(built)


def test_findings_stop_mkdocs(community: Path) -> None:
    (community / "program" / "people" / "haydn.yaml").write_text("name: [\n")

    built = _mkdocs(community)

    assert built.returncode == 1
    assert "program/people/haydn.yaml:" in built.stderr + built.stdout
    assert "Traceback" not in built.stderr


def test_a_run_that_cannot_be_carried_out_stops_mkdocs(community: Path) -> None:
    (community / "site" / "en").mkdir()
    (community / "site" / "en" / "index.md").write_text("# Mine\n")

    built = _mkdocs(community)

    assert built.returncode == 1
    assert "stands where" in built.stderr
    assert "Traceback" not in built.stderr
