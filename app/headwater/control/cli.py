"""`headwater-cli`: the terminal's way in. Finds the command that is asked for and hands over to its module.

No command is carried out here. The rule: only the module of the command that was asked for is imported, so that
starting stays quick.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Final

from headwater import __version__

_EXIT_USAGE: Final = 2
#: So many more objects than before have to be there before a program looks for garbage among them.
_GARBAGE_AFTER: Final = 50_000

#: Commands with a module of their own: `add_arguments(parser)` and `run(args) -> exit status`.
_OWN_MODULES: Final[dict[str, tuple[str, str]]] = {
    "get": ("headwater.control.get_command", "fetch one file, from all URLs at once"),
    "grab": ("headwater.control.grab_command", "list the links of a web page"),
    "verify": ("headwater.control.verify_command", "check a file block by block, and mend it"),
    "login": ("headwater.control.login_command", "keep a server's user name and password in the system's keyring"),
    "logout": ("headwater.control.logout_command", "take a server's user name and password out of the keyring"),
    "metalink": ("headwater.control.metalink_command", "write a Metalink of a local file"),
    "prove": ("headwater.control.prove_command", "prove one block of a file by the root of its hash tree"),
}
_LAB: Final[dict[str, tuple[str, str]]] = {
    "mirrors": ("headwater.lab.mirrors_command", "serve shaped mirrors on this computer"),
    "sim": ("headwater.lab.sim_command", "simulate the scheduler on a made-up network"),
}
#: Commands that speak to a running window or server, all in one module.
_REMOTE: Final[dict[str, str]] = {
    "add": "give a running window or server a file to fetch",
    "list": "list the jobs of a running window or server",
    "sources": "tell how the sources of a job are ranked, term by term",
    "pause": "pause jobs of a running window or server",
    "resume": "let paused jobs of a running window or server go on",
    "remove": "take jobs of a running window or server off the list",
    "watch": "print what happens in a running window or server",
}
_COMMANDS: Final = frozenset({*_OWN_MODULES, "lab", "serve", *_REMOTE})


def enter() -> int:
    """A shell's way in: `main` in a process that is there for nothing else.

    A start makes many objects that stay, and an end has nothing to free that the system does not free anyway: looking
    for garbage among them costs a fifth of the time that both take.
    """
    gc.set_threshold(_GARBAGE_AFTER)
    status = main()
    gc.freeze()
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status. Usage errors end with 2, as argparse does it."""
    words = list(sys.argv[1:] if argv is None else argv)
    is_stand_in = argv is None and PurePath(sys.argv[0]).stem == "aria2c"
    if is_stand_in or words[:1] == ["serve"]:
        # It takes another program's command line as it is, which argparse would not leave alone.
        from headwater.control.serve_command import main as serve

        return serve(words, is_stand_in=True) if is_stand_in else serve(words[1:])
    parser = _parser(_chosen(words))
    args = parser.parse_args(words)
    run: Callable[[argparse.Namespace], int] | None = getattr(args, "run", None)
    if run is None:
        parser.print_help(sys.stderr)
        return _EXIT_USAGE
    return run(args)


def complete_parser() -> argparse.ArgumentParser:
    """Every command with all that it takes but `serve`'s options, for manuals and shell completions."""
    return _parser({*_COMMANDS, *_LAB})


def _chosen(words: Sequence[str]) -> list[str]:
    """The command's name, and the second one behind `lab`."""
    plain = [word for word in words if not word.startswith("-")]
    return plain[: 2 if plain[:1] == ["lab"] else 1]


def _parser(chosen: Collection[str]) -> argparse.ArgumentParser:
    """Of the chosen commands; of all, where none of them is one: then somebody wants to see which there are."""
    shown = _COMMANDS.intersection(chosen) or _COMMANDS
    parser = argparse.ArgumentParser(
        prog="headwater-cli", description="One file from many servers at once, the beginning first."
    )
    parser.add_argument("--version", action="version", version=f"headwater {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add(commands, {name: _OWN_MODULES[name] for name in _OWN_MODULES if name in shown}, chosen)
    if "lab" in shown:
        lab = commands.add_parser("lab", help="mirrors and simulations, for trying things by hand")
        lab_commands = lab.add_subparsers(title="commands", metavar="COMMAND", required=True)
        _add(lab_commands, _LAB, chosen)
    if "serve" in shown:
        commands.add_parser("serve", help="run without a window, commanded as aria2 is", add_help=False)
    if not _REMOTE.keys().isdisjoint(chosen):
        import_module("headwater.control.remote_commands").add_commands(commands)
    elif not _REMOTE.keys().isdisjoint(shown):
        for name, words_of in _REMOTE.items():
            commands.add_parser(name, help=words_of)
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    modules: dict[str, tuple[str, str]],
    chosen: Collection[str],
) -> None:
    """Declare commands; only the chosen ones' modules are imported and say what they take."""
    for name, (module_name, words) in modules.items():
        parser = commands.add_parser(name, help=words, description=words.capitalize() + ".")
        if name in chosen:
            module = import_module(module_name)
            module.add_arguments(parser)
            parser.set_defaults(run=module.run)


if __name__ == "__main__":
    sys.exit(enter())
