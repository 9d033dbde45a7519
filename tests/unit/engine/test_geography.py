"""Where hosts and the user are, by the tables that are shipped."""

import asyncio

import pytest

from headwater.discovery.countries import CountryTable
from headwater.engine.geography import DetectedCountry, Geography, country_of_address, detect_country

TABLE = CountryTable({}, {"Europe/Berlin": "DE", "Asia/Kolkata": "IN"})
LINKS = "L Asia/Kolkata Asia/Calcutta\n"


@pytest.mark.parametrize(
    ("zone", "variables", "system_locale", "found"),
    [
        ("Europe/Berlin", {"LANG": "fr_FR.UTF-8"}, None, DetectedCountry("DE", "time zone")),
        ("Asia/Calcutta", {}, None, DetectedCountry("IN", "time zone")),
        ("Etc/UTC", {"LC_ALL": "pt_BR.UTF-8", "LANG": "en_US.UTF-8"}, "de_DE", DetectedCountry("BR", "locale")),
        (None, {}, "de_AT", DetectedCountry("AT", "locale")),
        ("Etc/UTC", {"LANG": "C.UTF-8"}, "de_AT", DetectedCountry()),
        (None, {}, None, DetectedCountry()),
    ],
)
def test_the_time_zone_speaks_before_the_locale(
    zone: str | None, variables: dict[str, str], system_locale: str | None, found: DetectedCountry
) -> None:
    assert detect_country(TABLE, zone, LINKS, variables, system_locale) == found


async def test_the_shipped_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.engine.geography._zone_of_this_computer", lambda: "Asia/Calcutta")
    geography = Geography()
    assert geography.distance_km("DE", "FR") is None, "nothing is known before it is read"
    await asyncio.gather(geography.load(), geography.load())
    assert geography.detected == DetectedCountry("IN", "time zone")
    near, far = geography.distance_km("DE", "FR"), geography.distance_km("DE", "NZ")
    assert near is not None
    assert far is not None
    assert near < 1000
    assert far > 15_000
    await geography.close()


def test_countries_of_addresses() -> None:
    assert country_of_address("8.8.8.8") == "US"
    assert country_of_address("2001:4860:4860::8888") == "US"
    assert country_of_address("193.0.6.139") == "NL", "RIPE's own"
    assert (
        country_of_address("fe80::1%eth0") is country_of_address("127.0.0.1") is country_of_address("10.1.1.1") is None
    )
