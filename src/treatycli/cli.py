"""The option parser (Typer), made from the table of commands: help, abbreviations, mistakes.

Each command's parameters are built from its row; what is read well goes the same way as from the other
door (`requests.answer`).
"""

from __future__ import annotations

import inspect
import keyword
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from treatycli import options, show
from treatycli.answers import OK, WRONG, DataError, Problem
from treatycli.commands import COMMANDS, GROUPS
from treatycli.options import ANY, NONE, ONE, SOME, Command, Option, Style
from treatycli.requests import answer, request_of
from treatycli.show.screen import Screen

# Click's classes, through typer: some releases of typer carry a click of their own.
UsageError: Any = typer.BadParameter.__mro__[1]
ClickException: Any = typer.BadParameter.__mro__[2]
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 96}

INTRODUCTION = """\
treaty: the mine-ban treaty (Ottawa Convention, 1997), answered in your terminal.
Words, states, dates and figures, each with its source. Offline.

  treaty define stockpiling      what a word means, plainly and in law
  treaty country lithuania       what a state did, and where it stands
  treaty timeline                what happened, from 1992 to today
  treaty claims 160 states       whether a figure met in print is right

All commands: treaty --help
"""


class UnknownCommandError(UsageError):  # type: ignore[misc]
    """A first word that is no command; perhaps a term or a state."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(f"there is no command {words[0]!r}")
        self.words = words


class Group(TyperGroup):
    """The commands, listed by what they are for; an unknown one is met with what was meant."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for group in GROUPS:
            rows = [(name, self.commands[name].get_short_help_str(70)) for name in _in_group(group)]
            with formatter.section(group):
                formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise UnknownCommandError(args)
        return super().resolve_command(ctx, args)


def _in_group(group: str) -> list[str]:
    """Return the first words of a group's commands, in the order of the table."""
    return list(dict.fromkeys(c.name.split()[0] for c in COMMANDS.values() if c.group == group))


def parser(screen: Screen, today: str, arguments: Sequence[str] | None = None) -> Any:
    """Return the option parser of all commands; what it reads is answered on the screen.

    Where `arguments` are given, only what they name gets its options: those of all are half of a help's time.
    """
    app = typer.Typer(
        name="treaty",
        add_completion=False,
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
    )
    subgroups: dict[str, typer.Typer] = {}
    for command in COMMANDS.values():
        first, _, last = command.name.rpartition(" ")
        if first and first not in subgroups:
            subgroups[first] = typer.Typer(
                rich_markup_mode=None,
                no_args_is_help=True,
                context_settings=SETTINGS,
                pretty_exceptions_enable=False,
            )
            about = "The data package itself: info, check, export, path."
            app.add_typer(subgroups[first], name=first, help=about)
        asked = arguments is None or command.name.split()[0] in arguments
        _add(subgroups.get(first, app), last, command, screen, today, asked=asked)
    app.callback(invoke_without_command=True, help=_ABOUT)(_whole(screen, today))
    return typer.main.get_command(app)


_ABOUT = "The mine-ban treaty, answered in your terminal: words, states, dates, each with its source."


def _whole(screen: Screen, today: str) -> Callable[..., None]:
    def treaty(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option("--version", help="Show the versions and stop.")] = False,
    ) -> None:
        if version or ctx.invoked_subcommand is None:
            status = show.write(_versions() if version else _introduction(today), Style(), screen)
            raise typer.Exit(status or OK)

    return treaty


def _introduction(today: str) -> str:
    """Return what `treaty` alone says: examples, and how the treaty stands as far as is known."""
    from treatycli import status
    from treatycli.package import open_package
    from treatycli.show.blocks import until_when
    from treatycli.topics import known, standing
    from treatycli.vocabulary import FORMER, MINE_BAN, NOT_ESTABLISHED

    package = open_package()
    known_to = known.known_to(package)
    statuses = [row.status for row in standing.rows_on(package, MINE_BAN, today)]
    bound, left = sum(s in status.BOUND for s in statuses), statuses.count(FORMER)
    more = statuses.count(NOT_ESTABLISHED)
    parties = f"{bound} States Parties" + (f" (of {more} more it is not established)" if more else "")
    until = until_when(known_to, package.as_of)
    return f"{INTRODUCTION}\nOn {today}: {parties}, {left} have left.\n{until}\n"


def _versions() -> str:
    """Return the line that `treaty --version` prints: both versions and the date of the latest document."""
    from treatycli import __version__
    from treatycli.package import open_package

    package = open_package()
    return f"treaty {__version__}, data {package.version} as of {package.as_of}\n"


def _add(group: typer.Typer, last: str, command: Command, screen: Screen, today: str, *, asked: bool) -> None:
    """Add a command to a group: its words, its own options, those of the output; or its name alone."""

    def run(**given: Any) -> None:
        words = given.pop("words", None) or ()
        words = (words,) if isinstance(words, str) else tuple(words)
        values = {o.name: given[_name(o)] for o in command.all_options}
        values = {name: value for name, value in values.items() if value not in (None, False)}
        try:
            request = request_of(command, words, values)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
        raise typer.Exit(answer(request, screen, today))

    parameters = [_words(command)] if asked and command.takes != NONE else []
    parameters += [_parameter(option, today) for option in command.all_options if asked]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    examples = "\n".join(f"  {line}" for line in command.examples)
    about = f"\b\nExamples:\n{examples}\n\n{command.summary}"
    if command.detail:
        about += f"\n\n{command.detail}"
    for option in command.options:
        if option.choices and option.choices not in (o.choices for o in options.OUTPUT):
            about += f"\n\n\b\nValues of --{option.name}:\n" + "\n".join(f"  {c}" for c in option.choices)
    group.command(last, help=about, short_help=command.summary)(run)


