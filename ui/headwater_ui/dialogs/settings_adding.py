"""Settings: how links come in beside those that one adds by hand."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from headwater_ui.dialogs.settings_page import Page, Values, tick_choice
from headwater_ui.link_filter import read_filter


class LinksPage(Page):
    """The clipboard that is watched, and for what."""

    def __init__(self) -> None:
        super().__init__("Links")
        self.begin(self.tr("Links"))
        watch = QCheckBox()
        self.add_row(
            self.tr("&Watch the clipboard"),
            watch,
            self.tr("Links that you copy elsewhere are offered in a bar above the list, each once"),
            *tick_choice(watch, "watch_clipboard"),
        )
        types = QPlainTextEdit()
        types.setFixedHeight(110)
        types.setTabChangesFocus(True)
        self.add_row(
            self.tr("&Types"),
            types,
            self.tr("Endings of names, as iso zip, and /regular expressions/ for whole links; empty for every link"),
            lambda v: types.setPlainText(v.choices.watched),
            lambda v: _watching(v, types.toPlainText()),
        )
        self.close_up()


def _watching(values: Values, text: str) -> Values:
    """The values with these types; raises `UserError` where one cannot be understood."""
    words = " ".join(text.split())
    read_filter(words)
    return replace(values, choices=replace(values.choices, watched=words))
