"""`headwater-cli verify`: a finished or foreign file against what is known of it, block by block; mended on demand.

Exit status: 0 every hash known is right (or was made right), 1 damaged, 2 usage, or nothing to check against.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any, Final

from headwater.content.file_check import FileReport
from headwater.content.trust import Trust
from headwater.control.checkup import examine, mend_found
from headwater.control.document_fetch import Asker
from headwater.control.trust_search import Knowledge, gather
from headwater.engine.profile import Profile
from headwater.engine.settings import saved_settings
from headwater.model.errors import HeadwaterError, UserError
from headwater.model.source import SourceSpec

_EXIT_OK: Final = 0
_EXIT_DAMAGED: Final = 1
_EXIT_USAGE: Final = 2
_SHOWN_BLOCKS: Final = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `verify` takes."""
    parser.description = "Check FILE against hashes, and mend what is bad from mirrors."
    parser.epilog = "Exit status: 0 right, 1 damaged, 2 usage or nothing to check against."
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--against",
        nargs="+",
        action="extend",
        default=[],
        metavar="WHAT",
        help="Metalink, torrent, checksum file or hash, by path or URL, or URLs of mirrors: where no hash is known, "
        "what they serve is fetched and compared; default: what lies beside FILE, else what is known of it since it "
        "was fetched",
    )
    parser.add_argument("--repair", action="store_true", help="fetch bad blocks anew from the mirrors that are known")
    parser.add_argument("--from", dest="mirrors", nargs="+", action="extend", default=[], metavar="URL")
    parser.add_argument("--all-blocks", action="store_true", help="list every bad block")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")


def run(args: argparse.Namespace) -> int:
    """Carry `verify` out; returns the exit status."""
    try:
        return asyncio.run(_verify(args))
    except UserError as error:
        sys.stderr.write(f"headwater-cli verify: {error}\n")
        return _EXIT_USAGE
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli verify: {error}\n")
        return _EXIT_DAMAGED


async def _verify(args: argparse.Namespace) -> int:
    path: Path = args.file
    asker = Asker(await asyncio.to_thread(saved_settings))
    knowledge = await gather(path, args.against, asker)
    if not (args.against or knowledge.checksums or knowledge.pieces):
        from headwater.control.own_files import recall  # loads what an engine keeps

        knowledge = await recall(path, Profile.find()) or knowledge
    knowledge.sources.extend(SourceSpec(url) for url in args.mirrors)
    checkup = await examine(path, knowledge, asker=asker)
    mended = False
    if args.repair and checkup.is_damaged:
        before, checkup = checkup, await mend_found(checkup)
        mended = checkup.is_proven
        sys.stderr.write(f"{len(before.report.bad) or 'all'} bad blocks were fetched anew\n")
    report, trust = checkup.report, checkup.trust
    if args.json:
        sys.stdout.write(json.dumps(_as_json(report, trust, knowledge, mended=mended), ensure_ascii=False) + "\n")
    else:
        _print(path, report, trust, knowledge, shown=len(report.bad) if args.all_blocks else _SHOWN_BLOCKS)
    return _EXIT_OK if checkup.is_proven else _EXIT_DAMAGED


def _print(path: Path, report: FileReport, trust: Trust, knowledge: Knowledge, *, shown: int) -> None:
    lines = [f"{path.name}: {report.verdict.sentence}"]
    lines += [f"  {'*' if source.counts else ' '} {source.words}" for source in trust.sources]
    lines += [f"    {remark}" for remark in knowledge.remarks]
    if report.pieces is not None:
        end = report.expected_bytes or report.size_bytes
        for index in report.bad[:shown]:
            span = report.pieces.span(index, end)
            state = "missing" if span.start >= report.size_bytes else "wrong"
            lines.append(f"  block {index:>8}  {span.start:>14}-{span.end - 1:<14}  {state}")
        if len(report.bad) > shown:
            lines.append(f"  … and {len(report.bad) - shown:,} more (--all-blocks lists them)")
    sys.stdout.write("\n".join(lines) + "\n")


def _as_json(report: FileReport, trust: Trust, knowledge: Knowledge, *, mended: bool) -> dict[str, Any]:
    """What `--json` prints; sizes in bytes, spans as `[start, end)`."""
    return {
        "finding": report.verdict.finding.value,
        "sentence": report.verdict.sentence,
        "size_bytes": report.size_bytes,
        "expected_bytes": report.expected_bytes,
        "blocks": None if report.pieces is None else report.pieces.count,
        "bad_blocks": list(report.bad),
        "bad_spans": [[span.start, span.end] for span in report.bad_spans],
        "wrong": [checksum.algorithm for checksum in report.wrong],
        "trust": [{"words": source.words, "counts": source.counts} for source in trust.sources],
        "remarks": knowledge.remarks,
        "mended": mended,
    }
