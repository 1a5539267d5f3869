import pytest

from telemaco.render.hosts import hosts_asked


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example.org/a.js"></script>',
        '<SCRIPT SRC="https://cdn.example.org/a.js"></SCRIPT>',
        "<img alt='' src=//cdn.example.org/a.png>",
        '<img srcset="a.png 1x, https://cdn.example.org/b.png 2x">',
        '<iframe src="https://cdn.example.org/"></iframe>',
        '<object data="https://cdn.example.org/a"></object>',
        '<video poster="https://cdn.example.org/a.png"></video>',
        '<link rel="stylesheet" href="https://cdn.example.org/a.css">',
        '<link rel="preconnect" href="https://cdn.example.org">',
        '<p style="background: url(&quot;https://cdn.example.org/a.png&quot;)">',
        "<style>@import 'https://cdn.example.org/a.css';</style>",
        "<script>fetch('https://cdn.example.org/count')</script>",
    ],
)
def test_what_a_page_loads_is_found(html: str) -> None:
    assert list(hosts_asked("a.html", html)) == ["cdn.example.org"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">',
        '<link rel="canonical" href="https://example.org/">',
        '<script src="../a.js"></script><img src="data:image/png;base64,x">',
        "<p>https://example.org/a.js</p>",
        '<img src="https://own.example.org/a.png" srcset=" ">',
        "<style>p { background: url(a.png) }</style>",
    ],
)
def test_what_a_page_only_names_is_left_alone(html: str) -> None:
    assert list(hosts_asked("a.html", html, "own.example.org")) == []


def test_style_sheets_are_looked_through() -> None:
    css = "@import url(//fonts.example.org/a); p { background: url('https://b.example.org/x') }"

    assert list(hosts_asked("a.css", css)) == ["b.example.org", "fonts.example.org"]
