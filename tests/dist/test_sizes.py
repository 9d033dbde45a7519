"""How large what is installed may be, beside Qt, FFmpeg and Python; `packaging/steps/sizes.py` counts."""

import json

import pytest
from tests.dist.clean_root import ROOT

pytestmark = pytest.mark.dist

#: Parts of the floor, in hundredths. The Debian package's floor is smaller, because Debian has a part of it.
MOST = 15.0


@pytest.mark.parametrize("name", ["bundle", "package"])
def test_what_comes_on_top_of_the_floor_is_bounded(name: str) -> None:
    summed = json.loads((ROOT / "build" / "sizes.json").read_text(encoding="utf-8"))[name]
    assert 100 * summed["beyond"] / summed["floor"] <= MOST
