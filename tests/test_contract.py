"""The contract for scripts, line by line (docs/scripting.md), held for every command."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time

import jsonschema
import pytest
from commands import CALLS, TEXT, everything
from conftest import ROOT

from treatycli.show.schema import schema
from treatycli.show.shapes import SHAPES

FORMATS = ("text", "json", "jsonl", "csv", "tsv", "md")
COMMAND = [sys.executable, "-m", "treatycli"]
BARE = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
SILENT = ("data check",)
"""Commands that have nothing to say when all is well."""
PASTED = ("gloss annotate", "cite")
"""Answers that are texts of their own, to be pasted: never wrapped, never a table."""
ESCAPES = re.compile(r"\x1b")
KEYS = json.loads((ROOT / "tests" / "keys.json").read_text("utf-8"))


def run(arguments, *, env=None, **options):
    return subprocess.run(
        [*COMMAND, *arguments],
        input=TEXT.encode(),
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=60,
        check=False,
        **options,
    )


def on_terminal(arguments, columns=80, env=None, stdin=TEXT):
    """Run a command on a pseudo-terminal; return what it shows and its exit status."""
    main, other = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=other,
        stderr=subprocess.PIPE,
        env={**BARE, "TERM": "xterm-256color", "COLUMNS": str(columns), "LANG": "C.UTF-8", **(env or {})},
    )
    os.close(other)
    process.stdin.write(stdin.encode())
    process.stdin.close()
    shown = b""
    while True:
        ready, _, _ = select.select([main], [], [], 30)
        try:
            data = os.read(main, 1 << 16) if ready else b""
        except OSError:
            break
        if not data:
            break
        shown += data
    process.wait(30)
    process.stderr.close()
    os.close(main)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n"), process.returncode


def test_every_command_has_a_typical_call():
    assert set(CALLS) == set(SHAPES) - {"data export"}


# 1. Streams


@pytest.mark.parametrize("name", everything())
def test_stdout_carries_the_answer_and_stderr_nothing_when_all_is_well(name):
    done = run(everything()[name])
    assert done.returncode == 0, done.stderr
    assert done.stdout or name in SILENT
    assert b"Traceback" not in done.stderr


def test_notes_suggestions_and_errors_go_to_stderr(treaty):
    for arguments in (["define", "zzzz"], ["country", "korea"], ["timeline", "--since", "x"], ["nonsense"]):
        done = treaty(*arguments)
        assert done.stdout == ""
        assert done.stderr.startswith("treaty: ")


# 2. Exit status


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["define", "stockpiling"], 0), (["define", "qqqq"], 1), (["country", "korea"], 1),
        (["define"], 2), (["define", "--no-such"], 2), (["country", "x", "--as-of", "y"], 2),
        (["define", "mine", "--fields", "nope"], 2), (["define", "mine", "--data", "/nowhere"], 2),
        (["define", "mine", "--json", "--format", "csv"], 2), (["gloss", "/nowhere"], 2), (["quux"], 2),
        (["timeline", "--since", "2090"], 0), (["country", "russia"], 0),
    ],
)  # fmt: skip
def test_the_exit_status_tells_found_missing_and_wrong(treaty, arguments, status):
    done = treaty(*arguments)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", everything())
def test_a_reader_that_leaves_early_is_success(name):
    process = subprocess.Popen(
        [*COMMAND, *everything()[name]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    try:
        process.stdin.write(TEXT.encode())
        process.stdin.close()
    except BrokenPipeError:
        pass
    complaints = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), complaints) == (0, b"")


@pytest.mark.parametrize("name", [n for n in everything() if n not in SILENT])
@pytest.mark.parametrize("where", ["/dev/full", "&-"])
def test_a_full_disk_or_closed_stdout_is_exit_2_and_one_line(name, where):
    line = " ".join(f"'{part}'" for part in [*COMMAND, *everything()[name]]) + f" > {where}".replace(
        "> &", ">&"
    )
    done = subprocess.run(["bash", "-c", line], input=TEXT.encode(), stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(b"treaty: the answer cannot be written")


def test_an_interrupt_is_130_without_a_traceback(tmp_path):
    fifo = tmp_path / "text"
    os.mkfifo(fifo)
    process = subprocess.Popen([*COMMAND, "gloss", str(fifo)], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    with open(fifo, "wb") as writer:
        writer.write(b"landmines ")
        writer.flush()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in complaints


def test_an_interrupt_while_modules_are_imported_is_130():
    code = (
        "import builtins, sys\nreal = builtins.__import__\n"
        "def interrupted(name, *a, **k):\n"
        "    if name.startswith('treatycli.tables'): raise KeyboardInterrupt\n"
        "    return real(name, *a, **k)\n"
        "from treatycli.__main__ import main\nbuiltins.__import__ = interrupted\n"
        "sys.argv = ['treaty', 'define', 'mine']\nsys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


# 3. Formats


@pytest.mark.parametrize("name", CALLS)
def test_json_is_one_valid_document_that_meets_its_schema(name):
    done = run([*CALLS[name], "--json"])
    jsonschema.validate(json.loads(done.stdout), schema(name), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", CALLS)
def test_keys_are_only_ever_added(name):
    found = json.loads(run([*CALLS[name], "--json"]).stdout)
    (first, *_) = found if isinstance(found, list) and found else [found]
    if first:
        assert set(KEYS[name]) <= set(first), "a key that scripts rely on is gone"


@pytest.mark.parametrize("name", CALLS)
def test_every_format_agrees_on_the_number_of_records(name):
    whole = json.loads(run([*CALLS[name], "--json"]).stdout)
    records = whole if isinstance(whole, list) else [whole]
    lines = run([*CALLS[name], "--format", "jsonl"]).stdout.decode().splitlines()
    assert [json.loads(line) for line in lines] == records
    rows = list(csv.reader(io.StringIO(run([*CALLS[name], "--format", "csv"]).stdout.decode())))
    assert len(rows) == len(records) + 1 or not records
    assert all(len(row) == len(rows[0]) for row in rows)
    if records:
        assert rows[0] == list(records[0])


@pytest.mark.parametrize("name", [n for n in CALLS if n not in PASTED])
def test_markdown_is_a_table_that_github_renders(name):
    lines = run([*CALLS[name], "--format", "md"]).stdout.decode().splitlines()
    assert re.fullmatch(r"\|( --- \|)+", lines[1])
    cells = [len(re.findall(r"(?<!\\)\|", line)) for line in lines]
    assert len(set(cells)) == 1


def test_fields_choose_and_order_and_an_unknown_one_lists_them(treaty):
    done = treaty("timeline", "--since", "2026", "--fields", "title,date", "--format", "csv")
    assert done.stdout.splitlines()[0] == "title,date"
    assert treaty("timeline", "--fields", "title,date", "--format", "tsv", "--no-headers").stdout.count("\t")
    wrong = treaty("timeline", "--fields", "title,nope")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "date, end_date, kind" in wrong.stderr


def test_field_gives_bare_values(treaty):
    assert treaty("define", "unmas", "--field", "term").stdout == "UN Mine Action Service (UNMAS)\n"
    assert treaty("country", "latvia", "--field", "withdrawal_effective").stdout == "2025-12-27\n"
    assert treaty("country", "russia", "--field", "signed").stdout == "\n"


def test_sources_are_whole_objects_and_versions_are_present(treaty):
    entry = json.loads(treaty("define", "stockpiling", "--json").stdout)
    assert {"as_of", "data_version", "matched"} <= set(entry)
    assert all({"id", "title", "publisher", "url"} <= set(source) for source in entry["sources"])


def test_json_is_real_utf_8_whatever_the_locale():
    done = run(["country", "cote", "d'ivoire", "--json"], env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert "Côte d’Ivoire" in done.stdout.decode("utf-8") or "Côte d'Ivoire" in done.stdout.decode("utf-8")


# 4. No wrong guess (see also test_names.py)


def test_a_misspelling_is_answered_and_said_in_both_places(treaty):
    done = treaty("define", "stokpiling", "--json")
    assert json.loads(done.stdout)["matched"] == "spelling"
    assert "no exact match" in done.stderr
    assert treaty("define", "--exact", "stokpiling").returncode == 1


# 5. Absence is an answer


def test_never_signed_is_an_answer_and_no_such_country_is_not(treaty):
    assert treaty("country", "china").returncode == 0
    assert treaty("country", "ruritania").returncode == 1


# 6. Colour


@pytest.mark.parametrize("name", CALLS)
def test_a_pipe_gets_no_colour_even_if_it_is_forced(name):
    assert not ESCAPES.search(run(CALLS[name], env={"FORCE_COLOR": "1"}).stdout.decode())


@pytest.mark.parametrize(
    ("env", "options", "coloured"),
    [
        ({}, [], True), ({"NO_COLOR": "1"}, [], False), ({"TERM": "dumb"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True), ({}, ["--color", "never"], False),
        ({"NO_COLOR": ""}, [], True),
    ],
)  # fmt: skip
def test_colour_is_for_terminals_and_can_be_refused(env, options, coloured):
    shown, status = on_terminal([*CALLS["country"], *options], env=env)
    assert status == 0
    assert bool(ESCAPES.search(shown)) is coloured


# 7. Any terminal


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal_and_no_date_is_cut(name, columns):
    shown, status = on_terminal(CALLS[name], columns, {"NO_COLOR": "1"})
    assert status == 0
    if name not in PASTED:
        assert max(map(len, shown.splitlines())) <= columns
    assert "…" not in shown


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"TERM": "dumb"},
        {"HOME": "/nonexistent"},
    ],
    ids=["c-locale", "latin-1", "dumb", "no-home"],
)
def test_a_poor_terminal_shows_all_without_a_traceback(name, env):
    shown, status = on_terminal(CALLS[name], 60, {"NO_COLOR": "1", **env})
    assert status == 0
    assert "Traceback" not in shown
    assert shown.strip()


# 8. Any bytes

HOSTILE = [
    "\x1b[31mred",
    "a\x07b",
    "\u202eevil",
    "[bold]x[/]",
    "[/]",
    "\udcff",
    "%s{0}",
    "a" * 5000,
    "\u200b",
]


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize("name", ["define", "country", "search", "claims", "article", "source", "cite"])
def test_no_control_or_direction_character_comes_back(name, word):
    done = subprocess.run(
        [*COMMAND, name, os.fsencode(word)],
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    said = (done.stdout + done.stderr).decode("utf-8", "strict")
    assert done.returncode in (0, 1, 2)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]", said)
    assert "Traceback" not in said


def test_brackets_are_text_on_a_terminal(tmp_path):
    shown, _ = on_terminal(["search", "[bold]mine[/bold]", "--limit", "1"])
    assert "Traceback" not in shown
    assert "mine" in shown.lower()


# 9. No network, no writes; the same bytes


@pytest.mark.parametrize("name", everything())
def test_no_command_opens_a_socket_or_writes_a_file(name, tmp_path):
    code = (
        "import sys\n"
        "def watch(event, args):\n"
        "    if event.startswith('socket.') and event != 'socket.__new__': raise SystemExit(event)\n"
        "    if event == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+'):\n"
        "        if args[0] not in ('/dev/null',): raise SystemExit(f'write: {args}')\n"
        "    if event in ('os.remove', 'os.rename', 'os.mkdir'): raise SystemExit(f'write: {event} {args}')\n"
        "sys.addaudithook(watch)\nfrom treatycli.__main__ import run\nsys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, *everything()[name]],
        input=TEXT.encode(), capture_output=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", everything())
def test_the_same_question_gives_the_same_bytes(name, tmp_path):
    first = run(everything()[name], env={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C"})
    other = run(
        everything()[name],
        env={"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LANG": "fr_FR.UTF-8"},
        cwd=tmp_path,
    )
    assert first.stdout == other.stdout


# 10. No traceback


@pytest.mark.parametrize("name", everything())
def test_it_runs_with_an_empty_environment_and_no_stdin(name):
    arguments = [a for a in everything()[name] if a != "-"] if "gloss" not in name else everything()[name]
    line = "exec " + " ".join(f"'{part}'" for part in [*COMMAND, *arguments]) + " <&-"
    done = subprocess.run(
        ["env", "-i", f"PATH={os.environ['PATH']}", "bash", "-c", line], capture_output=True, check=False
    )
    assert done.returncode == (2 if "gloss" in name else 0), done.stderr
    assert b"Traceback" not in done.stderr


def test_errors_are_one_line_or_json_with_a_stable_code(treaty):
    for arguments, code in (
        (["define", "qqqq"], "not-found"),
        (["define", "lithuania"], "other-command"),
        (["country", "korea"], "ambiguous"),
        (["country", "x", "--as-of", "tomorrow"], "usage"),
        (["define", "mine", "--fields", "x"], "unknown-field"),
        (["define", "mine", "--data", "/nowhere"], "bad-data"),
        (["gloss", "/nowhere"], "system"),
        (["lithuania"], "no-such-command"),
    ):
        done = treaty(*arguments, "--json")
        (line,) = done.stderr.splitlines()
        assert json.loads(line)["error"]["code"] == code
        plain = treaty(*arguments).stderr.splitlines()
        assert plain[0].startswith("treaty: ")
        assert all(line.startswith("  treaty ") for line in plain[1:])


# 11. Python and shell users alike


@pytest.mark.parametrize(
    "name", [["--help"], ["-h"], *([*n.split()[:2], "--help"] for n in CALLS if n != "gloss annotate")]
)
def test_help_leads_with_examples_and_fits_100_columns(name, treaty):
    done = treaty(*name, env={"COLUMNS": "200"})
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 100
    if len(name) > 1:
        assert lines[2].strip() == "Examples:"
        assert lines[3].strip().startswith("treaty ")


def test_the_command_alone_says_what_it_is_with_three_examples(treaty):
    done = treaty()
    assert done.returncode == 0
    assert len([line for line in done.stdout.splitlines() if line.startswith("  treaty ")]) == 3


# The document


def test_each_line_of_the_contract_names_the_tests_that_hold_it():
    text = (ROOT / "docs" / "scripting.md").read_text("utf-8")
    promises = re.findall(
        r"^\d+\. .*?(?=^\d+\. |\Z)", text.partition("## The contract")[2].partition("\n## ")[0], re.M | re.S
    )
    assert len(promises) == 11
    defined = {
        found
        for path in (ROOT / "tests").glob("test_*.py")
        for found in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    for promise in promises:
        named = re.findall(r"`(test_\w+)`", promise)
        assert named, promise
        assert set(named) <= defined, set(named) - defined
