"""What only a process of its own can show: closed and full streams, signals, real terminals, encodings."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from calls import DATED, OTHERS, SILENT, TEXT
from conftest import COMMAND, DAY, ROOT, process, run

EVERYTHING = {**DATED, **OTHERS}
SAMPLE = {name: EVERYTHING[name] for name in ("define", "country", "countries", "gloss", "data path", "help")}
"""A page, a list, a text that is read, a bare text, the option parser: the ways in which an answer is written."""
BARE = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
if "PYTHONPATH" in os.environ:
    BARE["PYTHONPATH"] = os.path.abspath(os.environ["PYTHONPATH"])


def shell(arguments, ending, *, before="", env=None):
    """Run the command in a shell that redirects its streams; return the completed process."""
    line = before + " ".join(f"'{part}'" for part in [*COMMAND, *arguments]) + " " + ending
    return subprocess.run(
        ["bash", "-c", line], input=TEXT.encode(), capture_output=True, check=False, timeout=60,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


def on_terminal(arguments, env):
    """Run a command on a pseudo-terminal; return what it shows and its exit status."""
    main, other = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, *arguments], stdin=subprocess.PIPE, stdout=other, stderr=subprocess.PIPE,
        env={**BARE, "TERM": "xterm-256color", "COLUMNS": "60", "LANG": "C.UTF-8", "PAGER": "cat", **env},
    )  # fmt: skip
    os.close(other)
    child.stdin.write(TEXT.encode())
    child.stdin.close()
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
    child.wait(30)
    complaints = child.stderr.read()
    child.stderr.close()
    os.close(main)
    assert b"Traceback" not in complaints
    return shown.decode("utf-8", "replace").replace("\r\n", "\n"), child.returncode


# 1 and 2. Streams and exit status


def test_a_process_gives_the_bytes_that_a_run_in_process_gives():
    for name in ("country", "countries"):
        done = process(*DATED[name], "--json")
        ran = run(*DATED[name], "--json")
        assert (done.returncode, done.stdout, done.stderr.decode()) == tuple(ran)


@pytest.mark.parametrize("name", SAMPLE)
def test_a_reader_that_leaves_early_is_success(name):
    child = subprocess.Popen(
        [*COMMAND, *SAMPLE[name]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    child.stdout.close()
    try:
        child.stdin.write(TEXT.encode())
        child.stdin.close()
    except BrokenPipeError:
        pass
    complaints = child.stderr.read()
    child.stderr.close()
    assert child.wait(60) == 0
    assert all(line.startswith(b"treaty: Known to") for line in complaints.splitlines())


def test_a_reader_that_takes_a_line_and_leaves_is_success_under_the_default_of_the_signal():
    done = shell(["facts", "--json"], "| head -c 10; exit ${PIPESTATUS[0]}")
    assert (done.returncode, len(done.stdout), done.stderr) == (0, 10, b"")


@pytest.mark.parametrize("name", SAMPLE)
@pytest.mark.parametrize("ending", [">/dev/full", ">&-"])
def test_a_full_disk_or_closed_stdout_is_exit_2_and_one_line(name, ending):
    done = shell(SAMPLE[name], ending)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(b"treaty: the answer cannot be written")


def test_an_answer_that_cannot_be_written_is_json_for_a_program():
    (line,) = shell(["terms", "--json"], ">/dev/full").stderr.splitlines()
    assert json.loads(line)["error"]["code"] == "cannot-write"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_on_the_way_is_exit_2(tmp_path, unbuffered):
    ending = f"> {tmp_path / 'answer'}"
    done = shell(
        ["facts", "--format", "csv"], ending, before="ulimit -f 100; ", env={"PYTHONUNBUFFERED": unbuffered}
    )
    assert done.returncode == 2
    assert (tmp_path / "answer").stat().st_size <= 102_400
    assert done.stderr.startswith(b"treaty: the answer cannot be written")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_does_not_block_gets_all_or_the_command_fails(unbuffered):
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    child = subprocess.Popen(
        [*COMMAND, "facts", "--format", "csv"], stdout=writer, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )  # fmt: skip
    os.close(writer)
    _, complaints = child.communicate(timeout=60)
    os.close(reader)
    assert child.returncode == 2
    assert complaints.startswith(b"treaty: the answer cannot be written")


def wait_until_it_waits(child):
    """Return when a process waits for more: a signal between two of its calls would not end the second."""
    stat, waits = Path(f"/proc/{child.pid}/stat"), 0
    while waits < 5 and child.poll() is None and stat.exists():
        state = stat.read_text().rpartition(")")[2].split()[0]
        waits = waits + 1 if state == "S" else 0
        time.sleep(0.01)


def test_an_interrupt_is_130_without_a_traceback(tmp_path):
    fifo = tmp_path / "text"
    os.mkfifo(fifo)
    child = subprocess.Popen([*COMMAND, "gloss", str(fifo)], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    with open(fifo, "wb") as writer:  # opens when the command has opened it to read
        writer.write(b"landmines ")
        writer.flush()
        wait_until_it_waits(child)
        child.send_signal(signal.SIGINT)
        _, complaints = child.communicate(timeout=30)
    assert (child.returncode, complaints) == (130, b"")


def test_an_interrupt_while_modules_are_imported_is_130():
    code = (
        "import builtins, sys\nreal = builtins.__import__\n"
        "def interrupted(name, *a, **k):\n"
        "    if name.startswith('treatycli.package'): raise KeyboardInterrupt\n"
        "    return real(name, *a, **k)\n"
        "from treatycli.__main__ import main\nbuiltins.__import__ = interrupted\n"
        "sys.argv = ['treaty', 'country', 'peru']\nsys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


# 7. Any terminal


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "latin-1"},
        {"TERM": "dumb"},
        {"HOME": "/nonexistent"},
        {},
    ],
    ids=["c-locale", "c-locale-in-utf-8-mode", "latin-1", "dumb", "no-home", "utf-8"],
)
def test_a_poor_terminal_shows_all_without_a_traceback(env):
    for name in ("country", "map", "gloss"):
        shown, status = on_terminal(DATED[name], {"NO_COLOR": "1", **env})
        assert status == 0
        assert max(map(len, shown.splitlines())) <= 60
        assert shown.strip()


def test_a_terminal_in_the_c_locale_gets_no_sign_beyond_ascii():
    shown, status = on_terminal(DATED["country"], {"NO_COLOR": "1", "LC_ALL": "C"})
    assert (status, shown.isascii()) == (0, True)
    shown, status = on_terminal(DATED["country"], {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"})
    assert (status, shown.isascii()) == (0, False)


def test_a_real_terminal_gets_colour_and_a_page_of_its_own_width():
    shown, status = on_terminal(DATED["country"], {})
    assert status == 0
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert plain[1].startswith("LEFT the Convention on 27 December 2025")


def test_json_is_utf_8_whatever_the_locale():
    done = process("country", "cote", "d'ivoire", "--json", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout.decode("utf-8"))["name"].startswith("Côte d")


def test_arguments_of_no_encoding_are_missed_in_words():
    done = process("define", os.fsdecode(b"\xff\xfe"), env={"PYTHONUTF8": "1"})
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    done.stderr.decode("utf-8")


# 9. No network, no writes; the same bytes

ALL = """
import io, sys, os
events = []
def watch(event, args):
    if event.startswith("socket.") or event in ("os.remove", "os.rename", "os.mkdir", "subprocess.Popen", "os.system"):
        events.append((event, args))
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        events.append((event, args))
sys.addaudithook(watch)
from treatycli import ask
from treatycli.show.screen import Screen
import hashlib, json
for arguments in json.loads(sys.argv[1]):
    for terminal in (False, True):
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        out.isatty = lambda: terminal
        stdin = io.TextIOWrapper(io.BytesIO(sys.argv[2].encode()), encoding="utf-8")
        sys.stdout = out
        status = ask.run(arguments, Screen(stdin, out, io.StringIO(), {"COLUMNS": "80", "PAGER": "cat"}), sys.argv[3])
        sys.stdout = sys.__stdout__
        out.flush()
        print(" ".join(arguments), status, hashlib.sha256(out.buffer.getvalue()).hexdigest())
