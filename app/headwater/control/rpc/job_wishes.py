"""What a program's options say of one job: aria2's strings in, Headwater's own values out.

Only options that were really given change anything: aria2's defaults (one connection a server, pieces of 20 MiB) are
shown to those who ask, and bind nobody. The way back, from a job to options, is `written_options`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from headwater.control.rpc.option_values import read_checksum
from headwater.control.rpc.wire import RpcError
from headwater.model.access import Access, Credential, Headers, split_headers
from headwater.model.job import JobId, JobOptions
from headwater.model.tuning import KNOBS, Tuning

#: The knob that an option turns.
KNOB_OF: Final = {
    "split": "max_channels_per_job",
    "max-connection-per-server": "max_channels_per_source",
    "min-split-size": "min_span_bytes",
    "max-tries": "attempts",
    "retry-wait": "backoff_s",
}
#: The schemes that an option's beginning speaks of; SFTP takes FTP's names, as in aria2.
SCHEMES: Final = {"http": ("http", "https"), "ftp": ("ftp", "ftps", "ftpes", "sftp")}
PROXIED: Final = {"http": ("http",), "https": ("https",), "ftp": ("ftp", "ftps", "ftpes")}
#: No connection waits longer (s).
_LONGEST_WAIT_S: Final = 3600.0


@dataclass(frozen=True, slots=True)
class JobWish:
    """What a call's options say of one job. `keeps_order`: its URIs stand first in the order given."""

    folder: Path
    name: str | None
    options: JobOptions
    job_id: JobId | None
    keeps_order: bool = False


def read_job_wish(values: Mapping[str, str], roots: Sequence[Path], usual: Tuning) -> JobWish:
    """The options as Headwater's own values; `usual` are the knobs of a job without options.

    Raises `RpcError` for a place outside `roots`.
    """
    folder, name = read_target(values, roots)
    number = JobId(values["gid"]) if "gid" in values else None
    return JobWish(folder, name, read_job_options(values, usual), number, values.get("uri-selector") == "inorder")


def read_job_options(values: Mapping[str, str], usual: Tuning) -> JobOptions:
    """All but the place."""
    limit, lowest = int(values.get("max-download-limit", "0")), int(values.get("lowest-speed-limit", "0"))
    plain, secret = split_headers(_read_headers(values))
    tuning = read_tuning(values, usual)
    return JobOptions(
        headers=plain,
        access=_read_access(values, secret),
        rate_limit_bytes_per_s=float(limit) if limit else None,
        lowest_rate_bytes_per_s=float(lowest) if lowest else None,
        checksums=(read_checksum(values["checksum"]),) if values.get("checksum") else (),
        tuning=None if tuning == usual else tuning,
        connect_timeout_s=_read_seconds(values.get("connect-timeout")),
        idle_timeout_s=_read_seconds(values.get("timeout")),
        use_server_time=values.get("remote-time") == "true",
        overwrite=values.get("allow-overwrite") == "true",
        may_number=values.get("auto-file-renaming") != "false",
        start_paused=values.get("pause") == "true",
    )


def _read_seconds(raw: str | None) -> float | None:
    """None where nothing was asked for."""
    return None if raw is None else min(float(raw), _LONGEST_WAIT_S)


def read_tuning(values: Mapping[str, str], base: Tuning) -> Tuning:
    """`base` with the knobs turned that options turn, as far as they go."""
    tuning = base
    for option, knob in KNOB_OF.items():
        if option in values:
            bounds = KNOBS[knob]
            wanted = float(values[option])
            if option == "max-tries" and not wanted:  # aria2's word for: never give up
                wanted = bounds.high
            value = min(max(wanted, bounds.low), bounds.high)
            if knob == "min_span_bytes":  # aria2's 20 MiB would leave nothing to schedule
                value = min(value, float(base.max_span_bytes))
            tuning = tuning.changed(knob, value)
    return tuning


def _read_path(text: str) -> Path:
    """A path in which `~` and `~user` stand for somebody's home. Raises `RpcError` where there is no such person."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise RpcError(f"The folder of the user in {text} is not known.") from error


def read_target(values: Mapping[str, str], roots: Sequence[Path]) -> tuple[Path, str | None]:
    """Folder and name, `out` taken relative to `dir` and never leaving it. Raises `RpcError`."""
    folder = _read_path(values["dir"])
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
    """Proxies, names and passwords, cookies and certificates, as aria2 names them."""
    credentials = tuple(
        Credential(f"{scheme}://*", values[f"{kind}-user"], values.get(f"{kind}-passwd", ""))
        for kind, schemes in SCHEMES.items()
        if values.get(f"{kind}-user")
        for scheme in schemes
    )
    proxies = tuple(
        (scheme, proxy)
        for kind, schemes in PROXIED.items()
        if (proxy := _read_proxy(values, f"{kind}-proxy")) is not None
        for scheme in schemes
    )
    netrc = values.get("netrc-path")
    cookies, certificates = values.get("load-cookies"), values.get("ca-certificate")
    version = values.get("min-tls-version")
    return Access(
        headers=secret_headers,
        credentials=credentials,
        proxy=_read_proxy(values, "all-proxy"),
        proxies=proxies,
        no_proxy=tuple(name.strip() for name in values.get("no-proxy", "").split(",") if name.strip()),
        cookie_file=_read_path(cookies) if cookies else None,
        netrc_file=_read_path(netrc) if netrc else None,
        use_netrc=values.get("no-netrc") != "true",
        ca_file=_read_path(certificates) if certificates else None,
        unverified_hosts=("*",) if values.get("check-certificate") == "false" else (),
        min_tls=None if version == "TLSv1.1" else version,  # nothing older than 1.2 is spoken anyway
    )


def _read_proxy(values: Mapping[str, str], option: str) -> str | None:
    """The proxy that an option names; its name and password may stand in options of their own."""
    proxy = values.get(option)
    if not proxy:
        return None
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    user, password = values.get(f"{option}-user"), values.get(f"{option}-passwd", "")
    scheme, _, rest = proxy.partition("://")
    return f"{scheme}://{quote(user)}:{quote(password)}@{rest}" if user and "@" not in rest else proxy


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
