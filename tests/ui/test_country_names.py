"""Countries by name, in the window's language and its order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from tests.ui.values import source

from headwater_ui.country_names import country_name, named_countries
from headwater_ui.language import Language, Translations
from headwater_ui.models.source_model import SourceModel
from headwater_ui.models.source_words import SourceColumn


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    result = Translations(qapp)
    yield result
    result.choose(Language.ENGLISH)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.ENGLISH, ["Germany", "Japan", "United States", "EU"]),
        (Language.GERMAN, ["Deutschland", "Japan", "Vereinigte Staaten", "EU"]),
        (Language.JAPANESE, ["ドイツ", "日本", "アメリカ合衆国", "EU"]),
    ],
)
def test_countries_are_named_in_the_language(translations: Translations, language: Language, names: list[str]) -> None:
    translations.choose(language)
    assert [country_name(code) for code in ("DE", "JP", "US", "EU")] == names


def test_they_stand_where_the_language_sorts_them(translations: Translations) -> None:
    translations.choose(Language.GERMAN)
    names = [name for name, _ in named_countries()]
    for before, between, after in (("Afghanistan", "Ägypten", "Albanien"), ("Oman", "Österreich", "Pakistan")):
        assert names.index(before) < names.index(between) < names.index(after)


def test_every_country_that_has_letters_has_a_name() -> None:
    codes = {QLocale.territoryToCode(territory) for territory in QLocale.Country}
    #: Kept for parts of countries and for the Union, which are nobody's country.
    others = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN"}
    lacking = {code for code in codes if len(code) == 2 and code.isalpha()} - others
    assert lacking <= {code for _, code in named_countries()}


def test_a_sources_country_is_named_where_one_points_at_it() -> None:
    model = SourceModel()
    model.show((source(0, country="DE"), source(1)))
    hints = [model.index(row, SourceColumn.COUNTRY).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert hints[0] == "Germany"
    assert "mirror1.example" in hints[1]
