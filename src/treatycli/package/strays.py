"""Which files of a directory are tables, and which look like one and are not read."""

from __future__ import annotations

import os
import re

from treatycli.package.codes import fault
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.answers import Problem

MOST = 20
"""So many files are named; a directory of downloads would fill the screen."""
_TABULAR = (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".ods", ".numbers")
_DOUBLED = re.compile(r"(.+\.(?:csv|tsv))\.txt")


def table_files(directory: str) -> tuple[dict[str, str], list[Problem]]:
    """Return table -> file name, and a warning W503 for each file that looks like a table but is none.

    `Actions.CSV` is read as `actions.csv` is: on some disks they are one name. Raises OSError.
    """
    with os.scandir(directory) as entries:
        present = sorted(entry.name for entry in entries)
    tables = {row.TABLE + ".csv": row.TABLE for row in ROWS}
    names = {tables[name]: name for name in present if name in tables}
    strays = []
    for name in present:
        table = tables.get(name.lower())
        if table and names.setdefault(table, name) == name:
            continue
        if table:
            strays.append(fault("W503", name, 1, f"not read, {names[table]} is", f"Delete or rename {name}"))
        elif _looks_like_a_table(name):
            strays.append(_stray(name, tables))
    return names, strays[:MOST]


def _looks_like_a_table(name: str) -> bool:
    hidden = name.startswith((".", "~"))
    return not hidden and (name.lower().endswith(_TABULAR) or bool(_DOUBLED.fullmatch(name.lower())))


def _stray(name: str, tables: dict[str, str]) -> Problem:
    from difflib import get_close_matches

    stem, ending = os.path.splitext(name.lower().removesuffix(".txt"))
    words = re.sub(r"[^a-z]+", " ", stem.removeprefix("copy of ")).split()
    near = get_close_matches(words[0] if words else stem, [*tables.values()], 1, 0.75)
    if near and ending not in (".csv", ".tsv", ".tab"):
        return fault(
            "W503", name, 1, "a spreadsheet is not read", f"Save the sheet as CSV UTF-8: {near[0]}.csv"
        )
    if near:
        return fault("W503", name, 1, "no table has this name, so it is not read", f"Name it {near[0]}.csv")
    known = ", ".join(tables.values())
    return fault("W503", name, 1, "no table has this name, so it is not read", f"The tables are {known}")
