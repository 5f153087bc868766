"""Sort the bundled tables, write datapackage.json and SHA256SUMS, check, and compile the index.

Run after every change to a table: `python tools/seal.py`. It never changes a cell. With `--check` it
writes nothing and exits 1 if anything would change.
"""

from __future__ import annotations

import sys
from pathlib import Path

from treatycli import __version__
from treatycli.answers import DataError, Problem
from treatycli.package import BUNDLED, directory, writing
from treatycli.package.csvs import read_table
from treatycli.package.files import read_file, write_files
from treatycli.package.rows import Tables
from treatycli.records import ROWS

VERSION = "2026.11.1"
AS_OF = "2026-03-26"
DEPOSITARY_AS_OF = "2026-02-03"

NOT_KNOWN = [
    "After 3 February 2026 no list of the depositary was seen; an undated one shows Poland out, Lebanon in.",
    "No event or fact is later than March 2026.",
    "The days of deposit and entry into force for Lebanon (mine ban) and Ecuador (Arms Trade Treaty).",
    "The texts of the notices of withdrawal, and the dates of single objections to Ukraine's suspension.",
    "Declarations, objections and territorial extensions are recorded only in part.",
    "Clearance deadlines are the last ones seen; later extensions are likely for several states.",
    "Many sources were read in excerpt; their notes say so.",
]


def about() -> dict[str, object]:
    """Return what the descriptor says of the package; its resources are made from the records."""
    return {
        "profile": "tabular-data-package",
        "name": "ottawa-convention",
        "title": "The Anti-Personnel Mine Ban (Ottawa) Convention: states, actions, terms, facts",
        "description": (
            "Who signed, joined and left the Convention and five related treaties, what happened"
            " when, what the words mean, what is known about each state, and which figures often"
            " met in print are wrong. The depositary's lists of 3 February 2026 decide the actions."
        ),
        "version": VERSION,
        "as_of": AS_OF,
        "depositary_as_of": DEPOSITARY_AS_OF,
        "not_known": NOT_KNOWN,
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "CC0 1.0 Universal",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "sources": [
            {
                "title": "United Nations Treaty Collection, status of treaties, 3 February 2026",
                "path": "https://treaties.un.org/",
            }
        ],
    }


def sealed() -> dict[str, bytes]:
    """Return the files as they must be: name to content. DataError if a table cannot be read."""
    problems: list[Problem] = []
    tables: Tables = {}
    for row in ROWS:
        data = read_file(BUNDLED, row.TABLE + ".csv", problems, trusted=True)
        tables[row.TABLE] = {} if data is None else read_table(row, data, problems)
    if problems:
        raise DataError(*problems)
    return writing.package_files(tables, about())


def main(arguments: list[str]) -> int:
    """Seal the tables, or with `--check` only compare; return the exit status."""
    stale = {name: data for name, data in sealed().items() if _differs(name, data)}
    if "--check" in arguments:
        print("\n".join(f"{name}: not sealed" for name in stale) or "sealed")
        return 1 if stale else 0
    write_files(BUNDLED, stale)
    memory, problems = directory.survey()
    print("\n".join(str(problem) for problem in problems) or "no problems")
    if any(problem.code.startswith("E") for problem in problems):
        return 1
    writing.compile_index(BUNDLED, memory.tables, memory.meta)
    print(f"treatycli {__version__}: sealed {len(stale)} changed files, data {VERSION}")
    return 0


def _differs(name: str, data: bytes) -> bool:
    path = Path(BUNDLED, name)
    return not path.exists() or path.read_bytes() != data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
