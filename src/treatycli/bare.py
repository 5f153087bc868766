"""Bare words: `treaty lithuania` answers where the words are an exact name, as its command would.

A command's name wins, then a state, a group, a term, an article. Nothing is guessed by spelling here.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def command_for(arguments: Sequence[str], overlay: str | None) -> list[str] | None:
    """Return the arguments with the command that answers them in front; None where they name nothing.

    The words up to the first option are the name. `overlay` is a directory of tables laid over ours.
    Raises DataError for a broken package.
    """
    from treatycli import names
    from treatycli.commands import COMMANDS
    from treatycli.package import open_package
    from treatycli.topics import groups

    words = []
    for argument in arguments:
        if argument.startswith("-"):
            break
        words.append(argument)
    if not words or any(name.split()[0] == words[0] for name in COMMANDS):
        return None
    typed = " ".join(words)
    if typed.casefold().startswith(("article ", "art. ", "art ")):
        return ["article", *arguments]
    package = open_package(overlay)
    if names.found(package, typed, "states"):
        return ["country", *arguments]
    if groups.named(package, typed):
        return ["countries", "--group", typed, *arguments[len(words) :]]
    return ["define", *arguments] if names.found(package, typed, "terms") else None
