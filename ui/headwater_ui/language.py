"""The language of the window: which one, Qt's translators for it, and how numbers are written in it.

Words stand in the code in English, in `self.tr("…")` or `translate("Context", "…")`, and as `marked("Context", "…")`
in tables that are built before the language is known. `packaging/translations` collects them for Qt Linguist and packs
what was translated. What the engine says (errors, the activity log) comes as it is; words of its tables are looked up
here by `engine_words`. The rule: a placeholder is filled in after the translation, never before.
"""

from enum import Enum
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

#: `translate(context, english, comment, number)`; `%Ln` in the text is the number and chooses singular or plural.
translate = QCoreApplication.translate

#: The context of words that come from tables of the engine: knobs, states, criteria.
ENGINE_CONTEXT: Final = "Engine"


class Language(Enum):
    """What the person chose; the value is a locale's name."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    JAPANESE = "ja"


#: As their speakers call them: who lost the way reads nothing else.
OWN_NAMES: Final = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.JAPANESE: "日本語"}


def language_of(value: object) -> Language:
    """The language that was remembered as `value`; the system's when that says nothing."""
    return next((choice for choice in Language if choice.value == value), Language.SYSTEM)


def marked(_context: str, english: str) -> str:
    """English words that are translated where they are shown: marks them for the collector, and does nothing else."""
    return english


def engine_words(words: str) -> str:
    """A word or sentence of one of the engine's tables, in the window's language."""
    return translate(ENGINE_CONTEXT, words)


class Translations:
    """The translators in force. One for the application; `choose` before the first widget is made."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def choose(self, language: Language) -> None:
        """Speak `language` from now on; words that were asked for before stay as they are."""
        while self._installed:
            self._app.removeTranslator(self._installed.pop())
        locale = system_locale() if language is Language.SYSTEM else QLocale(language.value)
        QLocale.setDefault(locale)
        # English is asked last: it knows the singular and the plural of what another language lacks.
        self._install(QLocale("en"), "headwater", str(files("headwater_resources") / "translations"))
        is_english = locale.language() is QLocale.Language.English
        # Qt's own words in a language that the rest is not in would be worse than none.
        if not is_english and self._install(locale, "headwater", str(files("headwater_resources") / "translations")):
            self._install(locale, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def _install(self, locale: QLocale, name: str, folder: str) -> bool:
        translator = QTranslator(self._app)
        if not translator.load(locale, name, "_", folder):
            return False
        self._app.installTranslator(translator)
        self._installed.append(translator)
        return True


def system_locale() -> QLocale:
    """The system's locale; English where it names none (`C`), so that numbers are grouped."""
    locale = QLocale.system()
    return QLocale("en") if locale.language() is QLocale.Language.C else locale
