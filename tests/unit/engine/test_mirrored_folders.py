"""Folders that are mirrored elsewhere: what `depth` says of the next file (RFC 6249, 3.4)."""

import pytest

from headwater.engine.mirrored_folders import MirroredFolders
from headwater.model.ports import MirrorHint
from headwater.model.source import SourceSpec

FILE = "http://a.test/pub/dir1/dir2/one.iso"


@pytest.mark.parametrize(
    ("mirror", "depth", "asked", "found"),
    [
        ("http://b.test/m/one.iso", 1, "http://a.test/pub/dir1/dir2/two.iso", "http://b.test/m/two.iso"),
        ("http://b.test/m/one.iso", 1, "http://a.test/pub/dir1/dir2/deep/two.iso", "http://b.test/m/deep/two.iso"),
        ("http://b.test/m/dir2/one.iso", 2, "http://a.test/pub/dir1/dir3/two.iso", "http://b.test/m/dir3/two.iso"),
        ("http://b.test/m/one.iso", 1, "http://a.test/pub/dir1/two.iso", None),
        ("http://b.test/m/one.iso", 1, "http://a.test/pub/dir1/dir22/two.iso", None),
        ("http://b.test/m/one.iso", 1, "http://c.test/pub/dir1/dir2/two.iso", None),
        ("http://b.test/m/one.iso", 0, "http://a.test/pub/dir1/dir2/two.iso", None),
        ("http://b.test/m/other.iso", 1, "http://a.test/pub/dir1/dir2/two.iso", None),
        ("http://b.test/m/dir9/one.iso", 2, "http://a.test/pub/dir1/dir2/two.iso", None),
        ("http://b.test/one.iso", 9, "http://a.test/pub/dir1/dir2/two.iso", None),
        ("http://b.test/m/one.iso?key=1", 1, "http://a.test/pub/dir1/dir2/two.iso", None),
    ],
)
def test_what_a_depth_says_of_another_file(mirror: str, depth: int, asked: str, found: str | None) -> None:
    folders = MirroredFolders()
    folders.learn(FILE, MirrorHint(mirror, 3, "DE", depth))
    assert folders.mirrors_of(asked) == (() if found is None else (SourceSpec(found, 3, "DE"),))


def test_what_is_remembered_is_bounded() -> None:
    folders = MirroredFolders()
    for number in range(1000):
        folders.learn(f"http://a.test/{number}/f", MirrorHint("http://b.test/f", depth=1))
        folders.learn("http://a.test/same/f", MirrorHint(f"http://b{number}.test/f", depth=1))
    assert len(folders.mirrors_of("http://a.test/same/g")) == 32
    assert folders.mirrors_of("http://a.test/0/g") == ()
    assert folders.mirrors_of("http://a.test/999/g") == (SourceSpec("http://b.test/g"),)
