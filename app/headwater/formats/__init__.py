"""Container parsers: the first bytes of a file in, the spans that a player or viewer needs first out. Pure.

`plan.plan_spans` is the entrance; one module a family of formats. No parser here trusts a byte: sizes and
offsets come from strangers, so every span asked for lies inside the file and every walk is bounded.
"""
