"""Runs commands and weighs them: the processor time of whole processes, and their peak memory."""

from __future__ import annotations

import os
import pty
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping


def piped(*command: str) -> float:
    """Run a command with its output in a pipe; return the processor seconds it took."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout
    with process.stdout as stream:
        stream.read()
    return _waited(process)


def on_terminal(*command: str) -> float:
    """Run a command on a terminal of 80 columns, without a pager; return the processor seconds it took."""
    main, other = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "PAGER": "cat"}
    process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment)
    os.close(other)
    try:
        while os.read(main, 1 << 16):
            pass
    except OSError:
        pass  # Linux says the end of a terminal with an error.
    os.close(main)
    return _waited(process)


def _waited(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process; return its processor seconds, user and system, children included."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def peak_memory(*command: str) -> float:
    """Return the most memory in MB that a command had resident.

    A small process of its own starts it: a child counts what its parent held when it was forked.
    """
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    shown = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(shown.stdout) / 1024


def interleaved(cases: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each case, all run in turn `rounds` times, after one for the caches."""
    runs: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, once in cases.items():
            seconds = once()
            if number:
                runs[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in runs.items()}
