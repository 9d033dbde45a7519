"""Settings, first pages: the window and the session, and how it looks."""

from typing import Final

from PySide6.QtWidgets import QCheckBox

from headwater_ui.dialogs.settings_page import Page, set_choice, tick_choice
from headwater_ui.language import OWN_NAMES, Language, marked
from headwater_ui.theme import Appearance
from headwater_ui.widgets.choice_box import ChoiceBox

_APPEARANCES: Final = {
    Appearance.SYSTEM: marked("AppearancePage", "As the system"),
    Appearance.LIGHT: marked("AppearancePage", "Light"),
    Appearance.DARK: marked("AppearancePage", "Dark"),
    Appearance.CONTRAST: marked("AppearancePage", "High contrast"),
}


class GeneralPage(Page):
    """How the window behaves on the desktop."""

    def __init__(self) -> None:
        super().__init__("General")
        self.begin(self.tr("General"))
        for name, label, meaning in (
            (
                "with_session",
                self.tr("&Start with the session"),
                self.tr("Headwater starts when you log in, and goes on with what was not done"),
            ),
            (
                "start_hidden",
                self.tr("Start &minimised"),
                self.tr("It waits in the tray, or as a button of the task bar where there is no tray"),
            ),
            (
                "tray",
                self.tr("&Icon in the tray"),
                self.tr("Shows the speed, and pauses or resumes all downloads with two clicks"),
            ),
            (
                "close_to_tray",
                self.tr("&Close to the tray"),
                self.tr("Downloads go on without the window; Quit ends Headwater, and so does closing without a tray"),
            ),
            (
                "notify",
                self.tr("&Notifications"),
                self.tr("When a download is done or has failed, while the window is not in front"),
            ),
            (
                "keep_awake",
                self.tr("&Keep the computer awake"),
                self.tr("While downloads run, and only then"),
            ),
        ):
            box = QCheckBox()
            self.add_row(label, box, meaning, *tick_choice(box, name))
        self.close_up()


class AppearancePage(Page):
    """Colours and language."""

    def __init__(self) -> None:
        super().__init__("Appearance")
        self.begin(self.tr("Appearance"))
        looks = ChoiceBox()
        for appearance, words in _APPEARANCES.items():
            looks.add(self.tr(words), appearance)
        self.add_row(
            self.tr("&Colours"),
            looks,
            self.tr("Light or dark, or whatever the system says; high contrast is black, white and strong lines"),
            lambda v: looks.setCurrentIndex(looks.findData(v.choices.appearance)),
            set_choice("appearance", looks.currentData),
        )
        speech = ChoiceBox()
        speech.add(self.tr("As the system"), Language.SYSTEM)
        for language, words in OWN_NAMES.items():
            speech.add(words, language)
        self.add_row(
            self.tr("&Language"),
            speech,
            self.tr("In force from the next start on"),
            lambda v: speech.setCurrentIndex(speech.findData(v.choices.language)),
            set_choice("language", speech.currentData),
        )
        self.close_up()


class PreviewPage(Page):
    """What the preview may do by itself."""

    def __init__(self) -> None:
        super().__init__("Preview")
        self.begin(self.tr("Preview"))
        shown = QCheckBox()
        self.add_row(
            self.tr("&Look inside the selected download"),
            shown,
            self.tr("What the preview needs is fetched first; without it, every file comes from its beginning on"),
            *tick_choice(shown, "preview"),
        )
        self.close_up()
