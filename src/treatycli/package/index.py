"""The index file, written and read: a head that lists its parts, then sections of sorted lines.

A key is found by bisection, so that a lookup reads a few lines and not two megabytes. Every line ends
with its checksum; a search also checks the lines before and after what it returns, so that a damaged
byte can hide nothing: an answer is right, or DataError E110. Only the index beside our own tables is
ever read.

    treaty-index 6
    file     NAME  SIZE  CRC32            a table that it was compiled from
    section  NAME  START  END  CRC32      offsets from the end of the head
    end      SIZE  FIELDS  CRC32          size of the body, checksum of the records' fields, of the head
"""

from __future__ import annotations

import os
from binascii import crc32

from treatycli.answers import DataError
from treatycli.records import ROWS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BUNDLED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")
"""The directory of our own tables."""
INDEX = "treaty.index"
MAGIC = b"treaty-index 6\n"
_HEAD = 1 << 14
_A_SEARCH = 1 << 11
"""Bytes of a section that are read in the time of one search by bisection."""
_FEW = 9
"""So few keys are always searched for one by one."""
_BROKEN = (ValueError, LookupError, OverflowError)
"""What reading a damaged file may raise; UnicodeDecodeError is a ValueError."""
_TOGETHER = 60 * 10**9
"""Nanoseconds within which an installer writes a package's files."""


def damaged() -> DataError:
    """Return the error of an index that cannot be trusted."""
    from treatycli.package.codes import fault

    return DataError(fault("E110", INDEX, 1, "the index is damaged"))


def fields_crc() -> int:
    """Return the checksum of the records' fields: an index of other fields is not ours."""
    return crc32("\n".join(f"{row.TABLE} {' '.join(row.FIELDS)}" for row in ROWS).encode())


