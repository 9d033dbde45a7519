"""Countries: their places, distances, and what time zones and locales say of them."""

import pytest

from headwater.discovery.countries import (
    Place,
    country_code,
    country_of_locale,
    great_circle_km,
    read_place,
    read_zone_table,
    zone_behind,
)

ZONE_TAB = """\
# tz zone descriptions (deprecated version)
#code\tcoordinates\tTZ\tcomments
DE\t+5230+01322\tEurope/Berlin\tmost of Germany
DE\t+4742+00841\tEurope/Busingen\tBusingen
FR\t+4852+00220\tEurope/Paris
FJ\t-1808+17825\tPacific/Fiji
TO\t-210800-1751200\tPacific/Tongatapu
broken\tnowhere\tEurope/Atlantis
"""


def test_a_country_lies_amid_its_towns() -> None:
    table = read_zone_table(ZONE_TAB)
    germany = table.places["DE"]
    assert 50.0 < germany.latitude_deg < 50.3
    assert 10.5 < germany.longitude_deg < 11.5
    assert table.zones["Europe/Busingen"] == "DE"
    assert "Europe/Atlantis" not in table.zones


def test_distances() -> None:
    table = read_zone_table(ZONE_TAB)
    apart = table.distance_km("DE", "FR")
    assert apart is not None
    assert 580 < apart < 680  # a good 600 km from Nuremberg's parts to Paris
    assert table.distance_km("DE", "DE") == 0.0
    assert table.distance_km("DE", None) is table.distance_km(None, "DE") is table.distance_km("DE", "EU") is None
    over_the_date_line = table.distance_km("FJ", "TO")
    assert over_the_date_line is not None
    assert over_the_date_line < 900
    assert great_circle_km(Place(0.0, 0.0), Place(0.0, 180.0)) == pytest.approx(20015, abs=1)
    assert great_circle_km(Place(90.0, 0.0), Place(-90.0, 123.0)) == pytest.approx(20015, abs=1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("+5230+01322", Place(52.5, 13 + 22 / 60)),
        ("-1808-17825", Place(-18 - 8 / 60, -178 - 25 / 60)),
        ("+404251-0740023", Place(40 + 42 / 60 + 51 / 3600, -74 - 23 / 3600)),
        ("52.5,13.3", None),
        ("", None),
    ],
)
def test_places(text: str, place: Place | None) -> None:
    found = read_place(text)
    if place is None:
        assert found is None
    else:
        assert found is not None
        assert (found.latitude_deg, found.longitude_deg) == pytest.approx((place.latitude_deg, place.longitude_deg))


def test_old_names_of_zones_lead_to_the_new_ones() -> None:
    links = "# version 2026a\nR A 1 o - Ja\nL Asia/Kolkata Asia/Calcutta\nZ Asia/Kolkata 5:53 - LMT"
    assert zone_behind("Asia/Calcutta", links) == "Asia/Kolkata"
    assert zone_behind("Europe/Paris", links) == "Europe/Paris"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("de_AT.UTF-8", "AT"),
        ("en-GB", "GB"),
        ("zh_Hant_TW", "TW"),
        ("ca_ES@valencia", "ES"),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("German_Germany.1252", None),
        ("en", None),
        (None, None),
    ],
)
def test_countries_of_locales(name: str | None, country: str | None) -> None:
    assert country_of_locale(name) == country


@pytest.mark.parametrize(
    ("text", "code"), [("de", "DE"), (" US ", "US"), ("uk", "GB"), ("D1", None), ("", None), (None, None)]
)
def test_country_codes(text: str | None, code: str | None) -> None:
    assert country_code(text) == code
