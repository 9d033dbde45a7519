"""aria2's command line and configuration files, read as aria2 reads them: long options, the usual short ones, URLs.

An option that aria2 does not know is an error, as it is there; one that Headwater has no use for is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from headwater.control.rpc.option_table import OPTIONS, AriaOption, Kind
from headwater.control.rpc.option_values import LISTS, check_value
from headwater.control.rpc.wire import RpcError
from headwater.model.errors import UserError

_SHORT: Final = {
    "d": "dir",
    "o": "out",
    "s": "split",
    "x": "max-connection-per-server",
    "k": "min-split-size",
    "j": "max-concurrent-downloads",
    "i": "input-file",
    "c": "continue",
    "q": "quiet",
    "l": "log",
    "D": "daemon",
    "U": "user-agent",
    "m": "max-tries",
    "t": "timeout",
    "R": "remote-time",
    "V": "check-integrity",
    "M": "metalink-file",
    "T": "torrent-file",
    "Z": "force-sequential",
    "P": "parameterized-uri",
}
#: BitTorrent's options: taken so that a tool's command line works, and never of any effect.
_FOREIGN: Final = ("bt-", "dht-", "enable-dht", "enable-peer-exchange", "peer-", "seed-", "max-upload-limit")
_FOREIGN_NAMES: Final = frozenset({"listen-port", "max-overall-upload-limit", "on-bt-download-complete"})


@dataclass(slots=True)
class Arguments:
    """What was given: options as checked strings, URLs, and names of options without effect."""

    options: dict[str, str] = field(default_factory=dict)
    urls: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)

    def put(self, name: str, value: str | None) -> None:
        """Take one option. `value` None is a bare switch. Raises `UserError`."""
        option = OPTIONS.get(name)
        if option is None:
            if name.startswith(_FOREIGN) or name in _FOREIGN_NAMES:
                self.idle.append(name)
                return
            raise UserError(f"There is no option --{name}.")
        try:
            checked = check_value(option, "true" if value is None else value)
        except RpcError as error:
            raise UserError(f"--{name} takes {option.kind.value}, not {value!r}.") from error
        if not option.mapped:
            self.idle.append(name)
        if name in LISTS and name in self.options:
            checked = f"{self.options[name]}\n{checked}"
        self.options[name] = checked


@dataclass(slots=True)
class ServeOptions:
    """What was asked for; `given` are aria2's own options."""

    given: Arguments
    profile: Path | None = None
    roots: list[Path] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)

    def option(self, name: str, default: str = "") -> str:
        return self.given.options.get(name, default)

    def has(self, name: str) -> bool:
        return self.option(name) == "true"


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """A command line. Raises `UserError` with one sentence for what is wrong with it."""
    given = Arguments()
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--":
            given.urls.extend(rest)
            break
        if word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            option = OPTIONS.get(name)
            if equals:
                given.put(name, value)
            elif option is None and name.startswith(_FOREIGN) and rest and not rest[0].startswith("-"):
                rest.pop(0)
                given.put(name, None)
            elif option is None or option.kind is Kind.BOOL:
                given.put(name, None)
            else:
                given.put(name, _next(rest, option))
        elif word.startswith("-") and len(word) > 1:
            _take_short(given, word[1:], rest)
        else:
            given.urls.append(word)
    return given


def _take_short(given: Arguments, cluster: str, rest: list[str]) -> None:
    """`-x16`, `-x 16`, `-c`, `-cx4`."""
    while cluster:
        letter, cluster = cluster[0], cluster[1:]
        name = _SHORT.get(letter)
        if name is None:
            raise UserError(f"There is no option -{letter}.")
        option = OPTIONS[name]
        if option.kind is Kind.BOOL:
            if cluster.startswith("="):
                given.put(name, cluster[1:])
                return
            given.put(name, None)
        else:
            given.put(name, cluster.removeprefix("=") or _next(rest, option))
            return


def _next(rest: list[str], option: AriaOption) -> str:
    if not rest:
        raise UserError(f"--{option.name} takes {option.kind.value}.")
    return rest.pop(0)


def read_conf(path: Path) -> Arguments:
    """A configuration file: `name=value` lines, `#` begins a comment line. Raises `UserError`."""
    try:
        text = path.expanduser().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The options in {path} cannot be read: {error}.") from error
    given = Arguments()
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        name, equals, value = stripped.partition("=")
        given.put(name.strip(), value.strip() if equals else None)
    return given
