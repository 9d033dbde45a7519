"""What packages say of releases is read out of `CHANGELOG.md`: it must be readable, and begin with this version."""

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import headwater

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def changelog() -> ModuleType:
    """`packaging/steps/changelog.py`, which is a script beside others and in no package."""
    path = ROOT / "packaging" / "steps" / "changelog.py"
    spec = importlib.util.spec_from_file_location("steps_changelog", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_ours_begins_with_this_version(changelog: ModuleType) -> None:
    releases = changelog.read_releases(ROOT / "CHANGELOG.md")
    assert releases[0].version == headwater.__version__
    assert len(releases[0].changes) > 5
    assert "\n" not in "".join(releases[0].changes)
    assert changelog.notes_of(ROOT / "CHANGELOG.md", headwater.__version__).startswith("###")


def test_days_words_and_markdown(changelog: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(
        "# Changes\n\n## 2.0.0 (not yet released)\n\n### Added\n\n- One `thing`\n  in two lines\n- **Two**\n\n"
        "## 1.0.0 (2027-01-15)\n\n- [Linked](page.md) words\n"
    )
    newer, older = changelog.read_releases(path)
    assert newer.released is None
    assert newer.changes == ("One thing in two lines", "Two")
    assert (older.released, older.changes) == (date(2027, 1, 15), ("Linked words",))
    assert older.moment().isoformat() == "2027-01-15T12:00:00+00:00"
    with pytest.raises(ValueError, match="says nothing of"):
        changelog.notes_of(path, "3.0.0")
