"""How the cost of a lookup grows with the tables: our package 10 and 100 times as large."""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path

from benchmarks.measure import interleaved, peak_memory, piped
from treatycli.package import BUNDLED, directory, writing
from treatycli.package.csvs import read_table
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.answers import Problem
    from treatycli.package.rows import Tables

GROWING = ("terms", "forms", "sources", "facts", "events", "claims")


def generate(package: Path, times: int) -> None:
    """Write a copy of the program whose large tables hold every row `times` times, under other keys."""
    shutil.copytree(Path(BUNDLED).parent, package / "treatycli")
    data = package / "treatycli" / "data"
    tables: Tables = {}
    problems: list[Problem] = []
    for row in ROWS:
        path = data / f"{row.TABLE}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        if row.TABLE in GROWING:
            names = [header.index(name) for name in ("id", "term_id", "term", "form") if name in header]
            rows = [
                [cell + (f"-copy{copy}" if copy and i in names else "") for i, cell in enumerate(cells)]
                for copy in range(times)
                for cells in rows
            ]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        tables[row.TABLE] = read_table(row, path.read_bytes(), problems)
    writing.compile_index(str(data), tables, directory.load().meta)


def main(where: Path, rounds: int) -> None:
    """Print the ratio of a lookup in large packages to one in ours."""
    lookup = (sys.executable, "-m", "treatycli", "define", "mine")
    sys.stdout.write("\n| tables | define, to ours | memory |\n|---|---|---|\n")
    for times in (10, 100):
        package = where / f"times{times}"
        generate(package, times)
        asked = ("env", "TREATY_DATA=", f"PYTHONPATH={package}", *lookup)
        medians = interleaved(
            {
                "ours": lambda: piped("env", "TREATY_DATA=", *lookup),
                "large": lambda a=asked: piped(*a),  # type: ignore[misc]
            },
            rounds,
        )
        ratio = medians["large"] / medians["ours"]
        sys.stdout.write(f"| {times} times | {ratio:.2f} | {peak_memory(*asked):.0f} MB |\n")
