"""How large what is installed may be, beside Qt, FFmpeg and Python; `packaging/steps/sizes.py` counts."""

import json

import pytest
from tests.dist.clean_root import ROOT

pytestmark = pytest.mark.dist

#: Parts of the floor, in hundredths. 15 are wanted of both. The Debian package's floor is smaller, because Debian has
#: a part of it, and what comes on top is the same: there the bound only sees to it that nothing grows.
MOST = {"bundle": 15.0, "package": 18.0}


@pytest.mark.parametrize("name", MOST)
def test_what_comes_on_top_of_the_floor_is_bounded(name: str) -> None:
    summed = json.loads((ROOT / "build" / "sizes.json").read_text(encoding="utf-8"))[name]
    assert 100 * summed["beyond"] / summed["floor"] <= MOST[name]
