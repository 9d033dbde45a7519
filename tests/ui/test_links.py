"""Finding links in what people paste and drop."""

import pytest
from PySide6.QtCore import QMimeData, QUrl

from headwater_ui.links import file_name, links_in_mime, links_in_text


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://a.example/x.iso.", ["https://a.example/x.iso"]),
        ("(https://a.example/x_(1).iso)", ["https://a.example/x_(1).iso"]),
        ("<https://a.example/?q=1,2>; ftp://b.example/f", ["https://a.example/?q=1,2", "ftp://b.example/f"]),
        ("https://a.example/x https://a.example/x", ["https://a.example/x"]),
        ("HTTPS://A.example/x", ["HTTPS://A.example/x"]),
        ("javascript:alert(1) file:///etc/passwd mailto:a@b", []),
        ("http:// https://", []),
        ("nohttps://a.example/x", []),
        ("see http://[::1/x and http://[1-3].example/y for more", ["http://[1-3].example/y"]),
        ("http://[::1]:8000/x[1]", ["http://[::1]:8000/x[1]"]),
        (" https://a.example/disk[01-20].{iso,sig} \n", ["https://a.example/disk[01-20].{iso,sig}"]),
        ("http://m[1-3].example/x\nhttp://{a,b}.example/x", ["http://m[1-3].example/x", "http://{a,b}.example/x"]),
        ('{"url":"https://a.example/x","y":[1-2]}', ["https://a.example/x"]),
    ],
)
def test_links_in_text(text: str, links: list[str]) -> None:
    assert list(links_in_text(text)) == links


def test_dropped_html_gives_its_targets() -> None:
    mime = QMimeData()
    mime.setHtml('<p>Get <a href="https://a.example/one.iso">this</a> or <a href="/relative">that</a></p>')
    mime.setText("Get this or that")
    assert links_in_mime(mime) == ("https://a.example/one.iso",)


def test_dropped_addresses_come_first_and_local_files_are_none() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://a.example/one.iso"), QUrl.fromLocalFile("/etc/hosts")])
    assert links_in_mime(mime) == ("https://a.example/one.iso",)


def test_file_name_is_decoded() -> None:
    assert file_name("http://m[1-3].example/x.iso") == "x.iso"
    assert file_name("https://a.example/d/two%20words.iso?x=1#y") == "two words.iso"
