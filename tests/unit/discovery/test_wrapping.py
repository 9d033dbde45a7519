"""Which mirrors hold a file compressed, told by their names."""

import pytest

from headwater.discovery.wrapping import split_wrapping, unwrap_mirrors
from headwater.model.source import SourceSpec


@pytest.mark.parametrize(
    ("name", "stem", "wrapping"),
    [
        ("disk.img.xz", "disk.img", "xz"),
        ("disk.img.GZ", "disk.img", "gzip"),
        ("a.tar.zst", "a.tar", "zstd"),
        ("a.bz2", "a", "bzip2"),
        ("disk.img", "disk.img", None),
        (".gz", ".gz", None),
        ("", "", None),
    ],
)
def test_names_are_split(name: str, stem: str, wrapping: str | None) -> None:
    assert split_wrapping(name) == (stem, wrapping)


def wrappings(*urls: str, name: str | None = None) -> list[str | None]:
    return [source.unwrap for source in unwrap_mirrors([SourceSpec(url) for url in urls], name)]


def test_only_what_another_mirror_has_without_the_ending_is_decoded() -> None:
    assert wrappings("http://a/x/disk.img", "https://b/y/disk.img.xz?z=1", "http://c/other.img.xz") == [
        None,
        "xz",
        None,
    ]
    assert wrappings("http://a/disk.img.xz", "http://b/disk.img.xz") == [None, None], "the file itself is compressed"
    assert wrappings("http://a/disk.img.xz.gz", "http://b/disk.img.xz") == ["gzip", None]
    assert wrappings("ftp://a/disk.img.xz", "http://b/disk.img") == [None, None], "only HTTP sources can be decoded"
    assert wrappings("http://a/", "http://b/disk.img") == [None, None]


def test_a_name_that_a_person_gave_counts() -> None:
    assert wrappings("http://a/disk.img.xz", name="disk.img") == ["xz"]
    assert wrappings("http://a/disk.img.xz", name="disk.img.xz") == [None]


def test_what_is_marked_already_stays() -> None:
    told = SourceSpec("http://a/one.bin", unwrap="gzip")
    assert unwrap_mirrors([told, SourceSpec("http://b/one.bin.gz")]) == (told, SourceSpec("http://b/one.bin.gz"))
