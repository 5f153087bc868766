"""Compiles the tables into the index that `tables.Index` reads: sorted lines, found by bisection.

Run when the wheel or the editable install is built (`hatch_build.py`), by `tools/seal.py` and by
`treaty data export`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from binascii import crc32

from treatycli import loading, tables
from treatycli.records import ROWS, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.loading import Table


def compile_index(directory: str, contents: dict[str, Table], meta: dict[str, str]) -> str:
    """Write the index of the tables that lie in `directory`; return its path.

    `contents` and `meta` are what `loading.read_package` read from there.
    """
    head = [tables.MAGIC.decode().rstrip("\n")]
    for name in sorted([loading.DESCRIPTOR, *(table + ".csv" for table in contents)]):
        with open(os.path.join(directory, name), "rb") as file:
            data = file.read()
        head.append(f"file\t{name}\t{len(data)}\t{crc32(data)}")
    body = b""
    for name, rows in {**loading.sections(contents, meta), **loading.words_section(contents)}.items():
        block = b"".join(_line(key, cells) for key, cells in rows)
        head.append(f"section\t{name}\t{len(body)}\t{len(body) + len(block)}\t{crc32(block)}")
        body += block
    path = os.path.join(directory, tables.INDEX)
    with open(path, "wb") as file:
        file.write("\n".join(head).encode() + b"\n\n" + body)
    return path


def write_package(directory: str, contents: dict[str, Table], meta: dict[str, str]) -> list[str]:
    """Write tables, descriptor, checksums and index into a directory; return the file names.

    The descriptor is the bundled one with this package's name, title, version and date. Raises OSError.
    """
    with open(os.path.join(tables.BUNDLED, loading.DESCRIPTOR), encoding="utf-8") as file:
        described = {**json.load(file), **meta}
    files = {f"{row.TABLE}.csv": _csv(row, contents[row.TABLE]) for row in ROWS}
    files[loading.DESCRIPTOR] = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    files[loading.SUMS] = "".join(
        f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(files.items())
    )
    for name, text in files.items():
        with open(os.path.join(directory, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
    compile_index(directory, contents, meta)
    return [*files, tables.INDEX]


def _csv(row: type[Row], table: Table) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(row.FIELDS)
    writer.writerows(line.cells for _, line in sorted(table.items()))
    return out.getvalue()


def _line(key: str, cells: list[str]) -> bytes:
    line = "\t".join([key, *cells]).encode()
    return line + b"\t%08x\n" % crc32(line)
