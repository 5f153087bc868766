"""Where both doors meet: arguments, a screen and a day become an answer on the screen and an exit status.

A well-formed command line is read here from the table of commands; help, abbreviations and mistakes go
to the option parser (`cli.py`), which costs five times as much to import.
"""

from __future__ import annotations

from treatycli import options
from treatycli.commands import COMMANDS
from treatycli.requests import Request, answer, request_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from treatycli.show.screen import Screen


def run(arguments: Sequence[str], screen: Screen, today: str) -> int:
    """Answer the arguments behind `treaty` on a screen; `today` is the day (ISO 8601) where none is asked.

    Returns the exit status. Unexpected errors pass through.
    """
    if arguments[:1] == ["__complete"]:
        from treatycli import completion

        return completion.run(arguments[1:], screen)
    request = read(arguments, today)
    if request is not None:
        return answer(request, screen, today)
    from treatycli import bare
    from treatycli.answers import DataError

    try:
        named = bare.command_for(arguments, screen.environ.get("TREATY_DATA") or None)
    except DataError as error:
        from treatycli import cli, show

        return show.refuse(error.problems, cli.style_of(arguments), screen)
    if named:
        arguments, request = named, read(named, today)
    if request is not None:
        return answer(request, screen, today)
    from treatycli import cli

    return cli.run(arguments, screen, today)


def read(arguments: Sequence[str], today: str) -> Request | None:
    """Read a well-formed command line; None for anything that the option parser must judge."""
    name, rest = (arguments[0] if arguments else ""), list(arguments[1:])
    if name not in COMMANDS and rest:
        name, rest = f"{name} {rest[0]}", rest[1:]
    command = COMMANDS.get(name)
    if command is None:
        return None
    words: list[str] = []
    values: dict[str, Any] = {}
    known = {f"--{option.name}": option for option in command.all_options}
    known["-f"] = known["--format"]
    rest.reverse()
    try:
        while rest:
            word = rest.pop()
            if word == "-" or not word.startswith("-"):
                words.append(word)
                continue
            label, equals, text = word.partition("=")
            option = known[label]
            if option.kind == "flag":
                if equals:
                    return None
                values[option.name] = True
                continue
            if not equals:
                text = rest.pop()
                if text.startswith("-"):
                    return None
            elif label == "-f":
                return None
            values[option.name] = options.read(option, text, today)
        return request_of(command, words, values)
    except (KeyError, IndexError, ValueError):
        return None
