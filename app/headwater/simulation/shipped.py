"""The scenarios that are shipped with the program, by name."""

from importlib import resources

from headwater.model.errors import UserError
from headwater.simulation.scenario import Scenario, parse_scenario


def scenario_names() -> tuple[str, ...]:
    """Names of all shipped scenarios, sorted."""
    folder = resources.files("headwater_resources") / "scenarios"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def shipped_scenario(name: str) -> Scenario:
    """The shipped scenario of that name. Raises `UserError` when there is none."""
    if name not in scenario_names():
        raise UserError(f"there is no shipped scenario called {name}; known: {', '.join(scenario_names())}")
    return parse_scenario((resources.files("headwater_resources") / "scenarios" / f"{name}.toml").read_text("utf-8"))
