"""Bare words: `treaty lithuania` answers where the words are an exact name, as its command would.

A command's name wins, then `help` and `version`, an article, a state, a group, a term. Nothing is guessed
by spelling here: what names nothing is only met with the commands that may be meant.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.answers import Problem


def words_of(arguments: Sequence[str]) -> list[str]:
    """Return the arguments up to the first option: those that may be a name."""
    first = next((i for i, argument in enumerate(arguments) if argument.startswith("-")), len(arguments))
    return list(arguments[:first])


def command_for(arguments: Sequence[str], overlay: str | None) -> list[str] | None:
    """Return the arguments with the command that answers them in front; None where they name nothing.

    The words up to the first option are the name. `overlay` is a directory of tables laid over ours.
    Raises DataError for a broken package.
    """
    from treatycli import folding, names
    from treatycli.commands import COMMANDS
    from treatycli.package import open_package
    from treatycli.records import Article
    from treatycli.topics import groups

    words = words_of(arguments)
    if not words or any(name.split()[0] == words[0] for name in COMMANDS):
        return None
    if words[0] == "version":
        return ["--version", *arguments[1:]]
    if words[0] == "help":
        return [*arguments[1:], "--help"]
    typed = " ".join(words)
    package = open_package(overlay)
    if folding.fold(typed).startswith("art") and package.one(Article, folding.article_number(typed)):
        return ["article", *arguments]
    if names.found(package, typed, "states"):
        return ["country", *arguments]
    if groups.named(package, typed):
        return ["countries", "--group", typed, *arguments[len(words) :]]
    return ["define", *arguments] if names.found(package, typed, "terms") else None


def meant(words: Sequence[str], overlay: str | None = None) -> Problem | None:
    """Return the problem that words alone name nothing, with the commands that may be meant.

    They may be several names, or one that fits several things alike, or one misspelt; None where nothing
    comes near. Raises DataError for a broken package.
    """
    from treatycli import names
    from treatycli.answers import Problem
    from treatycli.package import open_package
    from treatycli.topics import misses

    package, typed = open_package(overlay), " ".join(words)
    quoted = misses.shown(typed)
    said = " ".join(misses.quote(word) for word in words)
    for table, asking in (("states", ("compare", "country")), ("terms", ("define",))):
        if len(words) > 1 and all(names.found(package, word, table) for word in words):
            pasted = tuple(f"treaty {command} {said}" for command in asking)
            return Problem("ambiguous", f"{quoted} names several {table}", "Say what you want:", pasted)
    readings = [names.resolve(package, typed, table) for table in ("states", "terms")]
    for one in readings:
        if isinstance(one, names.Missed) and one.ambiguous:
            return misses.missed("states" if one is readings[0] else "terms", package, one).problems[0]
    keys = [one.key for one in readings if isinstance(one, names.Found)]
    if not keys:
        keys = [key for one in readings if isinstance(one, names.Missed) for key in one.suggestions]
    pasted = tuple(dict.fromkeys(misses.paste(package, key) for key in keys))[: names.SUGGESTIONS]
    if not pasted:
        return None
    return Problem("not-found", f"there is no command, state or term {quoted}", "Did you mean:", pasted)
