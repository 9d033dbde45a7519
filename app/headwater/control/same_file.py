"""Which links lead to one file, for those who command; how it is judged is `discovery`'s."""

from headwater.discovery.same_file import group_same_files

__all__ = ["group_same_files"]
