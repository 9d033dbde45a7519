"""Knobs: bounds, descriptions, presets."""

import pytest

from headwater.model.errors import UserError
from headwater.model.tuning import KNOBS, PRESETS, Tuning


@pytest.mark.parametrize("name", KNOBS)
def test_every_knob_says_what_it_is(name: str) -> None:
    knob = KNOBS[name]
    assert knob.low <= knob.default <= knob.high
    assert len(knob.meaning) > 20
    assert knob.default == getattr(Tuning(), name)


@pytest.mark.parametrize("name", KNOBS)
def test_values_beyond_the_bounds_are_refused_with_a_reason(name: str) -> None:
    knob = KNOBS[name]
    with pytest.raises(UserError, match=name):
        Tuning().changed(name, knob.high + 1)
    with pytest.raises(UserError, match=name):
        Tuning().changed(name, knob.low - 1)


def test_whole_knobs_take_whole_numbers_only() -> None:
    assert Tuning().changed("sub_intervals", 3.0).sub_intervals == 3
    with pytest.raises(UserError, match="whole"):
        Tuning().changed("sub_intervals", 2.5)


def test_unknown_knobs_are_named() -> None:
    with pytest.raises(UserError, match="no tuning value called speed"):
        Tuning().changed("speed", 1)


def test_the_smallest_span_is_not_larger_than_the_largest() -> None:
    with pytest.raises(UserError, match="exceed"):
        Tuning(min_span_bytes=1024 * 1024, max_span_bytes=512 * 1024)


def test_presets_differ() -> None:
    assert set(PRESETS) == {"Balanced", "Streaming", "Bulk", "Polite"}
    assert PRESETS["Balanced"] == Tuning()
    assert len(set(PRESETS.values())) == len(PRESETS)
