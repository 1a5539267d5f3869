"""The same community of pairs as files of Telemaco, of Hugo and of MkDocs.

A pair has 12 notes, of which one in ten is published with its text. Hugo gets the same files: a
pair is a bundle with its notes beside it, `pair.yaml` and people's files are its front matter, and
the templates in `bench/hugo/` print what Telemaco's pages show, facts, goals, sessions with their
texts, the guide and the agreement, within the frame of Telemaco's own page. As `ready` it gets what
suits it best, one Markdown file a page in which all that is already written out, in the same frame.
MkDocs gets those Markdown files, too, with only its hubs in the navigation.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2027, 7, 1)
_FIRST = date(2027, 1, 4)
_WORDS = ("goal", "review", "plan", "feedback", "practice", "question", "progress", "letter")
_LAYOUTS = Path(__file__).parent / "hugo"
_BODY = re.compile(r'<nav class="tm-crumbs".*(?=</article>)', re.DOTALL)
_TITLE = re.compile(r"(?<=<title>)[^<]*(?= - Bench)")
_DESCRIPTION = re.compile(r'(?<=<meta name="description" content=")[^"]*')


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Put files below a folder."""
    for path, text in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def community(pairs: int) -> Iterator[tuple[str, str]]:
    """As Telemaco reads it; as many mentors and mentees as pairs."""
    yield (
        "program/community.yaml",
        (
            "title: Bench\nlanguages: [en]\ncoordinators: [m0]\ncontact: c\n"
            "code_of_conduct: https://example.org/\n"
        ),
    )
    yield "program/skills.yaml", "".join(f"- {{id: {w}, label: {w}}}\n" for w in _WORDS)
    yield (
        "program/programs/year.yaml",
        (
            "title: The year\nsummary: A year.\nstatus: running\nstyle: informal\n"
            "kind: one-to-one\ndates: {start: 2027-01-04}\n"
        ),
    )
    for n in range(pairs):
        yield f"program/people/m{n}.yaml", f"name: Mentor {n}\n{_person(n, 'mentor')}"
        yield f"program/people/e{n}.yaml", f"name: Mentee {n}\n{_person(n, 'mentee')}"
        yield f"pairs/year/p{n}/pair.yaml", _pair(n)
        for day, is_public in _days(n):
            yield f"pairs/year/p{n}/{day}.md", _note(n, day, is_public=is_public)


def for_hugo(pairs: int, frames: Path) -> Iterator[tuple[str, str]]:
    """The same files for Hugo; `frames` is a site of Telemaco's, whose frame its pages get."""
    yield from _hugo_site(frames)
    for kind in ("pairs", "people"):
        yield f"layouts/{kind}/single.html", (_LAYOUTS / f"{kind}.html").read_text()
    for n in range(pairs):
        for name, letter, role in (("Mentor", "m", "mentor"), ("Mentee", "e", "mentee")):
            head = f"---\ntitle: {name} {n}\n{_person(n, role)}---\n"
            yield f"content/people/{letter}{n}.md", head
        head = f"---\ntitle: {_title(n)}\n{_pair(n)}---\n"
        yield f"content/pairs/year/p{n}/index.md", head
        for day, is_public in _days(n):
            yield f"content/pairs/year/p{n}/{day}.md", _note(n, day, is_public=is_public)


def ready_for_hugo(pairs: int, frames: Path) -> Iterator[tuple[str, str]]:
    """One Markdown file a page for Hugo, in which all is written out."""
    yield from _hugo_site(frames)
    for kind in ("pairs", "people"):
        yield f"layouts/{kind}/single.html", (_LAYOUTS / "ready.html").read_text()
    yield from _ready(pairs)


def for_mkdocs(pairs: int) -> Iterator[tuple[str, str]]:
    """The same Markdown files for MkDocs with Material."""
    yield (
        "mkdocs.yml",
        (
            "site_name: Bench\ndocs_dir: content\nnot_in_nav: '/*/*'\n"
            "theme: {name: material, font: false, language: en}\n"
            "nav: [index.md, pairs/index.md, people/index.md]\n"
        ),
    )
    for folder in ("", "pairs/", "people/"):
        yield f"content/{folder}index.md", "# Hub\n"
    yield from _ready(pairs)


def _hugo_site(frames: Path) -> Iterator[tuple[str, str]]:
    yield (
        "hugo.toml",
        (
            'title = "Bench"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
            '[params.languages]\nen = "English"\n'
        ),
    )
    yield "layouts/_default/list.html", (_LAYOUTS / "list.html").read_text()
    for kind, page in (("pairs", "pairs/year/p0"), ("people", "people/m0")):
        html = (frames / page / "index.html").read_text()
        yield f"layouts/{kind}/baseof.html", _as_layout(html)
    yield "layouts/_default/baseof.html", _as_layout(html)
    for folder in ("", "pairs/", "pairs/year/", "people/"):
        yield f"content/{folder}_index.md", "---\ntitle: Hub\n---\n"


