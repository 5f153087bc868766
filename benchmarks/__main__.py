"""Print what the commands cost as ratios to `python -c pass`: `python -m benchmarks [ROUNDS]`.

Everything is run in one go with the repetitions interleaved, so that a slow moment of the machine
hits all alike; medians are printed. Compile first: `python -m compileall -q src` and the environment.
Peers that are installed are measured too, the others named. Then peak memory, and the cost of a
lookup in tables 10 and 100 times larger.
"""

from __future__ import annotations

import os
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import large

BIN = Path(sys.executable).parent
TREATY = str(BIN / "treaty")
TEXT = (
    "Estonia, Latvia and Lithuania have left the Ottawa Convention, which bans anti-personnel mines. "
    "The notice of withdrawal takes six months; 160 states, it is said, had joined. Landmines kill.\n\n"
)
LIMITS = {
    "define (piped)": 2.2,
    "article (piped)": 2.2,
    "claims (piped)": 2.2,
    "country --json (piped)": 2.6,
    "define, misspelt (piped)": 4.5,
    "define (terminal)": 6.0,
    "country (terminal)": 6.0,
    "help": 7.0,
    "timeline (terminal)": 8.0,
    "countries (terminal)": 8.0,
    "search (terminal)": 8.0,
    "stats (terminal)": 8.0,
    "map (terminal)": 8.0,
    "completion of a word": 7.0,
}
PEERS: dict[str, tuple[str, list[str]]] = {
    "tldr --version": ("tldr", ["--version"]),
    "wn --version": ("wn", ["--version"]),
    "sdcv --version": ("sdcv", ["--version"]),
    "sqlite-utils --version": ("sqlite-utils", ["--version"]),
}


def piped(*command: str) -> float:
    """Run a command with its output in a pipe; return the seconds it took."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def on_terminal(*command: str) -> float:
    """Run a command on a pseudo-terminal of 80 columns; return the seconds it took."""
    main, other = pty.openpty()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=other, stderr=other, env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    )
    os.close(other)
    while True:
        try:
            if not os.read(main, 1 << 16):
                break
        except OSError:
            break
    process.wait()
    os.close(main)
    return time.perf_counter() - start


def cases(text: str) -> dict[str, Callable[[], float]]:
    """Return what is measured: a name, and what runs it once."""
    found: dict[str, Callable[[], float]] = {
        "python -c pass": lambda: piped(sys.executable, "-c", "pass"),
        "define (piped)": lambda: piped(TREATY, "define", "stockpiling"),
        "article (piped)": lambda: piped(TREATY, "article", "5"),
        "claims (piped)": lambda: piped(TREATY, "claims", "160", "states"),
        "country --json (piped)": lambda: piped(TREATY, "country", "lithuania", "--json"),
        "define, misspelt (piped)": lambda: piped(TREATY, "define", "stokpiling"),
        "define (terminal)": lambda: on_terminal(TREATY, "define", "stockpiling"),
        "country (terminal)": lambda: on_terminal(TREATY, "country", "lithuania"),
        "timeline (terminal)": lambda: on_terminal(TREATY, "timeline"),
        "countries (terminal)": lambda: on_terminal(TREATY, "countries"),
        "search (terminal)": lambda: on_terminal(TREATY, "search", "160", "states"),
        "stats (terminal)": lambda: on_terminal(TREATY, "stats"),
        "map (terminal)": lambda: on_terminal(TREATY, "map"),
        "gloss of 1 MB (piped)": lambda: piped(TREATY, "gloss", text),
        "help": lambda: piped(TREATY, "--help"),
        "completion of a word": lambda: piped(TREATY, "__complete", "bash", "country", "lith"),
    }
    for name, (program, arguments) in PEERS.items():
        path = shutil.which(program, path=str(BIN) + os.pathsep + os.environ["PATH"])
        if path:
            found[f"peer: {name}"] = lambda path=path, arguments=arguments: piped(path, *arguments)  # type: ignore[misc]
        else:
            sys.stdout.write(f"peer {program} is not installed\n")
    code = "import pycountry; pycountry.countries.lookup('lithuania')"
    if subprocess.run(
        [sys.executable, "-c", "import pycountry"], capture_output=True, check=False
    ).returncode:
        sys.stdout.write("peer pycountry is not installed\n")
    else:
        found["peer: a pycountry lookup"] = lambda: piped(sys.executable, "-c", code)
    return found


def peak_memory(*command: str) -> float:
    """Return the most memory in MB that a command had resident."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def interleaved(measured: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each case, all run in turn, `rounds` times."""
    times: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(rounds):
        for name, once in measured.items():
            times[name].append(once())
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as directory:
        text = Path(directory, "text.txt")
        text.write_text(TEXT * (1_000_000 // len(TEXT)), "utf-8")
        medians = interleaved(cases(str(text)), rounds)
        base = medians.pop("python -c pass")
        sys.stdout.write(f"\nratios to python -c pass, medians of {rounds}\n")
        for name, seconds in medians.items():
            limit = LIMITS.get(name)
            told = f"   at most {limit}" + ("" if seconds / base <= limit else "  MISSED") if limit else ""
            sys.stdout.write(f"  {name:28} {seconds / base:6.2f}{told}\n")
        for name, command in {
            "define (piped)": ("define", "stockpiling"),
            "country --json (piped)": ("country", "lithuania", "--json"),
            "gloss of 1 MB": ("gloss", str(text)),
        }.items():
            sys.stdout.write(f"  peak memory, {name:28} {peak_memory(TREATY, *command):6.1f} MB\n")
        large.main(Path(directory), TREATY, rounds=max(5, rounds // 3))


if __name__ == "__main__":
    main()
