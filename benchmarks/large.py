"""How the cost of a lookup grows with the tables: packages 10 and 100 times as large."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from treatycli import indexing, loading, tables

GROWING = ("terms", "forms", "sources", "facts", "events", "claims")


def generate(directory: Path, times: int) -> None:
    """Write a package whose large tables hold every row `times` times, under keys of their own."""
    directory.mkdir()
    for path in Path(tables.BUNDLED).glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        if path.stem in GROWING:
            names = [header.index(name) for name in ("id", "term_id", "term", "form") if name in header]
            rows = [
                [cell + (f"-copy{copy}" if copy and i in names else "") for i, cell in enumerate(row)]
                for copy in range(times)
                for row in rows
            ]
        with (directory / path.name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
    descriptor = Path(tables.BUNDLED, loading.DESCRIPTOR).read_text("utf-8")
    (directory / loading.DESCRIPTOR).write_text(json.dumps(json.loads(descriptor)), "utf-8")


def main(directory: Path, treaty: str, rounds: int) -> None:
    """Print the ratio of a lookup in large packages to one in ours, with an index and as CSV alone."""
    from benchmarks.__main__ import interleaved, peak_memory, piped

    for times in (10, 100):
        package = directory / f"times{times}"
        generate(package, times)
        asked = ("env", f"TREATY_DATA={package}", treaty, "define", "stockpiling")
        overlay = interleaved({"csv": lambda a=asked: piped(*a)}, 1)["csv"]  # type: ignore[misc]
        indexing.compile_index(str(package), *loading.read_package(str(package)))
        medians = interleaved(
            {
                "ours": lambda: piped("env", "TREATY_DATA=", treaty, "define", "stockpiling"),
                "large": lambda a=asked: piped(*a),  # type: ignore[misc]
            },
            rounds,
        )
        sys.stdout.write(
            f"  tables x {times}: define with an index {medians['large'] / medians['ours']:.2f} times ours, "
            f"{peak_memory(*asked):.0f} MB; as CSV alone {overlay / medians['ours']:.1f} times\n"
        )
