"""Option values, read and checked as aria2 does it, and kept as strings; what they mean is read in `job_wishes`."""

import re
from collections.abc import Mapping
from typing import Any, Final

from headwater.control.rpc.option_table import OPTIONS, AriaOption, Kind, Scope
from headwater.control.rpc.wire import RpcError
from headwater.model.hashing import find_algorithm
from headwater.model.job import Checksum

_SIZE: Final = re.compile(r"(\d{1,19})([KkMm]?)")
_UNITS: Final = {"": 1, "K": 1024, "M": 1024**2}
_SELECTION: Final = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
_GID: Final = re.compile(r"[0-9a-f]{16}")
#: Who vouches for a checksum that came as an option.
ORIGIN: Final = "the program that added it"
#: Options whose values add up, one a line.
LISTS: Final = frozenset({"header", "index-out"})


def read_options(given: Mapping[str, Any], *scopes: Scope) -> dict[str, str]:
    """The known options of `given` that may be set in `scopes`, as checked strings.

    Left out are unknown ones, and values that are no strings, as aria2 does it.

    Raises `RpcError` with aria2's text for a value that does not fit.
    """
    values: dict[str, str] = {}
    for name, raw in given.items():
        option = OPTIONS.get(name)
        if option is None or option.scope not in scopes:
            continue
        if isinstance(raw, str) or (isinstance(raw, list) and name in LISTS):
            values[name] = check_value(option, raw)
    return values


def check_value(option: AriaOption, raw: Any) -> str:
    """`raw` as the string aria2 would keep. Raises `RpcError` where aria2 would complain."""
    if isinstance(raw, list) and option.name in LISTS:  # with holes where a browser had no such header
        raw = "\n".join(line for line in raw if isinstance(line, str))
    if not isinstance(raw, str):
        raise refusal(option)
    if option.kind is Kind.BOOL and raw not in ("true", "false"):
        raise refusal(option)
    if option.kind is Kind.NUMBER and not (re.fullmatch(r"\d{1,9}", raw) and int(raw) >= option.least):
        raise refusal(option)
    if option.choices and raw not in option.choices:
        raise refusal(option)
    if option.name == "select-file":
        read_selection(raw)
    if option.kind is Kind.SIZE:
        return str(read_size(option, raw))
    if option.name == "checksum" and raw:
        read_checksum(raw)
    if option.name == "gid" and not _GID.fullmatch(raw):
        raise refusal(option)
    return raw


def read_size(option: AriaOption, raw: str) -> int:
    """Bytes from `10M`, `512K` or `4096`."""
    match = _SIZE.fullmatch(raw)
    if match is None:
        raise refusal(option)
    return int(match.group(1)) * _UNITS[match.group(2).upper()]


def read_checksum(raw: str) -> Checksum:
    """The digest from `sha-256=HEX`. Raises `RpcError`."""
    kind, _, digest = raw.partition("=")
    algorithm = find_algorithm(kind)
    if algorithm is None or not re.fullmatch(rf"[0-9A-Fa-f]{{{2 * algorithm.digest_bytes}}}", digest):
        raise refusal(OPTIONS["checksum"])
    return Checksum(algorithm.name, digest.lower(), ORIGIN)


def read_selection(raw: str) -> frozenset[range]:
    """Which files of a document: `1-3,5`, counted from 1; empty for all. Raises `RpcError`."""
    chosen: set[range] = set()
    for part in filter(None, raw.split(",")):
        match = _SELECTION.fullmatch(part.strip())
        if match is None:
            raise refusal(OPTIONS["select-file"])
        first = int(match.group(1))
        chosen.add(range(first, int(match.group(2) or first) + 1))
    return frozenset(chosen)


def read_names(raw: str) -> dict[int, str]:
    """The names that `index-out` gives to files of a document, by their numbers. Raises `RpcError`."""
    names: dict[int, str] = {}
    for line in filter(None, raw.split("\n")):
        index, equals, name = line.partition("=")
        if not equals or not re.fullmatch(r"\d{1,6}", index):
            raise refusal(OPTIONS["index-out"])
        names[int(index)] = name
    return names


def refusal(option: AriaOption) -> RpcError:
    """aria2's complaint about a value."""
    return RpcError(f"We encountered a problem while processing the option '--{option.name}'.")
