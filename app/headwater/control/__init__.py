"""How the window, other programs and people command the engine: API, event feed, terminal."""
