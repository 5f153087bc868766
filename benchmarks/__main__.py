"""Print what the commands cost as ratios to `python -c pass`: `python -m benchmarks [ROUNDS]`.

Processor time of whole processes, all cases interleaved, so that a slow moment of the machine hits all
alike; medians are printed, as the Markdown tables of docs/performance.md. Compile first:
`python -m compileall -q src` and the environment. Peers of the extra `bench` are measured where they
are installed, the others named.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import large
from benchmarks.measure import interleaved, on_terminal, peak_memory, piped

SCRIPT = Path(sys.executable).parent / "treaty"
TREATY = (str(SCRIPT),) if SCRIPT.exists() else (sys.executable, "-m", "treatycli")
ROUNDS = 15
EXAMPLES = Path(__file__).parent.parent / "examples"
TEXT = (
    "Estonia, Latvia and Lithuania have left the Ottawa Convention, which bans anti-personnel mines. "
    "The notice of withdrawal takes six months; 160 states, it is said, had joined. Landmines kill.\n\n"
)
PIPED: dict[str, tuple[str, float]] = {
    "define": ("define stockpiling", 2.2),
    "define --field": ("define stockpiling --field plain", 2.2),
    "article": ("article 5", 2.2),
    "claims": ("claims 160 states", 2.2),
    "country": ("country lithuania", 2.2),
    "country --as-of --field": ("country finland --as-of 2026-01-09 --field status", 2.2),
    "country --json": ("country lithuania --json", 2.6),
    "countries --group --format csv": ("countries --group eu --format csv", 2.2),
    "deadlines --fields": ("deadlines --fields iso3,date", 2.2),
    "timeline": ("timeline", 2.2),
    "search": ("search clearance deadline", 2.2),
    "gloss of a short text": (f"gloss {EXAMPLES / 'article.txt'}", 3),
    "a lookup with an overlay": (f"facts zambia --data {EXAMPLES / 'my-rows'}", 8),
    "completion of a word": ("__complete bash country lith", 2),
    "--help": ("--help", 7),
}
"""Piped: what is measured, its command line, and the most that it may cost."""
SHOWN: dict[str, tuple[str, float]] = {
    "define": ("define stockpiling", 8),
    "country": ("country lithuania", 8),
    "compare": ("compare estonia norway", 8),
    "search": ("search clearance deadline", 8),
    "map": ("map", 8),
    "timeline": ("timeline", 8),
    "country --full": ("country lithuania --full", 14),
    "countries": ("countries", 14),
    "timeline --all": ("timeline --all", 14),
}
"""The same on a terminal."""
PEERS: dict[str, tuple[str, str]] = {
    "tldr --version": ("tldr", "from tldr import main; main()"),
    "a state by pycountry": ("pycountry", "import pycountry; pycountry.countries.lookup('lithuania')"),
    "a state by countryinfo": (
        "countryinfo",
        "from countryinfo import CountryInfo; CountryInfo('lithuania').iso()",
    ),
    "a state by country_converter": (
        "country_converter",
        "import country_converter; country_converter.convert('lithuania', to='ISO3')",
    ),
    "sqlite-utils --version": ("sqlite_utils", "from sqlite_utils.cli import cli; cli(['--version'])"),
    "the import of wn": ("wn", "import wn"),
}
"""Peers: what is measured, the module that must be installed, and the code that does it."""

Cases = dict[str, Callable[[], float]]


def cases() -> Cases:
    """Return what is measured: a name, and what runs it once."""
    runs: Cases = {"python -c pass": lambda: piped(sys.executable, "-c", "pass")}
    for name, (line, _) in PIPED.items():
        runs[f"piped {name}"] = lambda line=line: piped(*TREATY, *line.split())  # type: ignore[misc]
    for name, (line, _) in SHOWN.items():
        runs[f"shown {name}"] = lambda line=line: on_terminal(*TREATY, *line.split())  # type: ignore[misc]
    for name, (module, code) in PEERS.items():
        if importlib.util.find_spec(module):
            start = f"import sys; sys.argv = ['{module}', '--version']; {code}"
            runs[f"peer {name}"] = lambda start=start: piped(sys.executable, "-c", start)  # type: ignore[misc]
        else:
            sys.stderr.write(f"peer {module} is not installed: pip install '.[bench]'\n")
    return runs


def table(kind: str, limits: dict[str, tuple[str, float]], medians: dict[str, float]) -> None:
    """Print one Markdown table of ratios beside their limits."""
    base = medians["python -c pass"]
    sys.stdout.write(f"\n| {kind} | ratio | at most |\n|---|---|---|\n")
    for name, (_, limit) in limits.items():
        ratio = medians[f"{kind} {name}"] / base
        missed = " (missed)" if round(ratio, 1) > limit else ""
        sys.stdout.write(f"| `{name}` | {ratio:.1f}{missed} | {limit:g} |\n")


def peers(medians: dict[str, float]) -> None:
    """Print the Markdown table of the peers that are installed."""
    base = medians["python -c pass"]
    sys.stdout.write("\n| peer | ratio |\n|---|---|\n")
    for name in PEERS:
        if seconds := medians.get(f"peer {name}"):
            sys.stdout.write(f"| {name} | {seconds / base:.1f} |\n")


def texts(where: Path) -> None:
    """Print what `gloss` costs for large texts: seconds of processor time and memory."""
    sys.stdout.write("\n| gloss, piped | seconds | at most | memory |\n|---|---|---|---|\n")
    for size, limit in ((1, 1), (20, 12)):
        text = where / "text.txt"
        text.write_text(TEXT * (size * 1_000_000 // len(TEXT)), "utf-8")
        command = (*TREATY, "gloss", str(text))
        seconds = piped(*command)
        missed = " (missed)" if seconds > limit else ""
        sys.stdout.write(
            f"| {size} MB | {seconds:.1f}{missed} | {limit} | {peak_memory(*command):.0f} MB |\n"
        )


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    medians = interleaved(cases(), rounds)
    sys.stdout.write(
        f"ratios of processor time to `python -c pass`, medians of {rounds} interleaved rounds\n"
    )
    sys.stdout.write(f"`python -c pass` itself: {medians['python -c pass'] * 1000:.0f} ms\n")
    table("piped", PIPED, medians)
    table("shown", SHOWN, medians)
    peers(medians)
    with tempfile.TemporaryDirectory() as directory:
        sys.stdout.write(
            f"\npeak memory of a piped lookup: {peak_memory(*TREATY, 'define', 'mine'):.0f} MB\n"
        )
        texts(Path(directory))
        large.main(Path(directory), max(5, rounds // 3))


if __name__ == "__main__":
    main()
