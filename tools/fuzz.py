"""Coverage-guided fuzzing of the table reader and of gloss, with Atheris, for a bounded time.

    pip install atheris && python tools/fuzz.py [SECONDS]

Half of the time goes to each target. A crash is anything but DataError (tables), or
UnicodeDecodeError handled at the door (gloss): Atheris prints the input; make it a regression test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

TARGETS = ("table", "gloss", "arguments")


def fuzz(target: str) -> None:
    """Run one target until Atheris stops."""
    import atheris

    with atheris.instrument_imports():
        from treatycli import checks, gloss, html, loading, names, tables
        from treatycli.records import ROWS, Event, Term

    package = tables.open_package()

    def table(data: bytes) -> None:
        problems: list[checks.Problem] = []
        row = Term if data[:1] < b"\x80" else Event
        head = ",".join(row.FIELDS).encode() + b"\n"
        read = loading._read_table(row, "x.csv", head + data[1:], problems)
        others: checks.Tables = {other.TABLE: {} for other in ROWS}
        others[row.TABLE] = read
        list(checks.cells(others))
        list(checks.references(others))

    def text(data: bytes) -> None:
        page = data.decode("utf-8", "replace")
        for text in (gloss.Plain([page]), html.Page([page])):
            for mention in gloss.tally(package, text).first.values():
                assert 0 <= mention.start < mention.end <= len(page)

    def arguments(data: bytes) -> None:
        for word in data.decode("utf-8", "replace").split("\n")[:3]:
            names.resolve(package, word, "states")
            names.resolve(package, word, "terms")

    atheris.Setup(sys.argv, {"table": table, "gloss": text, "arguments": arguments}[target])
    atheris.Fuzz()


def main() -> int:
    """Fuzz each target for its share of the time; return 1 if one crashed."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    status = 0
    for target in TARGETS:
        with tempfile.TemporaryDirectory() as directory:
            share = f"-max_total_time={seconds // len(TARGETS)}"
            done = subprocess.run(
                [sys.executable, os.path.abspath(__file__), share, "-max_len=4096"],
                env={**os.environ, "FUZZ_TARGET": target},
                cwd=directory,
                capture_output=True,
                text=True,
                check=False,
            )
            last = [line for line in done.stderr.splitlines() if line.startswith("Done")]
            sys.stdout.write(f"{target}: exit {done.returncode}. {' '.join(last)}\n")
            if done.returncode:
                sys.stdout.write(done.stderr[-3000:])
                status = 1
    return status


if __name__ == "__main__":
    if os.environ.get("FUZZ_TARGET"):
        fuzz(os.environ["FUZZ_TARGET"])
    else:
        sys.exit(main())
