"""Container parsers: the first bytes of a file in, the spans that a preview needs out. Pure."""
