"""Fuzzing, for a bounded time: mutated overlays, and with Atheris the table reader, gloss and names.

    python tools/fuzz.py overlays [COUNT] [SEED] [ours]
    pip install atheris && python tools/fuzz.py [SECONDS]

An overlay is refused with codes and hints, or answers as the whole tables read into memory do: laid over
the small package of the tests, or with `ours` over the bundled tables, which takes fifty times as long.
With Atheris, each target has a share of the time; a crash is anything but DataError (tables), or
UnicodeDecodeError handled at the door (gloss): it prints the input; make it a regression test.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TARGETS = ("table", "gloss", "arguments")
GOOD = {
    "actions.csv": (
        "treaty,iso3,action,date,effective,notification,sources,note\n"
        "APMBC,ZMB,withdrawal,2026-06-01,2026-12-01,,my-source,\n"
        "CCM,USA,signature,2026-06-01,,,my-source;untc-2026-02-03,\n"
    ),
    "sources.csv": "id,title,publisher,date,url,note\nmy-source,A note,Test desk,2026-06-01,https://example.org/note,\n",
    "terms.csv": (
        "id,term,category,context,plain,legal,articles,see_also,sources\n"
        'quux,Quux,weapon,,"A thing, ""for"" tests.",,1-2;5(3),mine,my-source\n'
        "impact,Impact,general,,Replaced.,,,casualty,my-source\n"
    ),
    "forms.csv": "term_id,form,kind,lang,context\nquux,quuxes,plural,en,\nmine,quuxmine,synonym,en,near\n",
    "names.csv": "iso3,name,kind,lang\nZMB,Quuxland,alternative,en\n",
    "events.csv": (
        "id,date,end_date,kind,countries,title,detail,place,sources,confidence,note\n"
        "quux-met,2026-06,,meeting,ZMB;LTU,A meeting,In a test.,,my-source,low,\n"
    ),
    "areas.csv": "code,name,note\nQUX,Quux rock,A test\n",
}
"""An overlay that is right: what is made of it should be refused, or answer."""
_STAND_INS = {
    "ZMB": "XAA", "USA": "XBB", "LTU": "XBB", "impact,Impact": "notice,Notice", "casualty": "mine",
    "untc-2026-02-03": "list-2026-02-03",
}  # fmt: skip
SMALL = {
    name: re.sub("|".join(_STAND_INS), lambda match: _STAND_INS[match[0]], text)
    for name, text in GOOD.items()
}
"""The same overlay for the small package of the tests."""
PACKAGE = Path(__file__).parent.parent / "tests" / "package"
WORDS = (
    "=1+1", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\xa0", " ", '"', "“", ";", "|", "\t", "\r", "\r\n", "\n",
    "#", "NA", "9999-12-31", "0001-01-01", "2026-02-30", "01/06/2026", "46174", "1-999999999",
    "1-" + "9" * 5000, "x" * 400, "e\u0301" * 6000, "\udcff",
    "LTU", "APMBC", "mine", "lithuania", "sep=;\n", "-1", "½", "²",
)  # fmt: skip


def mutants(count: int, seed: int, good: Mapping[str, str] = GOOD) -> Iterator[dict[str, bytes]]:
    """Yield overlays made from a good one by a few changes each: file name to content."""
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        files = {name: text.encode() for name, text in good.items() if chance.random() < 0.7}
        files = files or {"sources.csv": good["sources.csv"].encode()}
        for _ in range(chance.choice((0, 1, 1, 1, 2, 4))):
            name = chance.choice(sorted(files))
            files[name] = _changed(files[name], chance)
        yield files


def _changed(data: bytes, chance: random.Random) -> bytes:
    way = chance.randrange(8)
    place, other = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    if way == 0:
        return data[:place] + data[other:]
    if way == 1:
        return data[:place] + data[place:other] * 2 + data[other:]
    if way == 2:
        return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    if way == 3:
        encoding = chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig"))
        return data.decode("utf-8", "replace").encode(encoding, "replace")
    if way == 4:
        return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b",,,\n")))
    if way == 5:
        return data.replace(b",", chance.choice((b";", b"\t", b"|", b" ,")))
    cells = data.decode("utf-8", "replace").split(",")
    if way == 6:
        chance.shuffle(cells)
    else:
        cells[chance.randrange(len(cells))] = chance.choice(WORDS)
    return ",".join(cells).encode("utf-8", "surrogateescape")


def judge(directory: str) -> str:
    """Open an overlay; return `refused` or `answers`. AssertionError if it does neither well."""
    from treatycli.answers import DataError, Problem
    from treatycli.folding import unsafe
    from treatycli.package import Package, open_package, sections
    from treatycli.package.directory import load
    from treatycli.records import ROWS

    problems: tuple[Problem, ...] = ()
    try:
        package = open_package(directory)
    except DataError as error:
        problems = error.problems
    for problem in problems:
        assert all((problem.file, problem.line, problem.hint)), problem
        assert not unsafe(str(problem)), problem
    if problems:
        return "refused"
    whole = Package(load(directory))
    for section in (*(row.TABLE for row in ROWS), *sections.DERIVED):
        assert sorted(package.listed(section)) == sorted(whole.listed(section)), section
    assert package.meta == whole.meta
    assert [package.all(row) for row in ROWS]
    return "answers"


def put_small(place: str) -> None:
    """Put the small package of the tests, sealed and with an index, into a directory that stands for ours."""
    from treatycli import package
    from treatycli.package import directory, writing

    fixture = directory.load(str(PACKAGE))
    writing.write_package(place, fixture.tables, fixture.meta)
    written = directory.load(place)
    writing.compile_index(place, written.tables, written.meta)
    for module in (package, directory):
        vars(module)["BUNDLED"] = place


def overlays(count: int, seed: int, good: Mapping[str, str]) -> int:
    """Judge so many mutants; print how many were refused; return 1 if one was judged badly."""
    verdicts: dict[str, int] = {}
    for number, files in enumerate(mutants(count, seed, good)):
        with tempfile.TemporaryDirectory() as directory:
            for name, data in files.items():
                Path(directory, name).write_bytes(data)
            try:
                verdict = judge(directory)
            except Exception as error:
                sys.stdout.write(f"mutant {number} of seed {seed}: {error!r}\n{files}\n")
                return 1
        verdicts[verdict] = verdicts.get(verdict, 0) + 1
    sys.stdout.write(f"{verdicts}\n")
    return 0


def fuzz(target: str) -> None:
    """Run one target until Atheris stops."""
    import atheris

    with atheris.instrument_imports():
        from treatycli import names
        from treatycli.answers import Problem
        from treatycli.gloss import html
        from treatycli.gloss.tally import Plain, tally
        from treatycli.package import checks, open_package
        from treatycli.package.csvs import read_table
        from treatycli.package.rows import Tables
        from treatycli.records import ROWS, Event, Term

    package = open_package()

    def table(data: bytes) -> None:
        problems: list[Problem] = []
        row = Term if data[:1] < b"\x80" else Event
        head = ",".join(row.FIELDS).encode() + b"\n"
        others: Tables = {other.TABLE: {} for other in ROWS}
        others[row.TABLE] = read_table(row, head + data[1:], problems)
        checks.check(others)

    def text(data: bytes) -> None:
        source = data[1:].decode("utf-8", "replace")
        page = html.Page([source]) if data[:1] < b"\x80" else Plain([source])
        for place in tally(package, page, places=True).places.values():
            for start, end in zip(place[::3], place[1::3], strict=True):
                assert 0 <= start < end <= len(source)

    def arguments(data: bytes) -> None:
        for word in data.decode("utf-8", "replace").split("\n")[:3]:
            names.resolve(package, word, "states")
            names.resolve(package, word, "terms")

    atheris.Setup(sys.argv, {"table": table, "gloss": text, "arguments": arguments}[target])
    atheris.Fuzz()


def main() -> int:
    """Fuzz overlays, or each target of Atheris for its share of the time; return 1 if one crashed."""
    if sys.argv[1:2] == ["overlays"]:
        count, seed = map(int, (sys.argv[2:4] + ["5000", "1"][len(sys.argv[2:4]) :]))
        if sys.argv[4:] == ["ours"]:
            return overlays(count, seed, GOOD)
        with tempfile.TemporaryDirectory() as place:
            put_small(place)
            return overlays(count, seed, SMALL)
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
