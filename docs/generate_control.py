"""Write the table of options in `docs/CONTROL.md` from the code that acts on them.

Run as `python docs/generate_control.py` after a change of `headwater.control.rpc.option_table`; a test compares.
"""

from pathlib import Path

from headwater.control.rpc.option_table import OPTIONS

PAGE = Path(__file__).with_name("CONTROL.md")
BEGIN = "<!-- options: generated -->\n"
END = "<!-- options: end -->\n"


def render_table() -> str:
    """The options as Markdown: mapped ones first, in the table's own order."""
    rows = ["| option | where | does | effect |", "|---|---|---|---|"]
    for option in sorted(OPTIONS.values(), key=lambda option: not option.mapped):
        effect = "mapped" if option.mapped else "accepted without effect"
        rows.append(f"| `{option.name}` | {option.scope.value} | {effect} | {option.words} |")
    return "\n".join(rows) + "\n"


def render_page(page: str) -> str:
    """The page with its table made anew. Raises `ValueError` when the marks are missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has lost the marks around its table")
    return before + BEGIN + render_table() + END + after


if __name__ == "__main__":
    PAGE.write_text(render_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
