"""What every command promises (docs/scripting.md), each promise a function of a command and its arguments.

`test_contract.py` holds them for every row of the table of commands, `test_growing.py` asks it to for a
command that is added as CONTRIBUTING.md says.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from typing import Any

import jsonschema
from calls import PASTED, SILENT, TEXT
from conftest import DAY, run, run_fixture, screen_of
from rich.cells import cell_len

from treatycli import ask, requests
from treatycli.commands import COMMANDS
from treatycli.show import machine
from treatycli.show.schema import schema

ESCAPE = re.compile(r"\x1b(?:\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
NAMES = ("name", "short_name", "title", "term", "short")
WIDTHS = (20, 40, 80, 200, 400)


def answered(arguments: list[str]) -> Any:
    """Return the answer behind arguments, as the lookups give it."""
    request = ask.read(arguments, DAY)
    assert request, f"{arguments} is not a well-formed command line"
    return requests.look_up(request, screen_of(TEXT), DAY)


def stdout_is_the_answer(name: str, arguments: list[str]) -> None:
    """Stdout carries the answer; stderr notes, each a line that begins with the tool's name."""
    for terminal in (False, True):
        ran = run(*arguments, stdin=TEXT, terminal=terminal)
        assert ran.status == 0, ran.err
        assert ran.out or name in SILENT
        assert "Traceback" not in ran.err
        assert all(line.startswith("treaty: ") for line in ran.err.splitlines())


def json_meets_its_schema(name: str, arguments: list[str]) -> None:
    """JSON is one document, an object or a list, that meets the schema that the tool prints."""
    shape = COMMANDS[name].topic().shape
    jsonschema.validate(
        run(*arguments, "--json", stdin=TEXT).json, schema(name, shape), jsonschema.Draft202012Validator
    )


def formats_agree(name: str, arguments: list[str]) -> None:
    """JSON, JSON lines, CSV, TSV and text hold the same records; CSV has one row a thing."""
    answer, topic = answered(arguments), COMMANDS[name].topic()
    whole = run(*arguments, "--json", stdin=TEXT).json
    records = whole if isinstance(whole, list) else [whole]
    assert isinstance(whole, list) is answer.many
    assert len(records) == len(answer.items)
    lines = run(*arguments, "--format", "jsonl", stdin=TEXT).lines
    assert [json.loads(line) for line in lines] == records
    things = [row for item in answer.items for row in topic.rows(item)]
    for kind, separator in (("csv", ","), ("tsv", "\t")):
        text = run(*arguments, "--format", kind, stdin=TEXT).text
        header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        assert header == list(machine.columns(topic))
        assert len(rows) == len(things)
        assert all(len(row) == len(header) for row in rows)
        if name not in PASTED:
            assert not any(cell.startswith(("{", '["')) for row in rows for cell in row), "JSON in a cell"
        bare = run(*arguments, "--format", kind, "--no-headers", stdin=TEXT).text
        assert text == separator.join(header) + "\n" + bare
    assert (
        run(*arguments, "--excel", stdin=TEXT).out
        == b"\xef\xbb\xbf" + run(*arguments, "--format", "csv", stdin=TEXT).out
    )
    if answer.many and not answer.whole:
        assert len(run(*arguments, "--format", "text", stdin=TEXT).lines) == len(records)


def markdown_is_a_page_or_a_table(name: str, arguments: list[str]) -> None:
    """A list is a table that GitHub renders; one thing is a page with a heading."""
    answer = answered(arguments)
    lines = run(*arguments, "--format", "md", stdin=TEXT).lines
    if answer.many and not answer.whole:
        assert re.fullmatch(r"\|( --- \|)+", lines[1])
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1
        assert len(lines) == len(answer.items) + 2
    elif name not in PASTED:
        assert lines[0].startswith(("# ", "|"))


def fields_choose(name: str, arguments: list[str]) -> None:
    """`--fields` chooses and orders, `--field` gives bare values, an unknown one lists those there are."""
    known = list(COMMANDS[name].topic().shape.FIELDS)
    whole = run(*arguments, "--json", stdin=TEXT).json
    records = whole if isinstance(whole, list) else [whole]
    chosen = known[::-1][:3]
    some = run(*arguments, "--json", "--fields", ",".join(chosen), stdin=TEXT).json
    some = some if isinstance(some, list) else [some]
    assert [list(record.items()) for record in some] == [[(n, r[n]) for n in chosen] for r in records]
    bare = run(*arguments, "--field", known[0], stdin=TEXT)
    if not any(isinstance(record[known[0]], list) or "\n" in str(record[known[0]]) for record in records):
        assert len(bare.lines) == len(records)
    if records or name not in SILENT:
        wrong = run(*arguments, "--fields", "nope", stdin=TEXT)
        assert (wrong.status, wrong.out) == (2, b"")
        assert ", ".join(known) in wrong.err


