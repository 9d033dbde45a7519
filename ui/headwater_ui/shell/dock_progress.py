"""Progress as the badge of the icon in macOS' dock. Imported on macOS alone; its parts lazily."""


def show_in_dock(percent: int | None) -> None:
    """On the window's thread, as all that AppKit does."""
    from AppKit import NSApplication

    tile = NSApplication.sharedApplication().dockTile()
    tile.setBadgeLabel_(None if percent is None else f"{percent} %")
