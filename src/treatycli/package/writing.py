"""Writes a package: tables, descriptor, checksums, index. One writer, for `data export` and tools/seal.py.

The schema in `datapackage.json` is made from the records: a new column is a field of its record.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os

from treatycli.package import checks
from treatycli.package.descriptor import DESCRIPTOR
from treatycli.package.directory import SUMS
from treatycli.package.files import write_files
from treatycli.package.index import BUNDLED, INDEX, encode
from treatycli.package.sections import sections
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatycli.package.rows import Meta, Table, Tables
    from treatycli.values import Row

DESCRIPTIONS = {
    "str | None": "empty where not known or not applicable",
    "int | None": "empty where not known or not applicable",
    "tuple[str, ...]": "a list, separated by semicolons",
}


def package_files(tables: Tables, about: Mapping[str, object]) -> dict[str, bytes]:
    """Return the files of a package, name to content: its tables, descriptor and checksums.

    `about` is what the descriptor says of the package but for its resources: name, title, version ...
    """
    files = {f"{row.TABLE}.csv": csv_of(row, tables[row.TABLE]) for row in ROWS}
    described = {**about, "resources": [resource(row) for row in ROWS]}
    files[DESCRIPTOR] = (json.dumps(described, indent=2, ensure_ascii=False) + "\n").encode()
    sums = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    files[SUMS] = "".join(sums).encode()
    return files


def write_package(directory: str, tables: Tables, meta: Meta) -> list[str]:
    """Write a package of its own into a directory, all of it or none; return the file names.

    Its descriptor is ours with the name, title, version and dates in `meta`. Raises OSError.
    """
    with open(os.path.join(BUNDLED, DESCRIPTOR), encoding="utf-8") as file:
        about = {**json.load(file), "not_known": [], **meta}
    if "not_known" in meta:
        about["not_known"] = meta["not_known"].split("\n")
    files = package_files(tables, about)
    write_files(directory, files)
    return [*files]


def compile_index(directory: str, tables: Tables, meta: Meta) -> str:
    """Write the index of the tables that lie in a directory; return its path. Raises OSError."""
    files = {}
    for name in (DESCRIPTOR, *(f"{row.TABLE}.csv" for row in ROWS)):
        with open(os.path.join(directory, name), "rb") as file:
            files[name] = file.read()
    write_files(directory, {INDEX: encode(files, sections(tables, meta))})
    return os.path.join(directory, INDEX)


def csv_of(row: type[Row], table: Table) -> bytes:
    """Return a table as CSV, its rows sorted by key, its columns as in the record."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(row.FIELDS)
    writer.writerows(line.cells for _, line in sorted(table.items()))
    return out.getvalue().encode()


def resource(row: type[Row]) -> dict[str, object]:
    """Return a table's Frictionless resource, made from its record."""
    return {
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


def _field(row: type[Row], name: str, kind: str) -> dict[str, object]:
    field: dict[str, object] = {"name": name, "type": "integer" if kind.startswith("int") else "string"}
    if kind in DESCRIPTIONS:
        field["description"] = DESCRIPTIONS[kind]
    constraints: dict[str, object] = {}
    if row.is_required(name) and not kind.startswith("tuple"):
        constraints["required"] = True
    words = checks.vocabulary(row.TABLE, name, kind)
    if words:
        constraints["enum"] = list(words)
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
        if table == row.TABLE and row.FIELDS.get(field) == "str":
            key = next(other.KEY[0] for other in ROWS if target == other.TABLE)
            keys.append({"fields": [field], "reference": {"resource": target, "fields": [key]}})
    return keys
