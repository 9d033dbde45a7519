"""From a job to aria2's options: what programs are told of it, what a session file keeps, what a change changes.

What was written is told as it was written as long as it holds; what a window, or an earlier run, chose is told as it
is. The rule: nobody is told an option that is not in force.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from headwater.control.rpc.job_wishes import KNOB_OF, PROXIED, read_job_options, read_target, read_tuning
from headwater.control.rpc.option_values import ORIGIN
from headwater.model.job import JobOptions, JobSpec
from headwater.model.tuning import Tuning

#: What each option chooses: fields of the job's options, and of its access (those that begin with a dot).
_FIELDS_OF: Final[dict[str, tuple[str, ...]]] = {
    "max-download-limit": ("rate_limit_bytes_per_s",),
    "lowest-speed-limit": ("lowest_rate_bytes_per_s",),
    "connect-timeout": ("connect_timeout_s",),
    "timeout": ("idle_timeout_s",),
    "remote-time": ("use_server_time",),
    "allow-overwrite": ("overwrite",),
    "auto-file-renaming": ("may_number",),
    **dict.fromkeys(("header", "referer", "user-agent", "http-no-cache"), ("headers", ".headers", ".cookie")),
    **dict.fromkeys(("http-user", "http-passwd", "ftp-user", "ftp-passwd"), (".credentials",)),
    **{
        f"{kind}-proxy{part}": (".proxy", ".proxies") for kind in ("all", *PROXIED) for part in ("", "-user", "-passwd")
    },
    "no-proxy": (".no_proxy",),
    "no-netrc": (".use_netrc",),
    "load-cookies": (".cookie_file",),
    "ca-certificate": (".ca_file",),
    "check-certificate": (".unverified_hosts",),
}
#: What is kept in memory alone, so that a job does not know it after a restart: told as it was written.
_UNKEPT: Final = frozenset(
    name for name, fields in _FIELDS_OF.items() if fields in ((".credentials",), (".proxy", ".proxies"))
)


def write_options(spec: JobSpec, usual: Tuning) -> dict[str, str]:
    """The options that make a job what it is, without its place; `usual` are the knobs of a job without options."""
    options = spec.options
    numbers = {
        "max-download-limit": options.rate_limit_bytes_per_s,
        "lowest-speed-limit": options.lowest_rate_bytes_per_s,
        "connect-timeout": options.connect_timeout_s,
        "timeout": options.idle_timeout_s,
    }
    written = {name: str(max(1, round(number))) for name, number in numbers.items() if number is not None}
    tuning = options.tuning or usual
    for option, knob in KNOB_OF.items():
        if (value := getattr(tuning, knob)) != getattr(usual, knob):
            written[option] = str(round(value))
    flags = {
        "remote-time": (options.use_server_time, "true"),
        "allow-overwrite": (options.overwrite, "true"),
        "auto-file-renaming": (not options.may_number, "false"),
    }
    written |= {name: word for name, (is_so, word) in flags.items() if is_so}
    checksum = next((one for one in options.checksums if one.origin in ("you", ORIGIN)), None)
    if checksum is not None:
        written["checksum"] = f"{checksum.algorithm}={checksum.hex_digest}"
    places = [source.place for source in spec.sources]
    if places == list(range(1, len(places) + 1)):
        written["uri-selector"] = "inorder"
    return written | _write_headers(options) | _write_access(options)


def _write_headers(options: JobOptions) -> dict[str, str]:
    written: dict[str, str] = {}
    lines: list[str] = []
    named = {"user-agent": "user-agent", "referer": "referer"}
    no_cache = {("cache-control", "no-cache"), ("pragma", "no-cache")}
    headers = (*options.headers, *options.access.headers)
    if options.access.cookie is not None:
        headers = (*headers, ("Cookie", options.access.cookie))
    is_uncached = no_cache <= {(name.lower(), value) for name, value in headers}
    for name, value in headers:
        option = named.get(name.lower())
        if option is not None and option not in written:
            written[option] = value
        elif not (is_uncached and (name.lower(), value) in no_cache):
            lines.append(f"{name}: {value}")
    if is_uncached:
        written["http-no-cache"] = "true"
    return written | ({"header": "\n".join(lines)} if lines else {})


def _write_access(options: JobOptions) -> dict[str, str]:
    access = options.access
    written: dict[str, str] = {}
    for kind, pattern in (("http", "http://*"), ("ftp", "ftp://*")):
        credential = next((one for one in access.credentials if one.pattern in (pattern, "*")), None)
        if credential is not None:
            written |= {f"{kind}-user": credential.user, f"{kind}-passwd": credential.password}
    proxies = {"all-proxy": access.proxy, **{f"{scheme}-proxy": proxy for scheme, proxy in access.proxies}}
    written |= {name: proxy for name, proxy in proxies.items() if proxy and name in _FIELDS_OF}
    files = {"load-cookies": access.cookie_file, "ca-certificate": access.ca_file}
    written |= {name: str(path) for name, path in files.items() if path is not None}
    if access.no_proxy:
        written["no-proxy"] = ",".join(access.no_proxy)
    if "*" in access.unverified_hosts:
        written["check-certificate"] = "false"
    return written if access.use_netrc else {**written, "no-netrc": "true"}


def told_options(written: Mapping[str, str], spec: JobSpec, usual: Tuning) -> dict[str, str]:
    """A job's own options: as they were `written` where that is so, else as it has them."""
    now = write_options(spec, usual)
    meant = write_options(replace(spec, options=read_job_options(written, usual)), usual)
    told = {
        name: value
        for name, value in written.items()
        if name in _UNKEPT or not _is_known(name) or _holds(name, value, now, meant)
    }
    return {**{name: value for name, value in now.items() if name not in told}, **told}


def _holds(name: str, value: str, now: Mapping[str, str], meant: Mapping[str, str]) -> bool:
    """Whether what was written is what the job has."""
    if name == "uri-selector":
        return (value == "inorder") is (name in now)
    return now.get(name) == meant.get(name)


def _is_known(name: str) -> bool:
    """Whether a job shows whether the option is in force."""
    return name in _FIELDS_OF or name in KNOB_OF or name in ("checksum", "uri-selector")


def changed_spec(
    spec: JobSpec, told: Mapping[str, str], values: Mapping[str, str], roots: Sequence[Path], usual: Tuning
) -> JobSpec:
    """The job with some options changed to `values`; `told` are those it has, `usual` the knobs without options.

    Raises `RpcError` for a place outside `roots`.
    """
    in_force = spec.options.tuning or usual
    wish = read_job_options({**told, **values}, usual)
    options = _with_fields(spec.options, wish, {field for name in values for field in _FIELDS_OF.get(name, ())})
    if "checksum" in values:
        others = tuple(one for one in options.checksums if one.origin not in ("you", ORIGIN))
        options = replace(options, checksums=(*wish.checksums, *others))
    tuning = read_tuning(values, in_force)
    if tuning != in_force:
        options = replace(options, tuning=tuning)
    if not values.keys() & {"dir", "out"}:
        return replace(spec, options=options)
    folder, name = read_target({"dir": str(spec.folder), **values}, roots)
    return replace(spec, options=options, folder=folder, name=name or spec.name)


def _with_fields(options: JobOptions, wish: JobOptions, fields: Collection[str]) -> JobOptions:
    own = {name: getattr(wish, name) for name in fields if not name.startswith(".")}
    access = {name[1:]: getattr(wish.access, name[1:]) for name in fields if name.startswith(".")}
    return replace(options, **own, access=replace(options.access, **access))
