"""The commands, declared for Typer: parse, ask a lookup, show.

Each function returns the words and keywords of its lookup. A docstring is the command's help; its
examples, in `help.py`, lead.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from treatycli import show, vocabulary
from treatycli.__main__ import answer, show_answer
from treatycli.answers import OK, WRONG, Answer, Problem
from treatycli.citing import STYLES
from treatycli.completion import SCRIPTS
from treatycli.parsing import (
    SETTINGS,
    ClickException,
    Group,
    UsageError,
    date,
    day,
    described,
    names_list,
    one_of,
    register,
    short,
    style_of,
    usage_problem,
    year,
)
from treatycli.show.shapes import SHAPES
from treatycli.status import STATUSES

Asked = tuple[Sequence[str], dict[str, object]]
app = typer.Typer(
    name="treaty",
    add_completion=False,
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)
data_app = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, context_settings=SETTINGS, pretty_exceptions_enable=False
)
app.add_typer(data_app, name="data", help="The data package itself: info, check, export, path.")


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


def command(function: Callable[..., Asked]) -> Callable[..., Asked]:
    """Register a lookup under its function's name, with the output options added to its own."""
    name = function.__name__

    def run(**given: Any) -> None:
        style, data = style_of(given)
        words, asked = function(**given)
        asked = {key: value for key, value in asked.items() if value is not None}
        raise typer.Exit(answer(name, words, asked, style, data))

    register(app, name, function, run)
    return function


def data_command(function: Callable[..., Callable[..., Answer]]) -> Callable[..., Callable[..., Answer]]:
    """Register a command of `treaty data`; what its function returns is called with the overlay."""

    def run(**given: Any) -> None:
        style, data = style_of(given)
        look_up = function(**given)
        overlay = data or os.environ.get("TREATY_DATA") or None
        raise typer.Exit(show_answer(lambda: look_up(overlay), style))

    register(data_app, f"data {function.__name__}", function, run)
    return function


