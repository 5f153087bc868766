"""Sort the bundled tables, write datapackage.json and SHA256SUMS, check, and compile the index.

Run after every change to a table: `python tools/seal.py`. It never changes a cell. With `--check` it
writes nothing and exits 1 if anything would change.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from pathlib import Path

from treatycli import __version__, checks, indexing, loading, tables
from treatycli.records import ROWS, Row

DATA = Path(tables.BUNDLED)
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

DESCRIPTIONS = {
    "str | None": "empty where not known or not applicable",
    "tuple[str, ...]": "a list, separated by semicolons",
}


def _field(row: type[Row], name: str, kind: str) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": "integer" if kind == "int" else "string"}
    if kind in DESCRIPTIONS:
        field["description"] = DESCRIPTIONS[kind]
    constraints: dict[str, object] = {}
    if kind in ("str", "bool", "int") and (row.TABLE, name) != ("names", "lang"):
        constraints["required"] = True
    vocabulary = checks.VOCABULARIES.get((row.TABLE, name))
    if vocabulary:
        constraints["enum"] = list(vocabulary)
    if name in ("iso3", "iso2"):
        constraints["pattern"] = f"[A-Z]{{{name[-1]}}}"
    if name in checks.DATES:
        day = r"\d{4}(-\d{2}(-\d{2})?)?"
        constraints["pattern"] = rf"{day}(/{day})?"
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_keys(row: type[Row]) -> list[dict[str, object]]:
    keys: list[dict[str, object]] = []
    for (table, field), target in checks.REFERENCES.items():
        if table == row.TABLE and row.FIELDS[field] == "str":
            key = next(r.KEY[0] for r in ROWS if target == r.TABLE)
            keys.append({"fields": [field], "reference": {"resource": target, "fields": [key]}})
    return keys


def descriptor() -> dict[str, object]:
    """Return the Frictionless descriptor, made from the records: one source of truth."""
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
        "resources": [
            {
                "name": row.TABLE,
                "path": f"{row.TABLE}.csv",
                "profile": "tabular-data-resource",
                "description": " ".join((row.__doc__ or "").split()),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [_field(row, name, kind) for name, kind in row.FIELDS.items()],
                    "primaryKey": list(row.KEY),
                    "foreignKeys": _foreign_keys(row),
                    "missingValues": [""],
                },
            }
            for row in ROWS
        ],
    }


def sorted_table(row: type[Row], text: str) -> str:
    """Return a CSV table sorted by its key, its cells unchanged."""
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    places = [header.index(name) for name in row.KEY]
    rows.sort(key=lambda cells: [cells[i] for i in places])
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def sealed() -> dict[str, str]:
    """Return the files as they must be: name to text."""
    files = {
        f"{row.TABLE}.csv": sorted_table(row, (DATA / f"{row.TABLE}.csv").read_text("utf-8")) for row in ROWS
    }
    files[loading.DESCRIPTOR] = json.dumps(descriptor(), indent=2, ensure_ascii=False) + "\n"
    files[loading.SUMS] = "".join(
        f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items())
    )
    return files


def main(arguments: list[str]) -> int:
    """Seal the tables, or with `--check` only compare; return the exit status."""
    stale = []
    for name, text in sealed().items():
        path = DATA / name
        if not path.exists() or path.read_bytes() != text.encode():
            stale.append(name)
            if "--check" not in arguments:
                path.write_bytes(text.encode())
    if "--check" in arguments:
        print("\n".join(f"{name}: not sealed" for name in stale) or "sealed")
        return 1 if stale else 0
    contents, meta, problems = loading.survey()
    print("\n".join(str(problem) for problem in problems) or "no problems")
    if any(problem.code.startswith("E") for problem in problems):
        return 1
    indexing.compile_index(tables.BUNDLED, contents, meta)
    print(f"treatycli {__version__}: sealed {len(stale)} changed files, data {VERSION}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
