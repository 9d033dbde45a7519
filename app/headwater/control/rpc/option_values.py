"""Option values: read as aria2 reads them, kept as strings, turned into what Headwater calls them.

A tool gets back what it wrote. Only options that were really given change anything: aria2's defaults (one
connection a server, pieces of 20 MiB) are shown to those who ask, and bind nobody.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import quote

from headwater.control.rpc.option_table import OPTIONS, AriaOption, Kind, Scope
from headwater.control.rpc.wire import RpcError
from headwater.model.access import Access, Credential, Headers, split_headers
from headwater.model.hashing import find_algorithm
from headwater.model.job import Checksum, JobId, JobOptions
from headwater.model.tuning import KNOBS, Tuning

_SIZE: Final = re.compile(r"(\d{1,19})([KkMm]?)")
_UNITS: Final = {"": 1, "K": 1024, "M": 1024**2}
_SELECTION: Final = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
_GID: Final = re.compile(r"[0-9a-f]{16}")
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
        raise _refusal(option)
    if option.kind is Kind.BOOL and raw not in ("true", "false"):
        raise _refusal(option)
    if option.kind is Kind.NUMBER and not (re.fullmatch(r"\d{1,9}", raw) and int(raw) >= option.least):
        raise _refusal(option)
    if option.choices and raw not in option.choices:
        raise _refusal(option)
    if option.name == "select-file":
        read_selection(raw)
    if option.kind is Kind.SIZE:
        return str(read_size(option, raw))
    if option.name == "gid" and not _GID.fullmatch(raw):
        raise _refusal(option)
    return raw


def read_size(option: AriaOption, raw: str) -> int:
    """Bytes from `10M`, `512K` or `4096`."""
    match = _SIZE.fullmatch(raw)
    if match is None:
        raise _refusal(option)
    return int(match.group(1)) * _UNITS[match.group(2).upper()]


def read_selection(raw: str) -> frozenset[range]:
    """Which files of a document: `1-3,5`, counted from 1; empty for all. Raises `RpcError`."""
    chosen: set[range] = set()
    for part in filter(None, raw.split(",")):
        match = _SELECTION.fullmatch(part.strip())
        if match is None:
            raise _refusal(OPTIONS["select-file"])
        first = int(match.group(1))
        chosen.add(range(first, int(match.group(2) or first) + 1))
    return frozenset(chosen)


def read_names(raw: str) -> dict[int, str]:
    """The names that `index-out` gives to files of a document, by their numbers. Raises `RpcError`."""
    names: dict[int, str] = {}
    for line in filter(None, raw.split("\n")):
        index, equals, name = line.partition("=")
        if not equals or not re.fullmatch(r"\d{1,6}", index):
            raise _refusal(OPTIONS["index-out"])
        names[int(index)] = name
    return names


def _refusal(option: AriaOption) -> RpcError:
    return RpcError(f"We encountered a problem while processing the option '--{option.name}'.")


@dataclass(frozen=True, slots=True)
class JobWish:
    """What a call's options say of one job."""

    folder: Path
    name: str | None
    options: JobOptions
    job_id: JobId | None


def read_job_wish(values: Mapping[str, str], roots: Sequence[Path]) -> JobWish:
    """The options as Headwater's own values. Raises `RpcError` for a place outside `roots`, or a bad checksum."""
    folder, name = _read_target(values, roots)
    checksums = (_read_checksum(values["checksum"]),) if values.get("checksum") else ()
    limit = int(values.get("max-download-limit", "0"))
    plain, secret = split_headers(_read_headers(values))
    options = JobOptions(
        headers=plain,
        access=_read_access(values, secret),
        rate_limit_bytes_per_s=float(limit) if limit else None,
        checksums=checksums,
        tuning=read_tuning(values, None),
        connect_timeout_s=_read_seconds(values.get("connect-timeout")),
        idle_timeout_s=_read_seconds(values.get("timeout")),
        use_server_time=values.get("remote-time") == "true",
        overwrite=values.get("allow-overwrite") == "true",
        start_paused=values.get("pause") == "true",
    )
    return JobWish(folder, name, options, JobId(values["gid"]) if "gid" in values else None)


