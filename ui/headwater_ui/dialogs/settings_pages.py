"""All pages of the settings, in the order of their list."""

from collections.abc import Sequence

from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.settings_adding import LinksPage
from headwater_ui.dialogs.settings_downloads import DownloadsPage
from headwater_ui.dialogs.settings_engine import IntegrityPage, SchedulerPage
from headwater_ui.dialogs.settings_general import AppearancePage, GeneralPage, PreviewPage
from headwater_ui.dialogs.settings_interface import InterfacePage
from headwater_ui.dialogs.settings_mirrors import MirrorsPage
from headwater_ui.dialogs.settings_network import NetworkPage, SpeedPage
from headwater_ui.dialogs.settings_page import Page, Values
from headwater_ui.dialogs.settings_passwords import PasswordsPage
from headwater_ui.dialogs.settings_ranking import RankingPage
from headwater_ui.dialogs.settings_shortcuts import ShortcutsPage

__all__ = ["Page", "Values", "all_pages"]


def all_pages(bridge: Bridge) -> Sequence[Page]:
    """Fresh pages; `bridge` carries out what is tried at once."""
    return [
        GeneralPage(),
        AppearancePage(),
        ShortcutsPage(),
        DownloadsPage(),
        LinksPage(),
        NetworkPage(bridge),
        SpeedPage(),
        MirrorsPage(bridge),
        RankingPage(bridge),
        PasswordsPage(bridge),
        SchedulerPage(),
        IntegrityPage(),
        PreviewPage(),
        InterfacePage(),
    ]
