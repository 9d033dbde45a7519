"""Which category a job belongs to, and which folder follows from it."""

from pathlib import Path

import pytest

from headwater.engine.categories import categorized, category_for
from headwater.engine.settings import Settings
from headwater.model.arrangement import Category
from headwater.model.job import JobOptions, JobSpec
from headwater.model.source import SourceSpec

ALL, DISCS, MUSIC = Path("/all"), Path("/discs"), Path("/music")
KNOWN = (
    Category("Distributions", DISCS, (".iso",), ("*.debian.org",)),
    Category("Discs", None, (".iso", ".img")),
    Category("Music", MUSIC, (".mp3", ".flac")),
    Category("From work", None, (), ("files.example.com",)),
    Category("By hand", Path("/hand")),
)
SETTINGS = Settings(folder=ALL, categories=KNOWN)


def spec(url: str, folder: Path = ALL, name: str | None = None, category: str | None = None) -> JobSpec:
    return JobSpec((SourceSpec(url),), folder, name, JobOptions(category=category))


@pytest.mark.parametrize(
    ("name", "host", "category"),
    [
        ("a.iso", "cdimage.debian.org:443", "Distributions"),
        ("a.ISO", "debian.org", "Distributions"),
        ("a.iso", "example.org", "Discs"),
        ("a.iso", "notdebian.org", "Discs"),
        ("song.flac", "debian.org", "Music"),
        ("anything", "files.example.com:8443", "From work"),
        ("anything", "example.com", None),
        (None, "example.com", None),
    ],
)
def test_the_first_category_that_fits(name: str | None, host: str, category: str | None) -> None:
    found = category_for(KNOWN, name, [host])
    assert (found.name if found else None) == category


def test_what_a_person_chose_is_never_overruled() -> None:
    of_rules = categorized(spec("https://a.example/x.mp3"), None, SETTINGS)
    assert (of_rules.options.category, of_rules.folder) == ("Music", MUSIC)
    own_folder = categorized(spec("https://a.example/x.mp3", Path("/mine")), None, SETTINGS)
    assert (own_folder.options.category, own_folder.folder) == ("Music", Path("/mine"))
    by_hand = categorized(spec("https://a.example/x.mp3", category="By hand"), None, SETTINGS)
    assert (by_hand.options.category, by_hand.folder) == ("By hand", Path("/hand"))
    gone = categorized(spec("https://a.example/x.mp3", category="Long gone"), None, SETTINGS)
    assert (gone.options.category, gone.folder) == ("Long gone", ALL)


def test_the_name_that_is_known_counts_before_the_link() -> None:
    assert categorized(spec("https://a.example/x.mp3"), "disc.img", SETTINGS).options.category == "Discs"
    assert categorized(spec("https://a.example/get?id=7"), None, SETTINGS).options.category is None
