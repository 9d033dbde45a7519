"""Settings in a file that a person carries to another computer, without the secret that belongs to this one."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Final

from headwater.content.storage_errors import local_error
from headwater.engine.settings import Settings, SettingsFile, parse_settings
from headwater.model.errors import UserError

_MOST_BYTES: Final = 1024 * 1024


async def export_settings(settings: Settings, target: Path) -> None:
    """Write settings to `target`, over what is there. Raises `LocalError`."""
    bare = replace(settings, interface=replace(settings.interface, secret=None))
    await asyncio.to_thread(SettingsFile(target).save, bare)


async def import_settings(source: Path, now: Settings) -> Settings:
    """The settings in a file, with the secret of `now`; nothing is put in force. Raises `UserError`, `LocalError`."""
    try:
        settings = parse_settings(await asyncio.to_thread(_read, source))
    except UserError as error:
        raise UserError(f"{source} cannot be used: {error}") from error
    return replace(settings, interface=replace(settings.interface, secret=now.interface.secret))


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
