"""How a job talks to its servers: what was chosen for it, before what the settings say.

One place for the download itself and for all who ask a server before it, so that both are answered alike. Pure.
"""

from dataclasses import replace

from headwater.engine.settings import Settings
from headwater.model.job import JobOptions
from headwater.model.ports import ChannelSettings


def settings_for(options: JobOptions, settings: Settings, read_buffer_bytes: int | None = None) -> ChannelSettings:
    """What channels of a job with these options are opened with; `read_buffer_bytes` None is the usual."""
    own, common = options.access, settings.access
    chosen = ChannelSettings(
        headers=(*options.headers, *own.headers),
        user_agent=settings.user_agent,
        proxy=own.proxy or common.proxy or settings.proxy,
        proxies=own.proxies or (common.proxies if own.proxy is None else ()),
        no_proxy=own.no_proxy or common.no_proxy,
        min_tls=own.min_tls or common.min_tls,
        ca_file=own.ca_file or common.ca_file,
        unverified_hosts=(*own.unverified_hosts, *common.unverified_hosts),
        cookie=own.cookie,
        cookie_file=own.cookie_file or common.cookie_file,
        credentials=(*own.credentials, *common.credentials),
        netrc_file=own.netrc_file or common.netrc_file if own.use_netrc else None,
        connect_timeout_s=options.connect_timeout_s or settings.connect_timeout_s,
        idle_timeout_s=options.idle_timeout_s or settings.idle_timeout_s,
        allow_leading_dot=options.allow_leading_dot,
    )
    return chosen if read_buffer_bytes is None else replace(chosen, read_buffer_bytes=read_buffer_bytes)


def way_out(options: JobOptions, settings: Settings) -> tuple[object, ...]:
    """Which way a job's connections take and whom they trust: where this changes, those that stand must not go on."""
    known = settings_for(options, settings)
    return known.proxy, known.proxies, known.no_proxy, known.min_tls, known.ca_file, known.unverified_hosts


def total_timeout_s(options: JobOptions, settings: Settings) -> float | None:
    """What one request may take from asking to its last byte; None: nothing bounds it."""
    own = options.total_timeout_s
    return settings.total_timeout_s if own is None else own or None


def anonymous_settings(settings: Settings, options: JobOptions | None = None) -> ChannelSettings:
    """The way out that the settings (and a job's options) name, and nothing that tells who is asking."""
    known = settings_for(options or JobOptions(), settings)
    return ChannelSettings(
        proxy=known.proxy,
        proxies=known.proxies,
        no_proxy=known.no_proxy,
        min_tls=known.min_tls,
        ca_file=known.ca_file,
        connect_timeout_s=known.connect_timeout_s,
        idle_timeout_s=known.idle_timeout_s,
    )