Term = Annotated[list[str], typer.Argument(metavar="TERM...", show_default=False)]
Name = Annotated[list[str], typer.Argument(metavar="NAME...", show_default=False)]
Names = Annotated[list[str], typer.Argument(metavar="NAME NAME...", show_default=False)]
Exact = Annotated[bool, typer.Option("--exact", help="Never read a misspelling as something else.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", parser=day, metavar="DATE", help="The day asked about: 2025-06-27. Default: today."
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
            parser=one_of(vocabulary.CATEGORIES),
            metavar="NAME",
            help=f"One of {', '.join(vocabulary.CATEGORIES)}.",
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
        typer.Option(parser=date, metavar="DATE", help="From this date: 2025-06-27, 2025-06 or 2025."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(parser=date, metavar="DATE", help="Up to this date, included.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="Only events of this state.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            parser=one_of(vocabulary.EVENT_KINDS),
            metavar="KIND",
            help=f"One of {', '.join(vocabulary.EVENT_KINDS)}.",
        ),
    ] = None,
    as_of: AsOf = None,
) -> Asked:
    """List what happened, in order of time."""
    return (), {"since": since, "until": until, "country": country, "kind": kind, "as_of": as_of}


Treaty = Annotated[
    str | None, typer.Option(metavar="ID", help="APMBC (default), CCM, CCW, CCW-AP2, CCW-P5 or ATT.")
]


@command
def countries(
    status: Annotated[
        str | None,
        typer.Option(parser=one_of(STATUSES), metavar="STATUS", help=f"One of: {'; '.join(STATUSES)}."),
    ] = None,
    region: Annotated[str | None, typer.Option(metavar="NAME", help="A UN region or subregion.")] = None,
    treaty: Treaty = None,
    joined_after: Annotated[
        str | None, typer.Option(parser=date, metavar="DATE", help="In force for the state after this date.")
    ] = None,
    as_of: AsOf = None,
    sort: Annotated[str | None, typer.Option(metavar="FIELD", help="Sort by a field.")] = None,
) -> Asked:
    """List the states with their status on a day, one a line."""
    asked = {"wanted": status, "region": region, "joined_after": joined_after, "sort": sort}
    return (), {**asked, "treaty": treaty, "as_of": as_of}


@command
def compare(name: Names, treaty: Treaty = None, as_of: AsOf = None, exact: Exact = False) -> Asked:
    """Put states side by side, with what differs marked. Quote a name of several words."""
    return name, {"treaty": treaty, "as_of": as_of, "exact": exact or None}


@command
def stats(treaty: Treaty = None, as_of: AsOf = None) -> Asked:
    """Count parties, signatories and others, by region, and how the treaty grew."""
    return (), {"treaty": treaty, "as_of": as_of}


@command
def map(treaty: Treaty = None, as_of: AsOf = None) -> Asked:
    """Draw every state as a tile, marked by its status on a day."""
    return (), {"treaty": treaty, "as_of": as_of}


@command
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", show_default=False)],
    in_: Annotated[
        Any,
        typer.Option(
            "--in",
            parser=names_list,
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
            parser=one_of(vocabulary.TOPICS), metavar="TOPIC", help=f"One of {', '.join(vocabulary.TOPICS)}."
        ),
    ] = None,
    year: Annotated[
        str | None, typer.Option(parser=year, metavar="YEAR", help="Only facts dated in this year: 2024.")
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


@command
def gloss(
    file: Annotated[list[str] | None, typer.Argument(metavar="[FILE]", show_default=False)] = None,
    annotate: Annotated[
        bool, typer.Option("--annotate", help="Print the text itself, with marks and numbered notes.")
    ] = False,
    html: Annotated[
        bool, typer.Option("--html", help="With --annotate: as an HTML page of its own.")
    ] = False,
    encoding: Annotated[str, typer.Option(metavar="NAME", help="The encoding of the text.")] = "utf-8",
) -> Asked:
    """Make the glossary of a text: the terms, states, articles and claims that it mentions.

    Reads a FILE or standard input; plain text, Markdown or HTML. With --json every place is told by
    its character offsets and line.
    """
    return file or (), {
        "annotate": annotate or html or None,
        "page": html or None,
        "encoding": encoding,
        "tick": show.progress(file),
    }


@command
def cite(
    what: Annotated[list[str], typer.Argument(metavar="WHAT...", show_default=False)],
    style: Annotated[
        str, typer.Option(parser=one_of(STYLES), metavar="STYLE", help=f"One of {', '.join(STYLES)}.")
    ] = "text",
) -> Asked:
    """Print a ready reference to a term, state, article, event, fact, claim or source."""
    return what, {"style": style}


@data_command
def info() -> Callable[..., Answer]:
    """Say what the package holds: tables, rows, versions, dates, and what is not known."""
    from treatycli.lookups import data

    return data.info


@data_command
def check(
    directory: Annotated[str | None, typer.Argument(metavar="[DIR]", show_default=False)] = None,
) -> Callable[..., Answer]:
    """List every problem of the tables, or of the package or overlay in DIR; exit 1 if there is any."""
    from treatycli.lookups import data

    return lambda overlay: data.check(directory or overlay)


@data_command
def export(
    directory: Annotated[str, typer.Argument(metavar="DIR", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> Callable[..., Answer]:
    """Write the tables, with an overlay laid over them, as a data package of its own into DIR."""
    from treatycli.lookups import data

    return lambda overlay: data.export(directory, overlay, force=force)


def path() -> None:
    """Print the directory of the bundled tables."""
    from treatycli.package import BUNDLED

    raise typer.Exit(show.write(BUNDLED + "\n", show.Screen.real()))


def schema(
    command: Annotated[
        str, typer.Argument(metavar="COMMAND", parser=one_of([*sorted(SHAPES)]), show_default=False)
    ],
) -> None:
    """Print the JSON Schema of what a command answers with --json."""
    import json

    from treatycli.show.schema import schema as made

    raise typer.Exit(show.write(json.dumps(made(command), indent=2) + "\n", show.Screen.real()))


def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", parser=one_of([*SCRIPTS]), show_default=False)],
) -> None:
    """Print the completion script for bash, zsh or fish."""
    raise typer.Exit(show.write(SCRIPTS[shell], show.Screen.real()))


app.command("completion", help=described("completion", completion), short_help=short(completion))(completion)
data_app.command("path", help=described("data path", path), short_help=short(path))(path)
app.command("schema", help=described("schema", schema), short_help=short(schema))(schema)


def run(arguments: Sequence[str]) -> int:
    """Parse arguments and answer; return the exit status. Usage errors are one line and WRONG."""
    screen = show.Screen.real()
    as_json = any(a in ("--json", "json", "jsonl", "--format=json", "--format=jsonl") for a in arguments)
    if screen.stdout is None:
        return show.write("", screen)
    try:
        status = typer.main.get_command(app).main(
            args=list(arguments), prog_name="treaty", standalone_mode=False
        )
        screen.stdout.flush()
    except UsageError as error:
        return show.complain(usage_problem(error), screen, as_json=as_json)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except ClickException as error:
        problem = Problem("usage", error.format_message(), "See: treaty --help", (), WRONG)
        return show.complain(problem, screen, as_json=as_json)
    except SystemExit:  # Typer's answer to a reader that left
        status = show.unwritten(BrokenPipeError(), screen)
    except OSError as error:
        status = show.unwritten(error, screen)
    return status if isinstance(status, int) and status != show.GONE else OK
