"""Raw speed: a large file from one and from four nginx mirrors, over HTTP and HTTPS, as fast as this computer can.

The programs are called in turn, so that whatever else the computer does falls on all alike; a first round warms up
and is not counted; figures are medians.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import median

from tests.bench.downloaders import Downloader, DownloadFailedError, Measurement, measure
from tests.fakes.nginx import NginxMirrors
from tests.net.channels.certificates import make_authority

from headwater.lab.sample import SeededSample, sha256_of, write_sample


@dataclass(frozen=True, slots=True)
class RawFigure:
    """Medians of one program with so many mirrors over `scheme`; rates in bytes per second, CPU in seconds per 10^9
    bytes."""

    downloader: str
    scheme: str
    mirrors: int
    rate_bytes_per_s: float
    cpu_s_per_gb: float
    peak_rss_bytes: float
    runs: int


def run(
    downloaders: Sequence[Downloader], folder: Path, *, size_bytes: int, runs: int, mirrors: Sequence[int] = (1, 4)
) -> list[RawFigure]:
    """Measure all programs that take as many mirrors; prints as it goes, since it takes minutes."""
    root = folder / "served"
    root.mkdir()
    sample = SeededSample(size_bytes)
    write_sample(sample, root / "sample.bin")
    digest = sha256_of(sample)
    authority = make_authority(folder)
    figures = []
    for scheme, count in product(("http", "https"), mirrors):
        able = [one for one in downloaders if one.max_sources is None or one.max_sources >= count]
        signs = authority if scheme == "https" else None
        with NginxMirrors(root, count, folder / f"{scheme}-{count}", authority=signs) as servers:
            taken: dict[str, list[Measurement]] = {one.name: [] for one in able}
            for number in range(runs + 1):
                for one in tuple(able):
                    try:
                        measured = measure(
                            one,
                            folder / "sample.bin",
                            servers.urls("sample.bin"),
                            sha256=digest,
                            ca_file=None if signs is None else signs.ca_file,
                        )
                    except DownloadFailedError as error:
                        sys.stderr.write(f"{scheme}, {count} mirrors: {error}; left out\n")
                        able.remove(one)
                        del taken[one.name]
                        continue
                    sys.stderr.write(
                        f"{scheme}, {count} mirrors, run {number}, {one.name}: {measured.elapsed_s:.2f} s\n"
                    )
                    if number:
                        taken[one.name].append(measured)
        figures += [_figure(name, scheme, count, size_bytes, measured) for name, measured in taken.items()]
    return figures


def _figure(name: str, scheme: str, mirrors: int, size_bytes: int, taken: Sequence[Measurement]) -> RawFigure:
    return RawFigure(
        name,
        scheme,
        mirrors,
        size_bytes / median(one.elapsed_s for one in taken),
        median(one.cpu_s for one in taken) / (size_bytes / 1e9),
        median(one.peak_rss_bytes for one in taken),
        len(taken),
    )
