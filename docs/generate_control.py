"""Write the tables of options, knobs and the list's methods in `docs/CONTROL.md` from the code that acts on them.

Run as `python docs/generate_control.py` after a change of the options or of `headwater.model.tuning`; a test compares.
"""

from pathlib import Path

from headwater.control.rpc.extension_methods import knob_table
from headwater.control.rpc.list_methods import list_table
from headwater.control.rpc.option_table import OPTIONS

PAGE = Path(__file__).with_name("CONTROL.md")


def render_table() -> str:
    """The options as Markdown: mapped ones first, in the table's own order."""
    rows = ["| option | where | does | effect |", "|---|---|---|---|"]
    for option in sorted(OPTIONS.values(), key=lambda option: not option.mapped):
        effect = "mapped" if option.mapped else "accepted without effect"
        rows.append(f"| `{option.name}` | {option.scope.value} | {effect} | {option.words} |")
    return "\n".join(rows) + "\n"


def render_page(page: str) -> str:
    """The page with its tables made anew. Raises `ValueError` when the marks around one are missing."""
    for name, table in (("options", render_table()), ("knobs", knob_table()), ("list", list_table())):
        begin, end = f"<!-- {name}: generated -->\n", f"<!-- {name}: end -->\n"
        before, found, rest = page.partition(begin)
        _, ended, after = rest.partition(end)
        if not found or not ended:
            raise ValueError(f"the page has lost the marks around its {name}")
        page = before + begin + table + end + after
    return page


if __name__ == "__main__":
    PAGE.write_text(render_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
