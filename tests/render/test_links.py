import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.render.links import files_named_in


@pytest.mark.parametrize(
    ("html", "files"),
    [
        ('<a href="../b/">', ["a/b/index.html"]),
        ("<a href='x.html#part'>", ["a/c/x.html"]),
        ("<img src=../../i.png>", ["i.png"]),
        ('<p class="b"><br><a class=b title="<i>" href="../b/">', ["a/b/index.html"]),
        ('<a href="..">', ["a/index.html"]),
        ('<a href=".">', ["a/c/index.html"]),
        ('<a href="../../%C3%A8/?a=1&amp;b=2">', ["è/index.html"]),
        ("&lt;img src=x&gt; <p title=\"<img src=x> 'a'\" class=b>", []),
        ('<a href="../../../x/">', ["../x/index.html"]),
        ('<a href="#part">', []),
        ('<a href="">', []),
        ('<a href="https://example.org/">', []),
        ('<a href="//example.org/x">', []),
        ('<a href="mailto:a@example.org">', []),
        ('<a href="/rooted/">', []),
    ],
)
def test_addresses_name_files_of_the_site(html: str, files: list[str]) -> None:
    assert list(files_named_in("a/c/index.html", html)) == files


_NAMES = st.sampled_from(
    ["", ".", "..", "a", "b.html", "c-d", "-", "\N{LATIN SMALL LETTER E WITH GRAVE}"]
)


@given(
    st.lists(st.sampled_from(["a", "b-c"]), max_size=3),
    st.lists(_NAMES, min_size=1, max_size=6),
)
def test_a_plain_address_leads_where_it_leads_with_a_part_behind_it(
    folders: list[str], names: list[str]
) -> None:
    path, address = "/".join([*folders, "index.html"]), "/".join(names)

    plain = list(files_named_in(path, f'<a href="{address}">'))

    assert plain == list(files_named_in(path, f'<a href="{address}#part">'))
