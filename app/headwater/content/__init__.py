"""Storage, integrity and the output streams of one file."""
