"""What proving costs: a verified download against the same download unverified, and against hashing alone.

    python -m tests.bench.verified_download [--size 4Gi] [--runs 3] [--forms pieces tree whole] [--rate 250]

One nginx on loopback serves a file from memory, `headwater-cli get` writes it to memory. In turn, each round: the
download alone; hashing alone (a process that hashes the served file for the same kind of trusted hash, on one core);
the verified download. Wanted: a verified download takes at most 1.05 times the longer one of the other two. CPU seconds
are of the client and its threads. Servers, client and hashing share whatever processors there are: where the download
alone needs them all, hashing can only come on top, and `--rate` (MB/s) shows what it costs where the network is the
bound.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.downloaders import Downloader, Measurement, measure
from tests.bench.report import Row, computer, plain
from tests.fakes.nginx import NginxMirrors, find_nginx
from tests.fakes.torrents import encode

from headwater.content.hash_tree import HashTree, piece_bytes_for
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.lab.mirrors_command import parse_bytes
from headwater.lab.sample import SeededSample, sha256_of, write_sample
from headwater.model.job import PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.source import SourceSpec

PROMISED: Final = 1.05
FORMS: Final = ("pieces", "tree", "whole")
_NAME: Final = "sample.bin"
_READ_BYTES: Final = 1024**2
#: Connections among which a rate is shared.
_CONNECTIONS: Final = 4

#: Hashes a file for a trusted hash of one kind, as `verify` does.
_HASH: Final = """
import sys
from pathlib import Path
from headwater.control.document_fetch import load_signed
from headwater.content.file_check import check_file
from headwater.model.job import Checksum
import asyncio
path, form, told = sys.argv[1:]
if form == "whole":
    report = check_file(Path(path), [Checksum("sha-256", told)], None, None)
else:
    (file,) = asyncio.run(load_signed(told)).files
    report = check_file(Path(path), file.checksums, file.pieces, file.size_bytes)
sys.exit(0 if not report.bad and not report.wrong else 1)
"""


@dataclass(frozen=True, slots=True)
class VerifiedFigure:
    """Medians for one kind of trusted hash, in seconds. `rate_bytes_per_s` is what the server gave at most."""

    form: str
    rate_bytes_per_s: float | None
    size_bytes: int
    alone: Measurement
    hashing_s: float
    verified: Measurement
    runs: int

    @property
    def ratio(self) -> float:
        """The verified download's time to that of the longer one of its parts."""
        return self.verified.elapsed_s / max(self.alone.elapsed_s, self.hashing_s)


