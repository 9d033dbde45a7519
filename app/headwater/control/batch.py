"""Batch patterns (`file[01-20].iso`, `{a,b}`) for those who command; how they are read is `discovery`'s."""

from headwater.discovery.batch import MAX_URLS, expand

__all__ = ["MAX_URLS", "expand"]