def a_pipe_gets_no_colour(name: str, arguments: list[str]) -> None:
    """No escape is written into a pipe, even if colour is forced."""
    assert b"\x1b" not in run(*arguments, stdin=TEXT, env={"FORCE_COLOR": "1"}).out


def colour_says_nothing(name: str, arguments: list[str]) -> None:
    """What a terminal shows with colours and links is, without them, what it shows in black and white."""
    env = {"TERM_PROGRAM": "WezTerm"}
    coloured = run(*arguments, stdin=TEXT, terminal=True, env=env).text
    plain = run(*arguments, stdin=TEXT, terminal=True, env={"NO_COLOR": "1"}).text
    assert "\x1b" not in plain
    shown = [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()]
    assert shown == [line.rstrip() for line in plain.splitlines()]


def nothing_is_cut(name: str, arguments: list[str], width: int) -> None:
    """No line is wider than the terminal, and no date or name that a wide one shows is cut."""
    shown = run(*arguments, stdin=TEXT, terminal=True, width=width, env={"NO_COLOR": "1"}).text
    if name not in PASTED:
        assert max(map(cell_len, shown.splitlines()), default=0) <= width
    assert "…" not in shown
    wide, wanted = words_when_wide(tuple(arguments))
    whole = [word for word in wanted & wide if cell_len(word) <= width - 4]
    too_long = [word for word in wide if cell_len(word) > width - 8]
    pieces = {
        p
        for p in words_of(shown) - wide
        if not (len(p) < 2 or p.isdigit() or any(p in word for word in too_long))
    }
    assert {p for p in pieces for word in whole if word.startswith(p) or word.endswith(p)} == set()


@functools.cache
def words_when_wide(arguments: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """Return the words that a wide terminal shows, and those of the dates and names that the JSON holds."""
    wide = words_of(run(*arguments, stdin=TEXT, terminal=True, width=400, env={"NO_COLOR": "1"}).text)
    return wide, {w for text in named(run(*arguments, "--json", stdin=TEXT).json) for w in words_of(text)}


def words_of(text: str) -> set[str]:
    """Return the words of a text, without the punctuation around them."""
    return {word.strip(".,;:()[]*") for word in text.split()} - {""}


def named(value: Any, key: str = "") -> set[str]:
    """Return the dates and the names that a JSON value holds."""
    if isinstance(value, dict):
        return {text for k, part in value.items() for text in named(part, k)}
    if isinstance(value, list):
        return {text for part in value for text in named(part, key)}
    if isinstance(value, str) and (key in NAMES or ISO.fullmatch(value)):
        return {value}
    return set()


def a_status_says_until_when(name: str, arguments: list[str]) -> None:
    """Where a day after the data's is asked about, no status is shown without the day it is known to."""
    for options in ([], ["--format", "text"], ["--format", "md"], ["--format", "csv"]):
        for terminal in (False, True):
            ran = run(*arguments, *options, stdin=TEXT, terminal=terminal)
            if STANDING.search(ran.text):
                told = re.sub(r"\s+", " ", ran.text + ran.err)
                assert re.search(r"Known to:? (3 February 2026|2026-02-03)|known_to", told), options
    whole = run(*arguments, "--json", stdin=TEXT)
    for record in whole.json if isinstance(whole.json, list) else [whole.json]:
        if STANDING.search(json.dumps(record, ensure_ascii=False)):
            assert (
                record.get("known_to") == "2026-02-03" or "Known to 3 February 2026" in whole.text + whole.err
            )


STANDING = re.compile(
    r"former party|withdrawal pending|not yet in force|not party|\bLEFT the Convention|\bPARTY (since|until)"
    r"|NOT A PARTY|Party since|Left the Convention|\bStatus: party|, (ahead|passed)\b"
)
"""How a page or a list says where a state stands."""


def hostile_words_come_back_clean(name: str, word: str) -> None:
    """No control or direction character of an argument is written, to a terminal or into a pipe."""
    for terminal in (False, True):
        ran = run_fixture(*name.split(), word, terminal=terminal, env={"NO_COLOR": "1"}, stdin=TEXT)
        assert ran.status in (0, 1, 2)
        assert not CONTROL.search(ran.text + ran.err)
        assert "Traceback" not in ran.err
