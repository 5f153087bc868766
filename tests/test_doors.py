"""The plain reader and the option parser are two doors to one room: same bytes, status and notes.

Command lines, good and bad, are drawn from the table of commands. Whatever the plain reader takes, the
option parser takes too, and answers alike.
"""

from __future__ import annotations

import pytest
from calls import CALLS, EXAMPLES, TEXT, WRITES
from conftest import DAY, MANY, run, screen_of, through
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from treatycli import ask, cli
from treatycli.commands import COMMANDS
from treatycli.options import Option

WORDS = ["stockpiling", "stokpiling", "lithuania", "lithuana", "congo", "korea", "notice", "of", "withdrawal", "5",
         "1", "UN", "xx", "", " ", "Côte", "[bold]", "\x1b[31m", "160", "states", "preamble", "LTU", "-", "--", "-x",
         "define", "json"]  # fmt: skip
VALUES = {
    "text": ["fr", "europe", "name", "x", ""],
    "directory": ["/nowhere"],
    "state": ["finland", "finlnd", "korea", ""],
    "language": ["fr", "lt,FR", "German", "xx", ""],
    "group": ["nato", "NATO", "no-group"],
    "list": ["id", "name,status", "nope", ","],
    "day": ["2025-06-27", "2025-02-29", "today", "2025"],
    "date": ["2025", "2025-06", "2025-06-27", "2025-06-27/2025-07-01", "x"],
    "year": ["2024", "24"],
    "count": ["1", "5", "0", "-1", "x"],
}


def text_for(option: Option) -> st.SearchStrategy[str]:
    """Return texts for an option's value, good and bad."""
    if option.choices:
        wrong = ["x", "", option.choices[0].upper(), option.choices[0].replace(" ", "-"), "--json"]
        wrong += [option.choices[0][:2], option.choices[-1][:3]]
        several = [",".join(option.choices[:2])]
        return st.sampled_from([*option.choices, *wrong, *several])
    return st.sampled_from([*VALUES[option.kind], "--json", "-"])


@st.composite
def asked(draw: st.DrawFn, option: Option) -> list[str]:
    """Draw an option as it may be typed: whole, shortened, with `=`, or with its value missing."""
    label = f"--{option.name}"
    if option.name == "format" and draw(st.booleans()):
        label = "-f"
    if draw(st.integers(0, 9)) == 0:
        label = label[:-1]
    if option.kind == "flag":
        return [label + draw(st.sampled_from(["", "", "", "", "=1"]))]
    text = draw(text_for(option))
    shape = draw(st.integers(0, 9))
    return [label] if shape == 0 else [f"{label}={text}"] if shape < 4 else [label, text]


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """Draw a command line: a command, its words and options in any order, some twice."""
    command = COMMANDS[draw(st.sampled_from(sorted(set(COMMANDS) - set(WRITES))))]
    options = draw(st.lists(st.sampled_from(command.all_options), max_size=3))
    typical = CALLS[command.name][len(command.name.split()) :]
    words = draw(st.one_of(st.just(typical), st.lists(st.sampled_from(WORDS), max_size=3)))
    groups = [draw(asked(option)) for option in options] + [[word] for word in words]
    return [*command.name.split(), *(word for group in draw(st.permutations(groups)) for word in group)]


def both(arguments: list[str], *, terminal: bool = False):
    """Return what each door makes of arguments that both take."""
    plain = run(*arguments, stdin=TEXT, terminal=terminal)
    return plain, through(cli.run, arguments, screen_of(TEXT, terminal=terminal))


@settings(
    max_examples=MANY or 80, deadline=None, derandomize=not MANY, database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)  # fmt: skip
@example(["country", "lithuania", "--as-of", "today", "--json"])
@example(["countries", "--status", "party, not yet in force,former party"])
@example(["gloss"])
@example(["search", "mine", "--in", "states"])
@given(command_lines())
def test_both_doors_give_the_same_bytes_status_and_notes(arguments):
    assume(ask.read(arguments, DAY) is not None)
    plain, parsed = both(arguments)
    assert plain == parsed


@pytest.mark.parametrize("arguments", EXAMPLES, ids=" ".join)
def test_every_example_goes_through_the_plain_door_and_gives_what_the_other_gives(arguments):
    assert ask.read(arguments, DAY) is not None
    plain, parsed = both(arguments, terminal=True)
    assert plain == parsed


@pytest.mark.parametrize(
    "arguments",
    [
        ["define", "--exac", "x"], ["define"], ["data"], ["data", "nowhere"], ["--version"], ["quux"], [],
        ["define", "mine", "--as-of", "2025-01-01"], ["timeline", "--since", "x"], ["countries", "finland"],
        ["map", "--format", "--json"], ["define", "mine", "--json=1"], ["article", "5", "--"], ["country", "--help"],
        ["define", "x", "--field", "a", "--fields", "b"], ["completion", "bash", "zsh"], ["-h"],
    ],
)  # fmt: skip
def test_help_abbreviations_and_mistakes_are_left_to_the_option_parser(arguments):
    assert ask.read(arguments, DAY) is None
    assert run(*arguments).status in (0, 2)


@settings(max_examples=MANY or 100, deadline=None, derandomize=not MANY, database=None)
@given(command_lines())
def test_any_command_line_is_answered_missed_or_refused_in_words(arguments):
    ran = run(*arguments, stdin=TEXT)
    assert ran.status in (0, 1, 2)
    assert ran.status == 0 or ran.err.startswith(("treaty: ", '{"error"'))