class Trusted:
    """The hashes of the served file, each kind in the form in which a person would hand it over."""

    def __init__(self, path: Path, folder: Path, size_bytes: int) -> None:
        self._folder = folder
        self._size_bytes = size_bytes
        self._piece_bytes = piece_bytes_for(size_bytes)
        tree, digests, at = HashTree(size_bytes, self._piece_bytes), bytearray(), 0
        with path.open("rb") as file:
            while data := file.read(self._piece_bytes):
                digests += hashlib.sha256(data).digest()
                for part in range(0, len(data), _READ_BYTES):
                    tree.add_leaves((at + part) // 16384, hash_leaves(memoryview(data)[part : part + _READ_BYTES]))
                at += len(data)
        self.sha256 = sha256_of(SeededSample(size_bytes))
        self._pieces = PieceHashes("sha-256", self._piece_bytes, bytes(digests))
        self._tree = tree

    def told(self, form: str, urls: Sequence[str]) -> str:
        """What hashing alone is told: the digest, or the path of a document."""
        if form == "whole":
            return self.sha256
        if form == "pieces":
            path = self._folder / "pieces.meta4"
            sources = tuple(SourceSpec(url) for url in urls)
            path.write_bytes(write_metalink([MetalinkFile(_NAME, self._size_bytes, sources, (), self._pieces)]))
            return str(path)
        path = self._folder / "tree.torrent"
        root = self._tree.root()
        info = {
            b"name": _NAME.encode(),
            b"meta version": 2,
            b"piece length": self._piece_bytes,
            b"file tree": {_NAME.encode(): {b"": {b"length": self._size_bytes, b"pieces root": root}}},
        }
        layers = {root: self._tree.layer(self._piece_bytes)}
        seeds = [url.encode() for url in urls]
        path.write_bytes(encode({b"info": info, b"piece layers": layers, b"url-list": seeds}))
        return str(path)


def _downloader(name: str, words: Sequence[str]) -> Downloader:
    def command(target: Path, urls: Sequence[str]) -> list[str]:
        places = words or urls
        options = ["--quiet", "--connections", str(_CONNECTIONS), "-o", str(target)]
        return [sys.executable, "-m", "headwater.control.cli", "get", *options, *places]

    return Downloader(name, command, None, lambda: True)


def _verifying(form: str, told: str, urls: Sequence[str]) -> Downloader:
    words = ["--checksum", f"sha-256={told}", *urls] if form == "whole" else [told]
    return _downloader(f"verified by {form}", words)


def _hash_alone(path: Path, form: str, told: str) -> float:
    began_s = time.perf_counter()
    subprocess.run([sys.executable, "-c", _HASH, str(path), form, told], check=True)
    return time.perf_counter() - began_s


def run(
    folder: Path,
    *,
    size_bytes: int,
    runs: int,
    forms: Sequence[str] = FORMS,
    rate_bytes_per_s: float | None = None,
) -> list[VerifiedFigure]:
    """Measure each kind of trusted hash; a first round warms up and is not counted. Prints as it goes."""
    folder /= "verified"
    root = folder / "served"
    root.mkdir(parents=True)
    served = write_sample(SeededSample(size_bytes), root / _NAME)
    trusted = Trusted(served, folder, size_bytes)
    target = folder / _NAME
    extra = "" if rate_bytes_per_s is None else f"limit_rate {round(rate_bytes_per_s / _CONNECTIONS)};"
    with NginxMirrors(root, 1, folder / "mirrors", extra) as servers:
        urls = servers.urls(_NAME)
        told = {form: trusted.told(form, urls) for form in forms}
        alone: list[Measurement] = []
        hashing: dict[str, list[float]] = {form: [] for form in forms}
        verified: dict[str, list[Measurement]] = {form: [] for form in forms}
        for number in range(runs + 1):
            plain_run = measure(_downloader("alone", ()), target, urls, sha256=trusted.sha256)
            line = f"run {number}: alone {plain_run.elapsed_s:.2f} s ({plain_run.cpu_s:.2f} s CPU)"
            alone.append(plain_run)
            for form in forms:
                hashing[form].append(_hash_alone(served, form, told[form]))
                verified[form].append(measure(_verifying(form, told[form], urls), target, urls, sha256=trusted.sha256))
                one = verified[form][-1]
                line += f"; {form}: hashing {hashing[form][-1]:.2f} s, verified {one.elapsed_s:.2f} s"
                line += f" ({one.cpu_s:.2f} s CPU)"
            sys.stderr.write(line + "\n")
    return [
        VerifiedFigure(
            form,
            rate_bytes_per_s,
            size_bytes,
            _middle(alone[1:]),
            median(hashing[form][1:]),
            _middle(verified[form][1:]),
            runs,
        )
        for form in forms
    ]


def _middle(taken: Sequence[Measurement]) -> Measurement:
    return Measurement(
        median(one.elapsed_s for one in taken),
        median(one.cpu_s for one in taken),
        round(median(one.peak_rss_bytes for one in taken)),
    )


def table(figures: Sequence[VerifiedFigure]) -> list[Row]:
    """One row a kind of trusted hash."""
    rows: list[Row] = [
        (
            "trusted",
            "MB/s at most",
            "alone s",
            "hashing s",
            "verified s",
            "ratio",
            "CPU s alone",
            "CPU s verified",
            "peak MiB",
        )
    ]
    for one in figures:
        times = (one.alone.elapsed_s, one.hashing_s, one.verified.elapsed_s, one.ratio)
        cpu = (one.alone.cpu_s, one.verified.cpu_s)
        shown = (*(f"{value:.2f}" for value in (*times, *cpu)), f"{one.verified.peak_rss_bytes / 2**20:.0f}")
        rate = "" if one.rate_bytes_per_s is None else f"{one.rate_bytes_per_s / 1e6:.0f}"
        rows.append((one.form, rate, *shown))
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=parse_bytes, default=4 * 2**30, help="of the file (default: 4Gi)")
    parser.add_argument("--runs", type=int, default=3, help="counted rounds (default: %(default)s)")
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=FORMS, help="kinds of trusted hash")
    parser.add_argument("--rate", type=float, help="MB/s that the server gives at most (default: all it can)")
    parser.add_argument("--folder", type=Path, help="where files are served from and written to (default: /dev/shm)")
    args = parser.parse_args()
    if find_nginx() is None:
        print("nginx is not installed")
        return 1
    print(computer())
    memory = Path("/dev/shm")
    parent = args.folder or (memory if memory.is_dir() else None)
    folder = Path(tempfile.mkdtemp(prefix="headwater-verified-", dir=parent))
    try:
        rate = None if args.rate is None else args.rate * 1e6
        figures = run(folder, size_bytes=args.size, runs=args.runs, forms=args.forms, rate_bytes_per_s=rate)
    finally:
        shutil.rmtree(folder)
    print(plain(table(figures)))
    return 0 if all(figure.ratio <= PROMISED for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
