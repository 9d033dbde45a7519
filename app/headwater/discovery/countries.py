"""Countries: where each lies, how far one is from another, and which one a time zone or a locale speaks of.

Read from the tables of the IANA time zone database (`zone.tab` and `tzdata.zi`, public domain), as text; where those
lie is not known here. The rule that keeps it honest: a country that the table lacks lies nowhere, at no distance.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Final

#: Mean radius of the Earth (km).
_EARTH_KM: Final = 6371.0
#: `+DDMM+DDDMM` or `+DDMMSS+DDDMMSS` (ISO 6709), as zone.tab writes places.
_PLACE: Final = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?\Z", re.ASCII)
_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Za-z]{2})(?![A-Za-z0-9])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the Earth, in degrees; north and east count up."""

    latitude_deg: float
    longitude_deg: float


@dataclass(frozen=True, slots=True)
class CountryTable:
    """Places of countries (ISO 3166 codes), and the countries of time zones."""

    places: Mapping[str, Place]
    zones: Mapping[str, str]

    def distance_km(self, one: str | None, other: str | None) -> float | None:
        """How far two countries are apart, place to place; None where one of them is unknown."""
        if one is None or other is None or one not in self.places or other not in self.places:
            return None
        return great_circle_km(self.places[one], self.places[other])


def read_zone_table(text: str) -> CountryTable:
    """The table that a `zone.tab` holds. A country lies in the middle of the places that its time zones are named
    after, which are its larger towns: nearer to where its servers stand than the middle of its ground."""
    towns: dict[str, list[Place]] = {}
    zones: dict[str, str] = {}
    for line in text.splitlines():
        columns = line.split("\t")
        place = None if line.startswith("#") or len(columns) < 3 else read_place(columns[1])
        if place is not None:
            towns.setdefault(columns[0], []).append(place)
            zones[columns[2]] = columns[0]
    return CountryTable({country: _middle(places) for country, places in towns.items()}, zones)


def zone_behind(name: str, links: str) -> str:
    """The zone that an old name of it stands for; `links` is the text of `tzdata.zi`, whose `L` lines say so."""
    for line in links.splitlines():
        columns = line.split()
        if len(columns) == 3 and columns[0] == "L" and columns[2] == name:
            return columns[1]
    return name


def read_place(text: str) -> Place | None:
    """A place as zone.tab writes it; None for anything else."""
    found = _PLACE.match(text)
    if found is None:
        return None
    north, *latitude, east, degree, minute, second = found.groups()
    return Place(_angle(north, *latitude), _angle(east, degree, minute, second))


def great_circle_km(one: Place, other: Place) -> float:
    """The way along the ground (haversine formula)."""
    latitude, to_latitude = radians(one.latitude_deg), radians(other.latitude_deg)
    up, along = to_latitude - latitude, radians(other.longitude_deg - one.longitude_deg)
    chord = sin(up / 2) ** 2 + cos(latitude) * cos(to_latitude) * sin(along / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def country_code(text: str | None) -> str | None:
    """A country's two letters as they are kept (`de` is DE, `uk` is GB); None for what is none."""
    plain = (text or "").strip().upper()
    if len(plain) != 2 or not (plain.isascii() and plain.isalpha()):
        return None
    return "GB" if plain == "UK" else plain


def country_of_locale(name: str | None) -> str | None:
    """The country of `de_AT.UTF-8`, `zh-Hant-TW` and their like; None where none is named."""
    found = _LOCALE.match(name or "")
    return None if found is None else country_code(found[1])


def _angle(sign: str | None, degree: str | None, minute: str | None, second: str | None) -> float:
    value = int(degree or 0) + int(minute or 0) / 60 + int(second or 0) / 3600
    return -value if sign == "-" else value


def _middle(places: Iterable[Place]) -> Place:
    """The place in the middle: the mean of the directions from the centre of the Earth."""
    x = y = z = 0.0
    for place in places:
        latitude, longitude = radians(place.latitude_deg), radians(place.longitude_deg)
        x += cos(latitude) * cos(longitude)
        y += cos(latitude) * sin(longitude)
        z += sin(latitude)
    return Place(degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x)))
