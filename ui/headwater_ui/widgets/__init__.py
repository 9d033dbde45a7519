"""Painted and composed widgets, one idea a file. They emit what a person wants; the shell commands it."""
