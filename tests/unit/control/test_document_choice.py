"""Which of several files of a document is meant: by name, by path where names are equal, by neither."""

import pytest

from headwater.control.document_fetch import choose_file
from headwater.discovery.documents import DescribedFile
from headwater.model.errors import UserError

README = DescribedFile("readme", 1, ())
FIRST = DescribedFile("a.bin", 2, (), place="one/a.bin")
SECOND = DescribedFile("a.bin", 3, (), place="two/a.bin")


@pytest.mark.parametrize(("name", "chosen"), [("readme", README), ("one/a.bin", FIRST), ("two/a.bin", SECOND)])
def test_a_name_or_a_path_chooses(name: str, chosen: DescribedFile) -> None:
    assert choose_file((README, FIRST, SECOND), name, "t.torrent") is chosen


def test_the_only_one_needs_no_name() -> None:
    assert choose_file((FIRST,), None, "t.torrent") is FIRST


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.bin", r"2 files \(one/a.bin, two/a.bin\)"),
        (None, r"3 files \(readme, one/a.bin, two/a.bin\)"),
        ("", "3 files"),
        ("b.bin", "3 files"),
    ],
)
def test_those_that_could_be_meant_are_named(name: str | None, words: str) -> None:
    with pytest.raises(UserError, match=words):
        choose_file((README, FIRST, SECOND), name, "t.torrent")
