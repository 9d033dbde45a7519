"""The terminal's `lab sim`: run scenarios through the simulator and print how the schedule did.

`add_arguments` and `run` are called by the terminal; `python -m headwater.lab.sim_command` does the same alone.
Nothing is computed here: scenarios are read, `headwater.simulation` is called, figures are printed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from headwater.model.errors import HeadwaterError, UserError
from headwater.model.tuning import Tuning
from headwater.simulation.figures import Figures
from headwater.simulation.rivals import RIVALS
from headwater.simulation.scenario import Scenario, parse_scenario
from headwater.simulation.shipped import scenario_names, shipped_scenario
from headwater.simulation.simulation import product, rival, simulate, simulate_warm

EXIT_OK: Final = 0
EXIT_INCOMPLETE: Final = 1
EXIT_BAD_INPUT: Final = 2

#: What our own rows are called in a comparison.
OURS: Final = "headwater"
MAX_SCENARIO_FILE_BYTES: Final = 16 * 1024 * 1024

_MEANINGS: Final[dict[str, str]] = {
    "completion_s": "the last byte was there",
    "ideal_s": "T*, the earliest any schedule could have it",
    "ratio": "completion / T*",
    "mean_lag_s": "how long after F* a byte was there in order, on average",
    "p95_lag_s": "the same, for all but 5 % of the bytes",
    "first_1mib_s": "the first MiB was there",
    "first_4mib_s": "the first 4 MiB were there",
    "peak_out_of_order_bytes": "most bytes had beyond the frontier",
    "wasted_bytes": "bytes that came twice",
    "requests": "requests sent",
    "stall_80_s": "a player at 0.8 x size / T* stood still",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help=f"a scenario file (TOML), or the name of a shipped one: {', '.join(scenario_names())}",
    )
    parser.add_argument("--all", action="store_true", help="run every shipped scenario")
    parser.add_argument(
        "--tuning", nargs="+", action="extend", default=[], metavar="KEY=VALUE", help="turn a knob of the scheduler"
    )
    parser.add_argument("--seed", type=int, default=None, metavar="N", help="seed of all chance (the scenario's own)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--warm", action="store_true", help="as a later job, which knows what a first one measured")
    parser.add_argument("--multi-range", action="store_true", help="let every source answer multi-range requests")
    parser.add_argument("--compare", action="store_true", help="beside static split, greedy pieces and rounds")


def run(args: argparse.Namespace) -> int:
    """Carry the command out; the exit status: 0, 1 when a file was never whole, 2 with a sentence on bad input."""
    try:
        return _run(args)
    except HeadwaterError as error:
        print(f"headwater-cli lab sim: {error}", file=sys.stderr)  # noqa: T201  # the terminal's own words
        return EXIT_BAD_INPUT


def _run(args: argparse.Namespace) -> int:
    if args.all == (args.scenario is not None):
        raise UserError("name one scenario, or say --all")
    if args.seed is not None and args.seed < 0:
        raise UserError("the seed must not be negative")
    tuning = parse_tuning(args.tuning)
    names = scenario_names() if args.all else (str(args.scenario),)
    scenarios = {name: load_scenario(name) for name in names}
    if args.multi_range:
        scenarios = {name: scenario.with_multi_range() for name, scenario in scenarios.items()}
    schedules = _schedules(tuning, is_warm=args.warm, with_rivals=args.compare)
    results = {
        name: {label: simulated(scenario, args.seed) for label, simulated in schedules.items()}
        for name, scenario in scenarios.items()
    }
    if args.json:
        _print_json(results, is_single=not args.all and not args.compare)
    elif args.all or args.compare:
        Console().print(_comparison(results))
    else:
        Console().print(_single(names[0], results[names[0]][OURS]))
    everything = (figures for each in results.values() for label, figures in each.items() if label == OURS)
    return EXIT_OK if all(figures.completion_s is not None for figures in everything) else EXIT_INCOMPLETE


def load_scenario(name_or_path: str) -> Scenario:
    """A shipped scenario by name, else one from a file. Raises `UserError`."""
    if name_or_path in scenario_names():
        return shipped_scenario(name_or_path)
    path = Path(name_or_path)
    try:
        if path.stat().st_size > MAX_SCENARIO_FILE_BYTES:
            raise UserError(f"{path} is too large for a scenario")
        return parse_scenario(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        known = ", ".join(scenario_names())
        raise UserError(f"there is no file {path}, and no shipped scenario of that name; shipped: {known}") from error
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be read as a scenario: {error}") from error


def parse_tuning(assignments: Iterable[str]) -> Tuning:
    """`KEY=VALUE` texts into a tuning. Raises `UserError`."""
    tuning = Tuning()
    for assignment in assignments:
        key, sign, text = assignment.partition("=")
        if not sign:
            raise UserError(f"{assignment!r} is not KEY=VALUE")
        try:
            value = float(text)
        except ValueError as error:
            raise UserError(f"{text!r} is not a number, which {key} needs") from error
        tuning = tuning.changed(key, value)
    return tuning


def _schedules(
    tuning: Tuning, *, is_warm: bool, with_rivals: bool
) -> dict[str, Callable[[Scenario, int | None], Figures]]:
    def ours(scenario: Scenario, seed: int | None) -> Figures:
        if is_warm:
            used_seed = scenario.seed if seed is None else seed
            return simulate_warm(scenario, product(tuning), used_seed).figures
        return simulate(scenario, product(tuning), seed).figures

    def theirs(name: str) -> Callable[[Scenario, int | None], Figures]:
        return lambda scenario, seed: simulate(scenario, rival(name), seed).figures

    return {OURS: ours} | ({name: theirs(name) for name in RIVALS} if with_rivals else {})


def _print_json(results: dict[str, dict[str, Figures]], *, is_single: bool) -> None:
    shown: Any = {name: {label: figures.as_dict() for label, figures in each.items()} for name, each in results.items()}
    if is_single:
        shown = next(iter(shown.values()))[OURS]
    print(json.dumps(shown, indent=2))  # noqa: T201  # the command's result


def _single(name: str, figures: Figures) -> Table:
    table = Table(title=name)
    table.add_column("figure")
    table.add_column("value", justify="right")
    table.add_column("meaning")
    for key, value in figures.as_dict().items():
        table.add_row(key, _cell(value), _MEANINGS[key])
    return table


def _comparison(results: dict[str, dict[str, Figures]]) -> Table:
    table = Table()
    for heading in ("scenario", "schedule"):
        table.add_column(heading)
    for heading in ("ratio", "mean lag s", "p95 lag s", "first MiB s", "stall s", "wasted %", "requests"):
        table.add_column(heading, justify="right")
    for name, each in results.items():
        for i, (label, figures) in enumerate(each.items()):
            received = load_scenario(name).size_bytes
            table.add_row(
                name if i == 0 else "",
                label,
                _cell(figures.ratio),
                _cell(figures.mean_lag_s),
                _cell(figures.p95_lag_s),
                _cell(figures.first_1mib_s),
                _cell(figures.stall_80_s),
                _cell(100 * figures.wasted_bytes / received),
                _cell(figures.requests),
                end_section=i == len(each) - 1,
            )
    return table


def _cell(value: float | int | None) -> str:
    if value is None:
        return "never"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command alone."""
    parser = argparse.ArgumentParser(prog="headwater-cli lab sim", description="Simulate a download.")
    add_arguments(parser)
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
