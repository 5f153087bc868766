"""A typical call of every command, made from its first example in the table of commands."""

from __future__ import annotations

import re
import shlex

from conftest import DAY, FIXTURE

from treatycli.commands import COMMANDS
from treatycli.options import Command

TEXT = "Estonia left the Ottawa Convention. Landmines kill civilians; 160 states agreed.\n"
"""What is given to a command that reads a text."""
WRITES = ("data export",)
"""Commands that write files; they have tests of their own."""
SILENT = ("data check",)
"""Commands that have nothing to say when all is well."""
PASTED = ("annotate", "cite", "schema", "completion", "data path")
"""Answers that are texts of their own, to be pasted or run: never wrapped, never a table."""


def words_of(example: str) -> list[str]:
    """Return the arguments of an example, those of the last `treaty` in a pipeline or substitution."""
    last = re.split(r"(?:^|[(|] ?)treaty ", example)[-1]
    return shlex.split(re.split(r"[)|<>]", last)[0])


def typical(command: Command, *, dated: bool = False) -> list[str]:
    """Return the arguments of the command's first example; files give way to standard input.

    `dated` adds the day where the command takes one, for a process that would read the clock. The tables
    that are checked are the small ones: `test_tables.py` checks ours.
    """
    if command.name == "data check":
        return ["data", "check", str(FIXTURE)]
    arguments = ["-" if "." in word and command.reads else word for word in words_of(command.examples[0])]
    return [*arguments, "--as-of", DAY] if dated and command.dated else arguments


CALLS = {name: typical(command) for name, command in COMMANDS.items() if name not in WRITES}
DATED = {name: typical(command, dated=True) for name, command in COMMANDS.items() if name not in WRITES}
OTHERS = {
    "help": ["--help"],
    "help of a command": ["country", "--help"],
    "version": ["--version"],
    "introduction": [],
}
"""What else prints."""
EXAMPLES = [
    words_of(example)
    for command in COMMANDS.values()
    for example in command.examples
    if command.name not in WRITES
]
