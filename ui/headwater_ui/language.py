"""The language of the window: which one, Qt's translators for it, and how numbers are written in it.

Words stand in the code in English, in `self.tr("…")` or `translate("Context", "…")`, and as `marked("Context", "…")`
in tables that are built before the language is known. `packaging/translations` collects them for Qt Linguist and packs
what was translated. What the engine says comes in English: words of its tables, and sentences (errors, verdicts, the
activity log) that remember the template and the values they were made of (`model.wording`). `engine_words` looks both
up; whatever the engine worded passes through it on its way to the screen. The rule: a placeholder is filled in after
the translation, never before.
"""

from enum import Enum
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from headwater.model.amounts import size_words
from headwater.model.wording import CLAUSE, Sentence, Size

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


def engine_words(words: object) -> str:
    """What the engine says, in the window's language: a word of its tables, a sentence, or an error with one.

    English comes back as it is, and so does a text that nobody collected.
    """
    text = str(words)  # an error's is its sentence
    if not isinstance(text, Sentence):
        return translate(ENGINE_CONTEXT, text)
    count = text.values.get("count") if text.one is not None else None
    template = translate(ENGINE_CONTEXT, text.template, None, count if isinstance(count, int) else -1)
    if template == text.template and text.one is not None and count == 1:
        template = text.one
    return _FILLING.vformat(template, (), text.values)


class _Filling(Formatter):
    """Fills values into a translated template: sentences translated, amounts and numbers as the locale writes them."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Sentence):
            words = engine_words(value)
            return words.removesuffix(".").removesuffix("。") if format_spec == CLAUSE else words
        if isinstance(value, Size):
            return local_number(size_words(value))
        if isinstance(value, int) and format_spec == ",":
            return QLocale().toString(value)
        words = format(value, format_spec)
        return local_number(words) if isinstance(value, float) else words


_FILLING: Final = _Filling()


def isolated(words: str) -> str:
    """Words that are laid out by themselves, as their own first letter says (Unicode's FSI and PDI).

    In a window that is read from the right, the parts of amounts, hosts and paths would change places otherwise.
    """
    return f"\u2068{words}\u2069" if words and QGuiApplication.isRightToLeft() else words


def begins_at_right(words: str) -> bool:
    """Whether a text is read from the right, as its first letter says."""
    return next((kind != "L" for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), False)


def local_number(words: str) -> str:
    """A number, maybe with a unit, that was written with a point, as it is written here."""
    return words.replace(".", QLocale().decimalPoint())


class _ReadTranslator(QTranslator):
    """Has its file in memory. Qt would map it, and whoever writes over a mapped file ends the programs that read it."""

    def read_whole(self, folder: str) -> None:
        """Read the file that was found by `load`; Qt copies nothing, so that the words stay with the translator."""
        self._words = Path(self.filePath()).read_bytes()
        self.load(self._words, folder)


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
        translator = _ReadTranslator(self._app)
        if not translator.load(locale, name, "_", folder):
            return False
        translator.read_whole(folder)
        self._app.installTranslator(translator)
        self._installed.append(translator)
        return True


def system_locale() -> QLocale:
    """The system's locale; English where it names none (`C`), so that numbers are grouped."""
    locale = QLocale.system()
    return QLocale("en") if locale.language() is QLocale.Language.C else locale
