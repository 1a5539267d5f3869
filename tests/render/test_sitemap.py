import gzip

from telemaco.render.sitemap import compressed, sitemap


def test_a_sitemap_lists_pages_in_order() -> None:
    content = sitemap("https://example.org/w/", ["b/index.html", "index.html", "a&b/index.html"])

    assert content.decode().count("<url>") == 3
    assert content.index(b"a%26b/</loc>") < content.index(b"https://example.org/w/</loc>")


def test_compressing_twice_gives_the_same_bytes() -> None:
    assert compressed(b"x") == compressed(b"x")
    assert gzip.decompress(compressed(b"x")) == b"x"
