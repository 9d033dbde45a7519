"""`make bench`: Headwater beside aria2c and curl at raw speed and on shaped mirrors, what proving costs, its loop's
gaps, its preview.

Benchmarks, not tests.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench import loop_gap, preview, raw_speed, report, shaped_mirrors, verified_download
from tests.bench.downloaders import DOWNLOADERS
from tests.fakes.nginx import find_nginx

from headwater.lab.mirrors_command import parse_bytes

_PAGE = Path(__file__).parents[2] / "docs" / "PERFORMANCE.md"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument("--only", choices=["raw", "verified", "shaped", "gaps", "preview"], help="one part of it")
    parser.add_argument("--programs", nargs="+", choices=[one.name for one in DOWNLOADERS], help="default: all here")
    parser.add_argument("--size", type=parse_bytes, default=2**30, help="of the file at raw speed (default: 1Gi)")
    parser.add_argument("--runs", type=int, default=5, help="counted rounds at raw speed (default: %(default)s)")
    parser.add_argument("--scenarios", nargs="+", choices=shaped_mirrors.names(), default=shaped_mirrors.names())
    parser.add_argument("--shaped-size", type=parse_bytes, help="of the file on shaped mirrors (default: scenario's)")
    parser.add_argument("--shaped-runs", type=int, default=3, help="rounds on shaped mirrors (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="where files are served from and written to (default: /dev/shm)")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {_PAGE.name}")
    return parser.parse_args()


def _scratch(args: argparse.Namespace) -> Path:
    """Where the files go: memory, unless it is short or another place is named, so that no disk is measured."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 4 * max(args.size, args.shaped_size or 2**29)
    return Path(tempfile.mkdtemp(prefix="headwater-bench-", dir=args.folder or (memory if roomy else None)))


def main() -> int:
    args = _arguments()
    chosen = [one for one in DOWNLOADERS if one.is_here() and (args.programs is None or one.name in args.programs)]
    missing = [one.name for one in DOWNLOADERS if not one.is_here()]
    computer = report.computer()
    print(f"{computer}; compared: {', '.join(one.name for one in chosen)}", end="")
    print(f"; not installed: {', '.join(missing)}" if missing else "")
    raw, verified, shaped, gaps, seen = [], [], [], [], []
    folder = _scratch(args)
    try:
        if args.only in (None, "raw") and find_nginx() is None:
            print("raw speed and loop gaps are left out: nginx is not installed")
        elif args.only in (None, "raw"):
            raw = raw_speed.run(chosen, folder, size_bytes=args.size, runs=args.runs)
            print(f"\n{args.size / 2**20:.0f} MiB as fast as it goes\n\n{report.plain(report.raw_table(raw))}")
        if args.only in (None, "verified") and find_nginx() is not None:
            print("\nverified downloads, against the download and the hashing alone")
            verified = verified_download.run(folder, size_bytes=args.size, runs=max(1, args.runs // 2))
            print(report.plain(verified_download.table(verified)))
        if args.only in (None, "gaps") and find_nginx() is not None:
            print("\nhow long the window's event loop is away")
            gaps = loop_gap.run(loop_gap.LOADS, folder)
        if args.only in (None, "preview"):
            print("\nthe preview, against the bound")
            seen = preview.run(folder)
        if args.only in (None, "shaped"):
            shaped = shaped_mirrors.run(
                chosen, folder, scenarios=args.scenarios, size_bytes=args.shaped_size, runs=args.shaped_runs
            )
            print(f"\nshaped mirrors, against the bound\n\n{report.plain(report.shaped_table(shaped))}")
    finally:
        shutil.rmtree(folder)
    print(report.machine_line(raw, shaped))
    if args.write:
        if raw:
            report.put_into(_PAGE, "raw speed", f"{computer}\n\n{report.markdown(report.raw_table(raw))}")
        if verified:
            text = report.markdown(verified_download.table(verified))
            report.put_into(_PAGE, "verified downloads", f"{computer}\n\n{text}")
        if gaps:
            report.put_into(_PAGE, "loop gaps", f"{computer}\n\n{report.markdown(loop_gap.table(gaps))}")
        if seen:
            report.put_into(_PAGE, "preview", f"{computer}\n\n{report.markdown(preview.table(seen))}")
        if shaped:
            report.put_into(_PAGE, "shaped mirrors", f"{computer}\n\n{report.markdown(report.shaped_table(shaped))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
