"""What may be chosen for downloads beside links, folder and name, turned into a job's options and back. Pure.

Secrets (cookies, passwords, headers that carry them) go where nothing is written down; the rest stays with the job.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from headwater.model.access import Access, Credential, split_headers
from headwater.model.arrangement import Priority
from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.priority import OrderKind, PriorityOrder
from headwater.model.tuning import Tuning
from headwater_ui.dialogs.proxy_text import read_proxy
from headwater_ui.language import translate

_KB: Final = 1000
#: Headers that have fields of their own.
_NAMED: Final = frozenset({"user-agent", "referer"})


@dataclass(frozen=True, slots=True)
class MoreForm:
    """The fields as they were filled in; `limit_kb_per_s` 0 is no limit, `headers` one `Name: value` a line.

    `channels` and `sources` bound those of the download; where they are those of `tuning`, nothing is chosen.
    """

    priority: Priority = Priority.NORMAL
    queue: str = ""
    category: str | None = None
    order: OrderKind = OrderKind.SEQUENTIAL
    limit_kb_per_s: int = 0
    tuning: Tuning = field(default_factory=Tuning)
    channels: int = Tuning().max_channels_per_job
    sources: int = Tuning().max_sources
    referer: str = ""
    user_agent: str = ""
    cookie: str = ""
    user: str = ""
    password: str = ""
    proxy: str = ""
    headers: str = ""


def form_of(options: JobOptions, tuning: Tuning) -> MoreForm:
    """The fields as they stand for a job that has these options and this tuning."""
    told = {name.lower(): value for name, value in options.headers}
    others = [(name, value) for name, value in options.headers if name.lower() not in _NAMED]
    login = next((login for login in options.access.credentials if login.pattern == "*"), None)
    return MoreForm(
        priority=options.priority,
        queue=options.queue,
        category=options.category,
        order=options.order.kind,
        limit_kb_per_s=round((options.rate_limit_bytes_per_s or 0) / _KB),
        tuning=tuning,
        channels=tuning.max_channels_per_job,
        sources=tuning.max_sources,
        referer=told.get("referer", ""),
        user_agent=told.get("user-agent", ""),
        cookie=options.access.cookie or "",
        user=login.user if login else "",
        password=login.password if login else "",
        proxy=options.access.proxy or "",
        headers="\n".join(f"{name}: {value}" for name, value in (*others, *options.access.headers)),
    )


def put_more(form: MoreForm, before: JobOptions) -> JobOptions:
    """A job's options with what the fields say, and all else as it was. Raises `UserError`."""
    read = read_more(form)
    others = tuple(login for login in before.access.credentials if login.pattern != "*")
    access = replace(
        before.access,
        headers=read.access.headers,
        credentials=(*read.access.credentials, *others),
        cookie=read.access.cookie,
        proxy=read.access.proxy,
    )
    rate = before.rate_limit_bytes_per_s
    if form.limit_kb_per_s != round((rate or 0) / _KB):
        rate = read.rate_limit_bytes_per_s
    return replace(
        before,
        headers=read.headers,
        rate_limit_bytes_per_s=rate,
        access=access,
        priority=form.priority,
        order=replace(before.order, kind=form.order),
        tuning=before.tuning if read.tuning is None else read.tuning,
    )


def read_more(form: MoreForm) -> JobOptions:
    """The options of a new job. Raises `UserError` for a header that cannot be sent, or a proxy that is none."""
    named = (("User-Agent", form.user_agent), ("Referer", form.referer))
    told = [(name, _one_line(value)) for name, value in named if value.strip()]
    plain, secret = split_headers([*told, *read_headers(form.headers)])
    if form.password and not form.user.strip():
        raise UserError(translate("AddForm", "Enter the user name that the password belongs to"))
    credentials = (Credential("*", form.user.strip(), form.password),) if form.user.strip() else ()
    access = Access(
        headers=secret,
        credentials=credentials,
        cookie=_one_line(form.cookie) or None,
        proxy=read_proxy(form.proxy),
    )
    tuning = form.tuning.changed("max_channels_per_job", form.channels).changed("max_sources", form.sources)
    return JobOptions(
        headers=plain,
        rate_limit_bytes_per_s=form.limit_kb_per_s * float(_KB) or None,
        tuning=None if tuning == form.tuning else tuning,
        order=PriorityOrder(form.order),
        access=access,
        priority=form.priority,
        queue=form.queue,
        category=form.category,
    )


def read_headers(text: str) -> tuple[tuple[str, str], ...]:
    """`Name: value`, one a line. Raises `UserError` that names the line which is none."""
    headers = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, value = line.partition(":")
        if not colon or not name.strip() or not name.strip().isascii() or " " in name.strip():
            raise UserError(translate("AddForm", "“{line}” is no header; write one as Name: value").format(line=line))
        headers.append((name.strip(), value.strip()))
    return tuple(headers)


def _one_line(text: str) -> str:
    """What can stand in a header: a pasted line break cannot."""
    return " ".join(text.split())
