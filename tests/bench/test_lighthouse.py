"""The site as Lighthouse gets it, and what is told of its report."""

from pathlib import Path
from typing import Any

import requests
from bench.hosting import hosted
from bench.lighthouse import marks
from bench.table import line

REPORT: dict[str, Any] = {
    "categories": {
        "performance": {"title": "Performance", "score": 0.92, "auditRefs": []},
        "accessibility": {"title": "Accessibility", "score": 1, "auditRefs": []},
        "best-practices": {"title": "Best Practices", "score": 1, "auditRefs": []},
        "seo": {
            "title": "SEO",
            "score": 0.75,
            "auditRefs": [
                {"id": name, "weight": weight}
                for name, weight in (("title", 1), ("description", 1), ("manual", 0), ("none", 1))
            ],
        },
    },
    "audits": {
        "title": {"id": "title", "title": "Has a title", "score": 1},
        "description": {"id": "description", "title": "Has no description", "score": 0},
        "manual": {"id": "manual", "title": "Look yourself", "score": 0},
        "none": {"id": "none", "title": "Not for this page", "score": None},
    },
}


def test_what_costs_marks_is_named_under_the_page() -> None:
    told = [" ".join(line(row).split()) for row in marks("home, en", REPORT)]

    assert told == [
        "home, en: Accessibility 100.00 points >= 100 met",
        "home, en: Best Practices 100.00 points >= 100 met",
        "home, en: SEO 75.00 points >= 100 MISSED",
        "description: Has no description 0.00 points",
        "home, en: Performance 92.00 points",
    ]


def test_a_site_is_served_as_github_pages_does_it(tmp_path: Path) -> None:
    (tmp_path / "mentors").mkdir()
    (tmp_path / "mentors" / "index.html").write_text("Mentors")
    (tmp_path / "404.html").write_text("Nothing here")

    with hosted(tmp_path) as address:
        page = requests.get(f"{address}mentors/", timeout=10)
        lost = requests.get(f"{address}mentees/", timeout=10)

    assert (page.status_code, page.text) == (200, "Mentors")
    assert page.headers["Content-Encoding"] == "gzip"
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert (lost.status_code, lost.text) == (404, "Nothing here")
