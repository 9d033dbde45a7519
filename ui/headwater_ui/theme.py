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

from headwater_resources import icon_path


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
        self._app.setStyleSheet(_rules(chosen) + (_contrast_rules() if chosen is CONTRAST else ""))

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


def _contrast_rules() -> str:
    """What is told by a shade of grey elsewhere has a line here; the style's own arrows and boxes would be unseen."""
    up, down = (icon_path(f"contrast-{way}").as_posix() for way in ("up", "down"))
    return f"""
    QPushButton, QToolBar QToolButton, QComboBox, QSpinBox, QDoubleSpinBox {{ border: 1px solid #FFFFFF;
        border-radius: 4px; padding: 4px 8px; background: #000000; }}
    QPushButton:disabled, QToolBar QToolButton:disabled {{ border-color: #8A8A8A; }}
    QPushButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QCheckBox:focus, QRadioButton:focus,
    QTableView:focus, QListWidget:focus, QToolButton:focus {{ border: 2px solid #FFD400; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 11px; height: 11px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 11px; height: 11px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: #000000; width: 18px; }}
    QCheckBox::indicator, QTableView::indicator, QTreeView::indicator, QRadioButton::indicator, QMenu::indicator {{
        border: 1px solid #FFFFFF; width: 12px; height: 12px; background: #000000; }}
    QCheckBox::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked,
    QRadioButton::indicator:checked, QMenu::indicator:checked {{ background: #FFD400; }}
    QRadioButton::indicator {{ border-radius: 6px; }}
    QMenu {{ border: 1px solid #FFFFFF; }}
    QMenu::item:selected {{ background: #FFD400; color: #000000; }}
    QScrollBar::handle {{ background: #FFFFFF; }}
    """


def _rules(c: Colours) -> str:
    return f"""
    QToolBar {{ background: {c.window}; border: none; border-bottom: 1px solid {c.line};
        padding: 5px 8px; spacing: 2px; }}
    QToolBar QToolButton {{ padding: 5px 9px; border: 1px solid transparent; border-radius: 6px; }}
    QToolBar QToolButton:hover {{ background: {c.track}; }}
    QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {c.selection}; }}
    QToolBar QToolButton:focus {{ border-color: {c.accent}; }}
    QToolBar::separator {{ background: {c.line}; width: 1px; margin: 5px 6px; }}
    QMenuBar {{ background: {c.window}; }}
    QTableView {{ background: {c.surface}; border: none; selection-background-color: {c.selection};
        selection-color: {c.text}; outline: none; }}
    QTableView#sourceTable::item, QTableView#activityLog::item {{ padding: 0 7px; }}
    QTableView#queuesTable::item, QTableView#categoriesTable::item {{ padding: 0 7px; }}
    QTableView#statisticsHosts::item, QTableView#statisticsDays::item {{ padding: 0 7px; }}
    QTableView#documentFiles::item, QTableView#mirrorsTable::item, QTableView#timetableTable::item {{ padding: 0 7px; }}
    QListWidget {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px;
        outline: none; }}
    QListWidget::item {{ padding: 6px 8px; border-radius: 4px; }}
    QListWidget::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QHeaderView {{ background: {c.surface}; }}
    QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.line}; padding: 5px 10px; }}
    QHeaderView::section:hover {{ color: {c.text}; }}
    QDockWidget::title {{ padding: 6px 12px; text-align: left; background: {c.window}; }}
    QMainWindow::separator {{ background: {c.line}; width: 1px; height: 1px; }}
    QMainWindow::separator:hover {{ background: {c.accent}; }}
    QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; }}
    QStatusBar::item {{ border: none; }}
    QLineEdit, QPlainTextEdit {{ background: {c.surface};
        border: 1px solid {c.line}; border-radius: 6px; padding: 4px 6px; selection-background-color: {c.accent};
        selection-color: {c.surface}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.accent}; }}
    QPlainTextEdit#previewText, QPlainTextEdit#previewHex {{ border: none; border-radius: 0; padding: 8px; }}
    QScrollArea {{ background: {c.surface}; border: none; }}
    QWidget#page, QWidget#previewPane, QWidget#channelGraph, QWidget#graphBar {{ background: {c.surface}; }}
    QWidget#groupBar QToolButton, QWidget#graphBar QToolButton {{ padding: 4px 9px; border: 1px solid transparent;
        border-radius: 6px; }}
    QWidget#groupBar QToolButton:hover, QWidget#graphBar QToolButton:hover {{ background: {c.track}; }}
    QWidget#groupBar QToolButton:checked, QWidget#graphBar QToolButton:checked {{ background: {c.selection}; }}
    QWidget#groupBar QToolButton:focus, QWidget#graphBar QToolButton:focus {{ border-color: {c.accent}; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; width: 0; height: 0; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabBar::tab {{ padding: 6px 12px; border: none; border-top: 2px solid transparent; color: {c.muted};
        background: {c.window}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-top-color: {c.accent}; background: {c.surface}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 5px; }}
    QLabel#problem {{ color: {c.bad}; }}
    QLabel[tone="muted"] {{ color: {c.muted}; }}
    QLabel[tone="bad"] {{ color: {c.bad}; }}
    QLabel[tone="good"] {{ color: {c.good}; }}
    QLabel[tone="title"] {{ font-weight: 600; }}
    """
