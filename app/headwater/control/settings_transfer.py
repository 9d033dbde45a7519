"""Settings in a file that a person carries to another computer, without the secret that belongs to this one.

What the window was told (colours, language, keys) may travel in it, too, as one value that only the window reads.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from headwater.content.storage_errors import local_error
from headwater.engine.settings import Settings, SettingsFile, parse_settings
from headwater.model.errors import UserError
from headwater.model.wording import say

_MOST_BYTES: Final = 1024 * 1024
_WINDOW: Final = "window"


async def export_settings(settings: Settings, target: Path, window: Mapping[str, Any] | None = None) -> None:
    """Write settings to `target`, over what is there. Raises `LocalError`."""
    bare = replace(settings, interface=replace(settings.interface, secret=None))
    await asyncio.to_thread(SettingsFile(target).save, bare, {} if window is None else {_WINDOW: window})


async def import_settings(source: Path, now: Settings) -> tuple[Settings, Mapping[str, Any] | None]:
    """The settings in a file, with the secret of `now`, and what the window was told (None where nothing stands there).

    Nothing is put in force. Raises `UserError`, `LocalError`.
    """
    try:
        text = await asyncio.to_thread(_read, source)
        settings = parse_settings(text)
    except UserError as error:
        raise UserError(say("{source} cannot be used: {reason}", source=source, reason=error)) from error
    window = json.loads(text).get(_WINDOW)
    with_secret = replace(settings, interface=replace(settings.interface, secret=now.interface.secret))
    return with_secret, window if isinstance(window, dict) else None


def _read(source: Path) -> str:
    try:
        with source.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise local_error(error, source) from error
    if len(data) > _MOST_BYTES:
        raise UserError("it is too large to hold settings")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError("it is not text") from error