def _read_seconds(raw: str | None) -> float | None:
    """None where nothing was asked for; an hour is as long as anything waits."""
    return None if raw is None else min(float(raw), 3600.0)


def read_tuning(values: Mapping[str, str], base: Tuning | None) -> Tuning | None:
    """The knobs that options turn, on top of `base`; `base` itself when there are none."""
    turns = {
        "split": "max_channels_per_job",
        "max-connection-per-server": "max_channels_per_source",
        "min-split-size": "min_span_bytes",
        "max-tries": "attempts",
        "retry-wait": "backoff_s",
    }
    tuning = base
    for option, knob in turns.items():
        if option in values:
            bounds = KNOBS[knob]
            wanted = float(values[option])
            if option == "max-tries" and not wanted:  # aria2's word for: never give up
                wanted = bounds.high
            value = min(max(wanted, bounds.low), bounds.high)
            if knob == "min_span_bytes":  # aria2's 20 MiB would leave nothing to schedule
                value = min(value, float(Tuning().max_span_bytes))
            tuning = (tuning or Tuning()).changed(knob, value)
    return tuning


def _read_target(values: Mapping[str, str], roots: Sequence[Path]) -> tuple[Path, str | None]:
    """Folder and name, `out` taken relative to `dir` and never leaving it."""
    folder = Path(values["dir"]).expanduser()
    name = None
    if values.get("out"):
        out = PurePosixPath(values["out"].replace("\\", "/"))
        if out.is_absolute() or ".." in out.parts or not out.name:
            raise RpcError("The file name must stay inside its folder.")
        folder, name = folder.joinpath(*out.parts[:-1]), out.name
    resolved = folder.resolve()
    if not any(resolved.is_relative_to(root.resolve()) for root in roots):
        raise RpcError(f"The folder {folder} lies outside the folders that remote programs may use.")
    return folder, name


def _read_access(values: Mapping[str, str], secret_headers: Headers) -> Access:
    """Proxy, names and passwords, cookies and certificates, as aria2 names them."""
    credentials = tuple(
        Credential("*", values[f"{kind}-user"], values.get(f"{kind}-passwd", ""))
        for kind in ("http", "ftp")
        if values.get(f"{kind}-user")
    )
    netrc = values.get("netrc-path")
    cookies, certificates = values.get("load-cookies"), values.get("ca-certificate")
    return Access(
        headers=secret_headers,
        credentials=credentials,
        proxy=_read_proxy(values),
        cookie_file=Path(cookies).expanduser() if cookies else None,
        netrc_file=Path(netrc).expanduser() if netrc else None,
        ca_file=Path(certificates).expanduser() if certificates else None,
        unverified_hosts=("*",) if values.get("check-certificate") == "false" else (),
    )


def _read_proxy(values: Mapping[str, str]) -> str | None:
    """One proxy for all schemes; its name and password may stand in options of their own."""
    for option in ("all-proxy", "https-proxy", "http-proxy"):
        proxy = values.get(option)
        if proxy:
            if "://" not in proxy:
                proxy = f"http://{proxy}"
            user, password = values.get(f"{option}-user"), values.get(f"{option}-passwd", "")
            scheme, _, rest = proxy.partition("://")
            return f"{scheme}://{quote(user)}:{quote(password)}@{rest}" if user and "@" not in rest else proxy
    return None


def _read_checksum(text: str) -> Checksum:
    kind, _, digest = text.partition("=")
    algorithm = find_algorithm(kind)
    if algorithm is None or not re.fullmatch(rf"[0-9A-Fa-f]{{{2 * algorithm.digest_bytes}}}", digest):
        raise _refusal(OPTIONS["checksum"])
    return Checksum(algorithm.name, digest.lower(), "the program that added it")


def _read_headers(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    headers: list[tuple[str, str]] = []
    for line in values.get("header", "").split("\n"):
        name, colon, content = line.partition(":")
        if colon and name.strip():
            headers.append((name.strip(), content.strip()))
    if values.get("user-agent"):
        headers.append(("User-Agent", values["user-agent"]))
    if values.get("referer"):
        headers.append(("Referer", values["referer"]))
    if values.get("http-no-cache") == "true":
        headers += [("Cache-Control", "no-cache"), ("Pragma", "no-cache")]
    return tuple(headers)
