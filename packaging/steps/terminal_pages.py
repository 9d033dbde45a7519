"""Manual pages and shell completions of both programs, made from the very parsers that read their command lines.

Nothing here knows an option by name: what a program takes and what is told about it cannot drift apart.
"""

import argparse
import gzip
import os
from datetime import date
from pathlib import Path
from typing import Final

import shtab
from argparse_manpage.manpage import Manpage

from headwater import __version__
from headwater.control.cli import complete_parser
from headwater.control.rpc.option_table import OPTIONS, Kind
from headwater_ui.main import make_parser

#: Where each shell looks for completions, and what the file of a program is called there.
SHELLS: Final = {
    "bash": ("bash-completion/completions", "{}"),
    "zsh": ("zsh/vendor-completions", "_{}"),
    "fish": ("fish/vendor_completions.d", "{}.fish"),
}
_FILES: Final = ("FILE", "DIR", "URL|FILE")


def write_pages(share: Path, released: date) -> None:
    """Write manual pages and completions below `share` (a `/usr/share`)."""
    # A manual is as wide as its reader's window: usage lines must not be broken here.
    os.environ["COLUMNS"] = "10000"
    for parser in (make_parser(), terminal_parser()):
        _write_manual(parser, share / "man" / "man1", released)
        for shell, (folder, name) in SHELLS.items():
            path = share / folder / name.format(parser.prog)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(shtab.complete(parser, shell=shell), encoding="utf-8")


def terminal_parser() -> argparse.ArgumentParser:
    """`headwater-cli` with all commands; `serve` takes aria2's options, which are told from the table it reads."""
    parser = complete_parser()
    commands = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001  # argparse has no public way to look at a parser
    serve = commands.choices["serve"]
    for name, words in (
        ("--profile", "keep settings, list and journal in this folder"),
        ("--allow-root", "one more folder that remote programs may write to"),
    ):
        serve.add_argument(name, metavar="DIR", help=words)
    serve.add_argument("--allow-origin", metavar="ORIGIN", help="a page that may command it")
    serve.add_argument("--allow-host", metavar="NAME", help="a name of this computer that requests may be sent to")
    for option in OPTIONS.values():
        if option.mapped:
            choices = ("true", "false") if option.kind is Kind.BOOL else None
            metavar = None if choices else option.kind.name
            serve.add_argument(
                f"--{option.name}", metavar=metavar, choices=choices, help=option.words.replace("%", "%%")
            )
    _complete_files(parser)
    return parser


def _complete_files(parser: argparse.ArgumentParser) -> None:
    """Tell the shells which arguments are files or folders: their metavar says so."""
    for action in parser._actions:  # noqa: SLF001  # as above
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # as above
            for command in action.choices.values():
                _complete_files(command)
        elif action.type is Path or action.metavar in _FILES:
            kind = shtab.DIRECTORY if action.metavar == "DIR" or action.dest == "dir" else shtab.FILE
            action.complete = kind  # type: ignore[attr-defined]  # how shtab is told


def _write_manual(parser: argparse.ArgumentParser, folder: Path, released: date) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    parser.man_short_description = parser.description  # type: ignore[attr-defined]  # read by Manpage
    page = Manpage(parser, format="single-commands-section")
    page.source, page.date, page.manual = f"headwater {__version__}", released.isoformat(), "Headwater"
    with gzip.GzipFile(folder / f"{parser.prog}.1.gz", "wb", mtime=0) as file:
        file.write(str(page).encode())