def _words(command: Command) -> inspect.Parameter:
    kind: Any = list[str] if command.takes in (SOME, ANY) else str
    if command.takes not in (SOME, ONE):
        kind |= None
    annotation = Annotated[kind, typer.Argument(metavar=command.metavar, show_default=False)]
    default = inspect.Parameter.empty if command.takes in (SOME, ONE) else None
    return inspect.Parameter("words", inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _parameter(option: Option, today: str) -> inspect.Parameter:
    labels = [f"--{option.name}"] + (["-f"] if option.name == "format" else [])
    if option.kind == "flag":
        annotation: Any = Annotated[bool, typer.Option(*labels, help=option.help)]
    else:
        annotation = Annotated[
            Any,
            typer.Option(*labels, parser=_reader(option, today), metavar=option.metavar, help=option.help),
        ]
    return inspect.Parameter(
        _name(option),
        inspect.Parameter.KEYWORD_ONLY,
        annotation=annotation,
        default=False if option.kind == "flag" else None,
    )


def _name(option: Option) -> str:
    """Return an option's name as a Python name: `in` is a word of the language, `in_` is not."""
    return option.name.replace("-", "_") + ("_" if keyword.iskeyword(option.name) else "")


def _reader(option: Option, today: str) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        try:
            return options.read(option, text, today)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None

    return parse


def run(arguments: Sequence[str], screen: Screen, today: str) -> int:
    """Parse arguments and answer; return the exit status. A usage error is one line and WRONG."""
    style = style_of(arguments)
    if screen.stdout is None:
        return show.write("", style, screen) or WRONG
    try:
        commands = parser(screen, today, arguments)
        status = commands.main(args=list(arguments), prog_name="treaty", standalone_mode=False)
        screen.stdout.flush()
    except UsageError as error:
        return show.complain(usage_problem(error, screen.environ.get("TREATY_DATA") or None), style, screen)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except ClickException as error:
        problem = Problem("usage", error.format_message(), "See: treaty --help", (), WRONG)
        return show.complain(problem, style, screen)
    except SystemExit:  # Typer's answer to a reader that left
        screen.forget()
        return OK
    except BrokenPipeError:
        screen.forget()
        return OK
    except OSError as error:
        screen.forget()
        message = f"the answer cannot be written: {error.strerror or error}"
        return show.complain(
            Problem("cannot-write", message, "Give it an open file or pipe", (), WRONG), style, screen
        )
    return status if isinstance(status, int) else OK


def style_of(arguments: Sequence[str]) -> Style:
    """Return the style of a problem with arguments: JSON where options ask for it; a word `json` does not."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=False)
    asked = any(
        word in ("--json", "--format=json", "--format=jsonl")
        or (word in ("--format", "-f") and following in ("json", "jsonl"))
        for word, following in pairs
    )
    return Style(format="json" if asked else None)


def usage_problem(error: Any, overlay: str | None = None) -> Problem:
    """Return what was wrong with the arguments, and what to do; `overlay` is laid over our tables."""
    if isinstance(error, UnknownCommandError):
        return _unknown(error, overlay)
    message = error.format_message().rstrip(".")
    message = message[:1].lower() + message[1:]
    place = error.ctx.command_path if error.ctx else "treaty"
    hint = f"See: {place} --help"
    if error.__class__.__name__ == "NoSuchOption":
        from treatycli.guesses import OPTIONS

        meant = OPTIONS.get(error.option_name.lstrip("-"))
        hint = f"Write {meant}. {hint}" if meant else hint
        hint += ". A word that begins with - stands behind --"
    return Problem("usage", message, hint, (), WRONG)


def _unknown(error: Any, overlay: str | None) -> Problem:
    """Return the problem with a first word that is no command: a command misspelt, or a name as it may be."""
    from treatycli import bare, guesses, spelling
    from treatycli.topics import misses

    known = list(dict.fromkeys(name.split()[0] for name in COMMANDS))
    word, *rest = error.words
    if meant := guesses.WORDS.get(word.casefold()):
        suggestion = " ".join(("treaty", meant, *map(misses.quote, rest)))
        return Problem("no-such-command", error.format_message(), "Did you mean:", (suggestion,), WRONG)
    near = spelling.near_commands(word, known)
    try:
        named = bare.meant(bare.words_of(error.words), overlay)
    except DataError:  # said by whatever command is meant
        named = None
    if named and not near:
        return named
    suggestions = tuple(" ".join(("treaty", name, *map(misses.quote, rest))) for name in near)
    suggestions += named.suggestions[:2] if named and not rest else ()
    hint = "Did you mean:" if suggestions else "See: treaty --help"
    return Problem("no-such-command", error.format_message(), hint, suggestions, WRONG)
