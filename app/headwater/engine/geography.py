"""Where hosts and the user are: the countries of addresses and of this computer, and how far two are apart.

Countries of addresses come from `iptocc` (what the regional internet registries assigned, built into the package),
places from the IANA time zone database (`tzdata`), the user's country from the time zone that is set here, else from
the locale. Nothing is asked of anybody. The rule: what is not known is None, and until the tables are read nothing is.
"""

import asyncio
import importlib.resources
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from headwater.discovery.countries import CountryTable, country_of_locale, read_zone_table, zone_behind
from headwater.model.wording import say

#: Variables that name a locale, the strongest first (locale(7)).
_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


class _Folder(Protocol):
    """A folder on the disk or in a package."""

    def joinpath(self, name: str, /) -> "_Text": ...


class _Text(Protocol):
    def read_text(self, encoding: str) -> str: ...


@dataclass(frozen=True, slots=True)
class DetectedCountry:
    """Where this computer seems to be; `told_by` is `"time zone"` or `"locale"`, None where neither tells."""

    country: str | None = None
    told_by: str | None = None


class Geography:
    """Read once with `load`, which may be called again; the rest answers at once."""

    def __init__(self) -> None:
        self._table: CountryTable | None = None
        self._loading: asyncio.Task[None] | None = None
        self.detected = DetectedCountry()

    async def load(self) -> None:
        """Read the tables, on a thread. Whoever comes while they are read waits for the same."""
        if self._loading is None:
            self._loading = asyncio.create_task(self._load(), name="read the countries' places")
        await asyncio.shield(self._loading)

    async def close(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
            await asyncio.gather(self._loading, return_exceptions=True)

    def distance_km(self, country: str | None, to: str | None) -> float | None:
        """How far two countries are apart; None where that is not known."""
        return None if self._table is None else self._table.distance_km(country, to)

    async def _load(self) -> None:
        self._table, self.detected = await asyncio.to_thread(_read_all)

    def __repr__(self) -> str:
        return f"<Geography of {len(self._table.places) if self._table else 0} countries, user in {self.detected}>"


def country_of_address(address: str) -> str | None:
    """The country (ISO 3166; `EU` is one of no country) that a numeric address was assigned to. Looks into memory."""
    import iptocc

    found: str | None = iptocc.country_code(address.partition("%")[0])
    return found


def detect_country(
    table: CountryTable, zone: str | None, links: str, variables: Mapping[str, str], system_locale: str | None
) -> DetectedCountry:
    """What a time zone's name, else a locale, says of where this computer is."""
    if zone is not None:
        country = table.zones.get(zone) or table.zones.get(zone_behind(zone, links))
        if country is not None:
            return DetectedCountry(country, say("time zone"))
    named = next((value for name in _LOCALE_VARIABLES if (value := variables.get(name))), system_locale)
    country = country_of_locale(named)
    return DetectedCountry(country, None if country is None else say("locale"))


def _read_all() -> tuple[CountryTable, DetectedCountry]:
    folder: _Folder = importlib.resources.files("tzdata").joinpath("zoneinfo")
    table = read_zone_table(folder.joinpath("zone.tab").read_text(encoding="utf-8"))
    links = folder.joinpath("tzdata.zi").read_text(encoding="utf-8")
    return table, detect_country(table, _zone_of_this_computer(), links, os.environ, locale.getlocale()[0])


def _zone_of_this_computer() -> str | None:
    """The IANA name of the time zone that is set here."""
    import tzlocal

    try:
        name: str | None = tzlocal.get_localzone_name()
    except (
        LookupError,
        ValueError,
        OSError,
    ):  # settings that contradict each other or name no zone: that is the answer
        return None
    return name
