"""The front door: a plain lookup goes straight to its answer, everything else to Typer."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatycli.answers import Answer, DataError
    from treatycli.show import Screen, Style

MOST_PROBLEMS = 20
"""So many problems of the data are listed; `treaty data check` lists all."""


def main() -> int:
    """Run `treaty` with the arguments of the process; return its exit status."""
    try:
        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """Answer arguments through the fast lane if they are plain, else through the option parser."""
    from treatycli.answers import DataError

    try:
        if arguments[:1] == ["__complete"]:
            return _complete(arguments[1:])
        status = fast_lane(arguments)
        if status is None:
            from treatycli import cli

            status = cli.run(arguments)
        return status
    except DataError as error:
        from treatycli import show

        return _refuse(error, show.Screen.real(), as_json=False)


def _complete(arguments: Sequence[str]) -> int:
    from treatycli import completion, show

    found = completion.complete(arguments[0] if arguments else "bash", arguments[1:])
    return max(0, show.write("".join(f"{word}\n" for word in found), show.Screen.real(), utf8=True))


def fast_lane(arguments: Sequence[str]) -> int | None:
    """Answer `COMMAND WORD...`, with no option or with `--json` alone; None for anything else."""
    words = [word for word in arguments[1:] if word != "--json"]
    if (
        not arguments
        or len(arguments) - len(words) > 2
        or any(word.startswith("-") and word != "-" for word in words)
    ):
        return None
    from treatycli import lookups

    if arguments[0] not in lookups.PLAIN:
        return None
    takes = lookups.PLAIN[arguments[0]][2]
    if (takes == lookups.NONE and words) or (takes == lookups.SOME and not words):
        return None
    from treatycli.show import Style

    as_json = len(arguments) - len(words) == 2
    return answer(arguments[0], words, {}, Style(format="json" if as_json else None), data=None)


def answer(
    command: str,
    words: Sequence[str],
    asked: dict[str, object],
    style: Style,
    data: str | None,
) -> int:
    """Look a command's words up and show the answer: where both doors meet. Return the exit status.

    `asked` holds the lookup's keywords that differ from their defaults; `data` is an overlay's
    directory, else `TREATY_DATA` names it.
    """
    import os

    from treatycli import dates, lookups
    from treatycli.package import open_package

    asked["today"] = dates.today()
    if command in lookups.PLACED and style.format in ("json", "jsonl"):
        asked["places"] = True
    overlay = data or os.environ.get("TREATY_DATA") or None

    def look_up() -> Answer:
        package = open_package(overlay)
        if list(words) == ["-"] and command in lookups.BATCH:
            reply = lookups.batch(command, package, _standard_input(), **asked)
        else:
            reply = lookups.plain(command)(package, words, **asked)
        return reply.replace(notes=reply.notes + package.notes) if package.notes else reply

    return show_answer(look_up, style)


def show_answer(look_up: Callable[[], Answer], style: Style) -> int:
    """Show what a lookup answers, or why it cannot; return the exit status."""
    from treatycli import show
    from treatycli.answers import WRONG, DataError, Problem

    screen = show.Screen.real()
    try:
        return show.emit(look_up(), style, screen)
    except DataError as error:
        return _refuse(error, screen, as_json=style.format in ("json", "jsonl"))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        problem = Problem("system", f"{where}{error.strerror or error}", "Check the path", (), WRONG)
    return show.complain(problem, screen, as_json=style.format in ("json", "jsonl"))


def _refuse(error: DataError, screen: Screen, *, as_json: bool) -> int:
    """Say what is wrong with the data, the first twenty problems of it; return the exit status."""
    from treatycli import show
    from treatycli.answers import WRONG, Problem

    for problem in error.problems[:MOST_PROBLEMS]:
        told = Problem("bad-data", str(problem), problem.hint, (), WRONG)
        show.complain(told, screen, as_json=as_json)
    more = len(error.problems) - MOST_PROBLEMS
    if more > 0:
        told = Problem("bad-data", f"and {more} more", "All of them: treaty data check DIR", (), WRONG)
        show.complain(told, screen, as_json=as_json)
    return WRONG


def _standard_input() -> list[str]:
    if sys.stdin is None:
        return []
    return sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()


if __name__ == "__main__":
    sys.exit(main())
