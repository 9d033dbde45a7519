"""Amounts in words."""

import pytest

from headwater.model.amounts import size_words


@pytest.mark.parametrize("size_bytes", [0, 1, 999, 1000, 1_500_000, 10**9, 10**15, 10**21])
def test_every_size_has_words_with_a_unit(size_bytes: int) -> None:
    words = size_words(size_bytes)
    assert words[0].isdigit()
    assert words.endswith("B") or "byte" in words
