"""Amounts as people read them: bytes, rates and short times in words. Pure text.

The rule: powers of 1000 and three significant digits, as file managers show them, everywhere the same.
"""

from typing import Final

_UNITS: Final = ("B", "kB", "MB", "GB", "TB", "PB")


def size_words(size_bytes: float) -> str:
    """`640 B`, `1.25 GB`."""
    value = float(size_bytes)
    power = 0
    while value >= 999.5 and power < len(_UNITS) - 1:
        value /= 1000
        power += 1
    unit = _UNITS[power]
    if unit == "B":
        return f"{value:.0f} B"
    digits = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{digits}f} {unit}"


def rate_words(rate_bytes_per_s: float) -> str:
    """`2.50 MB/s`."""
    return f"{size_words(rate_bytes_per_s)}/s"


def latency_words(latency_s: float) -> str:
    """Milliseconds below one second: `40 ms`, `1.2 s`."""
    return f"{latency_s * 1000:.0f} ms" if latency_s < 0.9995 else f"{latency_s:.1f} s"
