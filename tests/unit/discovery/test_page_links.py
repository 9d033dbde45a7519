"""The links of web pages: of good ones, of bad ones, and of what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.discovery.page_links import MOST_LINKS, PageLink, decode_page, links_of, read_page

PAGE = """
<!doctype html><html><head><title> Files
 of Ada </title><base href="/pub/"></head><body>
<a href="disk.iso#top">The  <b>disk</b></a> <a href=disk.iso>again</a>
<a href="../other/x%20y.zip?a=1&amp;b=2"><img src="thumb.png" alt="Other"></a>
<a href="javascript:go()">no</a> <a href="mailto:a@b.example">no</a> <a href="#here">no</a> <a>no</a>
<video src="film.mkv" poster="still.jpg"><source src="//cdn.example/film.webm"></video>
<img srcset="small.jpg 1x, big.jpg 2x" data-src="lazy.jpg">
<a href="ftp://old.example/a.tgz">Old
"""


def test_the_links_of_a_page_with_their_words() -> None:
    page = read_page(PAGE.encode(), "https://a.example/list/index.html")
    base = "https://a.example/pub"
    assert page.title == "Files of Ada"
    assert page.links == (
        PageLink(f"{base}/disk.iso", "The disk", "a"),
        PageLink("https://a.example/other/x%20y.zip?a=1&b=2", "Other", "a"),
        PageLink(f"{base}/thumb.png", "Other", "img"),
        PageLink(f"{base}/film.mkv", "", "video"),
        PageLink(f"{base}/still.jpg", "", "video"),
        PageLink("https://cdn.example/film.webm", "", "source"),
        PageLink(f"{base}/lazy.jpg", "", "img"),
        PageLink(f"{base}/small.jpg", "", "img"),
        PageLink(f"{base}/big.jpg", "", "img"),
        PageLink("ftp://old.example/a.tgz", "Old", "a"),
    )


def test_a_piece_without_an_address_keeps_whole_links_only() -> None:
    found = links_of('<a href="x.iso">x</a><a href="https://a.example/y.iso">y</a>').links
    assert [link.url for link in found] == ["https://a.example/y.iso"]


def test_a_page_of_too_many_links_is_cut_and_says_so() -> None:
    text = "".join(f'<a href="https://a.example/{number}">n</a>' for number in range(MOST_LINKS + 5))
    page = links_of(text)
    assert (len(page.links), page.is_cut) == (MOST_LINKS, True)


@pytest.mark.parametrize(
    ("data", "content_type", "text"),
    [
        ("grün".encode(), None, "grün"),
        ("grün".encode("latin-1"), None, "grün"),
        ("grün".encode("latin-1"), "text/html; charset=ISO-8859-1", "grün"),
        (b'<meta charset="shift_jis">' + "日本".encode("shift_jis"), None, '<meta charset="shift_jis">日本'),
        ("日本".encode("utf-16"), None, "日本"),
        ("日本".encode(), "text/html; charset=nonsense", "日本"),
    ],
)
def test_pages_are_read_in_their_own_letters(data: bytes, content_type: str | None, text: str) -> None:
    assert decode_page(data, content_type) == text


@given(st.binary(max_size=600), st.sampled_from(["", "https://a.example/x", "https://[::", "file:///x"]))
def test_anything_is_read_without_a_word(data: bytes, url: str) -> None:
    for link in read_page(data, url).links:
        assert "://" in link.url


@given(st.text(alphabet="<>ahref=\"' srcset/:.?#[]&;!-", max_size=300))
def test_anything_that_looks_like_html_is_read(text: str) -> None:
    links_of(text, "https://a.example/")
