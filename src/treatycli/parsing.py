"""The frame of the option parser: output options, value parsers, registration, usage errors.

`cli.py` declares the commands; what they share is here, so that an option means the same everywhere.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from treatycli import dates, show
from treatycli.answers import WRONG, Problem
from treatycli.help import EXAMPLES, PANELS

# Click's classes, through typer: some releases of typer carry a click of their own.
UsageError: Any = typer.BadParameter.__mro__[1]
ClickException: Any = typer.BadParameter.__mro__[2]


class Group(TyperGroup):
    """The commands, listed by what they are for; an unknown one is met with what was meant."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for panel, names in PANELS.items():
            with formatter.section(panel):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(70)) for name in names])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise UnknownCommandError(args)
        return super().resolve_command(ctx, args)


class UnknownCommandError(UsageError):  # type: ignore[misc]
    """A first word that is no command; perhaps a term or a state."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(f"there is no command {words[0]!r}")
        self.words = words


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 96}


def day(text: str) -> str:
    """Return a day (`2025-06-27`, or `today`); typer.BadParameter if it does not exist."""
    text = dates.today() if text == "today" else text
    if not dates.is_day(text):
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2025-06-27")
    return text


def date(text: str) -> str:
    """Return a date to the day, month or year, or today's; typer.BadParameter if it is none."""
    text = dates.today() if text == "today" else text
    if not dates.is_date(text) or "/" in text:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2025-06-27, 2025-06 or 2025")
    return text


def year(text: str) -> str:
    """Return a year of four digits; typer.BadParameter if it is none."""
    if not (len(text) == 4 and dates.is_date(text)):
        raise typer.BadParameter(f"{text!r} is not a year; write it as 2024")
    return text


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """Return a parser that takes one of the known words and lists them for any other."""

    def parse(text: str) -> str:
        if text not in known:
            raise typer.BadParameter(f"{text!r} is none of {', '.join(known)}")
        return text

    return parse


def names_list(text: str) -> tuple[str, ...]:
    """Return the names of a list `a,b`."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        parser=one_of(show.FORMATS),
        metavar="FORMAT",
        help="table, text, json, jsonl, csv, tsv or md. Default: table on a terminal, text otherwise.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
FieldsOption = Annotated[
    Any, typer.Option("--fields", parser=names_list, metavar="A,B", help="Only these fields, in this order.")
]
FieldOption = Annotated[
    str | None, typer.Option("--field", metavar="NAME", help="The bare value of one field.")
]
HeadersOption = Annotated[bool, typer.Option("--no-headers", help="No header line.")]
ColorOption = Annotated[
    str,
    typer.Option(
        "--color", parser=one_of(("auto", "always", "never")), metavar="WHEN", help="auto, always or never."
    ),
]
PagerOption = Annotated[bool, typer.Option("--pager", help="Show through a pager, on a terminal.")]
DataOption = Annotated[
    str | None,
    typer.Option("--data", metavar="DIR", help="Lay the tables in DIR over ours. Also: TREATY_DATA."),
]
OUTPUT: tuple[tuple[str, Any, Any], ...] = (
    ("format", FormatOption, None),
    ("json", JsonOption, False),
    ("fields", FieldsOption, None),
    ("field", FieldOption, None),
    ("no_headers", HeadersOption, False),
    ("color", ColorOption, "auto"),
    ("pager", PagerOption, False),
    ("data", DataOption, None),
)


def style_of(given: dict[str, Any]) -> tuple[show.Style, str | None]:
    """Take the output options out of what was given; return the style and the overlay's directory."""
    options = {name: given.pop(name) for name, _, _ in OUTPUT}
    if options["json"] and options["format"] not in (None, "json"):
        raise typer.BadParameter(f"--json and --format {options['format']} are two formats; give one")
    style = show.Style(
        format="json" if options["json"] else options["format"],
        fields=options["fields"] or (),
        field=options["field"],
        headers=not options["no_headers"],
        color=options["color"],
        pager=options["pager"],
    )
    return style, options["data"]


def register(group: typer.Typer, name: str, function: Callable[..., Any], run: Callable[..., None]) -> None:
    """Add a command to a group: its own parameters, then the output options."""
    own = list(inspect.signature(function, eval_str=True).parameters.values())
    added = [
        inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)
        for option, kind, default in OUTPUT
    ]
    run.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*own, *added)}
    group.command(name.split()[-1], help=described(name, function), short_help=short(function))(run)


def described(name: str, function: Callable[..., Any]) -> str:
    """Return the help of a command: its examples, then what its docstring says."""
    examples = "\n".join(f"  {line}" for line in EXAMPLES[name])
    return f"\b\nExamples:\n{examples}\n\n{inspect.getdoc(function)}"


def short(function: Callable[..., Any]) -> str:
    """Return the first line of a function's docstring."""
    return (inspect.getdoc(function) or "").split("\n")[0]


def usage_problem(error: Any) -> Problem:
    """Return what was wrong with the arguments, as one line and what to do."""
    message = " ".join(error.format_message().split()).rstrip(".")
    message = message[:1].lower() + message[1:]
    if isinstance(error, UnknownCommandError):
        return _unknown(error)
    place = error.ctx.command_path if error.ctx else "treaty"
    return Problem("usage", message, f"See: {place} --help", (), WRONG)


def _unknown(error: UnknownCommandError) -> Problem:
    from treatycli import names, spelling
    from treatycli.answers import DataError
    from treatycli.lookups import misses
    from treatycli.package import open_package

    near = spelling.near_commands(error.words[0], [n for names_ in PANELS.values() for n in names_])
    suggestions = [f"treaty {name}" for name in near]
    try:
        package = open_package()
        for table in ("states", "terms"):
            found = names.resolve(package, " ".join(error.words), table)
            if isinstance(found, names.Found):
                suggestions.append(misses.paste(package, found.key))
    except DataError:
        pass
    hint = "Did you mean:" if suggestions else "See: treaty --help"
    return Problem("no-such-command", error.format_message(), hint, tuple(suggestions), WRONG)
