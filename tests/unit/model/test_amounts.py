"""Amounts in words: three figures, in the unit that needs no more."""

import pytest

from headwater.model.amounts import latency_words, rate_words, size_words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.00 kB"),
        (9994, "9.99 kB"),
        (9996, "10.0 kB"),
        (99_960, "100 kB"),
        (999_499, "999 kB"),
        (999_501, "1.00 MB"),
        (1_500_000, "1.50 MB"),
        (10**9, "1.00 GB"),
        (10**15, "1.00 PB"),
    ],
)
def test_sizes_have_three_figures(size_bytes: int, words: str) -> None:
    assert size_words(size_bytes) == words
    assert rate_words(size_bytes) == f"{words}/s"


def test_beyond_the_last_unit_figures_grow() -> None:
    words = size_words(10**24)
    assert words[0].isdigit()
    assert words.endswith("B")


@pytest.mark.parametrize(
    ("latency_s", "words"), [(0.0, "0 ms"), (0.04, "40 ms"), (0.9994, "999 ms"), (0.9996, "1.0 s"), (1.24, "1.2 s")]
)
def test_latencies_are_told_in_milliseconds_below_a_second(latency_s: float, words: str) -> None:
    assert latency_words(latency_s) == words
