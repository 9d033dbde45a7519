"""What may be chosen for new downloads beside links, folder and name, turned into a job's options. Pure.

Secrets (cookies, passwords, headers that carry them) go where nothing is written down; the rest stays with the job.
"""

from dataclasses import dataclass
from typing import Final

from headwater.model.access import Access, Credential, split_headers
from headwater.model.arrangement import Priority
from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater_ui.language import translate

_KB: Final = 1000


@dataclass(frozen=True, slots=True)
class MoreForm:
    """The fields as they were filled in; `limit_kb_per_s` 0 is no limit, `headers` one `Name: value` a line."""

    priority: Priority = Priority.NORMAL
    queue: str = ""
    category: str | None = None
    limit_kb_per_s: int = 0
    referer: str = ""
    user_agent: str = ""
    cookie: str = ""
    user: str = ""
    password: str = ""
    headers: str = ""


def read_more(form: MoreForm) -> JobOptions:
    """The options of a job. Raises `UserError` for a header that cannot be sent."""
    named = (("User-Agent", form.user_agent), ("Referer", form.referer))
    told = [(name, _one_line(value)) for name, value in named if value.strip()]
    plain, secret = split_headers([*told, *read_headers(form.headers)])
    if form.password and not form.user.strip():
        raise UserError(translate("AddForm", "Enter the user name that the password belongs to"))
    credentials = (Credential("*", form.user.strip(), form.password),) if form.user.strip() else ()
    access = Access(headers=secret, credentials=credentials, cookie=_one_line(form.cookie) or None)
    return JobOptions(
        headers=plain,
        rate_limit_bytes_per_s=form.limit_kb_per_s * float(_KB) or None,
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
