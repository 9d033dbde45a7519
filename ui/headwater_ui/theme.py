"""The visual language: two sets of calm colours, one of strong ones, and the few style rules that Fusion lacks.

The window follows the system between light and dark unless the person chose one. Widgets that paint take their colours
from `colours(widget)`, and never name one themselves.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from headwater_ui.style_rules import style_rules


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours. `track` is the empty part of a bar, `grid` the lines of a chart."""

    dark: bool
    window: str
    surface: str
    raised: str
    line: str
    track: str
    grid: str
    text: str
    muted: str
    accent: str
    selection: str
    good: str
    warn: str
    bad: str


LIGHT: Final = Colours(
    dark=False,
    window="#F4F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#DDE2E8",
    track="#E6EAEF",
    grid="#EBEEF2",
    text="#1D2329",
    muted="#66717D",
    accent="#0F6CA8",
    selection="#DCEBF7",
    good="#0B7F5C",
    warn="#9A6200",
    bad="#B3361E",
)
DARK: Final = Colours(
    dark=True,
    window="#1A1D21",
    surface="#212529",
    raised="#2A2F35",
    line="#363C43",
    track="#363C43",
    grid="#2B3036",
    text="#E7EAED",
    muted="#9AA5B0",
    accent="#5CAEE8",
    selection="#24435C",
    good="#43C69F",
    warn="#E5B04A",
    bad="#F08A72",
)
#: Black, white and a few pure colours: every text has at least seven times the light of its ground, or a seventh.
CONTRAST: Final = Colours(
    dark=True,
    window="#000000",
    surface="#000000",
    raised="#000000",
    line="#FFFFFF",
    track="#3A3A3A",
    grid="#4A4A4A",
    text="#FFFFFF",
    muted="#D6D6D6",
    accent="#FFD400",
    selection="#0B3A8C",
    good="#4DFFB0",
    warn="#FFD400",
    bad="#FF9C8A",
)


class Appearance(Enum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_SCHEMES: Final = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
    Appearance.CONTRAST: Qt.ColorScheme.Dark,
}


def colours() -> Colours:
    """The set in force now."""
    return _colours_on(QGuiApplication.palette().color(QPalette.ColorRole.Window).rgb())


@cache
def _colours_on(window_rgb: int) -> Colours:
    """The set that belongs to a window's ground. Delegates ask for it a cell."""
    window = QColor(window_rgb)
    if window == QColor(CONTRAST.window):
        return CONTRAST
    return DARK if window.lightness() < 128 else LIGHT


def appearance_of(value: object) -> Appearance:
    """The appearance that was remembered as `value`; the system's when that says nothing."""
    return next((choice for choice in Appearance if choice.value == value), Appearance.SYSTEM)


class Theme:
    """Keeps palette and style rules in force. One for the application."""

    def __init__(self, app: QApplication, appearance: Appearance) -> None:
        self._app = app
        # Where the system tells no scheme (plain X11), the palette it came with says as much.
        self._began_dark = colours().dark
        self._appearance = appearance
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose(appearance)

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Follow the system, or be light or dark whatever it says."""
        self._appearance = appearance
        self._app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._apply()

    def _apply(self, *_: Qt.ColorScheme) -> None:
        chosen = self._colours()
        self._app.setPalette(_palette(chosen))
        self._app.setStyleSheet(style_rules(chosen, is_contrast=chosen is CONTRAST))

    def _colours(self) -> Colours:
        match self._appearance:
            case Appearance.LIGHT:
                return LIGHT
            case Appearance.DARK:
                return DARK
            case Appearance.CONTRAST:
                return CONTRAST
            case Appearance.SYSTEM:
                hints = self._app.styleHints()
                if _wants_contrast(hints):
                    return CONTRAST
                scheme = hints.colorScheme()
                is_dark = self._began_dark if scheme is Qt.ColorScheme.Unknown else scheme is Qt.ColorScheme.Dark
                return DARK if is_dark else LIGHT


def _wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system asks for high contrast; Qt knows of it from 6.10 on."""
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    plain = {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.window,
        role.Text: c.text,
        role.Button: c.raised,
        role.ButtonText: c.text,
        role.BrightText: c.bad,
        role.ToolTipBase: c.raised,
        role.ToolTipText: c.text,
        role.PlaceholderText: c.muted,
        role.Highlight: c.selection,
        role.HighlightedText: c.text,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.Accent: c.accent,
        role.Light: c.raised,
        role.Midlight: c.line,
        role.Mid: c.line,
        role.Dark: c.line,
        role.Shadow: c.line,
    }
    for which, value in plain.items():
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.muted))
    return palette
