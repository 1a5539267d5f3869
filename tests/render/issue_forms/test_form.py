from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.translations import Catalog, languages
from telemaco.forms.catalogue import forms_of
from telemaco.forms.values import Form, Line, Told
from telemaco.messages import LanguageName, Worded, msg
from telemaco.model.community import Community
from telemaco.records.base import Language
from telemaco.render.issue_forms import config
from telemaco.render.issue_forms.form import as_yaml
from telemaco.render.issue_forms.places import COMMENT, form_file, form_path, is_ours
from telemaco.usecases.new import Beginning, new_community
from tests.fakes import community
from tests.forms.communities import SURVEY, example, nasty, program
from tests.render.issue_forms.schema import faults, faults_of_config

PRIVATE = """\
title: W
languages: [de, pt-BR, en, it]
coordinators: [cosimo]
contact: https://example.org/a_b
code_of_conduct: C.md
privacy: {repository: private}
"""


def _private() -> Community:
    return community(
        {
            "program/community.yaml": PRIVATE,
            "program/programs/one.yaml": program(style="informal"),
            "program/surveys/back.yaml": SURVEY,
        }
    )


def _all(found: Community) -> Iterator[tuple[Form, str, str]]:
    for form in forms_of(found):
        for language in found.settings.languages:
            if form.is_offered:
                yield form, language, as_yaml(form, Catalog(language))


def _form(found: Community, name: str) -> Form:
    return next(form for form in forms_of(found) if form.name == name)


@pytest.mark.parametrize("found", [example, nasty, _private], ids=["example", "nasty", "private"])
def test_github_takes_every_form(found: Callable[[], Community]) -> None:
    for form, language, text in _all(found()):
        assert faults(text) == [], (form.name, language)


def test_github_takes_the_forms_of_a_new_community() -> None:
    files = new_community(
        skeleton(),
        Beginning("W", "a@example.org", date(2027, 1, 1)),
        [Catalog("it"), Catalog("en")],
    )
    forms = {path: text.decode() for path, text in files.items() if "ISSUE_TEMPLATE" in path}

    assert ".github/ISSUE_TEMPLATE/session-note-en.yml" in forms
    for path, text in forms.items():
        assert (faults_of_config(text) if "config" in path else faults(text)) == [], path


_TEXT = st.text(min_size=1, max_size=30).filter(lambda text: text.strip())
_LABEL = st.one_of(
    _TEXT,
    st.sampled_from(["None", "yes", "12:30", "a, b", "a", "b", "1,000", ":x", "- [ ] x", "# x"]),
    st.dictionaries(st.sampled_from(["en", "it"]), _TEXT, min_size=1),
)
_SKILL = st.fixed_dictionaries({"label": _LABEL}, optional={"group": _LABEL})


@settings(max_examples=12, deadline=None)
@given(
    skills=st.lists(_SKILL, max_size=30),
    titles=st.lists(_LABEL, max_size=8),
    questions=st.lists(_LABEL, min_size=1, max_size=5),
)
def test_github_takes_the_forms_of_any_community(
    skills: list[dict[str, Any]], titles: list[Any], questions: list[Any]
) -> None:
    found = _made(skills, titles, questions)

    for form, language, text in _all(found):
        assert faults(text) == [], (form.name, language)


def _made(skills: list[dict[str, Any]], titles: list[Any], questions: list[Any]) -> Community:
    """A community of texts that no file would let pass: only what a form shows counts."""
    base = community(
        {
            "program/skills.yaml": "- {id: one, label: One, group: Many}\n",
            "program/programs/one.yaml": program(style="informal"),
            "program/surveys/back.yaml": SURVEY,
        }
    )
    [skill], [one] = base.skills.values(), base.programs.values()
    [survey] = base.surveys.values()
    items = tuple(
        survey.items[n % len(survey.items)].model_copy(update={"id": f"q{n}", "text": text})
        for n, text in enumerate(questions)
    )
    return Community(
        **{
            **vars(base),
            "skills": {
                f"s{n}": skill.model_copy(update={"group": None, **texts})
                for n, texts in enumerate(skills)
            },
            "programs": {
                f"p{n}": one.model_copy(update={"title": title, "summary": title})
                for n, title in enumerate(titles)
            },
            "surveys": {"back": survey.model_copy(update={"items": items, "title": questions[0]})},
        }
    )


