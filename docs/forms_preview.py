"""Pictures of the issue forms: `python docs/forms_preview.py [--out FOLDER] [NAME ...]`.

Draws the files of .github/ISSUE_TEMPLATE/ about as GitHub shows them, and takes a picture of each
in headless Chromium; nothing is fetched. With names only these: join-as-mentee, session-note-it.
With --handbook the small pictures of the handbook are taken anew instead.
"""

import argparse
import shutil
from base64 import b64decode
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup
from playwright.sync_api import sync_playwright

from telemaco.render.markdown import to_html

ROOT = Path(__file__).parent.parent
_FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
_IN_HANDBOOK = ("join-as-mentee", "session-note")
_LANGUAGES = {"en": "", "it": "-it"}
_TOP = {
    "format": "webp",
    "quality": 75,
    "clip": {"x": 0, "y": 0, "width": 800, "height": 860, "scale": 1},
}

_PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>{{ form.name }}</title><style>
body { font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
  color: #1f2328; background: #fff; margin: 24px auto; max-width: 760px; padding: 0 16px; }
h1 { font-size: 20px; margin: 0; } h1 + p { color: #59636e; margin: 4px 0 20px; }
.box { border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px; }
.field { margin: 0 0 20px; } .label { font-weight: 600; display: block; }
.star { color: #d1242f; } .help { color: #59636e; font-size: 12px; display: block; }
.input, .area, .list { border: 1px solid #d1d9e0; border-radius: 6px; background: #f6f8fa;
  padding: 5px 12px; margin-top: 6px; color: #818b98; min-height: 21px; box-sizing: border-box; }
.area { min-height: 76px; white-space: pre-wrap; }
.list { display: inline-block; color: #1f2328; font-weight: 500; min-width: 180px; }
.list::after { content: " \\25BE"; color: #59636e; }
.options { color: #59636e; font-size: 12px; margin-top: 4px; }
.tick { margin-top: 6px; } .send { background: #1f883d; color: #fff; border-radius: 6px;
  display: inline-block; padding: 5px 16px; font-weight: 500; margin-top: 8px; }
a { color: #0969da; }
</style></head><body>
<h1>{{ form.name }}</h1><p>{{ form.description }}</p>
<div class="box">
<div class="field"><span class="label">Add a title <span class="star">*</span></span>
<div class="input" style="color:#1f2328">{{ form.title }}</div></div>
{% for item in form.body %}{% set given = item.attributes %}
{% set star = (item.validations or {}).required %}
<div class="field">
{% if item.type == "markdown" %}{{ markdown(given.value) }}
{% else %}<span class="label">{{ given.label }}{% if star %} <span class="star">*</span>{% endif %}
</span>{% if given.description %}<span class="help">{{ given.description }}</span>{% endif %}
{% if item.type == "input" %}<div class="input">{{ given.placeholder or "" }}</div>
{% elif item.type == "textarea" %}<div class="area">{{ given.placeholder or "" }}</div>
{% elif item.type == "dropdown" %}
<div class="list">{{ given.options[0] if star and not given.multiple else
  ("Selections:" if given.multiple else "None") }}</div>
<div class="options">{{ given.options[:12] | join(" &middot; " | safe) }}
{%- if given.options | length > 12 %} &hellip; ({{ given.options | length }}){% endif %}</div>
{% else %}{% for box in given.options %}<div class="tick">&#9744; {{ box.label }}
{%- if box.required %} <span class="star">*</span>{% endif %}</div>{% endfor %}
{% endif %}{% endif %}</div>
{% endfor %}</div><span class="send">Create</span>
</body></html>"""


def main() -> None:
    """Draw the forms that were named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--forms", type=Path, default=_FORMS, metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "forms", metavar="FOLDER")
    parser.add_argument("--handbook", action="store_true")
    options = parser.parse_args()
    if options.handbook:
        _take_for_handbook(options.forms)
        return
    names = options.names or sorted(
        path.stem for path in options.forms.glob("*.yml") if path.stem != "config"
    )
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": 800, "height": 900})
        for name in names:
            page.set_content(_drawn(yaml.safe_load((options.forms / f"{name}.yml").read_text())))
            target = options.out / f"{name}.png"
            page.screenshot(path=target, full_page=True)
            print(target)
        browser.close()


def _take_for_handbook(forms: Path) -> None:
    """The top of some forms in each language, as small as a picture with text in it can be."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": 800, "height": 900})
        taker = page.context.new_cdp_session(page)
        for name, (language, ending) in product(_IN_HANDBOOK, _LANGUAGES.items()):
            page.set_content(_drawn(yaml.safe_load((forms / f"{name}{ending}.yml").read_text())))
            taken = taker.send("Page.captureScreenshot", _TOP)
            target = (
                ROOT / "generator/telemaco/builtin/handbook" / language / "images" / f"{name}.webp"
            )
            target.write_bytes(b64decode(taken["data"]))
            print(target)
        browser.close()


def _drawn(form: Mapping[str, Any]) -> str:
    templates = Environment(autoescape=True)
    return templates.from_string(_PAGE).render(form=form, markdown=_markdown)


def _markdown(text: str) -> Markup:
    return Markup(to_html(text))  # noqa: S704 (sanitised)


if __name__ == "__main__":
    main()
