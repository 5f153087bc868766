"""A request: a command with its words and options, looked up on a day and shown on a screen.

Nothing below reads the clock, the environment or the standard streams: they are handed in.
"""

from __future__ import annotations

from treatycli import options, vocabulary
from treatycli.answers import MISSING, WRONG, Answer, DataError, Problem
from treatycli.commands import COMMANDS
from treatycli.options import ANY, NONE, ONE, SOME, Command, Style
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from treatycli.package import Package
    from treatycli.show.screen import Screen


class Request(Record):
    """What a command line asks: a command, its words, its options' values, the style, an overlay."""

    command: Command
    words: tuple[str, ...]
    values: dict[str, Any]
    style: Style
    data: str | None = None


def request_of(command: Command, words: Sequence[str], values: dict[str, Any]) -> Request:
    """Return the request of a command's words and its options' values by name.

    ValueError where options contradict each other or the words are too few or too many.
    """
    count = len(words)
    if (command.takes in (SOME, ONE) and not count) or (command.takes == NONE and count):
        raise ValueError("the words are too few or too many")
    if count > 1 and command.takes not in (SOME, ANY):
        raise ValueError("the words are too many")
    style = options.style_of(values)
    own = {o.parameter: values[o.name] for o in command.options if values.get(o.name) is not None}
    return Request(command, tuple(words), own, style, values.get("data"))


def answer(request: Request, screen: Screen, today: str) -> int:
    """Look a request up and show the answer, or why there is none; return the exit status."""
    from treatycli import show

    style = request.style
    lacking = _lacks_format(request.command, style)
    if lacking:
        return show.complain(lacking, style, screen)
    try:
        answered = look_up(request, screen, today)
        return show.emit(answered, request.command, style, screen)
    except DataError as error:
        return show.refuse(error.problems, style, screen)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        problem = Problem("system", f"{where}{error.strerror or error}", "Check the path", (), WRONG)
        return show.refuse((problem,), style, screen)


def _lacks_format(command: Command, style: Style) -> Problem | None:
    """Return the problem with a format that only other commands have, naming them."""
    kind = style.format
    if kind not in vocabulary.DRAWINGS or command.topic().drawing(kind):
        return None
    others = ", ".join(f"treaty {name}" for name, row in COMMANDS.items() if row.topic().drawing(kind))
    message = f"{command.name} has no format {kind}"
    return Problem("usage", message, f"It is a format of: {others}", (), WRONG)


def look_up(request: Request, screen: Screen, today: str) -> Answer:
    """Return what a request's lookup answers, with the command, the day and the data's versions on it.

    Raises DataError for a broken package, OSError for a file that cannot be read or written.
    """
    command, asked = request.command, dict(request.values)
    overlay = request.data or screen.environ.get("TREATY_DATA") or None
    look = command.topic().look_up
    if command.reads:
        asked |= {"stdin": screen.stdin_bytes, "tick": screen.progress(request.words)}
    if command.dated:
        asked.setdefault("day", today)
    if command.opens in ("nothing", "commands"):
        first = (COMMANDS,) if command.opens == "commands" else ()
        answered: Answer = look(*first, *request.words, **asked)
        return answered.replace(command=command.name)
    if command.opens == "directory":
        answered = look(overlay, *request.words, **asked)
        return answered.replace(command=command.name)
    from treatycli.package import open_package

    package = open_package(overlay)
    if command.takes == NONE:
        answered = look(package, **asked)
    elif command.batch and list(request.words) == ["-"]:
        answered = _each(request, package, screen, asked)
    else:
        answered = look(package, request.words, **asked)
    return answered.replace(
        command=command.name,
        as_of=asked["day"] if command.dated else None,
        dated="day" in request.values,
        documents_to=package.as_of,
        data_version=package.version,
        notes=(*package.notes, *_empty(answered), *answered.notes),
    )


def _empty(answered: Answer) -> tuple[str, ...]:
    """Return the note that a list is empty, where its lookup says nothing itself."""
    said = answered.items or answered.notes or answered.asides or answered.problems
    return ("nothing on record fits",) if answered.many and not said else ()


def _each(request: Request, package: Package, screen: Screen, asked: dict[str, Any]) -> Answer:
    """Answer one name a line of standard input, in order; a miss is told with its line, the rest answers.

    Empty lines are skipped. The exit status is 1 if any line missed.
    """
    if screen.stdin is not None and screen.stdin.isatty():
        screen.say("treaty: reading names from the terminal, one a line; end with Ctrl-D.")
    look = request.command.topic().look_up
    names = [(number, line.strip()) for number, line in enumerate(screen.lines(), 1) if line.strip()]
    answers = [(number, look(package, (name,), **asked)) for number, name in names]
    problems = tuple(
        problem.replace(message=f"line {number}: {problem.message}")
        for number, answered in answers
        for problem in answered.problems
    )
    if not answers:
        problems = (
            Problem("nothing-asked", "there is no name on standard input", "Give one a line", (), MISSING),
        )
    return Answer(
        tuple(item for _, answered in answers for item in answered.items),
        many=True,
        notes=tuple(f"line {number}: {note}" for number, answered in answers for note in answered.notes),
        problems=problems,
    )
