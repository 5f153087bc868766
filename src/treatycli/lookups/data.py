"""The data package itself: what is in it, what is wrong with it, a copy of it."""

from __future__ import annotations

import json
import os

from treatycli import indexing, loading, tables
from treatycli.answers import WRONG, Answer, Problem
from treatycli.items import DataInfo, DataProblem, Exported, TableInfo
from treatycli.records import ROWS


def info(overlay: str | None = None) -> Answer:
    """Say what the package holds: tables, rows, versions, dates, and what is not known.

    Raises DataError where the package, or the directory `overlay`, is broken.
    """
    package = tables.open_package(overlay)
    directory = overlay if overlay and _is_package(overlay) else tables.BUNDLED
    with open(os.path.join(directory, loading.DESCRIPTOR), encoding="utf-8") as file:
        described = json.load(file)
    item = DataInfo(
        name=package.meta["name"],
        title=package.meta["title"],
        version=package.version,
        as_of=package.as_of,
        depositary_as_of=described.get("depositary_as_of"),
        tables=tuple(TableInfo(row.TABLE, len(package.all(row))) for row in ROWS),
        not_known=tuple(str(gap) for gap in described.get("not_known", ())),
    )
    return Answer("data info", (item,), as_of=package.as_of, data_version=package.version)


def check(directory: str | None = None) -> Answer:
    """List every problem of the bundled package, or of a package or overlay in `directory`."""
    try:
        contents, meta, found = loading.survey(directory)
    except tables.DataError as error:
        problems = tuple(_from_line(line) for line in error.problems)
    else:
        problems = tuple(DataProblem(p.file, p.line, p.code, p.message) for p in found)
        if not problems and directory is None:
            problems = _index_problems(contents, meta)
    said: tuple[Problem, ...] = ()
    if problems:
        said = (Problem("bad-data", f"{len(problems)} problems", "Codes: docs/data-checks.md"),)
    return Answer("data check", problems, many=True, problems=said)


def _from_line(line: str) -> DataProblem:
    file, number, code, message = line.split(":", 3)
    return DataProblem(file, int(number), code.strip(), message.strip())


def _index_problems(contents: dict[str, loading.Table], meta: dict[str, str]) -> tuple[DataProblem, ...]:
    """Compare the bundled index, if there is one, with the tables it was compiled from."""
    try:
        index = tables.Index(os.path.join(tables.BUNDLED, tables.INDEX))
    except (OSError, ValueError):
        return ()
    fresh = {**loading.sections(contents, meta), **loading.words_section(contents)}
    try:
        same = all(index.all(name) == [cells for _, cells in rows] for name, rows in fresh.items())
    except (tables.DataError, KeyError, UnicodeDecodeError):
        same = False
    what = "the index differs from the tables. Run: python tools/seal.py, or reinstall treatycli"
    return () if same else (DataProblem(tables.INDEX, 1, "E110", what),)


def export(directory: str, overlay: str | None = None, *, force: bool = False) -> Answer:
    """Write the package, with the overlay laid over it, as a package of its own into `directory`.

    CSV tables, `datapackage.json`, SHA256SUMS, and an index, so that it answers as fast as the
    bundled one. Refuses to write over a file unless `force`. Raises DataError, OSError.
    """
    contents, meta = loading.read_package(overlay)
    names = [*loading.names_of(ROWS), loading.DESCRIPTOR, loading.SUMS, tables.INDEX]
    there = [name for name in names if os.path.lexists(os.path.join(directory, name))]
    if there and not force:
        problem = Problem(
            "exists",
            f"{directory} already has {there[0]}",
            "Name another directory, or add --force to write over it",
            (),
            WRONG,
        )
        return Answer("data export", problems=(problem,))
    os.makedirs(directory, exist_ok=True)
    written = indexing.write_package(directory, contents, meta)
    item = Exported(directory, meta["version"], tuple(written))
    return Answer("data export", (item,), as_of=meta["as_of"], data_version=meta["version"])


def _is_package(directory: str) -> bool:
    return os.path.exists(os.path.join(directory, loading.DESCRIPTOR))
