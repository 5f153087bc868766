"""The data package itself: what is in it, what is wrong with it, a copy of it."""

from __future__ import annotations

import os

from treatycli.answers import WRONG, Answer, DataError, Problem
from treatycli.items import DataInfo, Exported, TableInfo
from treatycli.package import BUNDLED, open_package
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package.directory import Memory


def info(overlay: str | None = None) -> Answer:
    """Say what the package holds: tables, rows, versions, dates, and what is not known.

    Raises DataError where the package, or the directory `overlay`, is broken.
    """
    package = open_package(overlay)
    item = DataInfo(
        name=package.meta["name"],
        title=package.meta["title"],
        version=package.version,
        as_of=package.as_of,
        depositary_as_of=package.meta.get("depositary_as_of"),
        tables=tuple(TableInfo(row.TABLE, len(package.all(row))) for row in ROWS),
        not_known=package.not_known,
    )
    return Answer(
        "data info", (item,), notes=package.notes, as_of=package.as_of, data_version=package.version
    )


def check(directory: str | None = None) -> Answer:
    """List every problem of the bundled package, or of a package or overlay in `directory`."""
    from treatycli.package.directory import survey

    try:
        memory, problems = survey(directory)
    except DataError as error:
        problems = [*error.problems]
    else:
        if not problems and directory is None:
            problems = _index_problems(memory)
    summary: tuple[Problem, ...] = ()
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        hint = "What to do about each: add --json"
        summary = (Problem("bad-data", count, hint),)
    return Answer("data check", tuple(problems), many=True, problems=summary)


def _index_problems(memory: Memory) -> list[Problem]:
    """Compare the bundled index, if there is one, with the tables it was compiled from."""
    from treatycli.package.codes import fault
    from treatycli.package.index import INDEX, Index
    from treatycli.package.sections import sections

    try:
        index = Index(os.path.join(BUNDLED, INDEX))
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        return [fault("E110", INDEX, 1, "the index is damaged, or of another version")]
    try:
        lines = sections(memory.tables, memory.meta).items()
        same = all(index.all(name) == [list(cells) for _, cells in rows] for name, rows in lines)
    except DataError as error:
        return [*error.problems]
    return [] if same else [fault("E110", INDEX, 1, "the index differs from the tables")]


def export(directory: str, overlay: str | None = None, *, force: bool = False) -> Answer:
    """Write the package, with the overlay laid over it, as a package of its own into `directory`.

    CSV tables, `datapackage.json` and SHA256SUMS: all of them, or none. Refuses to write over a file
    unless `force`, and over anything else at all. Raises DataError, OSError.
    """
    from treatycli.package.descriptor import DESCRIPTOR
    from treatycli.package.directory import SUMS, load
    from treatycli.package.files import occupied
    from treatycli.package.writing import write_package

    memory = load(overlay)
    there, odd = occupied(directory, [*(row.TABLE + ".csv" for row in ROWS), DESCRIPTOR, SUMS])
    if odd:
        what, hint = f"{directory}/{odd[0]} is not a regular file", "Name another directory"
        return Answer("data export", problems=(Problem("exists", what, hint, (), WRONG),))
    if there and not force:
        hint = "Name another directory, or add --force to write over it"
        problem = Problem("exists", f"{directory} already has {there[0]}", hint, (), WRONG)
        return Answer("data export", problems=(problem,))
    os.makedirs(directory, exist_ok=True)
    written = write_package(directory, memory.tables, memory.meta)
    meta = memory.meta
    item = Exported(directory, meta["version"], tuple(written))
    return Answer(
        "data export", (item,), notes=memory.notes, as_of=meta["as_of"], data_version=meta["version"]
    )
