"""Figures as tables for people, Markdown for `docs/PERFORMANCE.md`, and one line of JSON for programs."""

import json
import os
import platform
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench.raw_speed import RawFigure
from tests.bench.shaped_mirrors import ShapedFigure

Row = Sequence[str]


def raw_table(figures: Sequence[RawFigure]) -> list[Row]:
    """One row a program, scheme and number of mirrors; ratios are to aria2c, or to curl where there is none."""
    rows: list[Row] = [("over", "mirrors", "program", "MB/s", "ratio", "CPU s/GB", "ratio", "peak MiB", "runs")]
    for figure in figures:
        alike_to = (figure.scheme, figure.mirrors)
        alike = {other.downloader: other for other in figures if (other.scheme, other.mirrors) == alike_to}
        peer = alike.get("aria2c") or alike.get("curl") or figure
        rows.append(
            (
                figure.scheme,
                str(figure.mirrors),
                figure.downloader,
                f"{figure.rate_bytes_per_s / 1e6:.0f}",
                f"{figure.rate_bytes_per_s / peer.rate_bytes_per_s:.2f}",
                f"{figure.cpu_s_per_gb:.2f}",
                f"{figure.cpu_s_per_gb / peer.cpu_s_per_gb:.2f}",
                f"{figure.peak_rss_bytes / 2**20:.0f}",
                str(figure.runs),
            )
        )
    return rows


def shaped_table(figures: Sequence[ShapedFigure]) -> list[Row]:
    """One row a scenario and program."""
    rows: list[Row] = [("scenario", "program", "T* s", "time / T*", "mean lag s", "sent twice", "runs")]
    for figure in figures:
        ratio = "failed" if figure.ratio is None else f"{figure.ratio:.3f}"
        lag = "" if figure.mean_lag_s is None else f"{figure.mean_lag_s:.2f}"
        row = (figure.scenario, figure.downloader, f"{figure.ideal_s:.1f}", ratio, lag)
        rows.append((*row, f"{100 * figure.wasted_share:.1f} %", str(figure.runs)))
    return rows


def plain(rows: Sequence[Row]) -> str:
    """Aligned columns."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(line.rstrip() + "\n" for line in lines)


def markdown(rows: Sequence[Row]) -> str:
    head, *body = rows
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body)]
    return "\n".join(lines) + "\n"


def machine_line(raw: Sequence[RawFigure], shaped: Sequence[ShapedFigure]) -> str:
    """All figures as one line of JSON."""
    return "BENCH " + json.dumps({"raw": [asdict(one) for one in raw], "shaped": [asdict(one) for one in shaped]})


def computer() -> str:
    """What the figures were taken on, and how busy it was, in one line."""
    model = platform.processor() or platform.machine()
    cpu_info = Path("/proc/cpuinfo")
    if cpu_info.exists() and (found := re.search(r"model name\s*:\s*(.+)", cpu_info.read_text())):
        model = found[1]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} x {model}, {system}, load average {os.getloadavg()[0]:.1f} before the first run"


def put_into(page: Path, section: str, text: str) -> None:
    """Replace what stands between the markers of `section` in a Markdown page. Raises `ValueError` without them."""
    begin, end = f"<!-- {section}: written by make bench -->", f"<!-- end of {section} -->"
    whole = page.read_text(encoding="utf-8")
    if begin not in whole or end not in whole:
        raise ValueError(f"{page} has no markers for {section}")
    before, after = whole.split(begin)[0], whole.split(end)[1]
    page.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", encoding="utf-8")