def _as_layout(html: str) -> str:
    """The frame of a page with Hugo's words for what differs."""
    html = _BODY.sub('{{ block "main" . }}{{ end }}', html, count=1)
    html = _DESCRIPTION.sub("{{ .Title }} in The year: sessions and goals.", html, count=1)
    return _TITLE.sub("{{ .Title }}", html)


def _days(pair: int) -> list[tuple[date, bool]]:
    """The days of a pair's sessions, and whether the text of each is published."""
    return [(_FIRST + timedelta(weeks=2 * n), (pair + n) % 10 == 0) for n in range(12)]


def _title(pair: int) -> str:
    return f"Mentor {pair} and Mentee {pair}"


def _text(pair: int, day: date) -> str:
    """No two alike, so that nobody wins by remembering one."""
    words = " ".join(_WORDS[(pair + n) % len(_WORDS)] for n in range(30))
    return (
        f"## Goal\n\nOn day {day:%j} pair {pair} spoke about **{_WORDS[pair % len(_WORDS)]}**: "
        f"{words}.\n\n- one\n- two\n"
    )


def _pair(pair: int) -> str:
    return (
        f"members: [{{person: m{pair}, role: mentor}}, {{person: e{pair}, role: mentee}}]\n"
        "status: active\nstart: 2027-01-04\n"
        "goals: [{id: one, statement: Finish a work}]\n"
    )


def _note(pair: int, day: date, *, is_public: bool) -> str:
    shown = f"visibility: public\n---\n{_text(pair, day)}" if is_public else "---\n"
    return f"---\nstatus: held\nminutes: 60\nattendance: {{m{pair}: present}}\n{shown}"


def _person(number: int, role: str) -> str:
    field = "offers" if role == "mentor" else "seeks"
    word = _WORDS[number % 8]
    return (
        f"timezone: Europe/Rome\nlanguages: {{en: fluent}}\n"
        f"bio: I like *{word}* number {number}.\n{field}: [{{skill: {word}}}]\n"
        f"enrolments: [{{program: year, role: {role}, status: matched}}]\n"
        f"consent: {{text: v1, on: 2027-01-01, publish: [name, bio, languages, {field}, pairs]}}\n"
    )


def _ready(pairs: int) -> Iterator[tuple[str, str]]:
    for n in range(pairs):
        yield f"content/pairs/year/p{n}.md", _ready_pair(n)
        for name, letter in (("Mentor", "m"), ("Mentee", "e")):
            yield f"content/people/{letter}{n}.md", _ready_person(f"{name} {n}", n)


def _ready_person(name: str, number: int) -> str:
    word = _WORDS[number % 8]
    return (
        f"---\ntitle: {name}\n---\n# {name}\n\nNo room now\n\n"
        f"| Languages |\n|---|\n| English (fluent) |\n\n"
        f"I like *{word}* number {number}.\n\n## Can help with\n\n- **{word}**\n\n"
        "## How to ask\n\n- [The year](../index.md). One to one. One can join at any time.\n\n"
        "There is no room at present, but you can join a program and name several people. Put "
        f"this into it:\n\n1. the name {name}, among those you would like as your mentor\n"
        "2. what you want to change or finish in the next months, in two sentences\n"
        "3. where you stand, and what you tried already\n"
        "4. when you are free, in your own time zone\n\n"
        f"## Pairs and groups\n\n- [{_title(number)}](../pairs/year/p{number}.md) Active, "
        "began 4 Jan 2027, 12 sessions held\n"
    )


def _ready_pair(number: int) -> str:
    sessions = "\n".join(
        f"### {day:%-d %B %Y}: held, 60 minutes\n{_text(number, day) if is_public else ''}"
        for day, is_public in reversed(_days(number))
    )
    return (
        f"---\ntitle: {_title(number)}\n---\n# {_title(number)}\n\nActive\n\n"
        f"| | |\n|---|---|\n| Mentor | [Mentor {number}](../../people/m{number}.md) |\n"
        f"| Mentee | [Mentee {number}](../../people/e{number}.md) |\n| Began | 4 January 2027 |\n"
        "| Sessions held | 12 |\n| Time together | 12 hours |\n\n"
        f"## Goals\n\n- **Finish a work** under way\n\n{_GUIDES}\n## Sessions\n\n{sessions}\n"
    )


_GUIDES = """## For the next session

### Check-in

- What is new?

### Goal

- What would you like to talk about today?

### Reality

- What makes it hard?
- What have you tried?

### Will do

- What will you try?
- Do we meet again, and when?

## Our agreement

- We say what each of us would like to come out of it. It may change as we go.
- We meet when it suits both of us. Whoever feels like it takes the first step.
- What we tell each other stays between us.
- Whoever cannot come says so as soon as they know.
- Each of us may stop at any time, without a reason and without fault. A short word is enough.
"""
