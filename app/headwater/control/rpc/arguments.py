"""aria2's command line and configuration files, read as aria2 reads them: long options, the usual short ones, URLs.

An option that aria2 does not know is an error, as it is there; one that Headwater has no use for is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from headwater.control.rpc.listening import DEFAULT_PORT, EVERYWHERE, LOOPBACK
from headwater.control.rpc.option_table import OPTIONS, Kind
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
    "n": "no-netrc",
    "p": "ftp-pasv",
    "S": "show-files",
    "u": "max-upload-limit",
    "O": "index-out",
}
#: BitTorrent's options: taken so that a tool's command line works, and never of any effect.
_SWARM: Final = frozenset(
    [
        "bt-exclude-tracker",
        "bt-external-ip",
        "bt-lpd-interface",
        "bt-max-open-files",
        "bt-max-peers",
        "bt-min-crypto-level",
        "bt-prioritize-piece",
        "bt-request-peer-speed-limit",
        "bt-stop-timeout",
        "bt-tracker",
        "bt-tracker-connect-timeout",
        "bt-tracker-interval",
        "bt-tracker-timeout",
        "dht-entry-point",
        "dht-entry-point6",
        "dht-file-path",
        "dht-file-path6",
        "dht-listen-addr6",
        "dht-listen-port",
        "dht-message-timeout",
        "listen-port",
        "max-overall-upload-limit",
        "max-upload-limit",
        "on-bt-download-complete",
        "peer-agent",
        "peer-id-prefix",
        "seed-ratio",
        "seed-time",
    ]
)
#: Those of them that are switches: a word behind one is not its value.
_SWARM_SWITCHES: Final = frozenset(
    [
        "bt-detach-seed-only",
        "bt-enable-hook-after-hash-check",
        "bt-enable-lpd",
        "bt-force-encryption",
        "bt-hash-check-seed",
        "bt-load-saved-metadata",
        "bt-metadata-only",
        "bt-remove-unselected-file",
        "bt-require-crypto",
        "bt-save-metadata",
        "bt-seed-unverified",
        "enable-dht",
        "enable-dht6",
        "enable-peer-exchange",
    ]
)


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
            if name in _SWARM or name in _SWARM_SWITCHES:
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
    """What was asked for; `given` are aria2's own options. `is_stand_in`: started under aria2's name."""

    given: Arguments
    profile: Path | None = None
    is_stand_in: bool = False
    roots: list[Path] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)

    def option(self, name: str, default: str = "") -> str:
        return self.given.options.get(name, default)

    def has(self, name: str) -> bool:
        return self.option(name) == "true"

    @property
    def port(self) -> int:
        return int(self.option("rpc-listen-port") or DEFAULT_PORT)

    @property
    def host(self) -> str:
        """The address to listen on. Raises `UserError` when everybody could command this computer."""
        if not self.has("rpc-listen-all"):
            return LOOPBACK
        if not self.option("rpc-secret"):
            raise UserError(
                "--rpc-listen-all lets everyone in the network command this computer; set --rpc-secret as well."
            )
        return EVERYWHERE


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
            elif name in _SWARM:
                given.put(name, _next(rest, name, "a value"))
            elif option is None or option.kind is Kind.BOOL:
                given.put(name, None)
            else:
                given.put(name, _next(rest, name, option.kind.value))
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
        kind = OPTIONS[name].kind if name in OPTIONS else Kind.TEXT
        if kind is Kind.BOOL:
            if cluster.startswith("="):
                given.put(name, cluster[1:])
                return
            given.put(name, None)
        else:
            given.put(name, cluster.removeprefix("=") or _next(rest, name, kind.value))
            return


def _next(rest: list[str], name: str, words: str) -> str:
    if not rest:
        raise UserError(f"--{name} takes {words}.")
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