def meta_of(lines: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return what the lines of the section `meta` say; the parts of one value are joined by line ends."""
    meta: dict[str, str] = {}
    for name, part in lines:
        meta[name] = f"{meta[name]}\n{part}" if name in meta else part
    return meta


def encode(files: Mapping[str, bytes], sections: Mapping[str, Iterable[tuple[str, Sequence[str]]]]) -> bytes:
    """Return the index of sections, each of sorted (key, cells), compiled from these files."""
    head = [MAGIC.decode().rstrip("\n")]
    head += [f"file\t{name}\t{len(data)}\t{crc32(data)}" for name, data in sorted(files.items())]
    blocks, start = [], 0
    for name, lines in sections.items():
        block = b"".join(_encoded(key, cells) for key, cells in lines)
        head.append(f"section\t{name}\t{start}\t{start + len(block)}\t{crc32(block)}")
        blocks.append(block)
        start += len(block)
    head.append(f"end\t{start}\t{fields_crc()}\t")
    text = "\n".join(head).encode()
    return b"".join([text, b"%d" % crc32(text), b"\n\n", *blocks])


def _encoded(key: str, cells: Sequence[str]) -> bytes:
    line = "\t".join([key, *cells]).encode()
    return line + b"\t%08x\n" % crc32(line)


class Index:
    """A compiled index file, open for reading. ValueError if it is none of this version; OSError."""

    def __init__(self, path: str) -> None:
        import mmap

        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            self.time = max(status.st_mtime_ns, status.st_ctime_ns)
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.files: list[tuple[str, int, int]] = []
        self._sections: dict[str, tuple[int, int, int]] = {}
        self._whole: set[str] = set()
        self._found: dict[str, int] = {}
        self._tables: dict[str, dict[str, list[str]]] = {}
        try:
            self._read_head()
        except _BROKEN:
            raise ValueError("not an index of this version") from None

    def _read_head(self) -> None:
        head, end, _ = self._lines[:_HEAD].partition(b"\n\n")
        text, tab, crc = head.rpartition(b"\t")
        if not (head.startswith(MAGIC) and end and int(crc) == crc32(text + tab)):
            raise ValueError
        base = len(head) + 2
        for line in head.decode().split("\n")[1:]:
            kind, *cells = line.split("\t")
            if kind == "file":
                self.files.append((cells[0], int(cells[1]), int(cells[2])))
            elif kind == "section":
                start, stop, crc_of = map(int, cells[1:])
                self._sections[cells[0]] = (base + start, base + stop, crc_of)
            elif base + int(cells[0]) != len(self._lines) or int(cells[1]) != fields_crc():
                raise ValueError

    def is_fresh(self, directory: str) -> bool:
        """Tell whether the index was compiled from the tables that lie in the directory now.

        A table of the recorded size that was written together with the index and not touched since is
        taken as unchanged; any other is read and compared by its checksum.
        """
        for name, size, crc in self.files:
            path = os.path.join(directory, name)
            status = os.stat(path)
            if status.st_size != size:
                return False
            touched = max(status.st_mtime_ns, status.st_ctime_ns)
            if touched > self.time or self.time - status.st_mtime_ns > _TOGETHER:
                with open(path, "rb") as file:
                    if crc32(file.read()) != crc:
                        return False
        return True

    def all(self, section: str, holding: str = "") -> list[list[str]]:
        """Return the cells of every line of a section, or of each that has a cell that reads `holding`."""
        try:
            lines, cell = self._block(section).decode().split("\n")[:-1], f"\t{holding}\t"
            return [line.split("\t")[1:-1] for line in lines if not holding or cell in line]
        except _BROKEN:
            raise damaged() from None

    def count(self, section: str) -> int:
        """Return how many lines a section has."""
        try:
            return self._block(section).count(b"\n")
        except _BROKEN:
            raise damaged() from None

    def _block(self, section: str) -> bytes:
        """Return a section as it stands in the file, once its checksum is that of the head."""
        start, end, crc = self._sections[section]
        block = self._lines[start:end]
        if section not in self._whole and crc32(block) != crc:
            raise damaged()
        self._whole.add(section)
        return block

    def find(self, section: str, key: str) -> list[list[str]]:
        """Return the cells of the lines with this key.

        Where many are looked for in a small section, they are not found one by one but all lines are read.
        """
        table = self._tables.get(section) or self._read_at_last(section)
        if table is None:
            return self._starting(section, key + "\t")
        return [line.split("\t")[1:-1] for line in table.get(key, ())]

    def _read_at_last(self, section: str) -> dict[str, list[str]] | None:
        """Return the lines of a section by key, once it was searched so often that reading it costs less."""
        self._found[section] = count = self._found.get(section, 0) + 1
        try:
            start, end, _ = self._sections[section]
            if count * _A_SEARCH < end - start or count < _FEW:
                return None
            table = self._tables[section] = {}
            for line in self._block(section).decode().split("\n")[:-1]:
                table.setdefault(line[: line.index("\t")], []).append(line)
            return table
        except _BROKEN:
            raise damaged() from None

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        """Return the cells of the lines whose key starts so."""
        return self._starting(section, prefix)

    def _starting(self, section: str, typed: str) -> list[list[str]]:
        prefix = typed.encode("utf-8", "surrogatepass")
        try:
            start, end, _ = self._sections[section]
            low = self._first(prefix, start, end)
            if low > start:  # the line before must be whole, or a line of ours may hide behind it
                self._line(self._lines.rfind(b"\n", start, low - 1) + 1 or start, end)
            rows = []
            while low < end:
                line, low = self._line(low, end)
                if not line.startswith(prefix):
                    break
                rows.append(line.decode().split("\t")[1:])
            return rows
        except _BROKEN:
            raise damaged() from None

    def _first(self, prefix: bytes, low: int, end: int) -> int:
        """Return where the first line stands that is not less than the prefix, by bisection."""
        start, high, lines = low, end, self._lines
        while low < high:
            middle = lines.rfind(b"\n", start, (low + high) // 2) + 1 or start
            if lines[middle : middle + len(prefix)] < prefix:
                low = lines.find(b"\n", middle, end) + 1
                if not low:
                    raise damaged()
            else:
                high = middle
        return low

    def _line(self, start: int, end: int) -> tuple[bytes, int]:
        """Return a line without its checksum, and where the next one starts."""
        stop = self._lines.find(b"\n", start, end)
        line, _, crc = self._lines[start:stop].rpartition(b"\t")
        if b"%08x" % crc32(line) != crc:
            raise damaged()
        return line, stop + 1


def fresh(directory: str) -> Index | None:
    """Return the index of our own directory, or None if there is none that is whole and up to date."""
    try:
        index = Index(os.path.join(directory, INDEX))
        return index if index.is_fresh(directory) else None
    except (OSError, ValueError):
        return None
