"""Reads a table from the bytes of a CSV file, as people and spreadsheets write it; refuses the rest by name.

Read are UTF-8 and UTF-16 with a mark, any line ends, commas, semicolons or tabs, columns in any order,
optional columns left out, blank rows. What would have to be guessed at is refused with the remedy.
"""

from __future__ import annotations

import codecs
import csv
import io

from treatycli.answers import counted
from treatycli.package.codes import fault
from treatycli.package.rows import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatycli.answers import Problem
    from treatycli.package.rows import Table
    from treatycli.values import Row

MAX_CELL = 10_000
MAX_PROBLEMS = 1_000
"""After so many problems in one table the rest of it is not read."""
SEPARATORS = (",", ";", "\t")
_FORMATS = {
    b"PK\x03\x04": "a spreadsheet (or another zip file)",
    b"PK\x05\x06": "a zip file",
    b"\xd0\xcf\x11\xe0": "a spreadsheet in an old format",
    b"\x1f\x8b": "a compressed file",
    b"%PDF": "a PDF",
}
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_QUOTES = "“”„‟«»"


def read_table(row: type[Row], data: bytes, problems: list[Problem], *, sealed: bool = False) -> Table:
    """Return the rows of a table; what is wrong with the file is added to `problems`."""
    reading = _Reading(row, problems, sealed=sealed)
    text = reading.decoded(data)
    return {} if text is None else reading.rows(text)


class _Reading:
    """One table while it is read: where its columns are, what it holds, and what is wrong."""

    def __init__(self, row: type[Row], problems: list[Problem], *, sealed: bool) -> None:
        self._row, self._problems, self._sealed = row, problems, sealed
        self._file = row.TABLE + ".csv"
        self._defaults = [row.default_cell(name) for name in row.FIELDS]
        self._table: Table = {}
        self._most = len(problems) + MAX_PROBLEMS

    def _refuse(self, code: str, line: int, message: str, hint: str | None = None) -> None:
        self._problems.append(fault(code, self._file, line, message, hint))

    def decoded(self, data: bytes) -> str | None:
        """Return the file as text, or None if it is none that can be read."""
        encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
        kind = next((name for start, name in _FORMATS.items() if data.startswith(start)), None)
        try:
            if kind:
                self._refuse("E114", 1, f"the file is {kind}, not CSV")
            elif data.startswith(_UTF_32):
                self._refuse("E103", 1, "the file is UTF-32")
            elif encoding == "utf-8-sig" and b"\0" in data[:4] and len(data) % 2 == 0:
                self._refuse("E103", 1, "the file seems to be UTF-16, and has no byte-order mark")
            else:
                return data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._refuse("E102", line, f"the bytes are not {error.encoding.upper()}")
        return None

    def rows(self, text: str) -> Table:
        """Return the rows of the text, by key."""
        text, skipped, separator = _first_line(text)
        if separator not in SEPARATORS:
            self._refuse(
                "E105", 1, f"the separator is {separator!r}; it must be a comma, a semicolon or a tab"
            )
            return {}
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
            places = self._places(header, skipped + 1)
            if places is not None:
                for cells in reader:
                    if len(self._problems) > self._most:
                        break
                    self._add(cells, len(header), places, skipped + reader.line_num)
        except csv.Error as error:
            too_long = "field limit" in str(error)
            message = "a cell is too long" if too_long else f"broken CSV: {error}"
            self._refuse("E112" if too_long else "E107", skipped + reader.line_num, message)
        return self._table

    def _places(self, header: list[str], line: int) -> list[int | None] | None:
        """Return where each field of the record stands in a row, None where it is left out."""
        fields = self._row.FIELDS
        before = len(self._problems)
        if not any(header):
            self._refuse("E105", line, "the file has no header")
        elif header[0].startswith("#"):
            self._refuse("E115", line, "the first line is a comment")
        elif not fields.keys() & set(header):
            self._refuse("E105", line, f"the first line is no header; the columns are {', '.join(fields)}")
        else:
            for problem in _columns_at_fault(header, self._row):
                self._refuse("E105", line, problem)
        if len(self._problems) > before:
            return None
        return [header.index(name) if name in header else None for name in fields]

    def _add(self, cells: list[str], width: int, places: Sequence[int | None], line: int) -> None:
        if not any(cell.strip() for cell in cells):
            return
        if len(cells) != width:
            self._refuse(*_misfit(cells, width, line))
            return
        row = Line(self._row, self._in_order(cells, places), line, sealed=self._sealed)
        first = self._table.get(row.key)
        if first:
            self._refuse("E201", line, f"the key {'/'.join(row.key)} is on line {first.number} too")
        self._table[row.key] = row

    def _in_order(self, cells: list[str], places: Sequence[int | None]) -> list[str]:
        """Return the cells in the order of the record, those left out or empty by their defaults."""
        pairs = zip(places, self._defaults, strict=True)
        return [(cells[place] if place is not None else "") or default for place, default in pairs]


def _first_line(text: str) -> tuple[str, int, str]:
    """Return the text from its header on, how many lines stand before it, and its separator."""
    first, _, rest = text.partition("\n")
    if first[:4].lower() == "sep=":
        return rest, 1, first.rstrip("\r\n")[4:] or "\t"
    header = first.partition("\r")[0]
    if "|" in header and not any(separator in header for separator in SEPARATORS):
        return text, 0, "|"
    return text, 0, max(SEPARATORS, key=header.count)


def _columns_at_fault(header: list[str], row: type[Row]) -> Iterator[str]:
    """Yield what is wrong with the names of the columns."""
    for place, name in enumerate(header, 1):
        if not name:
            yield f"column {place} has no name. Delete the column"
        elif header.index(name) < place - 1:
            yield f"the column {name!r} is there twice"
        elif name not in row.FIELDS:
            yield f"there is no column {name!r} in this table; its columns are {', '.join(row.FIELDS)}"
    for name in row.FIELDS:
        if name not in header and row.is_required(name):
            yield f"the column {name!r} is missing"


def _misfit(cells: list[str], width: int, line: int) -> tuple[str, int, str]:
    if cells[0].lstrip().startswith("#"):
        return "E115", line, "the line is a comment"
    message = f"the row has {counted(len(cells), 'cell')}, the header {width}"
    if any(quote in cell for cell in cells for quote in _QUOTES):
        message += "; curly quotes do not hold a cell together"
    return "E106", line, message
