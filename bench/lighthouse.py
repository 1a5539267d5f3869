"""Lighthouse's marks for six kinds of page in both languages, on a phone, in a real Chromium.

Needs Chromium, Node.js 20 or newer, and Lighthouse from npm, in the folder of the project or on
the PATH. The example is built and served on this machine as GitHub Pages does it; or
TELEMACO_BENCH_SITE names a site that is built already. The mark for performance is only told: it
moves with what else the machine does.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.hosting import hosted
from bench.table import Row

ROOT = Path(__file__).resolve().parent.parent
PAGES: Mapping[str, str] = {
    "home": "",
    "program": "programs/atelier-2027/",
    "directory": "mentors/",
    "person": "people/andrea-del-verrocchio/",
    "pair": "pairs/atelier-2027/brahe-kepler/",
    "progress": "progress/",
}
_LANGUAGES: Mapping[str, str] = {"en": "", "it": "it/"}
_FULL_MARKS = ("accessibility", "best-practices", "seo")
_INSTALL = "npm install --no-save --no-package-lock lighthouse@13.5.0"
_BROWSER = ("--headless=new", "--no-sandbox", "--disable-gpu")


def rows() -> Iterable[Row]:
    """The marks of every page, of 100."""
    command, browser = _found()
    with _site() as folder, hosted(folder) as address:
        for language, prefix in _LANGUAGES.items():
            for kind, page in PAGES.items():
                report = _report(command, browser, address + prefix + page)
                yield from marks(f"{kind}, {language}", report)


def marks(page: str, report: Mapping[str, Any]) -> Iterator[Row]:
    """What Lighthouse's report on a page says; what costs marks stands below."""
    categories = report["categories"]
    for name in _FULL_MARKS:
        category = categories[name]
        yield Row(f"{page}: {category['title']}", _of_100(category), "points", at_least=100)
        for audit in _costly(category, report["audits"]):
            yield Row(f"  {audit['id']}: {audit['title']}", _of_100(audit), "points")
    performance = categories["performance"]
    yield Row(f"{page}: {performance['title']}", _of_100(performance), "points")


def _found() -> tuple[str, str]:
    """Where Lighthouse and the browser are."""
    own = ROOT / "node_modules" / ".bin" / "lighthouse"
    command = str(own) if own.is_file() else shutil.which("lighthouse")
    if command is None:
        raise SystemExit(f"Lighthouse is not on this machine. Install it: {_INSTALL}")
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    if browser is None:
        raise SystemExit("No browser is on this machine. Install Chromium.")
    return command, browser


@contextmanager
def _site() -> Iterator[Path]:
    built = os.environ.get("TELEMACO_BENCH_SITE")
    if built:
        yield Path(built)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        build = [sys.executable, "-m", "telemaco", "build", "--out", str(folder)]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        yield folder


def _report(command: str, browser: str, address: str) -> Mapping[str, Any]:
    """What Lighthouse says of a page: https://github.com/GoogleChrome/lighthouse, docs."""
    flags = ["--output=json", "--quiet", f"--chrome-flags={' '.join(_BROWSER)}"]
    done = subprocess.run(
        [command, address, *flags],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse ended with {done.returncode}\n{done.stderr[-2000:]}")
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def _costly(category: Mapping[str, Any], audits: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The audits of the category that cost marks."""
    weighed = (audits[each["id"]] for each in category["auditRefs"] if each["weight"])
    return (audit for audit in weighed if audit["score"] is not None and audit["score"] < 1)


def _of_100(scored: Mapping[str, Any]) -> float:
    return 100 * float(scored["score"] or 0)
