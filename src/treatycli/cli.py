"""The option parser: Typer declarations only. Parse, ask a lookup, show.

Each command function returns the words and keywords of its lookup; `command` adds the options that
shape the output, the same for all. A docstring is the command's help, and its examples lead.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from treatycli import checks, dates, lookups, show
from treatycli.__main__ import answer
from treatycli.answers import WRONG, Problem
from treatycli.help import EXAMPLES, PANELS

# Click's classes, through typer: some releases of typer carry a click of their own.
UsageError: Any = typer.BadParameter.__mro__[1]
ClickException: Any = typer.BadParameter.__mro__[2]
Asked = tuple[Sequence[str], dict[str, object]]


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


app = typer.Typer(
    name="treaty",
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)


@app.callback(invoke_without_command=True)
def treaty(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the versions and stop.")] = False,
) -> None:
    """The mine-ban treaty, answered in your terminal: words, states, dates, each with its source."""
    from treatycli import help as texts

    if version:
        raise typer.Exit(show.write(texts.version(), show.Screen.real()))
    if ctx.invoked_subcommand is None:
        raise typer.Exit(show.write(texts.INTRODUCTION, show.Screen.real()))


def _day(text: str) -> str:
    text = dates.today() if text == "today" else text
    if not dates.is_day(text):
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2025-06-27")
    return text


def _date(text: str) -> str:
    text = dates.today() if text == "today" else text
    if not dates.is_date(text) or "/" in text:
        raise typer.BadParameter(f"{text!r} is not a date; write it as 2025-06-27, 2025-06 or 2025")
    return text


def _year(text: str) -> str:
    if not (len(text) == 4 and dates.is_date(text)):
        raise typer.BadParameter(f"{text!r} is not a year; write it as 2024")
    return text


def _one_of(known: Sequence[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in known:
            raise typer.BadParameter(f"{text!r} is none of {', '.join(known)}")
        return text

    return parse


def _fields(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        parser=_one_of(show.FORMATS),
        metavar="FORMAT",
        help="table, text, json, jsonl, csv, tsv or md. Default: table on a terminal, text otherwise.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
FieldsOption = Annotated[
    Any, typer.Option("--fields", parser=_fields, metavar="A,B", help="Only these fields, in this order.")
]
FieldOption = Annotated[
    str | None, typer.Option("--field", metavar="NAME", help="The bare value of one field.")
]
HeadersOption = Annotated[bool, typer.Option("--no-headers", help="No header line.")]
ColorOption = Annotated[
    str,
    typer.Option(
        "--color", parser=_one_of(("auto", "always", "never")), metavar="WHEN", help="auto, always or never."
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


def _style(given: dict[str, Any]) -> tuple[show.Style, str | None]:
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


def command(function: Callable[..., Asked]) -> Callable[..., Asked]:
    """Register a command under its function's name, with the output options added to its own."""
    name = function.__name__.rstrip("_").replace("_", "-")

    def run(**given: Any) -> None:
        style, data = _style(given)
        words, asked = function(**given)
        asked = {key: value for key, value in asked.items() if value is not None}
        raise typer.Exit(answer(name, words, asked, style, data))

    own = list(inspect.signature(function, eval_str=True).parameters.values())
    added = [
        inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)
        for option, kind, default in OUTPUT
    ]
    run.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*own, *added)}
    described = inspect.getdoc(function) or ""
    examples = "\n".join(f"  {line}" for line in EXAMPLES[name])
    app.command(name, help=f"\b\nExamples:\n{examples}\n\n{described}", short_help=described.split("\n")[0])(
        run
    )
    return function


Term = Annotated[list[str], typer.Argument(metavar="TERM...", show_default=False)]
Name = Annotated[list[str], typer.Argument(metavar="NAME...", show_default=False)]
Exact = Annotated[bool, typer.Option("--exact", help="Never read a misspelling as something else.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", parser=_day, metavar="DATE", help="The day asked about: 2025-06-27. Default: today."
    ),
]


ClaimWords = Annotated[list[str] | None, typer.Argument(metavar="[WORDS...]", show_default=False)]
ArticleWords = Annotated[list[str] | None, typer.Argument(metavar="[N]", show_default=False)]
SourceWords = Annotated[list[str] | None, typer.Argument(metavar="[ID | WORDS...]", show_default=False)]


@command
def define(term: Term, exact: Exact = False) -> Asked:
    """Say what a word means, plainly and in law, with its articles and sources.

    Several words need no quotes. A TERM of - reads names from standard input, one a line.
    """
    return term, {"exact": exact or None}


