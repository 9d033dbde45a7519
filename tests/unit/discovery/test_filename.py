"""File names: what servers send, and what is made of it."""

import pytest

from headwater.discovery.filename import file_name, name_from_disposition, name_from_url, sanitize


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("plain.iso", "plain.iso"),
        ("../../etc/passwd", "passwd"),
        (r"..\..\evil.exe", "evil.exe"),
        (r"C:\Windows\system32\cmd.exe", "cmd.exe"),
        ("C:evil.exe", "evil.exe"),
        ("/", None),
        ("", None),
        (".", None),
        ("..", None),
        ("...", None),
        (". .", None),
        (".bashrc", "bashrc"),
        ("..hidden.txt", "hidden.txt"),
        ("name.", "name"),
        ("name. . ", "name"),
        ("  spaced  ", "spaced"),
        ("a\x00b\x1fc\x7fd.txt", "abcd.txt"),
        ("a\nb\r\n.txt", "ab.txt"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("zero\u200bwidth", "zerowidth"),
        ("CON", "CON_"),
        ("con.txt", "con_.txt"),
        ("Aux .tar.gz", "Aux_.tar.gz"),
        ("lpt1", "lpt1_"),
        ("COM¹.x", "COM¹_.x"),
        ("console.txt", "console.txt"),
        ('a<b>c:d"e|f?g*h', "a_b_c_d_e_f_g_h"),
        ("a:b", "b"),
        ("file.txt:stream", "file.txt_stream"),
        ("full\uff0fwidth\uff3cslash", "slash"),
        ("e\u0301", "\u00e9"),
        ("\ud800x", "x"),
        ("日本語.zip", "日本語.zip"),
    ],
)
def test_sanitize(name: str, clean: str | None) -> None:
    made = sanitize(name)
    if name == "\ud800x":  # a lone surrogate cannot be written by any file system; what replaces it is no matter
        assert made is not None
        assert made.endswith("x")
        return
    assert made == clean


def test_leading_dots_when_asked() -> None:
    assert sanitize(".bashrc", allow_leading_dot=True) == ".bashrc"
    assert sanitize("..", allow_leading_dot=True) is None
    assert sanitize("x/..", allow_leading_dot=True) is None


def test_long_names_are_cut_before_their_suffixes_and_between_characters() -> None:
    made = sanitize("ä" * 300 + ".tar.gz")
    assert made is not None
    assert made.endswith("ä.tar.gz")
    assert 253 <= len(made.encode()) <= 255
    assert sanitize("x" * 300) == "x" * 255
    made = sanitize("x" * 10 + "." + "y" * 300)
    assert made is not None
    assert len(made) == 255


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("attachment; filename=plain.txt", "plain.txt"),
        ('attachment; filename="with space.txt"', "with space.txt"),
        (r'attachment; filename="a \"quoted\" name.txt"', 'a "quoted" name.txt'),
        ('attachment; filename="semi;colon.txt"; size=5', "semi;colon.txt"),
        ("ATTACHMENT; FILENAME=UPPER.TXT", "UPPER.TXT"),
        ("attachment;filename=tight.txt;x=y", "tight.txt"),
        ("attachment; filename*=UTF-8''%e2%82%ac%20rates.txt", "€ rates.txt"),
        ("attachment; filename=euro.txt; filename*=utf-8'en'%e2%82%ac.txt", "€.txt"),
        ("attachment; filename*=ISO-8859-1''na%efve.txt; filename=x", "naïve.txt"),
        ("attachment; filename*=\"UTF-8''quoted%20too.txt\"", "quoted too.txt"),
        ("attachment; filename*=nonsense''%ff.txt", "ÿ.txt"),
        ("attachment; filename*=broken; filename=good.txt", "good.txt"),
        ('attachment; filename*0="long "; filename*1=name.txt', "long name.txt"),
        ("attachment; filename*0*=UTF-8''%e2%82%ac; filename*1=.txt", "€.txt"),
        ("attachment; filename*1=b; filename*0=a", "ab"),
        ('attachment; filename="=?UTF-8?B?4oKsLnR4dA==?="', "€.txt"),
        ('attachment; filename="=?broken?="', "=?broken?="),
        ('attachment; filename="percent%20coded.txt"', "percent coded.txt"),
        ('attachment; filename="100%.txt"', "100%.txt"),
        ("attachment; filename=naïve.txt", "naïve.txt"),
        (b"attachment; filename=na\xc3\xafve.txt".decode("utf-8", "surrogateescape"), "naïve.txt"),
        (b"attachment; filename=na\xefve.txt".decode("utf-8", "surrogateescape"), "naïve.txt"),
        ('attachment; filename="unclosed.txt', "unclosed.txt"),
        ("filename=bare.txt", "bare.txt"),
        ("inline", None),
        ("attachment; filename=", None),
        ("attachment; name=other", None),
        ("", None),
        (None, None),
    ],
)
def test_content_disposition(value: str | None, name: str | None) -> None:
    assert name_from_disposition(value) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://x.test/a/b/file.iso?token=1#top", "file.iso"),
        ("https://x.test/a%20b%2Fc.txt", "a b/c.txt"),
        ("https://x.test/%E2%82%AC.txt", "€.txt"),
        ("https://x.test/na%EFve.txt", "naïve.txt"),
        ("https://x.test/folder/", None),
        ("https://x.test", None),
        ("http://[broken", None),
    ],
)
def test_names_in_urls(url: str, name: str | None) -> None:
    assert name_from_url(url) == name


def test_the_server_comes_before_the_url_and_both_are_sanitized() -> None:
    assert file_name('attachment; filename="../a.txt"', "http://x.test/b.txt") == "a.txt"
    assert file_name('attachment; filename=".."', "http://x.test/b.txt") == "b.txt"
    assert file_name(None, "http://x.test/%2e%2e%2fc.txt") == "c.txt"
    assert file_name(None, "http://x.test/") is None
