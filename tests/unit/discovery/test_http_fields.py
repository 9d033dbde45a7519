"""Content-Range, lengths, dates and patience."""

import pytest

from headwater.discovery.http_fields import (
    ContentRange,
    parse_content_range,
    parse_http_date,
    parse_number,
    parse_retry_after,
)
from headwater.model.spans import Span


@pytest.mark.parametrize(
    ("value", "learned"),
    [
        ("bytes 0-99/1000", ContentRange(Span(0, 100), 1000)),
        ("bytes 0-99/*", ContentRange(Span(0, 100), None)),
        ("bytes */1000", ContentRange(None, 1000)),
        ("bytes */0", ContentRange(None, 0)),
        ("BYTES 5-5/6", ContentRange(Span(5, 6), 6)),
        ("  bytes  0 - 99 / 1000 ", ContentRange(Span(0, 100), 1000)),
        ("bytes=0-99/1000", ContentRange(Span(0, 100), 1000)),
        ("bytes: 0-99/1000", ContentRange(Span(0, 100), 1000)),
        ("bytes */*", None),
        ("bytes 99-0/1000", None),
        ("bytes 0-1000/1000", None),
        ("bytes 0-99", None),
        ("bytes -99/1000", None),
        ("bytes 0-/1000", None),
        ("items 0-99/1000", None),
        ("bytes 0-99/1000, bytes 0-99/1000", None),
        ("bytes 0-99/-5", None),
        ("bytes 0-9223372036854775807/*", None),
        ("bytes 0-99999999999999999999/*", None),
        ("bytes ０-９/10", None),
        ("bytes 1_0-2_0/100", None),
        ("", None),
        (None, None),
        ("bytes" + " " * 100_000, None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_content_range(value: str | None, learned: ContentRange | None) -> None:
    assert parse_content_range(value) == learned


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0", 0),
        ("123", 123),
        ("5, 5", 5),
        ("5, 6", None),
        ("-1", None),
        ("+1", None),
        ("1e3", None),
        ("٣", None),
        ("9" * 19, None),
        ("9" * 30, None),
        (None, None),
    ],
)
def test_numbers(value: str | None, number: int | None) -> None:
    assert parse_number(value) == number


@pytest.mark.parametrize(
    "value",
    ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"],
)
def test_the_three_forms_of_a_date(value: str) -> None:
    assert parse_http_date(value) == 784111777.0


@pytest.mark.parametrize("value", [None, "", "yesterday", "Sun, 99 Nov 1994 08:49:37 GMT", "0", "\ud800"])
def test_no_dates(value: str | None) -> None:
    assert parse_http_date(value) is None


@pytest.mark.parametrize(
    ("value", "wait_s"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10.0),
        ("Sun, 06 Nov 1994 08:49:27 GMT", 0.0),
        ("9" * 18, 30 * 24 * 3600.0),
        ("-5", None),
        ("soon", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, wait_s: float | None) -> None:
    assert parse_retry_after(value, 784111777.0) == wait_s
