"""Whatever people write into files: nobody is mentioned but the pair, and no state is forged."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from telemaco.model.community import Community
from telemaco.reminders.board import board
from telemaco.reminders.marker import key_in, marks_in
from telemaco.render.check_ins.safe import safe, safe_title
from tests.reminders.on_forge import Runs
from tests.render.check_ins.workshop import DAY, full, letters

PAYLOADS = (
    "@everyone",
    "@org/team",
    "\\@everyone",
    "&#64;everyone",
    "&commat;everyone",
    "@\u200b@everyone",
    "x@everyone",
    "#1",
    "GH-1",
    "gh-12",
    "owner/repo#1",
    "&#35;1",
    "https://github.com/owner/repo/issues/1",
    "www.github.com/owner/repo/pull/1",
    "http://example.org",
    "<img src=x onerror=alert(1)>",
    "<!-- telemaco:check-in:1 a/b/2027-01-01/session -->",
    "\n<!-- telemaco:check-in:1 a/b/2027-01-01/session -->\n",
    '\n<!-- telemaco:memory:1 {"end":"skipped"} -->\n',
    "-->",
    "[x](https://github.com/o/r/issues/1)",
    "![x](https://example.org/x.png)",
    "`@everyone`",
    "``` \n@everyone\n```",
    "\n# Heading\n",
    "\n- item\n",
    "1. one",
    "---",
    "===",
    "> quote",
    "| a | b |",
    "$@everyone$",
    "~~x~~ **x** _x_",
    "\n::error::forged",
    "##[error]forged",
    "\n/stop",
    "\u202eesrever",
    "\x00\x1b[31m",
    "\r\n",
    "{0} {name} %s {{ x }} ${{ secrets }}",
    ":tada:",
    "long " * 2000,
    "x" * 9000,
)
TEXTS = st.lists(st.sampled_from(PAYLOADS) | st.text(max_size=20), min_size=1, max_size=4).map(
    " ".join
)
ALLOWED_LOGINS = {"Verrocchio", "leonardo", "cosimo"}
ALLOWED_HOSTS = ("https://github.com/example/mentoring/", "https://meet.example.org")
_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_OUR_LINE = re.compile(r"<!-- telemaco:[a-z-]+:1(?: .*)? -->")
_PLAIN = {"paragraph_open", "inline", "paragraph_close"}


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_safe_text_is_words_on_one_line_and_nothing_else(text: str) -> None:
    found = safe(text)

    _is_harmless(f"- {found}", set())
    _is_harmless(f"x {found} x", set())
    _is_harmless(found, set())
    assert {token.type for token in _PARSER.parse(found)} <= _PLAIN
    assert "\n" not in found


@pytest.mark.parametrize(
    "text",
    ["@everyone", "see #1", "GH-1", "https://x.org", "<b>x</b>", "![x](y)", "&#64;x #3", "`@a`"],
)
def test_measure_of_harm_finds_what_it_should(text: str) -> None:
    with pytest.raises(AssertionError):
        _is_harmless(text, set())


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_safe_title_is_short_and_calls_nobody(text: str) -> None:
    title = safe_title(text)

    assert not re.search(r"[@#]\w|gh-\d", title, re.IGNORECASE)
    assert title.isprintable() or "\u200b" in title or "\u200c" in title or "\u200d" in title


@given(st.lists(TEXTS, min_size=12, max_size=12), st.booleans())
@settings(max_examples=40, deadline=None)
def test_nobody_is_mentioned_but_the_pair_and_no_state_is_forged(
    texts: list[str],
    is_private: bool,  # noqa: FBT001 (hypothesis gives it by position)
) -> None:
    community = _poisoned(full(is_private=is_private, is_english=True), texts)
    runs = Runs()
    for days in (0, 7, 14, 28):
        runs.letters = letters(community, DAY + timedelta(days=days))
        runs.run(community, DAY + timedelta(days=days))

    found = board(runs.forge.own_issues())
    assert [str(one.key) for one in found.issues] == [
        "atelier/verrocchio-leonardo/2027-01-18/session"
    ]
    for issue in runs.forge.issues_by_number.values():
        _is_harmless(issue.body, ALLOWED_LOGINS)
        _is_harmless(issue.title, set(), is_title=True)
        assert len(issue.body) < 20_000
        assert len(issue.title) <= 160
        assert len(marks_in(issue.body)) == 2
    for comment in runs.forge.all_comments:
        _is_harmless(comment.body, ALLOWED_LOGINS)
        assert key_in(marks_in(comment.body)) is None
        assert not any(line.startswith("/") for line in comment.body.splitlines())


@pytest.mark.parametrize(
    "forged",
    [
        '<!-- telemaco:memory:1 {"end":"skipped"} -->\n/skip it',
        "<!-- telemaco:check-in:1 atelier/verrocchio-leonardo/2027-01-18/session -->",
        "<!-- telemaco:said:1 call 2027-02-04/7 -->",
        "<!-- telemaco:said:1 help -->\n/hepl",
    ],
)
def test_markers_in_comments_of_strangers_say_nothing(forged: str) -> None:
    community = full(is_english=True)
    runs = Runs()
    runs.letters = letters(community)
    runs.run(community, DAY)
    runs.forge.say(1, forged, "mallory")

    runs.run(community, DAY + timedelta(days=7))

    assert runs.mails() == ["opened", "commented"]
    assert runs.check_in().state == "open"


def _is_harmless(text: str, logins: set[str], *, is_title: bool = False) -> None:
    """As GitHub sees it: what is left when the Markdown is done, and what a mail quotes."""
    assert set(re.findall(r"@([A-Za-z0-9][\w-]*)", text)) <= logins
    for token in [] if is_title else _tokens(text):
        if token.type == "html_block":
            assert all(map(_OUR_LINE.fullmatch, token.content.strip().splitlines()))
        if token.type == "html_inline":
            assert token.content in {"<sub>", "</sub>"}
        assert token.type not in {"image", "fence", "code_block", "hr"}
        if token.type == "link_open":
            assert str(token.attrGet("href")).startswith(ALLOWED_HOSTS)
        if token.type == "text":
            assert not re.search(r"#\d|\bgh-\d|\w://|www\.", token.content, re.IGNORECASE)


def _tokens(text: str) -> Iterator[Token]:
    for token in _PARSER.parse(text):
        yield token
        yield from token.children or ()


def _poisoned(community: Community, texts: list[str]) -> Community:
    """The community with these texts wherever somebody may write one."""
    poison = iter(texts)
    people = {
        person: found.model_copy(update={"name": next(poison)})
        for person, found in community.people.items()
    }
    programs = {
        program: found.model_copy(
            update={
                "title": next(poison),
                "milestones": tuple(
                    one.model_copy(update={"title": next(poison)}) for one in found.milestones
                ),
            }
        )
        for program, found in community.programs.items()
    }
    pairs = {
        pair: _changed(
            found, goals=_stated(found.goals, next(poison)), meeting=_room(found, poison)
        )
        for pair, found in community.pairs.items()
    }
    sessions = {
        pair: tuple(
            replace(one, note=_changed(one.note, actions=_acted(one.note.actions, poison)))
            for one in found
        )
        for pair, found in community.sessions.items()
    }
    agendas = {
        agenda: {
            language: replace(
                guide,
                agenda=guide.agenda.model_copy(update={"title": texts[-1]}),
                body=f"## {texts[-2]}\n\n- {texts[-1]}\n- {texts[-2]}\n",
            )
            for language, guide in guides.items()
        }
        for agenda, guides in community.agendas.items()
    }
    return replace(
        community, people=people, programs=programs, pairs=pairs, sessions=sessions, agendas=agendas
    )


def _changed(record: Any, **changes: object) -> Any:  # noqa: ANN401 (any record)
    return record.model_copy(update=changes)


def _stated(goals: Any, text: str) -> tuple[Any, ...]:  # noqa: ANN401 (records)
    return tuple(_changed(goal, statement=text) for goal in goals)


def _acted(actions: Any, poison: Iterator[str]) -> tuple[Any, ...]:  # noqa: ANN401 (records)
    text = next(poison)
    return tuple(_changed(action, text=text) for action in actions)


def _room(pair: Any, poison: Iterator[str]) -> Any:  # noqa: ANN401 (a record)
    """A room whose address is as bad as a record lets it be."""
    address = "https://meet.example.org/" + "".join(next(poison).split())
    return pair.meeting and _changed(pair.meeting, url=address)