@command
def terms(
    category: Annotated[
        str | None,
        typer.Option(
            parser=_one_of(checks.CATEGORIES), metavar="NAME", help=f"One of {', '.join(checks.CATEGORIES)}."
        ),
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="N", help="Only terms of this article: 5.")] = None,
) -> Asked:
    """List the glossary, one term a line."""
    return (), {"category": category, "article": article}


@command
def country(name: Name, as_of: AsOf = None, exact: Exact = False) -> Asked:
    """Show what a state did and where it stands: its status on a day, and how it got there.

    Names in many languages and ISO codes are understood. A NAME of - reads names from standard
    input, one a line.
    """
    return name, {"as_of": as_of, "exact": exact or None}


@command
def timeline(
    since: Annotated[
        str | None,
        typer.Option(parser=_date, metavar="DATE", help="From this date: 2025-06-27, 2025-06 or 2025."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(parser=_date, metavar="DATE", help="Up to this date, included.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Only events of this state.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            parser=_one_of(checks.EVENT_KINDS),
            metavar="KIND",
            help=f"One of {', '.join(checks.EVENT_KINDS)}.",
        ),
    ] = None,
    as_of: AsOf = None,
) -> Asked:
    """List what happened, in order of time."""
    return (), {"since": since, "until": until, "country": country, "kind": kind, "as_of": as_of}


@command
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", show_default=False)],
    in_: Annotated[
        Any,
        typer.Option(
            "--in",
            parser=_fields,
            metavar="A,B",
            help="Where: terms, states, articles, events, facts, claims.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="At most so many hits. Default: 20.")
    ] = None,
) -> Asked:
    """Find words in everything: terms, states, articles, events, facts and claims, best first."""
    return words, {"tables": in_, "limit": limit}


@command
def facts(
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Only facts about this state.")] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            parser=_one_of(checks.TOPICS), metavar="TOPIC", help=f"One of {', '.join(checks.TOPICS)}."
        ),
    ] = None,
    year: Annotated[
        str | None, typer.Option(parser=_year, metavar="YEAR", help="Only facts dated in this year: 2024.")
    ] = None,
    world: Annotated[bool, typer.Option("--world", help="Only facts about the world, not a state.")] = False,
) -> Asked:
    """List sourced facts, newest first; where sources disagree, every value is shown."""
    return (), {"country": country, "topic": topic, "year": year, "world": world or None}


@command
def claims(words: ClaimWords = None) -> Asked:
    """Check a figure or statement met in print: confirmed, imprecise or wrong, and what is right.

    Lists the claims that hold all the WORDS; without WORDS all of them.
    """
    return words or (), {}


@command
def article(
    number: ArticleWords = None,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="Compute the article's deadline for this state.")
    ] = None,
    as_of: AsOf = None,
) -> Asked:
    """Say what an article of the Convention says, in plain words; without N list all of them."""
    return number or (), {"country": country, "as_of": as_of}


@command
def source(words: SourceWords = None) -> Asked:
    """Show a source by its id, and what rests on it; other words list the sources that hold them."""
    return words or (), {}


def run(arguments: Sequence[str]) -> int:
    """Parse arguments and answer; return the exit status. Usage errors are one line and WRONG."""
    screen = show.Screen.real()
    try:
        status = typer.main.get_command(app).main(
            args=list(arguments), prog_name="treaty", standalone_mode=False
        )
        sys.stdout.flush()
    except UsageError as error:
        as_json = "--json" in arguments or "json" in arguments
        return show.complain(_usage_problem(error), screen, as_json=as_json)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except ClickException as error:
        return show.complain(Problem("usage", error.format_message(), "", (), WRONG), screen, as_json=False)
    return status if isinstance(status, int) else 0


def _usage_problem(error: Any) -> Problem:
    message = " ".join(error.format_message().split()).rstrip(".")
    message = message[:1].lower() + message[1:]
    if isinstance(error, UnknownCommandError):
        return _unknown(error)
    place = error.ctx.command_path if error.ctx else "treaty"
    return Problem("usage", message, f"See: {place} --help", (), WRONG)


def _unknown(error: UnknownCommandError) -> Problem:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    from treatycli import names, tables
    from treatycli.lookups import misses

    typed = error.words[0]
    near = process.extract(typed, list(lookups.PLAIN), scorer=OSA.distance, score_cutoff=2, limit=3)
    suggestions = [f"treaty {name}" for name, _, _ in near]
    try:
        package = tables.open_package()
        for table in ("states", "terms"):
            found = names.resolve(package, " ".join(error.words), table)
            if isinstance(found, names.Found):
                suggestions.append(misses.paste(package, found.key))
    except tables.DataError:
        pass
    hint = "Did you mean:" if suggestions else "See: treaty --help"
    return Problem("no-such-command", error.format_message(), hint, tuple(suggestions), WRONG)
