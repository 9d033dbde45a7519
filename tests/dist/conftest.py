"""What was made by `make dist`, and a clean root to try it in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.dist.clean_root import ROOT, CleanRoot, why_not

Artefact = Callable[[str], Path]


@pytest.fixture
def artefact() -> Artefact:
    """The one file in `dist/` that fits a pattern."""

    def find(pattern: str) -> Path:
        found = sorted((ROOT / "dist").glob(pattern))
        assert len(found) == 1, f"`make dist` should have made one {pattern}, there is {found}"
        return found[0]

    return find


@pytest.fixture
def clean_root(tmp_path: Path) -> Iterator[CleanRoot]:
    """A fresh one, removed afterwards: it is some hundred megabytes."""
    import shutil

    reason = why_not()
    if reason:
        pytest.skip(reason)
    folder = tmp_path / "root"
    folder.mkdir(mode=0o755)
    # The person's programs have to get through to it.
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    yield CleanRoot(folder)
    shutil.rmtree(folder)
