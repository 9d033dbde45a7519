"""Headwater: one file from many servers at once, the bytes wanted first, first.

Here lives the version and nothing else: importing `headwater` must stay free.
"""

__version__ = "0.1.0"
