"""aria2's options as data: every non-BitTorrent one of 1.37, its default, and what Headwater does with it.

`docs/CONTROL.md` is made from this table, so what it says and what happens cannot drift apart. An option that
Headwater has no use for is accepted and kept, so that a tool which reads back what it wrote is not surprised.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Kind(Enum):
    """What values an option takes."""

    TEXT = "text"
    BOOL = "true or false"
    NUMBER = "number"
    SIZE = "bytes, K or M allowed"


class Scope(Enum):
    """Where an option may be set."""

    JOB = "job"  # per download, and globally as the default of new ones
    GLOBAL = "global"
    START = "start"  # on the command line or in a configuration file only


@dataclass(frozen=True, slots=True)
class AriaOption:
    """One option. `words` says what it does when `mapped`, else why nothing.

    `least` is the smallest number it takes; `choices` are the only values, where there are few.
    """

    name: str
    kind: Kind
    scope: Scope
    default: str | None
    mapped: bool
    words: str
    least: int = 0
    choices: frozenset[str] = frozenset()


def _option(
    name: str, kind: Kind, scope: Scope, default: str | None, words: str, *, mapped: bool = False
) -> AriaOption:
    choices = frozenset(_CHOICES.get(name, "").split())
    return AriaOption(name, kind, scope, default, mapped, words, int(name in _AT_LEAST_ONE), choices)


_AT_LEAST_ONE: Final = frozenset(
    {"connect-timeout", "max-concurrent-downloads", "max-connection-per-server", "split", "timeout"}
)
_LEVELS: Final = "debug info notice warn error"
_CHOICES: Final = {
    "console-log-level": _LEVELS,
    "download-result": "default full hide",
    "file-allocation": "none prealloc trunc falloc",
    "follow-metalink": "true mem false",
    "follow-torrent": "true mem false",
    "ftp-type": "binary ascii",
    "log-level": _LEVELS,
    "metalink-preferred-protocol": "http https ftp none",
    "min-tls-version": "TLSv1.1 TLSv1.2 TLSv1.3",
    "proxy-method": "get tunnel",
    "stream-piece-selector": "default inorder random geom",
    "uri-selector": "inorder feedback adaptive",
}


_JOB, _GLOBAL, _START = Scope.JOB, Scope.GLOBAL, Scope.START
_TEXT, _BOOL, _NUMBER, _SIZE = Kind.TEXT, Kind.BOOL, Kind.NUMBER, Kind.SIZE

_MAPPED: Final = (
    ("dir", _TEXT, _JOB, None, "the folder of the file"),
    ("out", _TEXT, _JOB, None, "the name of the file, within `dir`"),
    ("header", _TEXT, _JOB, None, "sent to every source; may be given several times or as a list"),
    ("referer", _TEXT, _JOB, None, "sent as the Referer header; `*` is the address of the file itself"),
    ("user-agent", _TEXT, _JOB, None, "sent as the User-Agent header"),
    ("checksum", _TEXT, _JOB, None, "`TYPE=DIGEST` that the whole file must match"),
    ("max-download-limit", _SIZE, _JOB, "0", "rate limit of the job, bytes per second; 0 is none"),
    ("split", _NUMBER, _JOB, "5", "most channels of the job; the other knobs stay as the settings have them"),
    ("max-connection-per-server", _NUMBER, _JOB, "1", "most channels to one source"),
    ("min-split-size", _SIZE, _JOB, "20971520", "an upper bound of the smallest span a channel is asked for"),
    ("pause", _BOOL, _JOB, "false", "add the job paused"),
    ("allow-overwrite", _BOOL, _JOB, "false", "replace a finished file of the same name"),
    ("auto-file-renaming", _BOOL, _JOB, "true", "`false`: a job whose name is taken fails (13); else it is numbered"),
    ("continue", _BOOL, _JOB, "false", "`true`: goes on with a file of that name, where it is the sources'"),
    ("remote-time", _BOOL, _JOB, "false", "give the file the server's modification time"),
    ("gid", _TEXT, _JOB, None, "the job's number: 16 hex digits that are not taken"),
    ("all-proxy", _TEXT, _JOB, None, "for schemes that have none of their own: http, https, socks4, socks5"),
    ("http-proxy", _TEXT, _JOB, None, "a proxy for http alone; goes before `all-proxy`"),
    ("https-proxy", _TEXT, _JOB, None, "a proxy for https alone; goes before `all-proxy`"),
    ("all-proxy-user", _TEXT, _JOB, None, "name for the proxy"),
    ("all-proxy-passwd", _TEXT, _JOB, None, "password for the proxy"),
    ("http-proxy-user", _TEXT, _JOB, None, "name for the proxy"),
    ("http-proxy-passwd", _TEXT, _JOB, None, "password for the proxy"),
    ("https-proxy-user", _TEXT, _JOB, None, "name for the proxy"),
    ("https-proxy-passwd", _TEXT, _JOB, None, "password for the proxy"),
    ("http-user", _TEXT, _JOB, None, "name for Basic and Digest authentication; never written down"),
    ("http-passwd", _TEXT, _JOB, None, "password for it; never written down"),
    ("ftp-user", _TEXT, _JOB, "anonymous", "name for ftp, ftps, ftpes and sftp"),
    ("ftp-passwd", _TEXT, _JOB, "ARIA2USER@", "password for these; never written down"),
    ("load-cookies", _TEXT, _JOB, None, "cookies in Netscape's format"),
    ("ca-certificate", _TEXT, _JOB, None, "certificates to trust"),
    ("check-certificate", _BOOL, _JOB, "true", "`false` does not check the certificates of servers"),
    ("uri-selector", _TEXT, _JOB, "feedback", "`inorder`: URIs rank in the order given; else by measure"),
    ("timeout", _NUMBER, _JOB, "60", "seconds without a byte after which a connection is given up"),
    ("connect-timeout", _NUMBER, _JOB, "60", "seconds until a connection must stand"),
    ("max-tries", _NUMBER, _JOB, "5", "failures in a row after which a source is given up; 0 is as many as can be"),
    ("retry-wait", _NUMBER, _JOB, "0", "pause after a first failure, in seconds; it doubles with each more"),
    ("http-no-cache", _BOOL, _JOB, "false", "tells caches to ask the server"),
    ("netrc-path", _TEXT, _START, None, "names and passwords in .netrc's format; none is read unless named"),
    ("select-file", _TEXT, _JOB, None, "which files of a Metalink or torrent: `1-3,5`; the others are not added"),
    ("index-out", _TEXT, _JOB, None, "`INDEX=PATH`: a name for one file of a document; may be repeated"),
    ("ftp-proxy", _TEXT, _JOB, None, "a proxy for ftp alone; goes before `all-proxy`"),
    ("ftp-proxy-user", _TEXT, _JOB, None, "name for the proxy"),
    ("ftp-proxy-passwd", _TEXT, _JOB, None, "password for the proxy"),
    ("no-proxy", _TEXT, _JOB, None, "hosts, domains and networks that are reached directly"),
    ("no-netrc", _BOOL, _JOB, "false", "`true`: no file of names and passwords is looked into"),
    ("lowest-speed-limit", _SIZE, _JOB, "0", "a connection that brings no more for 10 s is given up (code 5)"),
    ("min-tls-version", _TEXT, _START, "TLSv1.2", "`TLSv1.1` means 1.2: nothing older is spoken"),
    ("check-integrity", _BOOL, _JOB, "false", "`true`: a file of that name is checked by piece hashes and mended"),
    (
        "hash-check-only",
        _BOOL,
        _JOB,
        "false",
        "with `check-integrity`: no fetching; what is not whole stays paused",
    ),
    ("dry-run", _BOOL, _JOB, "false", "`true`: servers are asked before the answer comes, nothing is fetched"),
    ("parameterized-uri", _BOOL, _JOB, "false", "`true`: `{a,b}` and `[01-20:2]` are unfolded into mirrors"),
    ("force-sequential", _BOOL, _START, "false", "each URL of the command line is a download of its own"),
    ("follow-metalink", _TEXT, _JOB, "true", "`true` adds what it describes, `mem` removes its file then"),
    ("follow-torrent", _TEXT, _JOB, "true", "as `follow-metalink`, for torrents that name servers"),
    ("metalink-base-uri", _TEXT, _JOB, None, "what relative addresses begin with; else where it came from"),
    ("metalink-location", _TEXT, _JOB, None, "countries (`de,at`) whose servers rank as the document's best"),
    ("metalink-preferred-protocol", _TEXT, _JOB, "none", "its servers rank as the document's best"),
    ("pause-metadata", _BOOL, _JOB, "false", "`true`: what a followed document describes is added paused"),
    ("max-overall-download-limit", _SIZE, _GLOBAL, "0", "rate limit of all jobs together, bytes per second"),
    ("max-concurrent-downloads", _NUMBER, _GLOBAL, "5", "how many jobs run at once"),
    ("save-session", _TEXT, _GLOBAL, None, "where `saveSession` and the end of the program write unfinished jobs"),
    ("save-session-interval", _NUMBER, _START, "0", "seconds between two saved sessions; 0 is at the end only"),
    ("input-file", _TEXT, _START, None, "jobs to add at the start, in aria2's format; `-` is standard input"),
    ("metalink-file", _TEXT, _START, None, "files to add at the start, from a Metalink"),
    ("torrent-file", _TEXT, _START, None, "files to add at the start, from a torrent that names servers"),
    ("conf-path", _TEXT, _START, None, "a file of options, one `name=value` a line"),
    ("no-conf", _BOOL, _START, "false", "read no file of options"),
    ("enable-rpc", _BOOL, _START, "false", "always on in `serve`"),
    ("rpc-listen-port", _NUMBER, _START, "6800", "the port"),
    ("rpc-listen-all", _BOOL, _START, "false", "listen on all addresses; needs a secret"),
    ("rpc-secret", _TEXT, _START, None, "the secret that `token:` must carry"),
    ("rpc-allow-origin-all", _BOOL, _START, "false", "let pages of any origin ask"),
    ("rpc-max-request-size", _SIZE, _START, "2M", "largest request"),
    ("max-download-result", _NUMBER, _GLOBAL, "1000", "how many removed jobs `tellStopped` remembers"),
    ("log-level", _TEXT, _GLOBAL, "notice", "how much of it"),
    ("quiet", _BOOL, _START, "false", "say nothing on the terminal"),
    ("stop", _NUMBER, _START, "0", "seconds after which to end; 0 is never"),
    ("stop-with-process", _NUMBER, _START, None, "end when the process of this number does (not on Windows)"),
    ("on-download-start", _TEXT, _START, None, "a command to run, given the GID, the number of files and the path"),
    ("on-download-pause", _TEXT, _START, None, "as `on-download-start`"),
    ("on-download-stop", _TEXT, _START, None, "as `on-download-start`; also in place of the next two"),
    ("on-download-complete", _TEXT, _START, None, "as `on-download-start`"),
    ("on-download-error", _TEXT, _START, None, "as `on-download-start`"),
    ("daemon", _BOOL, _START, "false", "go on in the background"),
    ("log", _TEXT, _START, None, "where the log is written; `-` is standard output"),
)

_WITHOUT_EFFECT: Final = (
    ("stream-piece-selector", _TEXT, _JOB, "default", "what is wanted first comes first; see `headwater.setPriority`"),
    ("proxy-method", _TEXT, _JOB, "get", "HTTP is asked for by GET, HTTPS tunnelled"),
    ("http-auth-challenge", _BOOL, _JOB, "false", "credentials are sent where they belong"),
    ("ftp-pasv", _BOOL, _JOB, "true", "always passive"),
    ("ftp-type", _TEXT, _JOB, "binary", "always binary"),
    ("ftp-reuse-connection", _BOOL, _JOB, "true", "always on"),
    ("ssh-host-key-md", _TEXT, _JOB, None, "host keys are checked against known_hosts"),
    ("max-file-not-found", _NUMBER, _JOB, "0", "a source without the file is set aside at once"),
    ("max-resume-failure-tries", _NUMBER, _JOB, "0", "a source that cannot resume is used only where it helps"),
    ("always-resume", _BOOL, _JOB, "true", "always on"),
    ("reuse-uri", _BOOL, _JOB, "true", "a source may have several channels"),
    ("server-stat-of", _TEXT, _START, None, "hosts are remembered in the profile"),
    ("server-stat-if", _TEXT, _START, None, "hosts are remembered in the profile"),
    ("server-stat-timeout", _NUMBER, _START, "86400", "hosts are remembered in the profile"),
    ("piece-length", _SIZE, _JOB, "1048576", "spans have no fixed length; `bitfield` is shown in pieces of 1 MiB"),
    ("allow-piece-length-change", _BOOL, _JOB, "false", "spans have no fixed length"),
    ("file-allocation", _TEXT, _JOB, "none", "files are sparse"),
    ("no-file-allocation-limit", _SIZE, _JOB, "5242880", "files are sparse"),
    ("enable-mmap", _BOOL, _JOB, "false", "files are written by position"),
    ("max-mmap-limit", _SIZE, _JOB, "9223372036854775807", "files are written by position"),
    ("disk-cache", _SIZE, _START, "16M", "a bounded queue"),
    ("auto-save-interval", _NUMBER, _START, "60", "the journal is written about once a second"),
    ("force-save", _BOOL, _JOB, "false", "finished jobs stay in the list"),
    ("remove-control-file", _BOOL, _JOB, "false", "there is no control file"),
    ("realtime-chunk-checksum", _BOOL, _JOB, "true", "always on"),
    ("conditional-get", _BOOL, _JOB, "false", "finished files are never asked for again"),
    ("use-head", _BOOL, _JOB, "false", "the first request brings bytes and facts at once"),
    ("http-accept-gzip", _BOOL, _JOB, "false", "a range of an encoded body is no range of the file"),
    ("enable-http-keep-alive", _BOOL, _JOB, "true", "always on"),
    ("enable-http-pipelining", _BOOL, _JOB, "false", "latency is hidden by channels out of phase"),
    ("save-cookies", _TEXT, _START, None, "cookies are not kept"),
    ("content-disposition-default-utf8", _BOOL, _JOB, "false", "told from the bytes"),
    ("deferred-input", _BOOL, _START, "false", "input is read at the start"),
    ("metalink-language", _TEXT, _JOB, None, "all files are offered"),
    ("metalink-os", _TEXT, _JOB, None, "all files are offered"),
    ("metalink-version", _TEXT, _JOB, None, "all files are offered"),
    ("metalink-enable-unique-protocol", _BOOL, _JOB, "true", "ranked by measure"),
    ("certificate", _TEXT, _START, None, "not supported"),
    ("private-key", _TEXT, _START, None, "not supported"),
    ("rpc-secure", _BOOL, _START, "false", "loopback only; put a proxy in front for TLS"),
    ("rpc-certificate", _TEXT, _START, None, "loopback only; put a proxy in front for TLS"),
    ("rpc-private-key", _TEXT, _START, None, "loopback only; put a proxy in front for TLS"),
    ("rpc-user", _TEXT, _START, None, "given up by aria2 itself; use `rpc-secret`"),
    ("rpc-passwd", _TEXT, _START, None, "given up by aria2 itself; use `rpc-secret`"),
    ("rpc-save-upload-metadata", _BOOL, _JOB, "true", "what was read of it is kept in the catalog"),
    ("save-not-found", _BOOL, _JOB, "true", "failed jobs stay in the list"),
    ("keep-unfinished-download-result", _BOOL, _GLOBAL, "true", "failed jobs stay in the list"),
    ("optimize-concurrent-downloads", _TEXT, _GLOBAL, "false", "channels are learnt by measure"),
    ("async-dns", _BOOL, _JOB, "true", "always on"),
    ("enable-async-dns6", _BOOL, _JOB, "true", "both kinds of address are looked up"),
    ("no-want-digest-header", _BOOL, _JOB, "false", "a server's digests are worth the few bytes that asking costs"),
    ("async-dns-server", _TEXT, _START, None, "the system's"),
    ("disable-ipv6", _BOOL, _START, "false", "both are tried, the first to answer is used"),
    ("interface", _TEXT, _START, None, "the system's routes"),
    ("multiple-interface", _TEXT, _START, None, "the system's routes"),
    ("dscp", _NUMBER, _START, "0", "not supported"),
    ("socket-recv-buffer-size", _SIZE, _START, "0", "the system's"),
    ("event-poll", _TEXT, _START, "epoll", "the event loop's"),
    ("rlimit-nofile", _NUMBER, _START, "1024", "the system's"),
    ("console-log-level", _TEXT, _START, "notice", "see `log-level`"),
    ("download-result", _TEXT, _GLOBAL, "default", "nothing is printed at the end"),
    ("enable-color", _BOOL, _START, "true", "nothing is printed in colour"),
    ("human-readable", _BOOL, _START, "true", "nothing is printed"),
    ("show-console-readout", _BOOL, _START, "true", "nothing is printed"),
    ("show-files", _BOOL, _START, "false", "nothing is printed"),
    ("stderr", _BOOL, _START, "false", "messages go to standard error"),
    ("summary-interval", _NUMBER, _START, "60", "nothing is printed"),
    ("truncate-console-readout", _BOOL, _START, "true", "nothing is printed"),
)

OPTIONS: Final[dict[str, AriaOption]] = {
    **{row[0]: _option(*row, mapped=True) for row in _MAPPED},
    **{row[0]: _option(*row) for row in _WITHOUT_EFFECT},
}