if events: sys.exit(f"a socket, a write or a process: {events}")
"""


def everything_in_one_process(where, **env):
    """Run all commands in one process that listens to what they do; return a line for each."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", ALL, json.dumps(list(EVERYTHING.values())), TEXT, DAY],
        capture_output=True, cwd=where, check=False, env={**os.environ, **BARE, **env}, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_command_opens_a_socket_starts_a_process_or_writes_and_all_give_the_same_bytes(tmp_path):
    one = everything_in_one_process(tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LANG="C")
    other = everything_in_one_process("/", PYTHONHASHSEED="77", TZ="America/Lima", LANG="fr_FR.UTF-8")
    assert one == other
    assert list(tmp_path.iterdir()) == []


# 10. No traceback


@pytest.mark.parametrize("name", [*SAMPLE, "data check"])
def test_it_runs_with_an_empty_environment_and_no_stdin(name):
    line = "exec " + " ".join(f"'{part}'" for part in [*COMMAND, *EVERYTHING[name]]) + " <&-"
    path = [f"{key}={value}" for key, value in BARE.items()]
    done = subprocess.run(["env", "-i", *path, "bash", "-c", line], capture_output=True, check=False)
    assert done.returncode == (2 if name == "gloss" else 0), done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout or name in (*SILENT, "gloss")


def test_an_unexpected_error_is_one_line_and_exit_2():
    code = (
        "import sys\nfrom treatycli import ask\n"
        "def broken(*a): raise RuntimeError('a \\x1b[31mfault')\n"
        "ask.run = broken\nfrom treatycli.__main__ import main\nsys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    (line,) = done.stderr.splitlines()
    assert done.returncode == 2
    assert line.startswith(b"treaty: unexpected error: RuntimeError: a ")
    assert b"\x1b" not in line
    debug = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        env={**os.environ, "TREATY_DEBUG": "1"},
    )
    assert b"Traceback" in debug.stderr


def test_the_module_and_the_script_are_the_same_command():
    script = os.path.join(os.path.dirname(sys.executable), "treaty")
    if not os.path.exists(script):
        pytest.skip("the package is not installed in this environment")
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'treaty = "treatycli.__main__:command"' in text
    for arguments in (["--version"], ["define", "stockpiling", "--json"], ["country", "nowhere"]):
        said = [
            subprocess.run([*start, *arguments], capture_output=True, check=False)
            for start in ([script], [sys.executable, "-m", "treatycli"], COMMAND)
        ]
        assert len({(done.returncode, done.stdout, done.stderr) for done in said}) == 1
        assert said[0].stdout or said[0].returncode == 1


def test_a_stream_that_fails_only_at_the_end_is_left_to_the_interpreter():
    code = (
        "import sys\nfrom treatycli import ask\n"
        "def late(*a): sys.stdout.write('an answer\\n'); return 0\n"
        "ask.run = late\nfrom treatycli.__main__ import command\ncommand()"
    )
    start, env = [sys.executable, "-c", code], {**os.environ, "PYTHONUNBUFFERED": ""}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(start, stdout=full, stderr=subprocess.PIPE, check=False, env=env)
    assert done.returncode == 120  # of Python: its standard output could not be flushed
    assert subprocess.run(start, capture_output=True, check=True, env=env).stdout == b"an answer\n"