def test_form_that_were_too_long_lists_less() -> None:
    points = tuple(msg("{text}", text="x" * 300) for _ in range(300))
    form = Form("f", msg("F"), msg("F"), "f", (Told(msg("Read this:"), points), Line("n", "Name")))

    text = as_yaml(form, Catalog("en"))

    assert faults(text) == []
    assert "Read this:" in text


def test_text_of_the_files_is_shown_as_it_is() -> None:
    told = Told(
        msg("Write to {contact}.", contact="https://example.org/a_b"),
        (
            msg("{text}", text="*a* [b](c) <script> # & `d` @me a@example.org"),
            msg("{text}", text=Worded((("en", "- one\n# two"), ("it", "uno")))),
            msg("{text}: {more}", text=msg("{inner}", inner="<b>"), more=LanguageName("it")),
        ),
    )
    form = Form("f", msg("F"), msg("F"), "f", (told, Line("n", "Name")))

    body = yaml.safe_load(as_yaml(form, Catalog("en")))["body"]

    assert body[0]["attributes"]["value"] == (
        "Write to <https://example.org/a_b>.\n"
        "\n"
        "- \\*a\\* \\[b\\](c) &lt;script&gt; \\# &amp; \\`d\\` @me a@example.org\n"
        "- \\- one \\# two\n"
        "- &lt;b&gt;: Italian\n"
    )


def test_whatever_github_could_take_for_something_else_is_quoted() -> None:
    text = as_yaml(
        next(form for form in forms_of(nasty()) if form.name == "join-as-mentor"), Catalog("en")
    )

    for label in ("'yes'", "'12:30'", "':symbol'", "'1,000'", "'- [X] I know'", "'None (none)'"):
        assert f"- {label}\n" in text


def test_every_form_says_who_reads_it_and_how_to_have_it_removed() -> None:
    for found, sentence in ((example(), "everybody can read"), (_private(), "all members of")):
        for form, language, text in _all(found):
            if language == "en":
                document = yaml.safe_load(text)
                first = document["body"][0]["attributes"]["value"]
                assert sentence in first, form.name
                assert "To have something removed" in text


def test_first_option_of_what_must_be_chosen_says_nothing() -> None:
    document = yaml.safe_load(as_yaml(_form(example(), "pause-or-leave"), Catalog("it")))
    [what] = [item for item in document["body"] if item.get("id") == "what"]

    assert what["attributes"]["options"][0] == "(scegli)"


def test_config_shows_where_else_to_go() -> None:
    text = config.as_yaml(example(), Catalog("en"))

    assert faults_of_config(text) == []
    document = yaml.safe_load(text)
    assert document["blank_issues_enabled"] is False
    assert [link["url"] for link in document["contact_links"]] == [
        "https://workshop.example.org/handbook/",
        "https://workshop.example.org/",
        "https://chat.example.org/courtyard",
        "https://forum.example.org/",
    ]


@pytest.mark.parametrize(
    ("settings", "urls"),
    [
        ("contact: a@example.org\n", None),
        ("contact: https://example.org/write\n", ["https://example.org/write"]),
        (
            "contact: a@example.org\nforge: {kind: github, repository: a/b}\n",
            ["https://github.com/a/b"],
        ),
    ],
)
def test_config_leads_nowhere_where_there_is_nothing(settings: str, urls: list[str] | None) -> None:
    found = community(
        {
            "program/community.yaml": "title: W\nlanguages: [en]\ncoordinators: [cosimo]\n"
            f"code_of_conduct: C.md\n{settings}"
        }
    )

    text = config.as_yaml(found, Catalog("en"))

    assert faults_of_config(text) == []
    links = yaml.safe_load(text).get("contact_links")
    assert (links and [link["url"] for link in links]) == urls


def test_file_of_a_form_is_named_for_its_language() -> None:
    languages = [Language("en"), Language("pt-BR")]

    assert form_path("join", Language("en"), languages) == ".github/ISSUE_TEMPLATE/join.yml"
    assert form_file("join", Language("pt-BR"), languages) == "join-pt-BR.yml"


@pytest.mark.parametrize("language", languages())
def test_file_is_known_as_ours_in_whatever_language_it_says_so(language: str) -> None:
    comment = Catalog(language).text(COMMENT)

    assert is_ours(f"# {comment}\nname: x".encode())
    assert not is_ours(f"name: x\n# {comment}".encode())
